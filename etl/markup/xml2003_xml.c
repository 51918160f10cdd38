#include "markup/xml2003_xml.h"

#include <stdlib.h>
#include <string.h>

#include "charset/decoder.h"

#define SPREADSHEET "urn:schemas-microsoft-com:office:spreadsheet|"

/*
 * The last one is that of no namespace, for files whose writer lost it: a Row is a Row. What is of any other comes
 * with its namespace before its name.
 */
const char *const xml2003_spaces[] = {
    SPREADSHEET, "urn:schemas-microsoft-com:office:excel|", "http://www.w3.org/TR/REC-html40|", "", NULL,
};

static bool
report(const Xml *xml, XmlState state, Sink *sink, Err *err)
{
    if (state == XML_GOOD)
        return true;
    if (state == XML_STOPPED)
        return false;
    const char *code = state == XML_DOCTYPE ? "xml_doctype" : "workbook_damaged";
    Text where = arena_printf(sink->run, "XML 第%lu行", xml_line(xml));
    return sink_refuse(sink, code, (Remark){.place = sink_place(TEXT("")), .raw = where}, err);
}

static bool
feed(Source *source, Xml *xml, Sink *sink, Err *err)
{
    Buf text = buf_new(DECODER_OUT);
    bool ended = false, ok = source_rewind(source, err);
    while (ok && !ended) {
        buf_clear(&text);
        ok = source_fill(source, &text, &ended, err) &&
             report(xml, xml_feed(xml, text.len > 0 ? buf_view(&text) : TEXT(""), ended, err), sink, err);
    }
    buf_free(&text);
    return ok;
}

bool
xml2003_xml_read(Source *source, Sink *sink, const XmlHandlers *handlers, void *context, Err *err)
{
    Xml *xml = xml_open(handlers, context, "UTF-8");
    if (xml == NULL)
        return err_set(err, ERR_IO, "could not make an XML parser");
    bool ok = feed(source, xml, sink, err);
    xml_close(xml);
    return ok;
}

Text
xml2003_attribute(const char *const *attributes, const char *name)
{
    static const size_t space_len = sizeof SPREADSHEET - 1;
    for (; attributes[0] != NULL; attributes += 2)
        if (strncmp(attributes[0], SPREADSHEET, space_len) == 0 && strcmp(attributes[0] + space_len, name) == 0)
            return text_of(attributes[1]);
    return TEXT_NONE;
}

bool
xml2003_bare_attribute(const char *const *attributes, Text *name)
{
    for (; attributes[0] != NULL; attributes += 2) {
        *name = text_of(attributes[0]);
        if (text_find(*name, TEXT("|"), 0) == SIZE_MAX)
            return true;
    }
    return false;
}

bool
xml2003_count(const char *const *attributes, const char *name, uint64_t missing, uint64_t most, uint64_t *out)
{
    Text value = xml2003_attribute(attributes, name);
    *out = missing;
    return value.ptr == NULL || (text_read_count(text_trim(value), out) && *out <= most);
}

bool
xml2003_hidden(const char *const *attributes, const char *size)
{
    Text hidden = xml2003_attribute(attributes, "Hidden"), length = xml2003_attribute(attributes, size);
    return text_equal(hidden, TEXT("1")) || (length.ptr != NULL && length.len > 0 && strtod(length.ptr, NULL) <= 0);
}
