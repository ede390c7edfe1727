/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/application.h -- an application of a government
 *
 * What it asks for, and the agenda item that decides it. How far it is, is told
 * by its latest step: see application_step.h, and domain/admission.h for the
 * way it goes.
 */
#ifndef DOMAIN_APPLICATION_H
#define DOMAIN_APPLICATION_H

#include "base/record.h"

struct application {
	char *id;	/* ULID */
	char *government;	/* its code */
	char *sought;	/* the status asked for: member observer associate */
	char *item;	/* id of the agenda item that decides it; NULL */
	char *note;
};

extern const struct record_type application_type;

#endif
