/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/government_status.h -- what a government is to the association, by period
 *
 * A status rests on a decision and never follows payment. Periods of one
 * government do not overlap; one entered in error is voided with a reason and
 * stays visible.
 */
#ifndef DOMAIN_GOVERNMENT_STATUS_H
#define DOMAIN_GOVERNMENT_STATUS_H

#include "base/record.h"

struct government_status {
	char *id;	/* ULID */
	char *government;
	char *status;	/* applicant observer associate member suspended withdrawn expelled */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *decision;	/* number of the decision or session: "GA-8" */
	char *note;
	char *voided;	/* reason; NULL while it stands */
};

extern const struct record_type government_status_type;

extern const struct choice statuses[];

#endif
