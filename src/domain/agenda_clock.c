/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/agenda_clock.h"

/* Where the clock stands. */
struct hand {
	const struct agenda_slot *slots;
	size_t count;
	size_t slot;	/* count: after the last */
	int at;
};

static void
go_to(struct hand *hand, size_t slot)
{
	hand->slot = slot;
	hand->at = slot < hand->count ? hand->slots[slot].starts : 0;
}

/* An item that is put into a sitting waits for it; it never goes back. */
static void
wait_for(struct hand *hand, int64_t sitting)
{
	for (size_t i = hand->slot + 1; sitting > 0 && i < hand->count; i++)
		if (hand->slots[i].sitting == sitting) {
			go_to(hand, i);
			return;
		}
}

/* At the end of a sitting nothing begins any more. */
static void
leave_end(struct hand *hand)
{
	while (hand->slot < hand->count && hand->at >= hand->slots[hand->slot].ends)
		go_to(hand, hand->slot + 1);
}

/* Past minutes of sittings; false when they do not suffice. */
static bool
pass(struct hand *hand, int64_t minutes)
{
	while (hand->slot < hand->count) {
		int left = hand->slots[hand->slot].ends - hand->at;

		if (minutes <= left) {
			hand->at += (int)minutes;
			return true;
		}
		minutes -= left;
		go_to(hand, hand->slot + 1);
	}
	return false;
}

void
agenda_clock(const struct agenda_slot *slots, size_t slot_count, struct agenda_time *items,
    size_t count)
{
	struct hand hand = { slots, slot_count, 0, 0 };

	go_to(&hand, 0);
	for (size_t i = 0; i < count; i++) {
		wait_for(&hand, items[i].sitting);
		leave_end(&hand);
		items[i].slot = hand.slot < slot_count ? hand.slot : AGENDA_NEVER;
		items[i].starts = hand.at;
		items[i].end_slot = pass(&hand, items[i].minutes) ? hand.slot : AGENDA_NEVER;
		items[i].ends = hand.at;
	}
}
