#include "markup/xml2003_book.h"

#include <string.h>

#include "base/limits.h"
#include "markup/xml2003_xml.h"

enum { VISIBLE_MAX = 64 };

/* Where the reading stands: what has been entered, by depth. */
typedef enum Section { SECTION_OTHER, SECTION_EXCEL, SECTION_STYLES, SECTION_SHEET } Section;
typedef enum Part { PART_OTHER, PART_STYLE, PART_OPTIONS } Part;

typedef struct Survey {
    Xml2003Book *book;
    int depth;
    Section section; /* at depth 2 */
    Part part;       /* at depth 3 */
    bool in_visible; /* at depth 4 */
    Buf visible;
} Survey;

static bool
damaged(Survey *survey, Text raw, Err *err)
{
    return sink_refuse(survey->book->shared.sink, "workbook_damaged",
                       (Remark){.place = sink_place(TEXT("")), .raw = raw}, err);
}

static bool
add_sheet(Survey *survey, const char *const *attributes, Err *err)
{
    Xml2003Book *book = survey->book;
    Sink *sink = book->shared.sink;
    Text name = xml2003_attribute(attributes, "Name");
    if (name.ptr == NULL)
        return damaged(survey, TEXT("Worksheet"), err);
    if (book->sheet_count == LIMIT_SHEETS)
        return sink_refuse(sink, "too_many_sheets", (Remark){.place = sink_place(name)}, err);
    book->sheets[book->sheet_count++] = (Xml2003Sheet){arena_text(sink->run, name), "visible"};
    return true;
}

static bool
add_style(Survey *survey, const char *const *attributes, Err *err)
{
    Arena *arena = survey->book->shared.sink->run;
    Text id = xml2003_attribute(attributes, "ID"), parent = xml2003_attribute(attributes, "Parent");
    if (id.ptr == NULL)
        return damaged(survey, TEXT("Style"), err);
    if (xml2003_styles_add(&survey->book->styles, arena_text(arena, id), arena_text(arena, parent)))
        return true;
    Remark remark = {.place = sink_place(TEXT("")), .raw = TEXT("Styles")};
    return sink_refuse(survey->book->shared.sink, "package_too_large", remark, err);
}

static bool
enter_section(Survey *survey, const char *element, const char *const *attributes, Err *err)
{
    survey->section = SECTION_OTHER;
    if (strcmp(element, "ExcelWorkbook") == 0)
        survey->section = SECTION_EXCEL;
    else if (strcmp(element, "Styles") == 0)
        survey->section = SECTION_STYLES;
    else if (strcmp(element, "Worksheet") == 0)
        survey->section = SECTION_SHEET;
    return survey->section != SECTION_SHEET || add_sheet(survey, attributes, err);
}

static bool
enter_part(Survey *survey, const char *element, const char *const *attributes, Err *err)
{
    survey->part = PART_OTHER;
    if (survey->section == SECTION_EXCEL && strcmp(element, "Date1904") == 0)
        survey->book->shared.date1904 = true;
    else if (survey->section == SECTION_STYLES && strcmp(element, "Style") == 0)
        survey->part = PART_STYLE;
    else if (survey->section == SECTION_SHEET && strcmp(element, "WorksheetOptions") == 0)
        survey->part = PART_OPTIONS;
    return survey->part != PART_STYLE || add_style(survey, attributes, err);
}

static void
enter_detail(Survey *survey, const char *element, const char *const *attributes)
{
    Text format = xml2003_attribute(attributes, "Format");
    if (survey->part == PART_STYLE && strcmp(element, "NumberFormat") == 0)
        xml2003_styles_format(&survey->book->styles, arena_text(survey->book->shared.sink->run, format));
    else if (survey->part == PART_STYLE && strcmp(element, "Font") == 0)
        xml2003_styles_font(&survey->book->styles, xml_true(xml2003_attribute(attributes, "StrikeThrough").ptr));
    survey->in_visible = survey->part == PART_OPTIONS && strcmp(element, "Visible") == 0;
    buf_clear(&survey->visible);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    Survey *survey = context;
    switch (++survey->depth) {
    case 1:
        return strcmp(element, "Workbook") == 0 || damaged(survey, TEXT("Workbook"), err);
    case 2:
        return enter_section(survey, element, attributes, err);
    case 3:
        return enter_part(survey, element, attributes, err);
    case 4:
        enter_detail(survey, element, attributes);
        return true;
    default:
        return true;
    }
}

/* Of the sheet that was added last. */
static bool
set_visibility(Survey *survey, Err *err)
{
    Text word = text_trim(buf_view(&survey->visible));
    Xml2003Sheet *sheet = &survey->book->sheets[survey->book->sheet_count - 1];
    if (text_equal(word, TEXT("SheetHidden")))
        sheet->visibility = "hidden";
    else if (text_equal(word, TEXT("SheetVeryHidden")))
        sheet->visibility = "very_hidden";
    else if (!text_equal(word, TEXT("SheetVisible")))
        return damaged(survey, TEXT("Visible"), err);
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    Survey *survey = context;
    (void)element;
    bool visible = survey->in_visible && survey->depth == 4;
    survey->in_visible = survey->in_visible && !visible;
    survey->depth--;
    return !visible || set_visibility(survey, err);
}

static bool
on_text(void *context, Text piece, Err *err)
{
    Survey *survey = context;
    return !survey->in_visible || buf_text(&survey->visible, piece) || damaged(survey, TEXT("Visible"), err);
}

bool
xml2003_book_read(Source *source, Sink *sink, Xml2003Book *out, Err *err)
{
    static const XmlHandlers handlers = {xml2003_spaces, on_start, on_end, on_text};
    Survey survey = {.book = out, .visible = buf_new(VISIBLE_MAX)};
    *out = (Xml2003Book){.source = source, .shared = {.sink = sink}};
    out->sheets = arena_array(sink->run, LIMIT_SHEETS, sizeof *out->sheets);
    xml2003_styles_open(&out->styles, sink->run);
    xlsx_styles_open(&out->shared.styles, sink->run);
    bool ok = xml2003_xml_read(source, sink, &handlers, &survey, err);
    buf_free(&survey.visible);
    return ok && (xml2003_styles_close(&out->styles, &out->shared.styles) || damaged(&survey, TEXT("Styles"), err));
}
