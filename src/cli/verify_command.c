/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "cli/commands.h"
#include "domain/file.h"
#include "domain/row.h"
#include "domain/verify.h"

/* A rule and how it stands, or a breach of the rule that follows: one row. */
struct finding {
	char *state;		/* "holds", "broken", "breach" */
	char *count;		/* what was looked at; "" for none */
	char *text;
};

static const struct choice states[] = {
	{ "holds", NC_("finding", "holds") },
	{ "broken", NC_("finding", "BROKEN") },
	{ "breach", NC_("finding", "breach") },
	{ 0 }
};

static const struct field finding_fields[] = {
	{ RECORD_FIELD(finding, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .choices = states },
	{ RECORD_FIELD(finding, count), .label = NC_("field", "Count"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(finding, text), .label = NC_("field", "Rule"), .kind = FIELD_LONG,
	  .flags = FIELD_LISTED, .width = 70 },
	{ 0 }
};

static const struct record_type finding_type = {
	.key = "finding",
	.label = N_("Finding"),
	.plural = N_("Findings"),
	.size = sizeof(struct finding),
	.fields = finding_fields,
};

static void
add_finding(struct row_list *findings, const char *state, const char *count, const char *text)
{
	*(struct finding *)row_add(findings, &finding_type) = (struct finding){
		mem_strdup(state), mem_strdup(count), mem_strdup(text),
	};
}

static void
add_rule(void *context, const struct verify_line *line)
{
	add_finding(context, line->holds ? "holds" : "broken", line->count, line->rule);
}

static void
add_breach(void *context, const char *text)
{
	add_finding(context, "breach", "", text);
}

/* verify_run and file_check tell what they found in the same way. */
static bool
print_findings(struct cli *cli, bool (*run)(struct session *,
    void (*)(void *, const struct verify_line *), void (*)(void *, const char *), void *,
    size_t *, struct err *), struct err *err)
{
	struct row_list findings = { .type = &finding_type };
	size_t faults = 0;
	bool ok = output_suits(&cli->output, &finding_type, err) &&
	    run(cli->session, add_rule, add_breach, &findings, &faults, err) &&
	    output_rows(&cli->output, &findings, err);

	row_list_done(&findings);
	if (ok && faults > 0)
		ok = err_set(err, ERR_RULE, nq_("%d breach was found.", "%d breaches were found.", faults),
		    (int)faults);
	return ok;
}

static bool
verify(struct cli *cli, struct err *err)
{
	return print_findings(cli, verify_run, err);
}

static bool
check(struct cli *cli, struct err *err)
{
	return print_findings(cli, file_check, err);
}

const struct cli_command verify_commands[] = {
	{ .noun = "verify", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("Ask every rule that must always hold of this file, a line each."),
	  .run = verify },
	{ .noun = "check", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("Look whether the file is sound and lies where it is safe: access, folder, disk."),
	  .run = check },
	{ 0 }
};
