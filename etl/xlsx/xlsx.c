#include "xlsx/xlsx.h"

#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_name.h"
#include "xlsx/xlsx_relations.h"
#include "xlsx/xlsx_sheet.h"

typedef struct SheetEntry {
    Text name;
    Text relation;
    const char *visibility; /* in static storage */
} SheetEntry;

typedef struct BookReading {
    XlsxBook book;
    XlsxRelations relations;
    SheetEntry *sheets;
    size_t sheet_count;
    bool strict;
} BookReading;

static bool
damaged(BookReading *reading, Text raw, Err *err)
{
    return sink_refuse(reading->book.sink, "workbook_damaged", (Remark){.place = sink_place(TEXT("")), .raw = raw},
                       err);
}

static const char *
visibility_of(const char *state)
{
    if (state != NULL && strcmp(state, "hidden") == 0)
        return "hidden";
    return state != NULL && strcmp(state, "veryHidden") == 0 ? "very_hidden" : "visible";
}

static bool
add_sheet(BookReading *reading, const char *const *attributes, Err *err)
{
    Sink *sink = reading->book.sink;
    Text name = text_of(xml_attribute(attributes, "name"));
    const char *relation = xlsx_name_relation(attributes);
    if (reading->sheet_count == LIMIT_SHEETS)
        return sink_refuse(sink, "too_many_sheets", (Remark){.place = sink_place(name)}, err);
    if (name.ptr == NULL || relation == NULL)
        return damaged(reading, TEXT("<sheet>"), err);
    reading->sheets[reading->sheet_count++] =
        (SheetEntry){arena_text(sink->run, name), arena_text(sink->run, text_of(relation)),
                     visibility_of(xml_attribute(attributes, "state"))};
    return true;
}

static bool
on_workbook_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    BookReading *reading = context;
    if (strcmp(element, "sheet") == 0)
        return add_sheet(reading, attributes, err);
    if (strcmp(element, "workbookPr") == 0)
        reading->book.date1904 = xml_true(xml_attribute(attributes, "date1904"));
    else if (strcmp(element, "calcPr") == 0)
        reading->book.doubt->book = xml_true(xml_attribute(attributes, "fullCalcOnLoad"));
    else if (strcmp(element, "workbook") == 0)
        reading->strict = text_equal(text_of(xml_attribute(attributes, "conformance")), TEXT("strict"));
    return true;
}

/* Where the parts stand is what the relationships say, never a fixed name. */
static bool
find_workbook(BookReading *reading, Text *part, Err *err)
{
    XlsxRelations package;
    if (!xlsx_relations_read(reading->book.zip, reading->book.sink, TEXT(""), &package, err))
        return false;
    const XlsxRelation *document = xlsx_relations_by_type(&package, TEXT("officeDocument"));
    if (document == NULL)
        return damaged(reading, TEXT("_rels/.rels"), err);
    *part = document->target;
    return true;
}

/* Styles and shared strings may be missing where no cell needs them; one that does refuses the workbook. */
static bool
read_shared_parts(BookReading *reading, Err *err)
{
    XlsxBook *book = &reading->book;
    const XlsxRelation *styles = xlsx_relations_by_type(&reading->relations, TEXT("styles"));
    const XlsxRelation *strings = xlsx_relations_by_type(&reading->relations, TEXT("sharedStrings"));
    if (styles != NULL && zipfile_has(book->zip, styles->target) &&
        !xlsx_styles_read(book->zip, book->sink, styles->target, &book->styles, err))
        return false;
    return strings == NULL || !zipfile_has(book->zip, strings->target) ||
           xlsx_strings_read(book->zip, book->sink, strings->target, &book->strings, err);
}

static bool
read_workbook(BookReading *reading, Err *err)
{
    static const XmlHandlers handlers = {.spaces = xlsx_spaces, .start = on_workbook_start};
    Sink *sink = reading->book.sink;
    Text part = TEXT_NONE;
    reading->sheets = arena_array(sink->run, LIMIT_SHEETS, sizeof *reading->sheets);
    return find_workbook(reading, &part, err) &&
           xlsx_relations_read(reading->book.zip, sink, part, &reading->relations, err) &&
           part_read(reading->book.zip, sink, part, &handlers, reading, err) && read_shared_parts(reading, err);
}

static bool
write_facts(const BookReading *reading, Err *err)
{
    RawWriter *rows = reading->book.sink->rows;
    return rawrow_fact(rows, TEXT("format"), TEXT("xlsx"), err) &&
           (!reading->strict || rawrow_fact(rows, TEXT("conformance"), TEXT("strict"), err)) &&
           (!reading->book.date1904 || rawrow_fact(rows, TEXT("date1904"), TEXT("true"), err));
}

/* What a sheet is that is no worksheet. */
static Text
other_kind(Text type)
{
    if (text_equal(type, TEXT("chartsheet")))
        return TEXT("chart");
    return text_equal(type, TEXT("dialogsheet")) ? TEXT("dialog") : TEXT("macros");
}

static bool
read_sheet(BookReading *reading, const SheetEntry *sheet, const XlsxRelation *relation, Err *err)
{
    Sink *sink = reading->book.sink;
    if (!sink_sheet(sink, sheet->name, sheet->visibility, err))
        return false;
    if (text_equal(relation->type, TEXT("worksheet")))
        return xlsx_sheet_read(&reading->book, relation->target, sheet->name, err);
    return sink_warn(sink, "sheet_no_cells",
                     (Remark){.place = sink_place(sheet->name), .raw = other_kind(relation->type)}, err);
}

static bool
read_sheets(BookReading *reading, Err *err)
{
    for (size_t i = 0; i < reading->sheet_count; i++) {
        const SheetEntry *sheet = &reading->sheets[i];
        const XlsxRelation *relation = xlsx_relations_by_id(&reading->relations, sheet->relation);
        if (relation == NULL)
            return damaged(reading, sheet->name, err);
        if (!read_sheet(reading, sheet, relation, err))
            return false;
    }
    return true;
}

bool
xlsx_read(ZipFile *zip, Sink *sink, Err *err)
{
    XlsxDoubt doubt = {false, false};
    BookReading reading = {.book = {.zip = zip, .sink = sink, .doubt = &doubt}};
    xlsx_strings_open(&reading.book.strings, sink_limits(sink)->strings);
    xlsx_styles_open(&reading.book.styles, sink->run);
    bool ok = read_workbook(&reading, err) && write_facts(&reading, err) && read_sheets(&reading, err);
    xlsx_strings_close(&reading.book.strings);
    return ok;
}
