/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/application.h -- an application of a government, on its way through the pipeline
 *
 * An application of a government. Its stage is that of its latest step.
 */
#ifndef DOMAIN_APPLICATION_H
#define DOMAIN_APPLICATION_H

#include "base/record.h"

struct application {
	char *id;	/* ULID */
	char *government;	/* its code */
	char *sought;	/* member observer associate */
	char *item;	/* the agenda item that decides it, an id; NULL */
	char *note;
};

extern const struct record_type application_type;

#endif
