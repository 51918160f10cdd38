#include "xlsx/xlsx_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_format.h"

typedef struct CustomFormat {
    long id;
    XlsxFormat format;
} CustomFormat;

typedef struct StylesReading {
    Sink *sink;
    XlsxStyles *styles;
    CustomFormat *customs;
    size_t custom_count;
    bool in_cell_formats;
} StylesReading;

static long
number_of(const char *value)
{
    return value != NULL ? strtol(value, NULL, 10) : 0;
}

static XlsxFormat
format_of(const StylesReading *reading, long id)
{
    for (size_t i = reading->custom_count; i > 0; i--)
        if (reading->customs[i - 1].id == id)
            return reading->customs[i - 1].format;
    return xlsx_format_builtin(id);
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
    if (strcmp(element, "numFmt") == 0) {
        if (reading->custom_count == LIMIT_STYLES)
            return too_many(reading, err);
        reading->customs[reading->custom_count++] =
            (CustomFormat){number_of(xml_attribute(attributes, "numFmtId")),
                           xlsx_format_code(text_of(xml_attribute(attributes, "formatCode")))};
    } else if (strcmp(element, "cellXfs") == 0) {
        reading->in_cell_formats = true;
    } else if (reading->in_cell_formats && strcmp(element, "xf") == 0) {
        if (reading->styles->count == LIMIT_STYLES)
            return too_many(reading, err);
        reading->styles->formats[reading->styles->count++] =
            format_of(reading, number_of(xml_attribute(attributes, "numFmtId")));
    }
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
    static const XmlHandlers handlers = {.start = on_start, .end = on_end};
    StylesReading reading = {.sink = sink, .styles = styles};
    reading.customs = arena_array(sink->run, LIMIT_STYLES, sizeof *reading.customs);
    styles->formats = arena_array(sink->run, LIMIT_STYLES, sizeof *styles->formats);
    styles->count = 0;
    return part_read(zip, sink, part, &handlers, &reading, err);
}

XlsxFormat
xlsx_styles_format(const XlsxStyles *styles, long style)
{
    return style >= 0 && (size_t)style < styles->count ? styles->formats[style] : XLSX_PLAIN;
}
