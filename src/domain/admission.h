/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/admission.h -- the way of an application, from the enquiry to the decision
 *
 * enquiry, applied, dossier complete, observer for the time being, on the
 * agenda, and then admitted, deferred, refused by a decision, or withdrawn. A
 * step has its day, and what it implies for the status of the government is
 * done in the same change set. One application of a government is open at a time.
 */
#ifndef DOMAIN_ADMISSION_H
#define DOMAIN_ADMISSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct application;
struct application_step;
struct buf;
struct err;
struct member;
struct session;

/*
 * Open an application with its first step, enquiry or applied; a day left empty
 * is today. A government that is not in the file yet comes into it from fresh,
 * as an applicant; NULL: it must be there. ret_told gets a sentence a line,
 * ret_number (may be NULL) the change set.
 */
bool admission_begin(struct session *session, struct application *application,
    struct application_step *first, struct member *fresh, struct buf *ret_told,
    int64_t *ret_number, struct err *err);

/*
 * The next step of the open application of a government: step says stage, day
 * (empty: today) and note. meeting, for the stage "agenda", gets an item on its
 * agenda; NULL: none is made. ERR_RULE: the step does not follow, the dossier lacks
 * something, or only a decision makes it.
 */
bool admission_advance(struct session *session, const char *government,
    struct application_step *step, const char *meeting, struct buf *ret_told,
    int64_t *ret_number, struct err *err);

/* The open application of a government and its latest step; *ret_found. */
bool admission_find_open(struct session *session, const char *government,
    struct application *ret_application, struct application_step *ret_last, bool *ret_found,
    struct err *err);

/* The stage that mostly follows, for proposals; NULL: a decision comes next. Borrowed. */
const char *admission_next(const char *stage);

/* The key of an item of the dossier of the open application: for sheets. ERR_MISSING. */
bool admission_dossier_key(struct session *session, const char *government, const char *item,
    struct buf *ret_key, struct err *err);

/* What a decision says of the open application of a government. */
struct admission_decided {
	const char *government;
	const char *stage;	/* admitted deferred refused */
	const char *day, *decision;
};

/*
 * Inside the change set of the decision. *ret_sought (owned) is the status
 * asked for, NULL without an application, which is ERR_MISSING where needed.
 */
bool admission_decide_in_set(struct session *session, const struct admission_decided *decided,
    bool needed, char **ret_sought, struct err *err);

#endif
