#include "markup/xml2003_sheet.h"

#include <string.h>

#include "base/limits.h"
#include "markup/merges.h"
#include "markup/xml2003_cell.h"
#include "markup/xml2003_xml.h"
#include "rows/sheetfacts.h"
#include "text/character.h"
#include "text/runs.h"

/* The elements that stand in one another, by depth. */
enum { WORKBOOK = 1, WORKSHEET, TABLE, ROW, CELL, DATA };

typedef struct SheetReading {
    const Xml2003Book *book;
    Sink *sink;
    size_t sheets_begun;
    Text name;
    int depth;
    int inside;       /* the deepest of the elements above that has been entered */
    bool table_begun; /* in this sheet */
    RowBuild build;
    Merges merges;
    bool *hidden;        /* by column */
    long *column_styles; /* by column */
    uint64_t *covered;   /* by column: the last row that a merged cell covers */
    long table_style, row_style;
    uint64_t column_no; /* of the last Column, 1-based */
    uint64_t row_no, row_span;
    bool anything; /* the row has a cell with a value or formula */
    int column, next_column;
    bool covered_cell; /* a merged cell covers this one */
    XlsxCell cell;
    Text type;                /* of its Data; absent where there was none yet */
    unsigned struck;          /* elements around the text that strike it through, */
    unsigned raised, lowered; /* raise or lower it */
    bool last_struck;         /* the last of the text that is seen */
    Buf text;
} SheetReading;

static bool
refuse(SheetReading *reading, const char *code, Text raw, Err *err)
{
    Place place = {reading->name, reading->inside >= ROW ? reading->row_no : 0,
                   reading->inside >= CELL ? reading->column : -1};
    return sink_refuse(reading->sink, code, (Remark){.place = place, .raw = raw}, err);
}

static bool
damaged(SheetReading *reading, Text raw, Err *err)
{
    return refuse(reading, "workbook_damaged", raw, err);
}

/* The style that is named, `missing` where none is; false where it is not there. */
static bool
find_style(SheetReading *reading, const char *const *attributes, long missing, long *style, Err *err)
{
    Text id = xml2003_attribute(attributes, "StyleID");
    *style = id.ptr == NULL ? missing : xml2003_styles_find(&reading->book->styles, id);
    return id.ptr == NULL || *style != XML2003_NO_STYLE || damaged(reading, id, err);
}

static bool
begin_sheet(SheetReading *reading, Err *err)
{
    const Xml2003Sheet *sheet = &reading->book->sheets[reading->sheets_begun++];
    reading->inside = WORKSHEET;
    reading->name = sheet->name;
    reading->table_begun = false;
    reading->row_no = reading->row_span = reading->column_no = 0;
    memset(reading->hidden, 0, LIMIT_COLUMNS * sizeof *reading->hidden);
    memset(reading->covered, 0, LIMIT_COLUMNS * sizeof *reading->covered);
    return sink_sheet(reading->sink, sheet->name, sheet->visibility, err);
}

static bool
end_sheet(SheetReading *reading, Err *err)
{
    return merges_write(&reading->merges, reading->sink, reading->name, err) &&
           sheetfacts_hidden_columns(reading->sink, reading->name, reading->hidden, err);
}

static bool
begin_table(SheetReading *reading, const char *const *attributes, Err *err)
{
    if (reading->table_begun)
        return damaged(reading, TEXT("Table"), err);
    reading->table_begun = true;
    reading->inside = TABLE;
    long standard = xml2003_styles_find(&reading->book->styles, TEXT("Default"));
    if (standard == XML2003_NO_STYLE)
        standard = reading->book->styles.plain;
    if (!find_style(reading, attributes, standard, &reading->table_style, err))
        return false;
    for (int i = 0; i < LIMIT_COLUMNS; i++)
        reading->column_styles[i] = reading->table_style;
    return true;
}

static bool
take_column(SheetReading *reading, const char *const *attributes, Err *err)
{
    uint64_t first, span;
    long style;
    if (reading->row_no > 0 || !xml2003_count(attributes, "Index", reading->column_no + 1, LIMIT_COLUMNS, &first) ||
        !xml2003_count(attributes, "Span", 0, LIMIT_COLUMNS, &span) || first <= reading->column_no ||
        first + span > LIMIT_COLUMNS)
        return damaged(reading, TEXT("Column"), err);
    if (!find_style(reading, attributes, reading->table_style, &style, err))
        return false;
    bool hidden = xml2003_hidden(attributes, "Width");
    for (uint64_t i = first - 1; i < first + span; i++) {
        reading->hidden[i] = hidden;
        reading->column_styles[i] = style;
    }
    reading->column_no = first + span;
    return true;
}

static bool
begin_row(SheetReading *reading, const char *const *attributes, Err *err)
{
    uint64_t next = reading->row_no + reading->row_span + 1, row_no;
    if (!xml2003_count(attributes, "Index", next, UINT32_MAX, &row_no) || row_no < next ||
        !xml2003_count(attributes, "Span", 0, LIMIT_ROWS, &reading->row_span))
        return damaged(reading, TEXT("Row"), err);
    if (row_no > LIMIT_ROWS)
        return refuse(reading, "too_many_rows", TEXT_NONE, err);
    reading->row_no = row_no;
    reading->inside = ROW;
    reading->next_column = 0;
    reading->anything = false;
    rowbuild_begin(&reading->build, reading->name, row_no);
    if (xml2003_hidden(attributes, "Height"))
        rowbuild_mark(&reading->build, -1, "hidden", reading->sink->row);
    return find_style(reading, attributes, XML2003_NO_STYLE, &reading->row_style, err);
}

static bool
end_row(SheetReading *reading, Err *err)
{
    if (reading->anything && reading->row_span > 0)
        return damaged(reading, TEXT("ss:Span"), err);
    if (reading->anything && !sink_row(reading->sink, rowbuild_row(&reading->build), err))
        return false;
    arena_reset(reading->sink->row);
    return true;
}

/* Where the next cell stands that does not say so, and what this one covers. */
static bool
merge(SheetReading *reading, const char *const *attributes, Err *err)
{
    uint64_t across, down;
    int column = reading->column;
    if (!xml2003_count(attributes, "MergeAcross", 0, LIMIT_COLUMNS - 1 - (uint64_t)column, &across) ||
        !xml2003_count(attributes, "MergeDown", 0, LIMIT_ROWS - reading->row_no, &down))
        return damaged(reading, TEXT("Merge"), err);
    reading->next_column = column + (int)across + 1;
    if (across == 0 && down == 0)
        return true;
    for (int i = column; i <= column + (int)across; i++) {
        if (reading->covered[i] >= reading->row_no)
            return damaged(reading, TEXT("Merge"), err);
        reading->covered[i] = reading->row_no + down;
    }
    Merge merged = {(uint32_t)reading->row_no, (uint32_t)(reading->row_no + down), column, column + (int)across};
    return merges_add(&reading->merges, &merged) || refuse(reading, "package_too_large", reading->name, err);
}

static bool
place_cell(SheetReading *reading, const char *const *attributes, Err *err)
{
    uint64_t number, next = (uint64_t)reading->next_column + 1;
    if (!xml2003_count(attributes, "Index", next, UINT32_MAX, &number) || number < next)
        return damaged(reading, TEXT("ss:Index"), err);
    if (number > LIMIT_COLUMNS)
        return refuse(reading, "too_many_columns", TEXT_NONE, err);
    reading->column = (int)number - 1;
    reading->covered_cell = reading->covered[reading->column] >= reading->row_no;
    reading->inside = CELL;
    return merge(reading, attributes, err);
}

static bool
begin_cell(SheetReading *reading, const char *const *attributes, Err *err)
{
    long style;
    if (!place_cell(reading, attributes, err))
        return false;
    long inherited =
        reading->row_style != XML2003_NO_STYLE ? reading->row_style : reading->column_styles[reading->column];
    if (!find_style(reading, attributes, inherited, &style, err))
        return false;
    reading->cell = (XlsxCell){
        .place = {reading->name, reading->row_no, reading->column},
        .style = style,
        .hidden = reading->hidden[reading->column],
        .formula = xml2003_attribute(attributes, "Formula").ptr != NULL,
        .runs.struck = xml2003_styles_struck(&reading->book->styles, style),
    };
    reading->type = TEXT_NONE;
    return true;
}

/* A value under a merged cell: a writer that did not say where its cells stand beside one that reaches down. */
static bool
end_cell(SheetReading *reading, Err *err)
{
    XlsxCell *cell = &reading->cell;
    if (!xlsx_cell_present(cell))
        return true;
    if (reading->covered_cell)
        return damaged(reading, cell->stored, err);
    reading->anything = true;
    return xlsx_cell_put(&reading->book->shared, cell, &reading->build, err);
}

static bool
begin_data(SheetReading *reading, const char *const *attributes, Err *err)
{
    Text type = xml2003_attribute(attributes, "Type");
    if (type.ptr == NULL || reading->type.ptr != NULL)
        return damaged(reading, TEXT("Data"), err);
    reading->type = arena_text(reading->sink->row, type);
    reading->inside = DATA;
    reading->struck = reading->raised = reading->lowered = 0;
    reading->last_struck = false;
    buf_clear(&reading->text);
    return true;
}

static bool
end_data(SheetReading *reading, Err *err)
{
    Text text = reading->text.len > 0 ? arena_text(reading->sink->row, buf_view(&reading->text)) : TEXT("");
    return xml2003_cell_set(reading->book, reading->type, text, &reading->cell) || damaged(reading, text, err);
}

static bool
strikes(const char *element)
{
    return strcmp(element, "S") == 0;
}

/* What may stand in a text: character formats, which part it into runs. */
static bool
take_run(SheetReading *reading, const char *element, Err *err)
{
    static const char *const runs[] = {"B", "I", "U", "S", "Sub", "Sup", "Font", "Span"};
    reading->cell.runs.rich = true;
    reading->struck += strikes(element);
    reading->raised += strcmp(element, "Sup") == 0;
    reading->lowered += strcmp(element, "Sub") == 0;
    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++)
        if (strcmp(element, runs[i]) == 0)
            return true;
    return damaged(reading, text_of(element), err);
}

/* Beside its Data a cell has comments, names and smart tags, which are not read. */
static bool
enter(SheetReading *reading, const char *element, const char *const *attributes, Err *err)
{
    bool (*begin)(SheetReading *, const char *const *, Err *) = NULL;
    Text bare;
    if (reading->inside == TABLE)
        begin = strcmp(element, "Row") == 0 ? begin_row : strcmp(element, "Column") == 0 ? take_column : NULL;
    else if (reading->inside == ROW)
        begin = strcmp(element, "Cell") == 0 ? begin_cell : NULL;
    else if (text_ends_with(text_of(element), TEXT("Data")))
        begin = strcmp(element, "Data") == 0 ? begin_data : NULL;
    else
        return true;
    if (begin == NULL)
        return damaged(reading, text_of(element), err);
    return xml2003_bare_attribute(attributes, &bare) ? damaged(reading, bare, err) : begin(reading, attributes, err);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    SheetReading *reading = context;
    bool beneath = ++reading->depth == reading->inside + 1;
    if (reading->inside == DATA)
        return take_run(reading, element, err);
    if (!beneath)
        return true;
    if (reading->inside >= TABLE)
        return enter(reading, element, attributes, err);
    if (reading->inside == WORKSHEET && strcmp(element, "Table") == 0)
        return begin_table(reading, attributes, err);
    if (reading->inside == WORKBOOK && strcmp(element, "Worksheet") == 0)
        return begin_sheet(reading, err);
    if (reading->inside == 0)
        reading->inside = WORKBOOK;
    return true;
}

static bool
leave(SheetReading *reading, Err *err)
{
    switch (reading->inside) {
    case WORKSHEET:
        return end_sheet(reading, err);
    case ROW:
        return end_row(reading, err);
    case CELL:
        return end_cell(reading, err);
    case DATA:
        return end_data(reading, err);
    default:
        return true;
    }
}

static void
leave_run(SheetReading *reading, const char *element)
{
    reading->struck -= strikes(element);
    reading->raised -= strcmp(element, "Sup") == 0;
    reading->lowered -= strcmp(element, "Sub") == 0;
}

static RunLook
look_of(const SheetReading *reading)
{
    RunScript script = reading->raised > 0 ? RUN_RAISED : reading->lowered > 0 ? RUN_LOWERED : RUN_UNSET;
    return (RunLook){script, reading->struck > 0};
}

static bool
on_end(void *context, const char *element, Err *err)
{
    SheetReading *reading = context;
    bool own = reading->depth-- == reading->inside;
    if (reading->inside == DATA && !own)
        leave_run(reading, element);
    bool ok = !own || leave(reading, err);
    reading->inside -= own;
    return ok;
}

/* Text that stands in a table and in no cell's data would be lost. */
static bool
on_text(void *context, Text piece, Err *err)
{
    SheetReading *reading = context;
    if (reading->inside == DATA) {
        reading->cell.runs.struck = reading->cell.runs.struck || (reading->struck > 0 && !character_all_blank(piece));
        return piece.len == 0 || runs_add(&reading->text, piece, look_of(reading), &reading->last_struck) ||
               refuse(reading, "cell_too_long", TEXT_NONE, err);
    }
    bool stray = reading->inside >= TABLE && reading->depth == reading->inside && text_trim(piece).len > 0;
    return !stray || damaged(reading, text_trim(piece), err);
}

bool
xml2003_sheets_read(const Xml2003Book *book, Err *err)
{
    static const XmlHandlers handlers = {xml2003_spaces, on_start, on_end, on_text};
    Arena *arena = arena_new();
    SheetReading reading = {.book = book, .sink = book->shared.sink, .name = TEXT("")};
    reading.hidden = arena_array(arena, LIMIT_COLUMNS, sizeof *reading.hidden);
    reading.column_styles = arena_array(arena, LIMIT_COLUMNS, sizeof *reading.column_styles);
    reading.covered = arena_array(arena, LIMIT_COLUMNS, sizeof *reading.covered);
    reading.merges = merges_new();
    reading.text = buf_new(sink_limits(reading.sink)->string);
    rowbuild_open(&reading.build);
    bool ok = xml2003_xml_read(book->source, reading.sink, &handlers, &reading, err);
    rowbuild_close(&reading.build);
    buf_free(&reading.text);
    merges_free(&reading.merges);
    arena_free(arena);
    return ok;
}
