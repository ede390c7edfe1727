/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/application_step.h -- a step of an application; the latest tells its stage
 *
 * A step of an application, with its day.
 */
#ifndef DOMAIN_APPLICATION_STEP_H
#define DOMAIN_APPLICATION_STEP_H

#include "base/record.h"

struct application_step {
	char *application;	/* its id */
	int64_t no;	/* from 1 */
	char *stage;	/* enquiry applied dossier observer agenda admitted deferred refused withdrawn */
	char *day;	/* the day */
	char *decision;	/* the decision that made the step, or empty */
	char *note;
};

extern const struct record_type application_step_type;

#endif
