#include "xlsx/xlsx_sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "rows/sheetfacts.h"
#include "xlsx/xlsx_margin.h"
#include "xlsx/xlsx_name.h"
#include "xlsx/xlsx_over.h"

typedef struct SheetReading {
    const XlsxBook *book;
    Text name;
    RowBuild build;
    XlsxText text; /* <v>, or the runs of <is> */
    XlsxCell cell;
    bool in_row;
    bool in_cell;
    bool in_value;
    bool in_inline;
    bool has_value;
    bool anything;       /* the row has a cell with a value or formula */
    bool is_sheet;       /* the part is what it should be */
    unsigned char *seen; /* a bit for each row there has been */
    uint64_t row_no;
    int column;
    bool *hidden; /* by column */
    XlsxOver over;
    XlsxMargin margin;
} SheetReading;

static bool
refuse(SheetReading *reading, const char *code, Text raw, Err *err)
{
    Place place = {reading->name, reading->row_no, reading->in_cell ? reading->column : -1};
    return sink_refuse(reading->book->sink, code, (Remark){.place = place, .raw = raw}, err);
}

static bool
is_zero(const char *number)
{
    return number != NULL && strtod(number, NULL) <= 0;
}

/* Rows may come in any order; where one comes twice, what it holds is in doubt. */
static bool
seen_before(SheetReading *reading)
{
    size_t byte = (size_t)reading->row_no / 8;
    unsigned char bit = (unsigned char)(1u << reading->row_no % 8);
    bool seen = (reading->seen[byte] & bit) != 0;
    reading->seen[byte] |= bit;
    return seen;
}

/* Rows that only have something lying over them, ahead of the row `below`. */
static bool
put_bare_rows(SheetReading *reading, uint64_t below, Err *err)
{
    Sink *sink = reading->book->sink;
    uint64_t row_no;
    while (xlsx_over_bare(&reading->over, below, &row_no)) {
        rowbuild_begin(&reading->build, reading->name, row_no);
        if (xlsx_over_put(&reading->over, &reading->build, reading->hidden, sink->row) &&
            !sink_row(sink, rowbuild_row(&reading->build), err))
            return false;
    }
    return true;
}

static bool
begin_row(SheetReading *reading, const char *const *attributes, Err *err)
{
    const char *number = xml_attribute(attributes, "r");
    uint64_t row_no = reading->row_no + 1;
    if (number != NULL && !text_read_count(text_of(number), &row_no))
        row_no = 0;
    if (row_no < 1 || row_no > LIMIT_ROWS)
        return refuse(reading, "workbook_damaged", text_of(number), err);
    reading->row_no = row_no;
    if (seen_before(reading))
        return refuse(reading, "workbook_damaged", text_of(number), err);
    if (!put_bare_rows(reading, reading->row_no, err))
        return false;
    reading->in_row = true;
    reading->anything = false;
    reading->column = -1;
    rowbuild_begin(&reading->build, reading->name, reading->row_no);
    if (xml_true(xml_attribute(attributes, "hidden")) || is_zero(xml_attribute(attributes, "ht")))
        rowbuild_mark(&reading->build, -1, "hidden", reading->book->sink->row);
    return true;
}

static bool
end_row(SheetReading *reading, Err *err)
{
    Sink *sink = reading->book->sink;
    reading->in_row = false;
    reading->anything |= xlsx_over_put(&reading->over, &reading->build, reading->hidden, sink->row);
    return !reading->anything || sink_row(sink, rowbuild_row(&reading->build), err);
}

typedef struct CellAttributes {
    const char *reference, *type, *style; /* NULL where absent */
} CellAttributes;

/* One look at each: a sheet may have millions of cells. */
static CellAttributes
cell_attributes(const char *const *attributes)
{
    CellAttributes found = {NULL, NULL, NULL};
    for (; attributes[0] != NULL; attributes += 2) {
        if (attributes[0][0] == '\0' || attributes[0][1] != '\0')
            continue;
        switch (attributes[0][0]) {
        case 'r':
            found.reference = attributes[1];
            break;
        case 't':
            found.type = attributes[1];
            break;
        case 's':
            found.style = attributes[1];
            break;
        }
    }
    return found;
}

static bool
begin_cell(SheetReading *reading, const char *const *attributes, Err *err)
{
    CellAttributes found = cell_attributes(attributes);
    uint64_t row_no = 0;
    reading->column++;
    if (found.reference != NULL &&
        (!row_read_cell(text_of(found.reference), &row_no, &reading->column) || row_no != reading->row_no))
        return refuse(reading, "workbook_damaged", text_of(found.reference), err);
    if (reading->column >= LIMIT_COLUMNS)
        return refuse(reading, "too_many_columns", TEXT_NONE, err);
    reading->cell = (XlsxCell){
        .place = {reading->name, reading->row_no, reading->column},
        .type = xlsx_cell_type(found.type),
        .style = found.style != NULL ? strtol(found.style, NULL, 10) : 0,
        .hidden = reading->hidden[reading->column],
    };
    reading->in_cell = true;
    reading->has_value = false;
    xlsx_text_begin(&reading->text);
    return true;
}

/* The collected text, copied into the row arena: the next cell collects in the same place. */
static Text
stored_text(SheetReading *reading)
{
    Buf *collected = &reading->text.text;
    if (reading->cell.type == XLSX_INLINE || reading->cell.type == XLSX_STRING)
        xlsx_text_settle(&reading->text);
    return collected->len > 0 ? arena_text(reading->book->sink->row, buf_view(collected)) : TEXT("");
}

static bool
end_cell(SheetReading *reading, Err *err)
{
    XlsxCell *cell = &reading->cell;
    if (reading->has_value)
        cell->stored = stored_text(reading);
    cell->runs = reading->text.runs;
    bool present = xlsx_cell_present(cell);
    reading->anything = reading->anything || present;
    bool ok = !present || xlsx_cell_put(reading->book, cell, &reading->build, err);
    if (present)
        xlsx_over_under(&reading->over, cell);
    reading->in_cell = false;
    return ok;
}

static void
hide_columns(SheetReading *reading, const char *const *attributes)
{
    const char *first = xml_attribute(attributes, "min"), *last = xml_attribute(attributes, "max");
    bool hidden = xml_true(xml_attribute(attributes, "hidden")) || is_zero(xml_attribute(attributes, "width"));
    if (!hidden || first == NULL || last == NULL)
        return;
    long until = strtol(last, NULL, 10);
    for (long i = strtol(first, NULL, 10); i >= 1 && i <= until && i <= LIMIT_COLUMNS; i++)
        reading->hidden[i - 1] = true;
}

/* A single cell, which some programs write, is merged with nothing. */
static bool
add_merge(SheetReading *reading, Text range, Err *err)
{
    uint64_t row_no;
    int column;
    size_t colon = text_find(range, TEXT(":"), 0);
    if (colon == SIZE_MAX)
        return true;
    if (!row_read_cell(text_sub(range, 0, colon), &row_no, &column) ||
        !row_read_cell(text_sub(range, colon + 1, range.len), &row_no, &column))
        return refuse(reading, "workbook_damaged", range, err);
    return rawrow_merge(reading->book->sink->rows, reading->name, range, err);
}

/* What may stand inside <c>; of two values nobody knows which is meant. */
static bool
start_in_cell(SheetReading *reading, const char *element, const char *const *attributes, Err *err)
{
    bool value = strcmp(element, "v") == 0 || strcmp(element, "is") == 0;
    if (value && reading->text.text.len > 0)
        return refuse(reading, "workbook_damaged", buf_view(&reading->text.text), err);
    if (reading->in_inline) {
        xlsx_text_start(&reading->text, element, attributes);
    } else if (strcmp(element, "v") == 0) {
        reading->in_value = reading->has_value = true;
    } else if (strcmp(element, "f") == 0) {
        reading->cell.formula = true;
    } else if (strcmp(element, "is") == 0) {
        reading->in_inline = reading->has_value = true;
    }
    return true;
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    SheetReading *reading = context;
    if (reading->in_cell)
        return start_in_cell(reading, element, attributes, err);
    if (reading->in_row)
        return strcmp(element, "c") != 0 || begin_cell(reading, attributes, err);
    if (strcmp(element, "row") == 0)
        return begin_row(reading, attributes, err);
    if (strcmp(element, "worksheet") == 0)
        reading->is_sheet = true;
    else if (strcmp(element, "col") == 0)
        hide_columns(reading, attributes);
    else if (strcmp(element, "mergeCell") == 0 && xml_attribute(attributes, "ref") != NULL)
        return add_merge(reading, text_trim(text_of(xml_attribute(attributes, "ref"))), err);
    xlsx_margin_start(&reading->margin, element);
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    SheetReading *reading = context;
    if (reading->in_inline) {
        xlsx_text_end(&reading->text, element);
        reading->in_inline = strcmp(element, "is") != 0;
    } else if (reading->in_value) {
        reading->in_value = strcmp(element, "v") != 0;
    } else if (reading->in_cell) {
        return strcmp(element, "c") != 0 || end_cell(reading, err);
    } else if (reading->in_row) {
        return strcmp(element, "row") != 0 || end_row(reading, err);
    }
    xlsx_margin_end(&reading->margin);
    return true;
}

static bool
on_text(void *context, Text piece, Err *err)
{
    SheetReading *reading = context;
    bool ok = true;
    if (reading->in_value)
        ok = buf_text(&reading->text.text, piece);
    else if (reading->in_inline)
        ok = xlsx_text_add(&reading->text, piece);
    xlsx_margin_add(&reading->margin, piece);
    return ok || refuse(reading, "cell_too_long", TEXT_NONE, err);
}

static bool
read_rows(SheetReading *reading, Text part, Err *err)
{
    static const XmlHandlers handlers = {xlsx_spaces, on_start, on_end, on_text};
    Sink *sink = reading->book->sink;
    return part_read(reading->book->zip, sink, part, &handlers, reading, err) &&
           (reading->is_sheet || refuse(reading, "workbook_damaged", part, err)) &&
           put_bare_rows(reading, UINT64_MAX, err) &&
           sheetfacts_hidden_columns(sink, reading->name, reading->hidden, err);
}

bool
xlsx_sheet_read(const XlsxBook *book, Text part, Text name, Err *err)
{
    SheetReading reading = {.book = book, .name = name, .column = -1};
    Arena *arena = arena_new();
    reading.hidden = arena_array(arena, LIMIT_COLUMNS, sizeof *reading.hidden);
    reading.seen = arena_alloc(arena, LIMIT_ROWS / 8 + 1);
    rowbuild_open(&reading.build);
    xlsx_text_open(&reading.text, sink_limits(book->sink)->string);
    xlsx_over_open(&reading.over);
    xlsx_margin_open(&reading.margin);
    bool ok = xlsx_over_read(&reading.over, book, part, err) && read_rows(&reading, part, err) &&
              xlsx_over_tell(&reading.over, book->sink, name, err) &&
              xlsx_margin_tell(&reading.margin, book->sink, name, err);
    xlsx_margin_close(&reading.margin);
    xlsx_over_close(&reading.over);
    xlsx_text_close(&reading.text);
    rowbuild_close(&reading.build);
    arena_free(arena);
    return ok;
}
