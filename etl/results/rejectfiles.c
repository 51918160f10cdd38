#include "results/rejectfiles.h"

#include "out/csvout.h"
#include "rows/returned.h"

enum { LEADING_MAX = 3, COLUMNS_MAX = 16384 + LEADING_MAX };

typedef struct RejectFile {
    const State *state;
    Db *db;
    CsvOut *csv;
    size_t line;   /* of STATE_REJECTED: the list */
    Text row_no;   /* of the row in `fields`, or of the last one written */
    bool of_sheet; /* the rows tell their sheet */
    Text *fields;
    size_t count; /* 0: no row is begun */
    Arena *row;   /* of one page of rows */
} RejectFile;

static Text
about(const RejectFile *file, const char *name)
{
    return state_cell(file->state, STATE_REJECTED, file->line, name);
}

/* What tells the platform and the part when the file is sent again as it is. */
static bool
write_head(RejectFile *file, Err *err)
{
    Text platform = about(file, "platform");
    Text part = about(file, "part");
    if (platform.len > 0) {
        Text line = arena_printf(file->row, "平台名称：%" TEXT_FMT, TEXT_ARG(platform));
        if (!csvout_row(file->csv, &line, 1, err))
            return false;
    }
    return part.len == 0 || csvout_row(file->csv, &part, 1, err);
}

/* What stands before the cells of the list. */
static void
lead(RejectFile *file, Text row_no, Text reason, Text sheet)
{
    file->count = 0;
    file->fields[file->count++] = row_no;
    if (file->of_sheet)
        file->fields[file->count++] = sheet;
    file->fields[file->count++] = reason;
}

static bool
write_header(RejectFile *file, Err *err)
{
    Text parameters[] = {about(file, "arrival_id"), about(file, "table_no")};
    DbResult *labels = db_query(file->db, "report/rejected_header", parameters, 2, err);
    if (labels == NULL)
        return false;
    lead(file, TEXT(RETURNED_ROW_NO), TEXT(RETURNED_REASON), TEXT(RETURNED_SHEET));
    size_t count = file->count;
    file->count = 0;
    for (size_t i = 0; i < db_rows(labels) && count < COLUMNS_MAX; i++)
        file->fields[count++] = db_cell(labels, i, 0);
    bool ok = csvout_row(file->csv, file->fields, count, err);
    db_result_free(labels);
    return ok;
}

static bool
end_row(RejectFile *file, Err *err)
{
    size_t count = file->count;

    file->count = 0;
    return count == 0 || csvout_row(file->csv, file->fields, count, err);
}

static void
begin_row(RejectFile *file, const DbResult *page, size_t line)
{
    file->row_no = arena_text(file->row, db_named(page, line, "row_no"));
    lead(file, arena_text(file->row, db_named(page, line, "original")),
         state_titles(file->state, db_named(page, line, "codes"), file->row),
         arena_text(file->row, db_named(page, line, "sheet")));
}

static bool
write_page(RejectFile *file, const DbResult *page, Err *err)
{
    bool ok = true;

    for (size_t line = 0; ok && line < db_rows(page); line++) {
        if (file->count == 0 || !text_equal(db_named(page, line, "row_no"), file->row_no)) {
            ok = end_row(file, err);
            begin_row(file, page, line);
        }
        if (db_named(page, line, "place").ptr != NULL && file->count < COLUMNS_MAX)
            file->fields[file->count++] = db_named(page, line, "cell");
    }
    return ok && end_row(file, err);
}

/* One page of rows; *more where there may be another. */
static bool
write_next(RejectFile *file, bool *more, Err *err)
{
    Text parameters[] = {about(file, "arrival_id"), about(file, "table_no"), file->row_no,
                         file->state->cycle->name,  file->state->as_of,      about(file, "corrected")};
    DbResult *page = db_query(file->db, "report/rejected_rows", parameters, 6, err);
    if (page == NULL)
        return false;
    *more = db_rows(page) > 0;
    arena_reset(file->row);
    bool ok = write_page(file, page, err);
    db_result_free(page);
    return ok;
}

static bool
write_file(RejectFile *file, const char *path, Err *err)
{
    file->csv = path == NULL ? NULL : csvout_open(path, err);
    bool more = true;
    bool ok = file->csv != NULL && write_head(file, err) && write_header(file, err);
    while (ok && more)
        ok = write_next(file, &more, err);
    ok = ok && csvout_commit(file->csv, err);
    csvout_free(file->csv);
    return ok;
}

static bool
write_list(const State *state, Db *db, const Outbox *outbox, size_t row, Err *err)
{
    Arena *arena = arena_new();
    RejectFile file = {.state = state,
                       .db = db,
                       .line = row,
                       .row_no = TEXT("0"),
                       .of_sheet = text_equal(state_cell(state, STATE_REJECTED, row, "of_sheet"), TEXT("t")),
                       .fields = arena_array(arena, COLUMNS_MAX, sizeof(Text)),
                       .row = arena_new()};
    Text folder = state_cell(state, STATE_REJECTED, row, "short_name");
    Text name =
        arena_printf(state->arena, "%" TEXT_FMT ".csv", TEXT_ARG(state_cell(state, STATE_REJECTED, row, "name")));
    bool ok = write_file(&file, outbox_unit_path(outbox, folder, name, err), err);
    arena_free(file.row);
    arena_free(arena);
    return ok;
}

bool
rejectfiles_write(const State *state, Db *db, const Outbox *outbox, Err *err)
{
    for (size_t row = 0; row < state_rows(state, STATE_REJECTED); row++)
        if (!write_list(state, db, outbox, row, err))
            return false;
    return true;
}
