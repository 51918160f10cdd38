#include "xlsx/xlsx_strings.h"

#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_name.h"

/* A text's entry: flags of its runs, where the first with a font of its own begins, and above that where the text ends. */
enum {
    RICH = 1,
    STRUCK = 2,
    WHITE = 4,
    TINY = 8,
    UNKNOWN = 16,
    FLAG_BITS = 5,
    OWN_BITS = 19,
    END_SHIFT = FLAG_BITS + OWN_BITS
};

#define OWN_NONE (((uint64_t)1 << OWN_BITS) - 1)

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
        xlsx_text_start(&reading->text, element, attributes);
    }
    return true;
}

static uint64_t
pack(uint64_t end, XlsxRuns runs)
{
    uint64_t flags = (runs.rich ? RICH : 0) | (runs.struck ? STRUCK : 0) | (runs.white ? WHITE : 0) |
                     (runs.tiny ? TINY : 0) | (runs.unknown ? UNKNOWN : 0);
    uint64_t own = runs.own < OWN_NONE ? runs.own : OWN_NONE;
    return end << END_SHIFT | own << FLAG_BITS | flags;
}

static XlsxRuns
runs_of(uint64_t entry)
{
    uint64_t own = entry >> FLAG_BITS & OWN_NONE;
    return (XlsxRuns){.rich = (entry & RICH) != 0,
                      .struck = (entry & STRUCK) != 0,
                      .white = (entry & WHITE) != 0,
                      .tiny = (entry & TINY) != 0,
                      .unknown = (entry & UNKNOWN) != 0,
                      .own = own == OWN_NONE ? XLSX_RUNS_NONE : (size_t)own};
}

bool
xlsx_strings_add(XlsxStrings *strings, Text text, XlsxRuns runs)
{
    uint64_t entry = pack(strings->bytes.len + text.len, runs);
    bool room = strings->offsets.len + sizeof entry <= strings->bytes.ceiling - strings->bytes.len;
    return room && buf_text(&strings->bytes, text) && buf_append(&strings->offsets, &entry, sizeof entry);
}

static bool
keep_string(StringsReading *reading)
{
    xlsx_text_settle(&reading->text);
    return xlsx_strings_add(reading->strings, buf_view(&reading->text.text), reading->text.runs);
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

static uint64_t
entry_at(const XlsxStrings *strings, size_t index)
{
    uint64_t entry;
    memcpy(&entry, strings->offsets.ptr + index * sizeof entry, sizeof entry);
    return entry;
}

bool
xlsx_strings_get(const XlsxStrings *strings, size_t index, Text *text, XlsxRuns *runs)
{
    if (index >= strings->offsets.len / sizeof(uint64_t))
        return false;
    uint64_t entry = entry_at(strings, index);
    size_t start = index > 0 ? (size_t)(entry_at(strings, index - 1) >> END_SHIFT) : 0;
    size_t end = (size_t)(entry >> END_SHIFT);
    *runs = runs_of(entry);
    *text = end > start ? (Text){strings->bytes.ptr + start, end - start} : TEXT("");
    return true;
}
