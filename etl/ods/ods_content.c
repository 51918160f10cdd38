#include "ods/ods_content.h"

#include <string.h>

#include "ods/ods_name.h"

/* What is being read. */
typedef enum Level { DOCUMENT, STYLE, BOOK, SHEET, ROW, CELL, PARAGRAPH } Level;

typedef bool (*StartElement)(OdsContent *content, const char *element, const char *const *attributes, Err *err);
typedef bool (*EndElement)(OdsContent *content, Err *err);

/* An element that is read: where it stands, what its content is read as, what its start and its end do. */
typedef struct OdsRule {
    Level level;
    Level inside;
    const char *element; /* NULL: any */
    StartElement start;
    EndElement end;
} OdsRule;

static bool
refuse(OdsContent *content, const char *code, Text raw, Err *err)
{
    return sink_refuse(content->book.sink, code, (Remark){.place = sink_place(TEXT("")), .raw = raw}, err);
}

/* Its content is not read. Always true. */
static bool
leave_out(OdsContent *content)
{
    content->left_out = 1;
    ods_left_begin(&content->left, false, 0, -1);
    return true;
}

static bool
start_styles(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)attributes, (void)err;
    content->common_styles = strcmp(element, "styles") == 0;
    return true;
}

static bool
start_style(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element;
    content->style = TEXT_NONE;
    if (!ods_name_is(attributes, ODS_STYLE("family"), "table"))
        return ods_styles_add(&content->styles, attributes, content->common_styles) ||
               refuse(content, "package_too_large", TEXT("style:style"), err);
    content->style = arena_text(content->book.sink->run, text_of(xml_attribute(attributes, ODS_STYLE("name"))));
    return true;
}

static bool
start_table_properties(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element;
    if (content->style.ptr == NULL || !ods_name_is(attributes, ODS_TABLE("display"), "false"))
        return true;
    if (content->hidden_style_count == LIMIT_SHEETS)
        return refuse(content, "package_too_large", TEXT("style:table-properties"), err);
    content->hidden_styles[content->hidden_style_count++] = content->style;
    return true;
}

static bool
start_properties(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)err;
    if (content->style.ptr == NULL && strcmp(element, "text-properties") == 0)
        ods_styles_properties(&content->styles, attributes);
    else if (content->style.ptr == NULL)
        ods_styles_cell_properties(&content->styles, attributes);
    return true;
}

static bool
start_spreadsheet(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)attributes;
    if (content->spreadsheet)
        return refuse(content, "workbook_damaged", TEXT("<office:spreadsheet>"), err);
    content->spreadsheet = true;
    ods_styles_settle(&content->styles);
    return rawrow_fact(content->book.sink->rows, TEXT("format"), TEXT("ods"), err);
}

/* A copy of another file's sheet, "'file:///…'#$name": no sheet of this one may have such a name. */
static bool
is_copy(Text name)
{
    return text_starts_with(name, TEXT("'")) && text_find(name, TEXT("'#$"), 0) != SIZE_MAX;
}

static const char *
visibility_of(const OdsContent *content, Text style)
{
    for (size_t i = 0; i < content->hidden_style_count; i++)
        if (text_equal(content->hidden_styles[i], style))
            return "hidden";
    return "visible";
}

static bool
start_table(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    Sink *sink = content->book.sink;
    Text name = text_of(xml_attribute(attributes, ODS_TABLE("name")));
    Text style = text_of(xml_attribute(attributes, ODS_TABLE("style-name")));
    (void)element;
    if (name.ptr == NULL)
        return refuse(content, "workbook_damaged", TEXT("<table:table>"), err);
    if (is_copy(name))
        return leave_out(content);
    if (content->sheet_count++ == LIMIT_SHEETS)
        return sink_refuse(sink, "too_many_sheets", (Remark){.place = sink_place(name)}, err);
    ods_sheet_begin(&content->sheet, arena_text(sink->run, name));
    return sink_sheet(sink, content->sheet.name, visibility_of(content, style), err);
}

static bool
end_table(OdsContent *content, Err *err)
{
    return ods_sheet_end(&content->sheet, err) &&
           ods_left_tell(&content->left, content->book.sink, content->sheet.name, err);
}

static bool
start_group(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)err;
    content->groups = content->groups << 1 | ods_name_is(attributes, ODS_TABLE("display"), "false");
    return true;
}

static bool
end_group(OdsContent *content, Err *err)
{
    (void)err;
    content->groups >>= 1;
    return true;
}

static bool
start_column(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element;
    return ods_sheet_column(&content->sheet, attributes, content->groups != 0, err);
}

static bool
start_row(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element;
    return ods_sheet_row(&content->sheet, attributes, content->groups != 0, err);
}

static bool
end_row(OdsContent *content, Err *err)
{
    return ods_sheet_end_row(&content->sheet, err);
}

static bool
start_cell(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element;
    ods_text_begin(&content->text);
    return ods_sheet_cell(&content->sheet, attributes, err);
}

static bool
end_cell(OdsContent *content, Err *err)
{
    return ods_sheet_end_cell(&content->sheet, &content->text, err);
}

/* Cells within a cell. */
static bool
start_sub_table(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element;
    return ods_sheet_refuse(&content->sheet, "sub_table_not_read",
                            text_of(xml_attribute(attributes, ODS_TABLE("name"))), err);
}

static bool
fits(OdsContent *content, bool taken, Err *err)
{
    return taken || ods_sheet_refuse(&content->sheet, "cell_too_long", TEXT_NONE, err);
}

static void
open_run(OdsContent *content, OdsFamily family, const char *const *attributes)
{
    const char *style = xml_attribute(attributes, ODS_TEXT("style-name"));
    ods_text_open_run(&content->text, ods_styles_look(&content->styles, family, style));
}

static bool
start_paragraph(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element;
    open_run(content, ODS_OF_PARAGRAPHS, attributes);
    return fits(content, ods_text_paragraph(&content->text), err);
}

static bool
end_paragraph(OdsContent *content, Err *err)
{
    ods_text_close_run(&content->text);
    return fits(content, ods_text_end_paragraph(&content->text), err);
}

/* Its content is not read; what hangs on a cell or a sheet is told. Always true. */
static bool
leave_out_told(OdsContent *content, Level level, const char *element, const char *const *attributes)
{
    const OdsSheet *sheet = &content->sheet;
    bool in_cell = level >= CELL && sheet->column < LIMIT_COLUMNS;
    bool shapes = level >= CELL || (level == SHEET && strcmp(element, "shapes") == 0);
    ods_left_begin(&content->left, shapes, in_cell ? sheet->row_no : 0, in_cell ? (int)sheet->column : -1);
    ods_left_start(&content->left, element, attributes);
    content->left_out = 1;
    return true;
}

static bool
start_left_out(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)err;
    return leave_out_told(content, PARAGRAPH, element, attributes);
}

/* Where rows, cells or paragraphs stand in a wrong place, leaving them out would lose what they hold. */
static bool
refuse_misplaced(OdsContent *content, const char *element, Err *err)
{
    Text raw = arena_text(content->book.sink->run, text_of(element));
    return ods_sheet_refuse(&content->sheet, "workbook_damaged", raw, err);
}

static bool
is_misplaced(Level level, const char *element)
{
    return level >= SHEET && ods_name_holds(element);
}

/* Fields, links and whatever else stands in a text are read for the text in them. */
static bool
start_in_paragraph(OdsContent *content, const char *element, const char *const *attributes, Err *err)
{
    if (is_misplaced(PARAGRAPH, element))
        return refuse_misplaced(content, element, err);
    open_run(content, ODS_OF_RUNS, attributes);
    return fits(content, ods_text_element(&content->text, element, attributes), err);
}

static bool
end_in_paragraph(OdsContent *content, Err *err)
{
    (void)err;
    ods_text_close_run(&content->text);
    return true;
}

static const OdsRule rules[] = {
    {PARAGRAPH, PARAGRAPH, "ruby-text", start_left_out, NULL},
    {PARAGRAPH, PARAGRAPH, "note", start_left_out, NULL},
    {PARAGRAPH, PARAGRAPH, "annotation", start_left_out, NULL},
    {PARAGRAPH, PARAGRAPH, NULL, start_in_paragraph, end_in_paragraph},
    {CELL, PARAGRAPH, "p", start_paragraph, end_paragraph},
    {CELL, PARAGRAPH, "h", start_paragraph, end_paragraph},
    {CELL, CELL, "list", NULL, NULL},
    {CELL, CELL, "list-header", NULL, NULL},
    {CELL, CELL, "list-item", NULL, NULL},
    {CELL, CELL, "numbered-paragraph", NULL, NULL},
    {CELL, CELL, "section", NULL, NULL},
    {CELL, CELL, "table", start_sub_table, NULL},
    {ROW, CELL, "table-cell", start_cell, end_cell},
    {ROW, CELL, "covered-table-cell", start_cell, end_cell},
    {SHEET, ROW, "table-row", start_row, end_row},
    {SHEET, SHEET, "table-rows", NULL, NULL},
    {SHEET, SHEET, "table-header-rows", NULL, NULL},
    {SHEET, SHEET, "table-row-group", start_group, end_group},
    {SHEET, SHEET, "table-column", start_column, NULL},
    {SHEET, SHEET, "table-columns", NULL, NULL},
    {SHEET, SHEET, "table-header-columns", NULL, NULL},
    {SHEET, SHEET, "table-column-group", start_group, end_group},
    {BOOK, SHEET, "table", start_table, end_table},
    {DOCUMENT, DOCUMENT, "document", NULL, NULL},
    {DOCUMENT, DOCUMENT, "document-content", NULL, NULL},
    {DOCUMENT, DOCUMENT, "styles", start_styles, NULL},
    {DOCUMENT, DOCUMENT, "automatic-styles", start_styles, NULL},
    {DOCUMENT, STYLE, "style", start_style, NULL},
    {STYLE, STYLE, "table-properties", start_table_properties, NULL},
    {STYLE, STYLE, "text-properties", start_properties, NULL},
    {STYLE, STYLE, "table-cell-properties", start_properties, NULL},
    {DOCUMENT, DOCUMENT, "body", NULL, NULL},
    {DOCUMENT, BOOK, "spreadsheet", start_spreadsheet, NULL},
};

static const OdsRule *
find_rule(Level level, const char *element)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (rules[i].level == level && (rules[i].element == NULL || strcmp(rules[i].element, element) == 0))
            return &rules[i];
    return NULL;
}

static Level
level_of(const OdsContent *content)
{
    return content->depth > 0 ? content->open[content->depth - 1]->inside : DOCUMENT;
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    OdsContent *content = context;
    Level level = level_of(content);
    if (content->left_out > 0) {
        content->left_out++;
        ods_left_start(&content->left, element, attributes);
        return true;
    }
    const OdsRule *rule = find_rule(level, element);
    if (rule == NULL)
        return is_misplaced(level, element) ? refuse_misplaced(content, element, err)
                                            : leave_out_told(content, level, element, attributes);
    if (rule->start != NULL && !rule->start(content, element, attributes, err))
        return false;
    if (content->left_out == 0)
        content->open[content->depth++] = rule;
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    OdsContent *content = context;
    (void)element;
    if (content->left_out > 0) {
        ods_left_end(&content->left);
        if (--content->left_out == 0)
            ods_left_finish(&content->left);
        return true;
    }
    const OdsRule *rule = content->open[--content->depth];
    return rule->end == NULL || rule->end(content, err);
}

static bool
on_text(void *context, Text piece, Err *err)
{
    OdsContent *content = context;
    if (content->left_out == 0)
        return level_of(content) != PARAGRAPH || fits(content, ods_text_add(&content->text, piece), err);
    ods_left_text(&content->left, piece);
    return true;
}

const XmlHandlers ods_content_handlers = {ods_spaces, on_start, on_end, on_text};

void
ods_content_open(OdsContent *content, Sink *sink)
{
    *content = (OdsContent){.book = {.sink = sink}};
    content->hidden_styles = arena_array(sink->run, LIMIT_SHEETS, sizeof *content->hidden_styles);
    ods_cell_styles(&content->book.styles, sink->run);
    ods_styles_open(&content->styles, sink->run);
    ods_sheet_open(&content->sheet, &content->book, &content->styles);
    ods_text_open(&content->text, sink_limits(sink)->string);
    ods_left_open(&content->left);
}

void
ods_content_close(OdsContent *content)
{
    ods_text_close(&content->text);
    ods_left_close(&content->left);
    ods_sheet_close(&content->sheet);
    ods_styles_close(&content->styles);
}

bool
ods_content_end(OdsContent *content, Err *err)
{
    return content->spreadsheet || refuse(content, "workbook_damaged", TEXT("<office:spreadsheet>"), err);
}
