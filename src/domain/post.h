/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/post.h -- a post of a government: it exists while it is vacant
 *
 * Letters go to posts, not to people. Of the posts of one government at most
 * one is marked to receive its letters.
 */
#ifndef DOMAIN_POST_H
#define DOMAIN_POST_H

#include "base/record.h"

struct post {
	char *id;	/* ULID */
	char *government;
	char *code;	/* stable, unique in the government: "WC-CONTACT" */
	int64_t letters;	/* 1: the government's letters go here */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *name_en;
	char *name_zh;
	char *name_ja;
	char *name_ko;
	char *name_ru;
	char *name_mn;
	char *phone;
	char *fax;
	char *email;
	char *web;
	char *note;
};

extern const struct record_type post_type;

#endif
