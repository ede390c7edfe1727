/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/record_types.h"

#include <stddef.h>
#include <string.h>

#include "domain/account.h"
#include "domain/address.h"
#include "domain/agenda_item.h"
#include "domain/alias.h"
#include "domain/allocation.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/ballot.h"
#include "domain/bank_format.h"
#include "domain/bank_line.h"
#include "domain/bank_statement.h"
#include "domain/batch.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/body_text.h"
#include "domain/budget.h"
#include "domain/budget_line.h"
#include "domain/channel.h"
#include "domain/country.h"
#include "domain/credit_note.h"
#include "domain/currency.h"
#include "domain/decision.h"
#include "domain/delegate.h"
#include "domain/delegation.h"
#include "domain/document.h"
#include "domain/document_text.h"
#include "domain/dossier_item.h"
#include "domain/entry.h"
#include "domain/fiscal_year.h"
#include "domain/follow_up.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/holding.h"
#include "domain/holiday.h"
#include "domain/invoice.h"
#include "domain/invoice_line.h"
#include "domain/meeting.h"
#include "domain/meeting_staff.h"
#include "domain/minutes.h"
#include "domain/officer.h"
#include "domain/paper.h"
#include "domain/payer.h"
#include "domain/person.h"
#include "domain/portfolio.h"
#include "domain/post.h"
#include "domain/posting.h"
#include "domain/presence.h"
#include "domain/project.h"
#include "domain/rate.h"
#include "domain/receipt.h"
#include "domain/reminder.h"
#include "domain/roll.h"
#include "domain/rule.h"
#include "domain/seat.h"
#include "domain/sitting.h"
#include "domain/staff.h"
#include "domain/term.h"
#include "domain/vote.h"

const struct record_type *const record_types[] = {
	&country_type,
	&government_type,
	&government_name_type,
	&government_status_type,
	&alias_type,
	&person_type,
	&post_type,
	&holding_type,
	&channel_type,
	&address_type,
	&rule_type,
	&body_type,
	&body_name_type,
	&body_text_type,
	&seat_type,
	&term_type,
	&officer_type,
	&staff_type,
	&portfolio_type,
	&meeting_type,
	&sitting_type,
	&agenda_item_type,
	&paper_type,
	&meeting_staff_type,
	&holiday_type,
	&decision_type,
	&follow_up_type,
	&application_type,
	&application_step_type,
	&dossier_item_type,
	&delegation_type,
	&delegate_type,
	&presence_type,
	&vote_type,
	&roll_type,
	&ballot_type,
	&minutes_type,
	&project_type,
	&document_type,
	&document_text_type,
	&currency_type,
	&rate_type,
	&account_type,
	&fiscal_year_type,
	&entry_type,
	&posting_type,
	&invoice_type,
	&invoice_line_type,
	&credit_note_type,
	&batch_type,
	&bank_format_type,
	&bank_statement_type,
	&bank_line_type,
	&receipt_type,
	&payer_type,
	&allocation_type,
	&reminder_type,
	&budget_type,
	&budget_line_type,
	NULL
};

const struct record_type *
record_types_find(const char *key)
{
	for (size_t i = 0; record_types[i] != NULL; i++)
		if (strcmp(record_types[i]->key, key) == 0)
			return record_types[i];
	return NULL;
}
