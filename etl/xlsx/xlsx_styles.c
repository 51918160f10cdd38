#include "xlsx/xlsx_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_format.h"
#include "xlsx/xlsx_name.h"

typedef struct StylesReading {
    Sink *sink;
    XlsxStyles *styles;
    bool in_cell_formats;
} StylesReading;

void
xlsx_styles_open(XlsxStyles *styles, Arena *arena)
{
    *styles = (XlsxStyles){0};
    styles->customs = arena_array(arena, LIMIT_STYLES, sizeof *styles->customs);
    styles->formats = arena_array(arena, LIMIT_STYLES, sizeof *styles->formats);
}

bool
xlsx_styles_define(XlsxStyles *styles, long id, Text code)
{
    if (id < 0 || id >= LIMIT_STYLES)
        return false;
    styles->customs[id] = (XlsxCustomFormat){true, xlsx_format_code(code)};
    return true;
}

static XlsxFormat
format_of(const XlsxStyles *styles, long id)
{
    if (id >= 0 && id < LIMIT_STYLES && styles->customs[id].defined)
        return styles->customs[id].format;
    return xlsx_format_builtin(id);
}

bool
xlsx_styles_add(XlsxStyles *styles, long id)
{
    if (styles->count == LIMIT_STYLES)
        return false;
    styles->formats[styles->count++] = format_of(styles, id);
    return true;
}

static long
number_of(const char *value)
{
    return value != NULL ? strtol(value, NULL, 10) : 0;
}

static bool
too_many(const StylesReading *reading, Err *err)
{
    Remark remark = {.place = sink_place(TEXT("")), .raw = TEXT("styles")};
    return sink_refuse(reading->sink, "package_too_large", remark, err);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    StylesReading *reading = context;
    if (strcmp(element, "numFmt") == 0)
        return xlsx_styles_define(reading->styles, number_of(xml_attribute(attributes, "numFmtId")),
                                  text_of(xml_attribute(attributes, "formatCode"))) ||
               too_many(reading, err);
    if (strcmp(element, "cellXfs") == 0)
        reading->in_cell_formats = true;
    else if (reading->in_cell_formats && strcmp(element, "xf") == 0)
        return xlsx_styles_add(reading->styles, number_of(xml_attribute(attributes, "numFmtId"))) ||
               too_many(reading, err);
    return true;
}

static bool
on_end(void *context, const char *element, Err *err)
{
    (void)err;
    if (strcmp(element, "cellXfs") == 0)
        ((StylesReading *)context)->in_cell_formats = false;
    return true;
}

bool
xlsx_styles_read(ZipFile *zip, Sink *sink, Text part, XlsxStyles *styles, Err *err)
{
    static const XmlHandlers handlers = {.spaces = xlsx_spaces, .start = on_start, .end = on_end};
    StylesReading reading = {.sink = sink, .styles = styles};
    return part_read(zip, sink, part, &handlers, &reading, err);
}

XlsxFormat
xlsx_styles_format(const XlsxStyles *styles, long style)
{
    return style >= 0 && (size_t)style < styles->count ? styles->formats[style] : XLSX_PLAIN;
}
