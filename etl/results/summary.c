#include "results/summary.h"

#include <limits.h>
#include <stdlib.h>

#include "out/celltext.h"
#include "out/figure.h"
#include "out/workbook.h"
#include "text/filename.h"

enum { WIDTH_WHERE_NONE_IS_SAID = 16 };

/* What stays on one line, in half-width characters: numbers and codes as they are, unless they are none; of words, names and labels so many. */
enum { UNBROKEN_MOST = 24, UNBROKEN_SHORT = 8, UNBROKEN_WORDS = 10, UNBROKEN_LABEL = 4 };

/* One table to be printed: whose it is, and which nominations stand in it. */
typedef struct Table {
    const char *path;
    Text mark;
    Text unit_name;
    Text contact;
    Text phone;
    Text unit_code; /* TEXT_NONE: the office's own */
} Table;

static WorkbookContent
content_of(FieldType type)
{
    switch (type) {
    case FIELD_SEQUENCE:
        return WORKBOOK_COUNT;
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_UNIT:
    case FIELD_LONGTEXT:
        return WORKBOOK_WORDS;
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_PERCENT:
        return WORKBOOK_FIGURE;
    default:
        return WORKBOOK_CODE;
    }
}

static bool
is_column(const Field *field)
{
    return field->printed && !field->in_head;
}

/* An amount is printed in the unit that it is kept in, whatever it was written in. */
static Text
label_of(const Field *field, Arena *arena)
{
    bool told = field->unit.len == 0 || text_find(field->title, field->unit, 0) != SIZE_MAX;
    return told ? field->title
                : arena_printf(arena, "%" TEXT_FMT "（%" TEXT_FMT "）", TEXT_ARG(field->title), TEXT_ARG(field->unit));
}

/* The sheet as the schema prints it, in `arena`. */
static WorkbookSheet
sheet_of(const UploadKind *summary, Arena *arena)
{
    WorkbookColumn *columns = arena_array(arena, summary->field_count, sizeof *columns);
    size_t count = 0;
    for (size_t i = 0; i < summary->field_count; i++) {
        const Field *field = &summary->fields[i];
        int width = field->width > 0 ? (int)field->width : WIDTH_WHERE_NONE_IS_SAID;
        if (is_column(field))
            columns[count++] = (WorkbookColumn){label_of(field, arena), width, content_of(field->type)};
    }
    return (WorkbookSheet){TEXT("汇总表"), WORKBOOK_FORM, columns, count};
}

static Text
head_value(const Field *field, const Table *table)
{
    switch (field->type) {
    case FIELD_UNIT:
        return table->unit_name;
    case FIELD_PERSON:
        return table->contact;
    case FIELD_PHONE:
    case FIELD_MOBILE:
        return table->phone;
    default:
        return TEXT_NONE;
    }
}

static bool
write_head(const State *state, Workbook *book, const Table *table, Err *err)
{
    if (!workbook_line(book, WORKBOOK_ANNEX, state->cycle->attachment_no, err) ||
        !workbook_line(book, WORKBOOK_TITLE, state->summary->title, err))
        return false;
    for (size_t i = 0; i < state->summary->field_count; i++) {
        const Field *field = &state->summary->fields[i];
        Text value = head_value(field, table);
        Text line = arena_printf(state->arena, "%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(field->title), TEXT_ARG(value));
        WorkbookLine kind = field->type == FIELD_UNIT ? WORKBOOK_STAMP : WORKBOOK_HEAD;
        if (field->in_head && field->printed && !workbook_line(book, kind, line, err))
            return false;
    }
    return workbook_labels(book, err);
}

static bool
holds(const State *state, size_t row, const char *column, Text value)
{
    return text_equal(state_cell(state, STATE_NOMINATIONS, row, column), value);
}

static bool
has_choice(const State *state)
{
    return state_count(state, STATE_NOMINATIONS, "rank", TEXT_NONE) < state_rows(state, STATE_NOMINATIONS);
}

static bool
belongs(const State *state, const Table *table, bool choice, size_t row)
{
    if (!holds(state, row, "standing", TEXT("true")))
        return false;
    if (table->unit_code.len > 0)
        return holds(state, row, "unit_code", table->unit_code);
    return !choice || !holds(state, row, "rank", TEXT_NONE) || holds(state, row, "decision", TEXT("exempt"));
}

/* A row without a plain 序号 goes last. */
static unsigned long
sequence(const State *state, size_t row)
{
    Text written = state_cell(state, STATE_NOMINATIONS, row, "seq");
    char *end;
    unsigned long number = strtoul(arena_string(state->arena, written), &end, 10);
    return written.len > 0 && *end == '\0' ? number : ULONG_MAX;
}

/* The query's order is the consolidated one, by rank; a unit's own table keeps the unit's order. */
static void
sort_by_sequence(const State *state, size_t *rows, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        size_t row = rows[i];
        size_t at = i;
        for (; at > 0 && sequence(state, rows[at - 1]) > sequence(state, row); at--)
            rows[at] = rows[at - 1];
        rows[at] = row;
    }
}

/* The nominations of a table, in its order. */
static size_t *
rows_of(const State *state, const Table *table, size_t *count)
{
    bool choice = has_choice(state);
    size_t *rows = arena_array(state->arena, state_rows(state, STATE_NOMINATIONS), sizeof *rows);
    *count = 0;
    for (size_t row = 0; row < state_rows(state, STATE_NOMINATIONS); row++)
        if (belongs(state, table, choice, row))
            rows[(*count)++] = row;
    if (table->unit_code.len > 0)
        sort_by_sequence(state, rows, *count);
    return rows;
}

/* The nomination's cells in the order of the form, numbered anew; NULL with *err. */
static const Text *
cells_of(const State *state, size_t row, size_t number, Err *err)
{
    Text *cells = arena_array(state->arena, WORKBOOK_COLUMN_MAX, sizeof *cells);
    size_t count = 0;
    JsonDoc *doc = json_read_text(state_cell(state, STATE_NOMINATIONS, row, "printed"), "report/nominations", err);
    if (doc == NULL)
        return NULL;
    for (size_t i = 0; i < state->summary->field_count && count < WORKBOOK_COLUMN_MAX; i++) {
        const Field *field = &state->summary->fields[i];
        if (!is_column(field))
            continue;
        Json member = json_member(json_root(doc), arena_string(state->arena, field->key));
        bool numbered = field->type == FIELD_SEQUENCE;
        cells[count++] = numbered           ? arena_printf(state->arena, "%zu", number)
                         : json_has(member) ? arena_text(state->arena, json_string(member, err))
                                            : TEXT_NONE;
    }
    json_close(doc);
    return err->code == ERR_NONE ? cells : NULL;
}

static const Text **
table_cells(const State *state, const Table *table, size_t *count, Err *err)
{
    const size_t *rows = rows_of(state, table, count);
    const Text **cells = arena_array(state->arena, *count, sizeof *cells);
    for (size_t i = 0; i < *count && err->code == ERR_NONE; i++)
        cells[i] = cells_of(state, rows[i], i + 1, err);
    return cells;
}

static int
at_most(size_t width, int most)
{
    return width < (size_t)most ? (int)width : most;
}

static int
unbroken_of(const Field *field, Text cell, Arena *arena)
{
    Figure figure;
    WorkbookContent content = content_of(field->type);
    size_t widest;
    size_t width = celltext_width(cell, &widest);
    if (content == WORKBOOK_FIGURE && figure_read(arena_string(arena, cell), &figure))
        return figure.width + 1; /* its indent */
    if (content == WORKBOOK_WORDS)
        return at_most(width, UNBROKEN_WORDS);
    int words = at_most(width, UNBROKEN_SHORT);
    int piece = at_most(widest, UNBROKEN_MOST);
    return words > piece ? words : piece;
}

/* By column. */
static const int *
unbroken(const State *state, const Text *const *cells, size_t count)
{
    int *widths = arena_array(state->arena, state->summary->field_count, sizeof *widths);
    size_t column = 0, widest;
    for (size_t i = 0; i < state->summary->field_count; i++) {
        const Field *field = &state->summary->fields[i];
        if (!is_column(field))
            continue;
        widths[column] = at_most(celltext_width(field->title, &widest), UNBROKEN_LABEL);
        for (size_t row = 0; row < count; row++) {
            int width = unbroken_of(field, cells[row][column], state->arena);
            widths[column] = width > widths[column] ? width : widths[column];
        }
        column++;
    }
    return widths;
}

static bool
write_table(const State *state, const Table *table, Err *err)
{
    WorkbookSheet sheet = sheet_of(state->summary, state->arena);
    size_t count;
    const Text **cells = table_cells(state, table, &count, err);
    Workbook *book = err->code == ERR_NONE ? workbook_open(table->path, err) : NULL;
    if (book == NULL)
        return false;
    workbook_mark(book, table->mark);
    workbook_unbroken(book, unbroken(state, cells, count));
    bool ok = workbook_sheet(book, &sheet, err) && write_head(state, book, table, err);
    for (size_t i = 0; ok && i < count; i++)
        ok = workbook_row(book, cells[i], err);
    ok = ok && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}

const size_t *
summary_rows(const State *state, size_t *count)
{
    const Table office = {.unit_code = TEXT_NONE};
    return rows_of(state, &office, count);
}

Text
summary_name(const State *state, Text unit)
{
    return arena_printf(state->arena, "%" TEXT_FMT "-%" TEXT_FMT "-%" TEXT_FMT, TEXT_ARG(state->cycle->attachment_no),
                        TEXT_ARG(state->summary->title), TEXT_ARG(unit));
}

static Text
file_name(const State *state, Text unit)
{
    return arena_printf(state->arena, "%" TEXT_FMT ".xlsx", TEXT_ARG(summary_name(state, unit)));
}

bool
summary_write(const State *state, const Outbox *outbox, Err *err)
{
    return summary_write_to(state, outbox_path(outbox, file_name(state, state->cycle->office)), TEXT_NONE, err);
}

bool
summary_write_to(const State *state, const char *path, Text mark, Err *err)
{
    Table table = {.path = path,
                   .mark = mark,
                   .unit_name = state_cell(state, STATE_OFFICE, 0, "office_name"),
                   .contact = state_cell(state, STATE_OFFICE, 0, "contact"),
                   .phone = state_cell(state, STATE_OFFICE, 0, "phone")};
    return write_table(state, &table, err);
}

static bool
write_unit(const State *state, const Outbox *outbox, size_t row, Err *err)
{
    Table table = {.unit_name = state_cell(state, STATE_UNITS, row, "unit_name"),
                   .contact = state_cell(state, STATE_UNITS, row, "unit_contact"),
                   .phone = state_cell(state, STATE_UNITS, row, "unit_phone"),
                   .unit_code = state_cell(state, STATE_UNITS, row, "unit_code")};
    Text folder = state_cell(state, STATE_UNITS, row, "short_name");
    table.path = outbox_unit_path(outbox, folder, file_name(state, table.unit_name), err);
    return table.path != NULL && write_table(state, &table, err);
}

bool
summary_write_units(const State *state, const Outbox *outbox, Err *err)
{
    for (size_t row = 0; row < state_rows(state, STATE_UNITS); row++) {
        bool zero = text_equal(state_cell(state, STATE_UNITS, row, "state"), TEXT("zero"));
        bool stands = !text_equal(state_cell(state, STATE_UNITS, row, "standing"), TEXT("0"));
        if ((zero || stands) && !write_unit(state, outbox, row, err))
            return false;
    }
    return true;
}

static Text
path_of(const State *state, size_t unit)
{
    Arena *arena = state->arena;
    Text name = unit == SIZE_MAX ? state->cycle->office : state_cell(state, STATE_UNITS, unit, "unit_name");
    Text file = filename_safe(file_name(state, name), arena);
    if (unit == SIZE_MAX)
        return file;
    Text folder = filename_safe(state_cell(state, STATE_UNITS, unit, "short_name"), arena);
    return arena_printf(arena, "units/%" TEXT_FMT "/%" TEXT_FMT, TEXT_ARG(folder), TEXT_ARG(file));
}

bool
summary_file(const State *state, Text path, size_t *unit)
{
    *unit = SIZE_MAX;
    if (text_equal(path, path_of(state, SIZE_MAX)))
        return true;
    for (*unit = 0; *unit < state_rows(state, STATE_UNITS); ++*unit)
        if (text_equal(path, path_of(state, *unit)))
            return true;
    return false;
}

/* The n-th field of the table's head, or of its columns. */
static const Field *
nth_field(const UploadKind *summary, bool in_head, size_t n)
{
    for (size_t i = 0; i < summary->field_count; i++) {
        const Field *field = &summary->fields[i];
        if (field->printed && field->in_head == in_head && n-- == 0)
            return field;
    }
    return NULL;
}

bool
summary_place(const State *state, size_t unit, uint64_t row, int column, SummaryPlace *place)
{
    const uint64_t lines_above_head = 2;
    const Table table = {.unit_code = unit == SIZE_MAX ? TEXT_NONE : state_cell(state, STATE_UNITS, unit, "unit_code")};
    size_t heads = 0;
    size_t count;
    const size_t *rows = rows_of(state, &table, &count);
    while (nth_field(state->summary, true, heads) != NULL)
        heads++;
    uint64_t labels = lines_above_head + heads + 1;
    *place = (SummaryPlace){.nomination = SIZE_MAX};
    if (row > lines_above_head && row < labels)
        place->field = nth_field(state->summary, true, row - lines_above_head - 1);
    else if (row >= labels && column >= 0)
        place->field = nth_field(state->summary, false, (size_t)column);
    if (row > labels && row - labels <= count)
        place->nomination = rows[row - labels - 1];
    return row >= 1 && row <= labels + count && (row < labels || column < 0 || place->field != NULL);
}
