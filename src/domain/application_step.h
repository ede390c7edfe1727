/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/application_step.h -- a step of an application; the latest tells its stage
 *
 * Steps are only added, each with its day: domain/admission.h says which may
 * follow which. Undo takes a step back.
 */
#ifndef DOMAIN_APPLICATION_STEP_H
#define DOMAIN_APPLICATION_STEP_H

#include "base/record.h"

struct application_step {
	char *application;	/* its id */
	int64_t no;	/* in the application, from 1 */
	char *stage;	/* a word of application_stages */
	char *day;	/* partial day; "" not known */
	char *decision;	/* the decision that made the step: "GA-8/1"; "" none */
	char *note;
};

extern const struct record_type application_step_type;

extern const struct choice application_stages[];

#endif
