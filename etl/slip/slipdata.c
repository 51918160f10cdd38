#include "slip/slipdata.h"

/* Each takes the cycle, and the clock as well where it does not read what was asked for at that clock. */
static const struct Query {
    const char *name;
    int parameters;
} queries[SLIP_TABLE_COUNT] = {
    [SLIP_RECIPIENTS] = {"report/slip_recipients", 2},
    [SLIP_UPLOADS] = {"report/slip_uploads", 2},
    [SLIP_NOMINATIONS] = {"report/slip_nominations", 2},
    [SLIP_FINDINGS] = {"report/slip_findings", 1},
    [SLIP_OPEN] = {"report/slip_open", 2},
};

bool
slipdata_read(SlipData *data, Db *db, Text cycle, Text as_of, Err *err)
{
    const Text parameters[] = {cycle, as_of};
    *data = (SlipData){.tables = {NULL}};
    if (!db_begin(db, err) || !db_do(db, "report/told_now", parameters, 2, err))
        return false;
    for (size_t i = 0; i < SLIP_TABLE_COUNT; i++) {
        data->tables[i] = db_query(db, queries[i].name, parameters, queries[i].parameters, err);
        if (data->tables[i] == NULL)
            return false;
    }
    return db_commit(db, err);
}

void
slipdata_close(SlipData *data)
{
    for (size_t i = 0; i < SLIP_TABLE_COUNT; i++)
        db_result_free(data->tables[i]);
}

bool
slipdata_before(Db *db, Text cycle, Text as_of, Arena *arena, Text *before, Err *err)
{
    const Text parameters[] = {cycle, as_of};
    DbResult *result = db_query(db, "report/slip_before", parameters, 2, err);
    if (result == NULL)
        return false;
    Text found = db_named(result, 0, "as_of");
    *before = found.len > 0 ? arena_text(arena, found) : TEXT_NONE;
    db_result_free(result);
    return true;
}

size_t
slipdata_rows(const SlipData *data, SlipTable table)
{
    return db_rows(data->tables[table]);
}

Text
slipdata_cell(const SlipData *data, SlipTable table, size_t row, const char *column)
{
    return db_named(data->tables[table], row, column);
}

static int
compare_row(const SlipData *data, SlipTable table, size_t row, Text unit_code, Text applicant)
{
    int order = text_compare(slipdata_cell(data, table, row, "unit_code"), unit_code);
    return order != 0 ? order : text_compare(slipdata_cell(data, table, row, "applicant"), applicant);
}

/* The first row that is not before the recipient's, or (past) that is behind them. */
static size_t
bound(const SlipData *data, SlipTable table, Text unit_code, Text applicant, bool past)
{
    size_t low = 0;
    size_t high = slipdata_rows(data, table);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_row(data, table, middle, unit_code, applicant) < (past ? 1 : 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

SlipRange
slipdata_range(const SlipData *data, SlipTable table, Text unit_code, Text applicant)
{
    return (SlipRange){bound(data, table, unit_code, applicant, false), bound(data, table, unit_code, applicant, true)};
}
