#include "read/sniff.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "xls/ole.h"

typedef struct Magic {
    Text bytes;
    Sniff sniff;
} Magic;

enum { TAR_MAGIC_AT = 256 };

static const Text ole_magic = {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};

static const Magic magics[] = {
    {TEXT("PK\x03\x04"), {SNIFF_PACKAGE, NULL}},
    {TEXT("PK\x05\x06"), {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("%PDF-"), {SNIFF_DOCUMENT, "pdf"}},
    {TEXT("{\\rtf"), {SNIFF_DOCUMENT, "rtf"}},
    {TEXT("\x89PNG\r\n\x1A\n"), {SNIFF_DOCUMENT, "png"}},
    {TEXT("\xFF\xD8\xFF"), {SNIFF_DOCUMENT, "jpeg"}},
    {TEXT("GIF87a"), {SNIFF_DOCUMENT, "gif"}},
    {TEXT("GIF89a"), {SNIFF_DOCUMENT, "gif"}},
    {TEXT("II*\0"), {SNIFF_DOCUMENT, "tiff"}},
    {TEXT("MM\0*"), {SNIFF_DOCUMENT, "tiff"}},
    {TEXT("Rar!\x1A\x07"), {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("7z\xBC\xAF\x27\x1C"), {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("\x1F\x8B\x08"), {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("PK\x07\x08"), {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("BZh9"), {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("\xFD"
          "7zXZ\0"),
     {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("MSCF\0\0\0\0"), {SNIFF_REFUSED, "archive_not_read"}},
    {TEXT("\0\1\0\0Standard "), {SNIFF_REFUSED, "file_unknown"}},
    {TEXT("\x09\x08\x10\0"), {SNIFF_BIFF, NULL}},
    {TEXT("\x09\x08\x08\0"), {SNIFF_BIFF, NULL}},
    {TEXT("\x09\x04\x06\0"), {SNIFF_REFUSED, "xls_too_old"}},
    {TEXT("\x09\x02\x06\0"), {SNIFF_REFUSED, "xls_too_old"}},
    {TEXT("\x09\x00\x04\0"), {SNIFF_REFUSED, "xls_too_old"}},
};

/* An image whose magic does not stand alone at the front. */
static bool
is_image(Text front, Sniff *sniff)
{
    const char *name = NULL;
    if (text_starts_with(front, TEXT("BM")) && text_equal(text_sub(front, 6, 4), TEXT("\0\0\0\0")))
        name = "bmp";
    else if (text_starts_with(front, TEXT("RIFF")) && text_equal(text_sub(front, 8, 4), TEXT("WEBP")))
        name = "webp";
    else if (text_equal(text_sub(front, 4, 7), TEXT("ftyphei")) || text_equal(text_sub(front, 4, 8), TEXT("ftypmif1")))
        name = "heic";
    *sniff = (Sniff){SNIFF_DOCUMENT, name};
    return name != NULL;
}

static bool
contains(Text text, Text part)
{
    for (size_t at = 0; at + part.len <= text.len; at++)
        if (strncasecmp(text.ptr + at, part.ptr, part.len) == 0)
            return true;
    return false;
}

static bool
starts_with_word(Text text, Text word)
{
    return text.len >= word.len && strncasecmp(text.ptr, word.ptr, word.len) == 0;
}

/* The offset behind what may stand before the first element: comments, <?…?>, <!DOCTYPE …> and blanks. */
static size_t
first_element(Text text)
{
    size_t at = 0;
    for (;;) {
        at = text_find(text, TEXT("<"), at);
        bool comment = at != SIZE_MAX && text_starts_with(text_sub(text, at, text.len), TEXT("<!--"));
        if (at == SIZE_MAX || at + 1 == text.len || (text.ptr[at + 1] != '!' && text.ptr[at + 1] != '?'))
            return at;
        at = text_find(text, comment ? TEXT("-->") : TEXT(">"), at);
    }
}

/* The first element, a prefix left out, is one that begins a page or a table of one. */
static bool
begins_a_page(Text text)
{
    static const Text names[] = {TEXT("html"),   TEXT("head"),  TEXT("body"),   TEXT("table"), TEXT("meta"),
                                 TEXT("title"),  TEXT("style"), TEXT("script"), TEXT("link"),  TEXT("div"),
                                 TEXT("center"), TEXT("font"),  TEXT("form"),   TEXT("span"),  TEXT("p"),
                                 TEXT("h1"),     TEXT("h2"),    TEXT("h3"),     TEXT("br"),    TEXT("b")};
    size_t at = first_element(text), len = 0;
    if (at == SIZE_MAX)
        return false;
    Text rest = text_sub(text, at + 1, text.len);
    while (len < rest.len && (isalnum((unsigned char)rest.ptr[len])))
        len++;
    bool whole =
        len < rest.len && (isspace((unsigned char)rest.ptr[len]) || rest.ptr[len] == '>' || rest.ptr[len] == '/');
    for (size_t i = 0; whole && i < sizeof names / sizeof names[0]; i++)
        if (len == names[i].len && strncasecmp(rest.ptr, names[i].ptr, len) == 0)
            return true;
    return false;
}

static bool
is_spreadsheet(Text text)
{
    static const Text space = {"urn:schemas-microsoft-com:office:spreadsheet", 44};
    size_t at = text_find(text, space, 0), quote = at + space.len;
    bool named = at != SIZE_MAX && quote < text.len && (text.ptr[quote] == '"' || text.ptr[quote] == '\'');
    return named && contains(text, TEXT("Workbook"));
}

/* An archive of a web page, by the lines that begin a mail. */
static bool
is_archive(Text text)
{
    return starts_with_word(text, TEXT("MIME-Version:")) ||
           (starts_with_word(text, TEXT("From:")) && contains(text, TEXT("MIME-Version:")));
}

/* The kind of an OpenDocument file by its media type; false where it is none. */
static bool
is_open_document(Text type, SniffKind spreadsheet, Sniff *sniff)
{
    if (!contains(type, TEXT("application/vnd.oasis.opendocument.")))
        return false;
    bool sheets = contains(type, TEXT("application/vnd.oasis.opendocument.spreadsheet"));
    *sniff = sheets ? (Sniff){spreadsheet, NULL} : (Sniff){SNIFF_DOCUMENT, "opendocument"};
    return true;
}

/* What markup it is; SNIFF_TEXT where it only begins with "<". */
static Sniff
sniff_markup(Text text)
{
    Sniff sniff = {SNIFF_FLAT_ODS, NULL};
    if (begins_a_page(text))
        return (Sniff){SNIFF_HTML, NULL};
    if (contains(text, TEXT("urn:oasis:names:tc:opendocument:xmlns:office:1.0")) && !contains(text, TEXT("<html"))) {
        (void)is_open_document(text, SNIFF_FLAT_ODS, &sniff);
        return sniff;
    }
    if (is_spreadsheet(text))
        return (Sniff){SNIFF_XML2003, NULL};
    if (contains(text, TEXT("<html")) || contains(text, TEXT("<table")) || contains(text, TEXT("<!doctype html")))
        return (Sniff){SNIFF_HTML, NULL};
    if (starts_with_word(text, TEXT("<?xml")))
        return (Sniff){SNIFF_REFUSED, "file_unknown"};
    return (Sniff){SNIFF_TEXT, NULL};
}

/*
 * Text, or the web pages and XML that portals name .xls or .csv. `front` is ASCII enough: of UTF-16 every other byte
 * has been left out.
 */
static Sniff
sniff_text(Text front)
{
    Text text = text_trim(front);
    if (is_archive(text))
        return (Sniff){SNIFF_REFUSED, "mhtml_not_read"};
    return text_starts_with(text, TEXT("<")) ? sniff_markup(text) : (Sniff){SNIFF_TEXT, NULL};
}

/* Without byte order marks and without NULs, in place. */
static Text
as_ascii(char *bytes, size_t len)
{
    size_t from = 0, kept = 0;
    while (len >= from + 3 && memcmp(bytes + from, "\xEF\xBB\xBF", 3) == 0)
        from += 3;
    if (from == 0 && len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        from = 2;
    for (size_t i = from; i < len; i++)
        if (bytes[i] != '\0')
            bytes[kept++] = bytes[i];
    return (Text){bytes, kept};
}

static bool
sniff_ole(int fd, Sniff *sniff, Err *err)
{
    static const Sniff kinds[] = {
        [OLE_DAMAGED] = {SNIFF_REFUSED, "file_damaged"},
        [OLE_UNKNOWN] = {SNIFF_REFUSED, "file_unknown"},
        [OLE_WORKBOOK] = {SNIFF_XLS, NULL},
        [OLE_DOCUMENT] = {SNIFF_DOCUMENT, "doc"},
        [OLE_SLIDES] = {SNIFF_DOCUMENT, "ppt"},
        [OLE_ENCRYPTED] = {SNIFF_REFUSED, "spreadsheet_encrypted"},
    };
    OleKind kind;
    if (!ole_kind(fd, &kind, err))
        return false;
    *sniff = kinds[kind];
    return true;
}

/* The first bytes of a workbook and nothing behind them. */
static bool
is_cut_magic(Text front)
{
    enum { TELLING = 3 };
    return front.len >= TELLING && (text_starts_with(TEXT("PK\x03\x04"), front) || text_starts_with(ole_magic, front));
}

static Sniff
sniff_front(char *bytes, size_t len)
{
    Text front = {bytes, len};
    Sniff sniff = {SNIFF_TEXT, NULL};
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
        if (text_starts_with(front, magics[i].bytes))
            return magics[i].sniff;
    if (is_image(front, &sniff))
        return sniff;
    if (text_equal(text_sub(front, TAR_MAGIC_AT, 6), TEXT("\0ustar")))
        return (Sniff){SNIFF_REFUSED, "archive_not_read"};
    if (is_cut_magic(front))
        return (Sniff){SNIFF_REFUSED, "file_damaged"};
    /* a copy that broke off has its length, and bytes of value 0 in its place */
    bool zeros = len > 0 && bytes[0] == '\0';
    front = as_ascii(bytes, len);
    if (front.len == 0)
        return (Sniff){SNIFF_REFUSED, zeros ? "file_damaged" : "empty_file"};
    return sniff_text(front);
}

bool
sniff_file(int fd, Sniff *sniff, Err *err)
{
    char front[LIMIT_SNIFF];
    ssize_t got = -1;
    if (lseek(fd, 0, SEEK_SET) == 0)
        got = file_read_some(fd, front, sizeof front);
    if (got < 0)
        return err_set(err, ERR_IO, "could not read the front of the file: %m");
    if (text_starts_with((Text){front, (size_t)got}, ole_magic))
        return sniff_ole(fd, sniff, err);
    *sniff = sniff_front(front, (size_t)got);
    return true;
}

bool
sniff_old_workbook(int fd)
{
    char front[8];
    ssize_t got = pread(fd, front, sizeof front, 0);
    if (got < (ssize_t)sizeof front)
        return false;
    return text_equal((Text){front, sizeof front}, ole_magic) || sniff_front(front, sizeof front).kind == SNIFF_BIFF;
}

/* By the member that tells it, and by the manifest where somebody packed the file anew and left that out. */
static bool
sniff_open_document(ZipFile *zip, Sniff *sniff, Err *err)
{
    static const Text members[] = {TEXT("mimetype"), TEXT("META-INF/manifest.xml")};
    *sniff = (Sniff){SNIFF_REFUSED, "archive_not_read"};
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        Text type;
        if (!zipfile_peek(zip, members[i], LIMIT_SNIFF, &type, err))
            return false;
        if (is_open_document(type, SNIFF_ODS, sniff))
            return true;
    }
    return true;
}

/* What the types of its parts say; SNIFF_REFUSED without a name where that is nothing. */
static Sniff
sniff_types(Text types)
{
    static const struct {
        Text type;
        Sniff sniff;
    } mains[] = {
        {TEXT("spreadsheetml.sheet.main"), {SNIFF_WORKBOOK, NULL}},
        {TEXT("excel.sheet.macroEnabled.main"), {SNIFF_WORKBOOK, NULL}},
        {TEXT("spreadsheetml.template.main"), {SNIFF_WORKBOOK, NULL}},
        {TEXT("excel.template.macroEnabled.main"), {SNIFF_WORKBOOK, NULL}},
        {TEXT("wordprocessingml.document.main"), {SNIFF_DOCX, NULL}},
        {TEXT("word.document.macroEnabled.main"), {SNIFF_DOCX, NULL}},
        {TEXT("wordprocessingml.template.main"), {SNIFF_DOCX, NULL}},
        {TEXT("word.template.macroEnabledTemplate.main"), {SNIFF_DOCX, NULL}},
        {TEXT("presentationml.presentation.main"), {SNIFF_DOCUMENT, "pptx"}},
        /* Last: some programs name it as the default of .bin in every workbook. */
        {TEXT("sheet.binary.macroEnabled.main"), {SNIFF_REFUSED, "xlsb_not_read"}},
    };
    for (size_t i = 0; i < sizeof mains / sizeof mains[0]; i++)
        if (contains(types, mains[i].type))
            return mains[i].sniff;
    return (Sniff){SNIFF_REFUSED, NULL};
}

/* What its members' names say; SNIFF_REFUSED without a name where that is nothing. */
static Sniff
sniff_members(const ZipFile *zip)
{
    if (zipfile_has(zip, TEXT("OFD.xml")))
        return (Sniff){SNIFF_DOCUMENT, "ofd"};
    if (zipfile_has(zip, TEXT("_rels/.rels")) && zipfile_has(zip, TEXT("xl/workbook.xml")))
        return (Sniff){SNIFF_WORKBOOK, NULL};
    if (zipfile_has(zip, TEXT("_rels/.rels")) && zipfile_has(zip, TEXT("word/document.xml")))
        return (Sniff){SNIFF_DOCX, NULL};
    return (Sniff){SNIFF_REFUSED, NULL};
}

static bool
is_known(const Sniff *sniff)
{
    return sniff->kind != SNIFF_REFUSED || sniff->name != NULL;
}

bool
sniff_package(ZipFile *zip, Sniff *sniff, Err *err)
{
    enum { TYPES_PEEK = 65536 };
    Text types;
    if (!zipfile_peek(zip, TEXT("[Content_Types].xml"), TYPES_PEEK, &types, err))
        return false;
    *sniff = sniff_types(types);
    if (!is_known(sniff))
        *sniff = sniff_members(zip);
    return is_known(sniff) || sniff_open_document(zip, sniff, err);
}
