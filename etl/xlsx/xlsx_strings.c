#include "xlsx/xlsx_strings.h"

#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_name.h"

enum { RICH = 1, STRUCK = 2, WHITE = 4, FLAG_BITS = 3 };

typedef struct StringsReading {
    Sink *sink;
    XlsxStrings *strings;
    XlsxText text;
    bool in_string;
} StringsReading;

void
xlsx_strings_open(XlsxStrings *strings, size_t ceiling)
{
    strings->bytes = buf_new(ceiling);
    strings->offsets = buf_new(ceiling);
}

void
xlsx_strings_close(XlsxStrings *strings)
{
    buf_free(&strings->bytes);
    buf_free(&strings->offsets);
}

static bool
too_large(StringsReading *reading, Err *err)
{
    Remark remark = {.place = sink_place(TEXT("")), .raw = TEXT("sharedStrings")};
    return sink_refuse(reading->sink, "package_too_large", remark, err);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    StringsReading *reading = context;
    (void)err;
    if (strcmp(element, "si") == 0) {
        xlsx_text_begin(&reading->text);
        reading->in_string = true;
    } else if (reading->in_string) {
        xlsx_text_start(&reading->text, element, xml_attribute(attributes, "val"));
        xlsx_text_colour(&reading->text, element, attributes);
    }
    return true;
}

bool
xlsx_strings_add(XlsxStrings *strings, Text text, XlsxRuns runs)
{
    size_t flags = (runs.white ? WHITE : 0) | (runs.struck ? STRUCK : 0) | (runs.rich ? RICH : 0);
    size_t end = (strings->bytes.len + text.len) << FLAG_BITS | flags;
    bool room = strings->offsets.len + sizeof end <= strings->bytes.ceiling - strings->bytes.len;
    return room && buf_text(&strings->bytes, text) && buf_append(&strings->offsets, &end, sizeof end);
}

static bool
keep_string(StringsReading *reading)
{
    Buf *text = &reading->text.text;
    text->len = xlsx_text_unescape(text->ptr, text->len);
    XlsxRuns runs = {reading->text.rich, reading->text.struck, reading->text.white};
    return xlsx_strings_add(reading->strings, buf_view(text), runs);
}

static bool
on_end(void *context, const char *element, Err *err)
{
    StringsReading *reading = context;
    if (strcmp(element, "si") != 0) {
        xlsx_text_end(&reading->text, element);
        return true;
    }
    reading->in_string = false;
    return keep_string(reading) || too_large(reading, err);
}

static bool
on_text(void *context, Text piece, Err *err)
{
    StringsReading *reading = context;
    return !reading->in_string || xlsx_text_add(&reading->text, piece) || too_large(reading, err);
}

bool
xlsx_strings_read(ZipFile *zip, Sink *sink, Text part, XlsxStrings *strings, Err *err)
{
    static const XmlHandlers handlers = {xlsx_spaces, on_start, on_end, on_text};
    StringsReading reading = {.sink = sink, .strings = strings};
    xlsx_text_open(&reading.text, sink_limits(sink)->string);
    bool ok = part_read(zip, sink, part, &handlers, &reading, err);
    xlsx_text_close(&reading.text);
    return ok;
}

static size_t
end_at(const XlsxStrings *strings, size_t index)
{
    size_t end;
    memcpy(&end, strings->offsets.ptr + index * sizeof end, sizeof end);
    return end;
}

bool
xlsx_strings_get(const XlsxStrings *strings, size_t index, Text *text, XlsxRuns *runs)
{
    if (index >= strings->offsets.len / sizeof(size_t))
        return false;
    size_t start = index > 0 ? end_at(strings, index - 1) >> FLAG_BITS : 0;
    size_t told = end_at(strings, index), end = told >> FLAG_BITS;
    *runs = (XlsxRuns){(told & RICH) != 0, (told & STRUCK) != 0, (told & WHITE) != 0};
    *text = end > start ? (Text){strings->bytes.ptr + start, end - start} : TEXT("");
    return true;
}
