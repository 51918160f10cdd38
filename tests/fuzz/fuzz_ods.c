/*
 * OpenDocument spreadsheets. An input that begins with PK is the zip file itself; one that begins with < is the XML of
 * a document. Any other is a plan: each byte opens an element, with attributes that the next bytes choose, puts a text,
 * or closes, so that the fuzzer gets past the XML parser. A document is read packed and as a flat file, with the same
 * end.
 */
#include "sniffed.h"

#include <ctype.h>
#include <string.h>

#include <zip.h>

#include "base/buf.h"

enum { DEPTH_MOST = 70, ATTRIBUTES_MOST = 4, DOCUMENT_MOST = 1 << 20 };

static const char media[] = "application/vnd.oasis.opendocument.spreadsheet";
static const char front[] = "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                            "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
                            "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
                            "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
                            "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
                            "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0' "
                            "office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:automatic-styles>"
                            "<style:style style:name='ta2' style:family='table'><style:table-properties "
                            "table:display='false'/></style:style><style:style style:name='on' "
                            "style:family='table-cell'><style:text-properties style:text-line-through-type='single'/>"
                            "</style:style><style:style style:name='T1' style:family='text'><style:text-properties "
                            "style:text-line-through-style='solid'/></style:style><style:style style:name='T2' "
                            "style:family='text'><style:text-properties style:text-line-through-style='none'/>"
                            "</style:style></office:automatic-styles><office:body>"
                            "<office:spreadsheet>";
static const char back[] = "</office:spreadsheet></office:body></office:document>";

static const char *const elements[] = {"table:table",
                                       "table:table-row",
                                       "table:table-row",
                                       "table:table-cell",
                                       "table:table-cell",
                                       "table:covered-table-cell",
                                       "text:p",
                                       "text:p",
                                       "text:span",
                                       "text:s",
                                       "text:tab",
                                       "text:line-break",
                                       "text:a",
                                       "text:ruby-text",
                                       "text:list",
                                       "office:annotation",
                                       "draw:frame",
                                       "table:table-row-group",
                                       "table:table-rows",
                                       "table:table-column",
                                       "table:table-column-group",
                                       "table:tracked-changes",
                                       "table:shapes",
                                       "style:style",
                                       "style:text-properties"};

/* One attribute of each group can stand in an element. */
static const char *const attributes[][8] = {
    {"table:name='s'", "table:name=''", "table:name=\"'file:///x'#$s\""},
    {"table:number-rows-repeated='2'", "table:number-rows-repeated='1048576'",
     "table:number-rows-repeated='18446744073709551615'", "table:number-rows-repeated='0'"},
    {"table:number-columns-repeated='3'", "table:number-columns-repeated='16385'",
     "table:number-columns-repeated='4294967296'", "table:number-columns-repeated='x'"},
    {"table:number-columns-spanned='2'", "table:number-columns-spanned='16384'"},
    {"table:number-rows-spanned='2'", "table:number-rows-spanned='1048576'"},
    {"office:value-type='string'", "office:value-type='float'", "office:value-type='percentage'",
     "office:value-type='date'", "office:value-type='time'", "office:value-type='boolean'", "office:value-type='error'",
     "office:value-type='x'"},
    {"office:value='12.5'", "office:value='1E400'", "office:value='123456789012345678901'", "office:value=''"},
    {"office:date-value='2023-05-01'", "office:date-value='9999-12-31T23:59:59.9999'",
     "office:date-value='2023-02-30'"},
    {"office:time-value='PT14H30M00S'", "office:time-value='-P1DT0.9999S'", "office:time-value='P1Y'"},
    {"office:boolean-value='true'", "office:boolean-value='1'"},
    {"office:string-value=''", "office:string-value='a&#10;b'"},
    {"table:formula='of:=1'"},
    {"calcext:value-type='error'"},
    {"table:visibility='collapse'", "table:display='false'"},
    {"table:style-name='ta2'", "table:style-name='on'", "text:c='3'", "text:c='999999999999'"},
    {"text:style-name='T1'", "text:style-name='T2'", "table:default-cell-style-name='on'"},
};

static const char *const texts[] = {"a", " ", "  ", "\n ", "&#13;", "闽云", "#N/A", "12"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What is left of the plan. */
typedef struct Plan {
    const uint8_t *bytes;
    size_t len;
} Plan;

static unsigned
next(Plan *plan)
{
    if (plan->len == 0)
        return 0;
    plan->len--;
    return *plan->bytes++;
}

static void
put_attributes(Plan *plan, Buf *document)
{
    bool used[COUNT(attributes)] = {false};
    for (unsigned left = next(plan) % (ATTRIBUTES_MOST + 1); left > 0; left--) {
        unsigned group = next(plan) % COUNT(attributes), choice = next(plan) % COUNT(attributes[0]);
        if (used[group] || attributes[group][choice] == NULL)
            continue;
        used[group] = true;
        buf_printf(document, " %s", attributes[group][choice]);
    }
}

static void
follow(Plan *plan, Buf *document)
{
    const char *open[DEPTH_MOST];
    size_t depth = 0;
    while (plan->len > 0) {
        unsigned step = next(plan) % (COUNT(elements) + 2 * COUNT(texts));
        if (step < COUNT(elements) && depth < DEPTH_MOST) {
            buf_printf(document, "<%s", elements[step]);
            put_attributes(plan, document);
            buf_char(document, '>');
            open[depth++] = elements[step];
        } else if (step < COUNT(elements) + COUNT(texts)) {
            buf_text(document, text_of(texts[step % COUNT(texts)]));
        } else if (depth > 0) {
            buf_printf(document, "</%s>", open[--depth]);
        }
    }
    while (depth > 0)
        buf_printf(document, "</%s>", open[--depth]);
}

static void
add(zip_t *zip, const char *name, const void *bytes, size_t len)
{
    zip_int64_t index = zip_file_add(zip, name, zip_source_buffer(zip, bytes, len, 0), 0);
    PROMISE(index >= 0 && zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
}

static char *
pack(Text document, size_t *packed_len)
{
    zip_error_t error;
    zip_stat_t stat;
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    PROMISE(zip != NULL);
    zip_source_keep(target);
    add(zip, "mimetype", media, sizeof media - 1);
    add(zip, "content.xml", document.ptr, document.len);
    PROMISE(zip_close(zip) == 0 && zip_source_open(target) == 0 && zip_source_stat(target, &stat) == 0);
    char *packed = malloc(stat.size);
    *packed_len = (size_t)zip_source_read(target, packed, stat.size);
    zip_source_close(target);
    zip_source_free(target);
    return packed;
}

/* What is a flat file must end as the package ends. */
static void
read_document(Text document)
{
    const char *refused, *flat_refused;
    size_t packed_len;
    char *packed = pack(document, &packed_len);
    uint64_t rows = bytes_read(packed, packed_len, &refused);
    free(packed);
    if (!text_starts_with(document, TEXT(front)) || !bytes_are(document.ptr, document.len, SNIFF_FLAT_ODS))
        return;
    uint64_t flat_rows = bytes_read(document.ptr, document.len, &flat_refused);
    PROMISE(flat_rows == rows && (refused == NULL) == (flat_refused == NULL));
    PROMISE(refused == NULL || strcmp(refused, flat_refused) == 0);
}

/* Repeats of more than one digit may fill a million cells, honestly and slowly. */
static bool
repeats_much(Text document)
{
    const Text word = TEXT("repeated=");
    for (size_t at = 0; (at = text_find(document, word, at)) != SIZE_MAX; at++) {
        Text count = text_sub(document, at + word.len + 1, 2);
        if (count.len == 2 && isdigit((unsigned char)count.ptr[0]) && isdigit((unsigned char)count.ptr[1]))
            return true;
    }
    return false;
}

static void
read_plan(Plan plan)
{
    Buf document = buf_new(DOCUMENT_MOST);
    buf_text(&document, TEXT(front));
    follow(&plan, &document);
    buf_text(&document, TEXT(back));
    read_document(buf_view(&document));
    buf_free(&document);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    const char *refused;
    Text text = {(const char *)bytes, len};
    if (text_starts_with(text, TEXT("PK")))
        bytes_read(bytes, len, &refused);
    else if (!text_starts_with(text, TEXT("<")))
        read_plan((Plan){bytes, len});
    else if (!repeats_much(text))
        read_document(text);
    return 0;
}
