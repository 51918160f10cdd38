#include "export/export.h"

#include "base/beside.h"
#include "ministry/draft.h"
#include "progress/report.h"
#include "results/datafiles.h"
#include "results/indicators.h"
#include "results/package.h"
#include "results/rejectfiles.h"
#include "results/summary.h"
#include "review/reviewbook.h"
#include "slip/slips.h"

typedef struct Export {
    State *state;
    const ExportSource *source;
    const Outbox *outbox;
    Db *db;           /* that the state was read from */
    Closing *closing; /* seen by all processes */
} Export;

/* What applications say, and what would go to the next tier: about half of what is made of the state. */
static bool
write_indicators(void *context, Err *err)
{
    const Export *to = context;
    return indicators_write(to->state, to->outbox, err) && draft_write(to->state, to->outbox, err);
}

static bool
write_tables(void *context, Err *err)
{
    const Export *to = context;
    const State *state = to->state;
    const Outbox *outbox = to->outbox;
    return summary_write(state, outbox, err) && summary_write_units(state, outbox, err) &&
           reviewbook_write(state, to->source->schemas, outbox, err) && datafiles_write(state, outbox, err) &&
           rejectfiles_write(state, to->db, outbox, err);
}

/* What is made of the state of the whole cycle. */
static bool
write_state(void *context, Err *err)
{
    Export *to = context;
    to->db = to->source->connect(to->source->context, err);
    bool ok = to->db != NULL && state_read(to->state, to->db, err) && draft_compare(to->state, err) &&
              beside_run(write_indicators, write_tables, to, err);
    db_close(to->db);
    return ok;
}

static bool
write_asking(const Export *to, Db *db, Err *err)
{
    const State *state = to->state;
    const char *schemas = to->source->schemas;
    SlipSource source = {to->source->archive, extraction_program(state->arena, err),
                         extraction_limits(schemas, state->arena), to->source->lost};
    Text open = TEXT_NONE;
    return source.extract != NULL && slips_write(state, &source, db, to->outbox, &open, &to->closing->slips, err) &&
           report_write(db, schemas, arena_string(state->arena, state->cycle->name), state->as_of.ptr, open,
                        to->outbox->building, &to->closing->reminders, state->arena, err);
}

/* What asks for itself: the lists of corrections and the deadline report. */
static bool
write_others(void *context, Err *err)
{
    const Export *to = context;
    Db *db = to->source->connect(to->source->context, err);
    bool ok = db != NULL && write_asking(to, db, err);
    db_close(db);
    return ok;
}

bool
export_write(State *state, const ExportSource *source, const Outbox *outbox, Closing *closing, Err *err)
{
    Export export = {state, source, outbox, NULL, beside_share(sizeof *closing, err)};
    bool ok = export.closing != NULL && beside_run(write_others, write_state, &export, err);
    if (ok)
        *closing = *export.closing;
    beside_unshare(export.closing, sizeof *closing);
    return ok && package_write_run(state, closing, outbox, err);
}

bool
export_publish(const State *state, Outbox *outbox, ExportWord *word, Err *err)
{
    bool superseded = text_equal(state_cell(state, STATE_CYCLE, 0, "superseded"), TEXT("true"));
    const char *before = arena_printf(state->arena, "%s/current/run.json", outbox->cycle_dir).ptr;
    bool news = closing_is_news(&word->closing, before);
    if (!outbox_publish(outbox, superseded, &word->published, err))
        return false;
    word->news = news && word->published.changed;
    return true;
}
