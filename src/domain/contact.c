/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/contact.h"

#include <string.h>

#include "base/err.h"
#include "base/messages.h"

bool
contact_check_phone(const char *value, struct err *err)
{
	static const char allowed[] = "0123456789+-()./ #x,*";

	if (strspn(value, allowed) == strlen(value) && strpbrk(value, "0123456789") != NULL)
		return true;
	return err_set(err, ERR_INPUT,
	    _("\"%s\" is no telephone number: digits, blanks and + - ( ) . / # only."), value);
}

bool
contact_check_email(const char *value, struct err *err)
{
	const char *at = strchr(value, '@');

	if (at == NULL || at == value || strchr(at + 1, '@') != NULL || strchr(value, ' ') != NULL)
		return err_set(err, ERR_INPUT,
		    _("\"%s\" is no e-mail address: it looks like name@domain.tld."), value);
	const char *dot = strrchr(at, '.');
	if (dot == NULL || dot == at + 1 || dot[1] == '\0')
		return err_set(err, ERR_INPUT, _("\"%s\" has no dot after the @."), value);
	return true;
}

bool
contact_check_web(const char *value, struct err *err)
{
	const char *host = strstr(value, "://");

	host = host != NULL ? host + 3 : value;
	if (strchr(host, '.') == NULL || strchr(value, ' ') != NULL)
		return err_set(err, ERR_INPUT,
		    _("\"%s\" is no web address: it looks like https://domain.tld/."), value);
	return true;
}
