#include "results/datafiles.h"

#include "out/csvout.h"
#include "results/timewords.h"

enum { COLUMN_MAX = 16 };

typedef struct DataFile {
    const char *name;
    StateTable table;
    const char *columns[COLUMN_MAX]; /* NULL-terminated */
} DataFile;

static const DataFile files[] = {
    {"uploads.csv",
     STATE_UPLOADS,
     {"cycle", "file", "sha256", "unit_code", "unit_name", "kind", "platform", "received_at", "outcome", "reason"}},
    {"decisions.csv",
     STATE_DECISIONS,
     {"cycle", "unit_code", "unit_name", "seq", "platform", "enterprise", "decision", "counts_against_quota", "reasons",
      "file", "sheet", "row"}},
    {"findings.csv",
     STATE_FINDINGS,
     {"cycle", "unit_code", "file", "sha256", "sheet", "cell", "row", "field", "severity", "code", "raw", "read_as",
      "expected", "message_zh", "clause"}},
};

MessageValues
datafiles_values(const State *state, size_t finding)
{
    return (MessageValues){.file = state_cell(state, STATE_FINDINGS, finding, "file"),
                           .sheet = state_cell(state, STATE_FINDINGS, finding, "sheet"),
                           .cell = state_cell(state, STATE_FINDINGS, finding, "cell"),
                           .row = state_cell(state, STATE_FINDINGS, finding, "row"),
                           .field = state_cell(state, STATE_FINDINGS, finding, "field"),
                           .raw = timewords(state, state_cell(state, STATE_FINDINGS, finding, "raw")),
                           .read_as = timewords(state, state_cell(state, STATE_FINDINGS, finding, "read_as")),
                           .expected = timewords(state, state_cell(state, STATE_FINDINGS, finding, "expected")),
                           .unit = state_cell(state, STATE_FINDINGS, finding, "unit_name"),
                           .platform = state_cell(state, STATE_FINDINGS, finding, "platform"),
                           .enterprise = state_cell(state, STATE_FINDINGS, finding, "enterprise")};
}

Text
datafiles_message(const State *state, size_t finding)
{
    MessageValues values = datafiles_values(state, finding);
    return messages_render(state->messages, state_cell(state, STATE_FINDINGS, finding, "code"), &values, state->arena);
}

static Text
value_of(const State *state, const DataFile *file, size_t row, Text column)
{
    if (text_equal(column, TEXT("message_zh")))
        return datafiles_message(state, row);
    return state_cell(state, file->table, row, column.ptr);
}

static bool
write_rows(const State *state, const DataFile *file, CsvOut *csv, Err *err)
{
    Text labels[COLUMN_MAX];
    Text values[COLUMN_MAX];
    size_t count = 0;
    for (; count < COLUMN_MAX && file->columns[count] != NULL; count++)
        labels[count] = text_of(file->columns[count]);
    if (!csvout_row(csv, labels, count, err))
        return false;
    for (size_t row = 0; row < state_rows(state, file->table); row++) {
        for (size_t i = 0; i < count; i++)
            values[i] = value_of(state, file, row, labels[i]);
        if (!csvout_row(csv, values, count, err))
            return false;
    }
    return true;
}

static bool
write_file(const State *state, const DataFile *file, const Outbox *outbox, Err *err)
{
    CsvOut *csv = csvout_open(outbox_path(outbox, text_of(file->name)), err);
    bool ok = csv != NULL && write_rows(state, file, csv, err) && csvout_commit(csv, err);
    csvout_free(csv);
    return ok;
}

bool
datafiles_write(const State *state, const Outbox *outbox, Err *err)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (!write_file(state, &files[i], outbox, err))
            return false;
    return true;
}

bool
datafiles_place(const State *state, Text name, uint64_t row, int column, StateTable *table, size_t *table_row,
                const char **column_name)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!text_equal(name, text_of(files[i].name)))
            continue;
        *table = files[i].table;
        *table_row = row >= 2 ? (size_t)row - 2 : SIZE_MAX;
        *column_name = column < 0 ? "" : column < COLUMN_MAX ? files[i].columns[column] : NULL;
        return *column_name != NULL && row >= 1 && (row == 1 || *table_row < state_rows(state, *table));
    }
    return false;
}
