#include "review/entries.h"

#include <string.h>

#include "base/buf.h"
#include "text/gap.h"

enum { CSV_MAX = 1 << 20, LINES_ABOVE = 3, NARROW = 12, WIDE = 26 };

const UploadKind *
entries_register(const Review *review, Text kind)
{
    return upload_kind(review->registers, kind);
}

static Text
register_of(const Review *review, size_t row)
{
    return state_cell(review->state, STATE_HOLDS, row, "register");
}

/* 批次 is left out: a line without it is of this cycle. */
static bool
is_entered(const Field *field)
{
    return !text_equal(field->key, TEXT("batch"));
}

static size_t
column_count(const UploadKind *kind)
{
    size_t count = 0;
    for (size_t i = 0; i < kind->field_count; i++)
        count += is_entered(&kind->fields[i]);
    return count;
}

/* A matter in the words that the ledger has for it, which the register takes as well as the code. */
static Text
entry_of(const Review *review, const Field *field, Text value)
{
    Text words = text_equal(field->key, TEXT("matter")) ? messages_title(review->state->messages, value) : TEXT_NONE;
    return words.len > 0 ? words : value;
}

/* The cells of a row's line in the order of the register; false with *err. */
static bool
line_cells(const Review *review, size_t row, const UploadKind *kind, Text *cells, Err *err)
{
    Arena *arena = review->state->arena;
    JsonDoc *doc = json_read_text(state_cell(review->state, STATE_HOLDS, row, "line"), "report/holds", err);
    if (doc == NULL)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < kind->field_count; i++) {
        Json value = json_member(json_root(doc), arena_string(arena, kind->fields[i].key));
        if (is_entered(&kind->fields[i]))
            cells[count++] = json_has(value)
                                 ? arena_text(arena, entry_of(review, &kind->fields[i], json_string(value, err)))
                                 : TEXT_NONE;
    }
    json_close(doc);
    return err->code == ERR_NONE;
}

/* Source: RFC 4180. */
static bool
add_field(Buf *csv, Text field)
{
    bool quoted = false;
    for (size_t i = 0; i < field.len; i++)
        quoted = quoted || strchr(",\"\r\n", field.ptr[i]) != NULL;
    bool ok = !quoted || buf_char(csv, '"');
    for (size_t i = 0; ok && i < field.len; i++)
        ok = (field.ptr[i] != '"' || buf_char(csv, '"')) && buf_char(csv, field.ptr[i]);
    return ok && (!quoted || buf_char(csv, '"'));
}

Text
entries_csv(const Review *review, size_t row, Err *err)
{
    const UploadKind *kind = entries_register(review, register_of(review, row));
    Text cells[WORKBOOK_COLUMN_MAX] = {TEXT_NONE};
    if (kind == NULL || !line_cells(review, row, kind, cells, err))
        return TEXT_NONE;
    Buf csv = buf_new(CSV_MAX);
    bool fits = true;
    for (size_t i = 0; fits && i < column_count(kind); i++)
        fits = (i == 0 || buf_char(&csv, ',')) && add_field(&csv, cells[i]);
    Text line = fits ? arena_text(review->state->arena, buf_view(&csv)) : TEXT_NONE;
    buf_free(&csv);
    return line;
}

Text
entries_row(const Review *review, size_t row)
{
    size_t before = 0;
    if (register_of(review, row).len == 0)
        return TEXT_NONE;
    for (size_t i = 0; i < row; i++)
        before += text_equal(register_of(review, i), register_of(review, row));
    return arena_printf(review->state->arena, "%zu", LINES_ABOVE + before + 1);
}

static bool
begin_sheet(const Review *review, Workbook *book, const UploadKind *kind, WorkbookColumn *columns, Err *err)
{
    const Text *words = review->layout->words;
    Arena *arena = review->state->arena;
    Text name = gap_fill(words[WORD_ENTRY_SHEET], &kind->title, 1, arena);
    const Text note[] = {kind->title, layout_pair(&review->layout->todo, kind->kind)};
    const Text title[] = {review->state->cycle->title, name};
    size_t count = 0;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        bool wide = field->type == FIELD_TEXT || field->type == FIELD_NAME || field->type == FIELD_UNIT;
        if (is_entered(field))
            columns[count++] = (WorkbookColumn){field->title, wide ? WIDE : NARROW, WORKBOOK_WORDS};
    }
    WorkbookSheet sheet = {name, WORKBOOK_LEDGER, columns, count};
    return workbook_sheet(book, &sheet, err) &&
           workbook_line(book, WORKBOOK_TITLE, gap_fill(words[WORD_TITLE], title, 2, arena), err) &&
           workbook_line(book, WORKBOOK_NOTE, gap_fill(words[WORD_ENTRY_NOTE], note, 2, arena), err) &&
           workbook_labels(book, err);
}

static bool
write_lines(const Review *review, Workbook *book, const UploadKind *kind, Err *err)
{
    Text cells[WORKBOOK_COLUMN_MAX] = {TEXT_NONE};
    for (size_t row = 0; row < state_rows(review->state, STATE_HOLDS); row++)
        if (text_equal(register_of(review, row), kind->kind) &&
            (!line_cells(review, row, kind, cells, err) || !workbook_row(book, cells, err)))
            return false;
    return true;
}

bool
entries_write(const Review *review, Workbook *book, Err *err)
{
    for (size_t i = 0; i < review->registers->kind_count; i++) {
        const UploadKind *kind = &review->registers->kinds[i];
        WorkbookColumn columns[WORKBOOK_COLUMN_MAX];
        if (state_count(review->state, STATE_HOLDS, "register", kind->kind) > 0 &&
            (!begin_sheet(review, book, kind, columns, err) || !write_lines(review, book, kind, err)))
            return false;
    }
    return true;
}
