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
    const State *state;
    const ExportSource *source;
    Db *db;
    const Outbox *outbox;
} Export;

static bool
write_known(void *context, Err *err)
{
    const Export *to = context;
    return summary_write(to->state, to->outbox, err) && summary_write_units(to->state, to->outbox, err) &&
           reviewbook_write(to->state, to->source->schemas, to->outbox, err) &&
           indicators_write(to->state, to->outbox, err) && datafiles_write(to->state, to->outbox, err) &&
           package_write_run(to->state, to->outbox, err) && draft_write(to->state, to->outbox, err);
}

static bool
write_asked(void *context, Err *err)
{
    const Export *to = context;
    const State *state = to->state;
    const char *schemas = to->source->schemas;
    SlipSource source = {to->source->archive, extraction_program(state->arena, err),
                         extraction_limits(schemas, state->arena)};
    return source.extract != NULL && rejectfiles_write(state, to->db, to->outbox, err) &&
           slips_write(state, &source, to->db, to->outbox, err) &&
           report_write(to->db, schemas, arena_string(state->arena, state->cycle->name), state->as_of.ptr,
                        to->outbox->building, state->arena, err);
}

/* What is known is written while the database is asked for the rest. */
bool
export_write(const State *state, const ExportSource *source, Db *db, const Outbox *outbox, Err *err)
{
    Export export = {state, source, db, outbox};
    return beside_run(write_known, write_asked, &export, err);
}
