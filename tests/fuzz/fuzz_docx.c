/*
 * Word documents. An input that begins with PK is the zip file itself; one that begins with < is the XML of the main
 * part. Any other is a plan: each byte opens an element, with an attribute that the next byte chooses, puts a text, or
 * closes, so that the fuzzer gets past the XML parser.
 */
#include "bytes.h"

#include <string.h>

#include <zip.h>

#include "base/buf.h"

enum { DEPTH_MOST = 70, DOCUMENT_MOST = 1 << 20 };

static const char types[] =
    "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>"
    "</Types>";
static const char package_relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='x/officeDocument' Target='word/document.xml'/></Relationships>";
static const char document_relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='x/styles' Target='styles.xml'/>"
    "<Relationship Id='r2' Type='x/numbering' Target='numbering.xml'/></Relationships>";
static const char styles[] =
    "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    "<w:style w:type='character' w:styleId='U'><w:basedOn w:val='V'/><w:rPr><w:u w:val='single'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='V'><w:basedOn w:val='U'/><w:pPr><w:numPr><w:numId "
    "w:val='2'/></w:numPr></w:pPr>"
    "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
static const char numbering[] =
    "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    "<w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='9'/><w:lvlRestart w:val='1'/><w:isLgl/><w:lvlText w:val='%1.%2%9'/></w:lvl>"
    "</w:abstractNum><w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='V'/></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/>"
    "<w:lvlOverride w:ilvl='1'><w:startOverride w:val='18446744073709551615'/></w:lvlOverride></w:num></w:numbering>";
static const char front[] = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                            "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
                            "xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' "
                            "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "
                            "xmlns:o='urn:schemas-microsoft-com:office:office'><w:body>";
static const char back[] = "</w:body></w:document>";

static const char *const elements[] = {
    "w:p",
    "w:p",
    "w:r",
    "w:r",
    "w:t",
    "w:t",
    "w:pPr",
    "w:numPr",
    "w:numId",
    "w:ilvl",
    "w:rPr",
    "w:tbl",
    "w:tr",
    "w:tr",
    "w:tc",
    "w:tc",
    "w:tcPr",
    "w:trPr",
    "w:gridSpan",
    "w:vMerge",
    "w:hMerge",
    "w:hidden",
    "w:del",
    "w:ins",
    "w:sdt",
    "w:sdtPr",
    "w:sdtContent",
    "w:fldChar",
    "w:instrText",
    "w:ffData",
    "w:checkBox",
    "w:ddList",
    "w:listEntry",
    "w:textInput",
    "w:vanish",
    "w:u",
    "w:rStyle",
    "w:pStyle",
    "w:rFonts",
    "w:sym",
    "w:tab",
    "w:br",
    "w:noBreakHyphen",
    "w:ruby",
    "w:rubyBase",
    "w:rt",
    "w:pict",
    "w:drawing",
    "w:txbxContent",
    "o:OLEObject",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "m:oMath",
    "w14:checkbox",
    "w14:checked",
    "w:showingPlcHdr",
    "w:footnoteReference",
    "w:altChunk",
    "w:gridBefore",
    "w:cellDel",
    "w:default",
    "w:result",
};

static const char *const attributes[] = {
    "",
    "w:val='0'",
    "w:val='1'",
    "w:val='2'",
    "w:val='restart'",
    "w:val='16384'",
    "w:val='18446744073709551616'",
    "w:val='single'",
    "w:val='U'",
    "w:val='V'",
    "w:fldCharType='begin'",
    "w:fldCharType='separate'",
    "w:fldCharType='end'",
    "w:font='Wingdings' w:char='F0FE'",
    "w:font='Webdings' w:char='F061'",
    "w:ascii='Wingdings 2'",
    "Requires='wps'",
    "Requires='x'",
    "w14:val='1'",
    "xml:space='preserve'",
};

static const char *const texts[] = {"a", " ", "\n", "闽云", "TOC ", "R", "&#x3000;", "12"};

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
follow(Plan *plan, Buf *document)
{
    const char *open[DEPTH_MOST];
    size_t depth = 0;
    while (plan->len > 0) {
        unsigned step = next(plan) % (COUNT(elements) + 5 * COUNT(texts));
        if (step < COUNT(elements) && depth < DEPTH_MOST) {
            buf_printf(document, "<%s %s>", elements[step], attributes[next(plan) % COUNT(attributes)]);
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
    add(zip, "[Content_Types].xml", types, sizeof types - 1);
    add(zip, "_rels/.rels", package_relations, sizeof package_relations - 1);
    add(zip, "word/_rels/document.xml.rels", document_relations, sizeof document_relations - 1);
    add(zip, "word/styles.xml", styles, sizeof styles - 1);
    add(zip, "word/numbering.xml", numbering, sizeof numbering - 1);
    add(zip, "word/document.xml", document.ptr, document.len);
    PROMISE(zip_close(zip) == 0 && zip_source_open(target) == 0 && zip_source_stat(target, &stat) == 0);
    char *packed = malloc(stat.size);
    *packed_len = (size_t)zip_source_read(target, packed, stat.size);
    zip_source_close(target);
    zip_source_free(target);
    return packed;
}

static void
read_document(Text document)
{
    const char *refused;
    size_t packed_len;
    char *packed = pack(document, &packed_len);
    bytes_read(packed, packed_len, &refused);
    free(packed);
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
    else
        read_document(text);
    return 0;
}
