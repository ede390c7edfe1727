/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store/put.h -- rows for tests of the domain, written as they are read. */
#ifndef STORE_PUT_H
#define STORE_PUT_H

struct record_type;
struct session;

/*
 * Save a row of "field=value" words, NULL at the end, into the open change set;
 * the test fails when it is refused. Other fields are empty.
 */
void put_row(struct session *session, const struct record_type *type, const char *const *values);

/* PUT_ROW(session, body_type, "key=GA", "kind=assembly"); */
#define PUT_ROW(session, type, ...) \
	put_row(session, &type, (const char *const []){ __VA_ARGS__, NULL })

#endif
