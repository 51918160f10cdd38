#include "xls/xls_book.h"

#include "base/limits.h"
#include "xls/biff_type.h"

enum {
    BIFF5 = 0x0500,
    BIFF8 = 0x0600,
    BOF_SIZE = 4,
    FORMAT_SIZE = 2,
    XF_SIZE = 4,
    FONT_SIZE = 4,
    FONT_STRUCK = 0x0008, /* [MS-XLS] 2.4.122 Font */
    FONT_SCRIPT_AT = 8,
    SST_SIZE = 8,
    BOUNDSHEET_SIZE = 6,
    NESTED_MAX = 8
};

void
xls_book_open(XlsBook *book, const OleStream *stream, Sink *sink)
{
    *book = (XlsBook){.shared = {.sink = sink}};
    book->shared.doubt = &book->doubt;
    biff_open(&book->biff, stream, sink);
    biff_text_open(&book->text, &book->shared.styles, sink_limits(sink)->string);
    xlsx_strings_open(&book->shared.strings, sink_limits(sink)->strings);
    xlsx_styles_open(&book->shared.styles, sink->run);
    book->sheets = arena_array(sink->run, LIMIT_SHEETS, sizeof *book->sheets);
}

void
xls_book_close(XlsBook *book)
{
    biff_text_close(&book->text);
    xlsx_strings_close(&book->shared.strings);
}

bool
xls_book_begin(XlsBook *book, uint16_t *version, uint16_t *kind, Err *err)
{
    Biff *biff = &book->biff;
    if (!biff_next(biff, err))
        return false;
    bool old = biff->type == 0x0009 || biff->type == 0x0209 || biff->type == 0x0409;
    if ((!old && biff->type != BIFF_BOF) || biff->len < BOF_SIZE)
        return biff_damaged(biff, err);
    *version = biff_u16(biff, 0);
    *kind = biff_u16(biff, 2);
    if (old || *version < BIFF5)
        return sink_refuse(biff->sink, "xls_too_old", (Remark){.place = sink_place(TEXT(""))}, err);
    return *version == BIFF5 || *version == BIFF8 || biff_damaged(biff, err);
}

bool
xls_book_skip(Biff *biff, Err *err)
{
    for (int depth = 1; depth > 0;) {
        if (!biff_next(biff, err))
            return false;
        depth += biff->type == BIFF_BOF ? 1 : biff->type == BIFF_EOF ? -1 : 0;
        if (depth > NESTED_MAX)
            return biff_damaged(biff, err);
    }
    return true;
}

bool
xls_book_next(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    if (!biff_next(biff, err))
        return false;
    while (biff->type == BIFF_BOF)
        if (!xls_book_skip(biff, err) || !biff_next(biff, err))
            return false;
    bool good = biff_type_known(biff->type, book->in_sheet) && biff_type_fits(biff->type, biff->body, biff->len);
    return good || biff_damaged(biff, err);
}

static bool
too_large(XlsBook *book, Text raw, Err *err)
{
    return sink_refuse(book->biff.sink, "package_too_large", (Remark){.place = sink_place(TEXT("")), .raw = raw}, err);
}

static const char *
visibility_of(unsigned char state)
{
    enum { STATE_MASK = 3, HIDDEN = 1, VERY_HIDDEN = 2 };
    if ((state & STATE_MASK) == HIDDEN)
        return "hidden";
    return (state & STATE_MASK) == VERY_HIDDEN ? "very_hidden" : "visible";
}

static bool
add_sheet(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    if (book->sheet_count == LIMIT_SHEETS)
        return sink_refuse(biff->sink, "too_many_sheets", (Remark){.place = sink_place(TEXT(""))}, err);
    if (biff->len < BOUNDSHEET_SIZE)
        return biff_damaged(biff, err);
    XlsSheet *sheet = &book->sheets[book->sheet_count++];
    *sheet = (XlsSheet){.at = biff_u32(biff, 0), .visibility = visibility_of(biff->body[4])};
    biff->pos = BOUNDSHEET_SIZE;
    if (!biff_text_read(&book->text, biff, 1, err) || !biff_taken(biff, err))
        return false;
    sheet->name = arena_text(biff->sink->run, buf_view(&book->text.text));
    return true;
}

/* A table may hold fewer strings than it says; a cell that names one beyond is refused. */
static bool
read_strings(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    if (biff->len < SST_SIZE)
        return biff_damaged(biff, err);
    uint32_t count = biff_u32(biff, 4);
    biff->pos = SST_SIZE;
    for (uint32_t i = 0; i < count; i++) {
        uint16_t next = BIFF_CONTINUE;
        if (biff_left(biff) == 0 && !biff_peek(biff, &next, err))
            return false;
        if (next != BIFF_CONTINUE)
            return true;
        if (!biff_text_read(&book->text, biff, 2, err))
            return false;
        XlsxRuns runs = {.rich = book->text.rich, .struck = book->text.struck};
        if (!xlsx_strings_add(&book->shared.strings, buf_view(&book->text.text), runs))
            return too_large(book, TEXT("SST"), err);
    }
    return biff_taken(biff, err);
}

static bool
define_format(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    if (biff->len < FORMAT_SIZE)
        return biff_damaged(biff, err);
    long id = biff_u16(biff, 0);
    biff->pos = FORMAT_SIZE;
    return biff_text_read_format(&book->text, biff, book->text.unicode ? 2 : 1, err) && biff_taken(biff, err) &&
           (xlsx_styles_define(&book->shared.styles, id, buf_view(&book->text.text)) ||
            too_large(book, TEXT("FORMAT"), err));
}

static RunScript
font_script(const Biff *biff)
{
    static const RunScript scripts[] = {RUN_BASELINE, RUN_RAISED, RUN_LOWERED};
    unsigned script = biff->len >= FONT_SCRIPT_AT + 2 ? biff_u16(biff, FONT_SCRIPT_AT) : 0;
    return script < sizeof scripts / sizeof scripts[0] ? scripts[script] : RUN_BASELINE;
}

static bool
add_font(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    bool struck = biff->len >= FONT_SIZE && (biff_u16(biff, 2) & FONT_STRUCK) != 0;
    return xlsx_styles_font(&book->shared.styles, (RunLook){font_script(biff), struck}) ||
           too_large(book, TEXT("FONT"), err);
}

static bool
add_style(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    if (biff->len < XF_SIZE)
        return biff_damaged(biff, err);
    if (!xlsx_styles_add(&book->shared.styles, biff_u16(biff, 2)))
        return too_large(book, TEXT("XF"), err);
    xlsx_styles_wear(&book->shared.styles, biff_text_font(biff_u16(biff, 0)));
    return true;
}

/* Also where the password is the one every program knows: a book that is only protected against changes. */
static bool
refuse_encrypted(Biff *biff, Err *err)
{
    bool rc4 = biff->len >= 2 && biff_u16(biff, 0) != 0;
    Remark remark = {.place = sink_place(TEXT("")), .raw = rc4 ? TEXT("RC4") : TEXT("XOR")};
    return sink_refuse(biff->sink, "spreadsheet_encrypted", remark, err);
}

static bool
read_short(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    if (biff->len < 2)
        return biff_damaged(biff, err);
    if (biff->type == BIFF_DATEMODE)
        book->shared.date1904 = biff_u16(biff, 0) == 1;
    else
        book->text.code_page = biff_u16(biff, 0);
    return true;
}

static bool
read_global(XlsBook *book, Err *err)
{
    switch (book->biff.type) {
    case BIFF_BOUNDSHEET:
        return add_sheet(book, err);
    case BIFF_SST:
        return read_strings(book, err);
    case BIFF_FORMAT:
        return define_format(book, err);
    case BIFF_FONT:
        return add_font(book, err);
    case BIFF_XF:
        return add_style(book, err);
    case BIFF_DATEMODE:
    case BIFF_CODEPAGE:
        return read_short(book, err);
    case BIFF_FILEPASS:
        return refuse_encrypted(&book->biff, err);
    default:
        return true;
    }
}

/* How many sheets are named that begin at that place of the stream. */
static size_t
sheets_at(const XlsBook *book, uint64_t at)
{
    size_t count = 0;
    for (size_t i = 0; i < book->sheet_count; i++)
        count += book->sheets[i].at == at;
    return count;
}

bool
xls_book_end(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    uint16_t next;
    if (!biff_peek(biff, &next, err))
        return false;
    bool goes_on = next == BIFF_BOF || (next != 0 && biff_type_known(next, true));
    return !goes_on || sheets_at(book, biff->at) == 1 || biff_damaged(biff, err);
}

bool
xls_book_read(XlsBook *book, Err *err)
{
    uint16_t version = 0, kind = 0;
    if (!xls_book_begin(book, &version, &kind, err))
        return false;
    if (kind != XLS_GLOBALS)
        return biff_damaged(&book->biff, err);
    book->text.unicode = version == BIFF8;
    do {
        if (!xls_book_next(book, err) || !read_global(book, err))
            return false;
    } while (book->biff.type != BIFF_EOF);
    xlsx_styles_settle(&book->shared.styles);
    book->in_sheet = true;
    return xls_book_end(book, err);
}
