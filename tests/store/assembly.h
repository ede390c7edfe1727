/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/assembly.h -- a file for tests of meetings
 *
 * An Assembly, GA, that met once (GA-8) and is to meet every two years; a
 * committee, WC, that never met; two member governments, KR-41 and KR-47, and
 * the rules of notice. After each test every rule of the file must hold.
 */
#ifndef STORE_ASSEMBLY_H
#define STORE_ASSEMBLY_H

#include "store/put.h"

struct session;

struct assembly {
	void *scratch;
	struct session *session;
};

/* For cmocka: *state is a struct assembly. */
int assembly_set_up(void **state);
int assembly_tear_down(void **state);
int assembly_leave(void **state);	/* without asking whether the rules hold */

/* Plan a session of a body as a clerk does, KR-47 is host; its key, owned. */
char *assembly_add(struct session *session, const char *body, const char *begins,
    const char *ends);
void assert_added(struct session *session, const char *body, const char *begins,
    const char *expected);

/* A row in a change set of its own. */
void assembly_put(struct session *session, const struct record_type *type,
    const char *const *values);
#define PUT(session, type, ...) \
	assembly_put(session, &type, (const char *const []){ __VA_ARGS__, NULL })

/* A new item of 30 minutes at a place of the agenda, 0: at the end; its id, owned. */
char *assembly_item(struct session *session, const char *meeting, const char *title,
    const char *parent, int64_t position);

#define ASSEMBLY_TEST(function) \
	cmocka_unit_test_setup_teardown(function, assembly_set_up, assembly_tear_down)

#endif
