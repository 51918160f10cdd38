#include "xls/xls_book.h"

#include "base/limits.h"
#include "text/symbolfont.h"
#include "xls/biff_type.h"

enum {
    BIFF5 = 0x0500,
    BIFF8 = 0x0600,
    BOF_SIZE = 4,
    FORMAT_SIZE = 2,
    XF_SIZE = 4,
    FONT_SIZE = 6,
    FONT_STRUCK = 0x0008, /* [MS-XLS] 2.4.122 Font */
    FONT_SCRIPT_AT = 8,
    FONT_NAME_AT = 14,
    FONT_NAME_MOST = 32,
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
        if (!xlsx_strings_add(&book->shared.strings, buf_view(&book->text.text), book->text.kinds))
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

/* The names of symbol fonts are ASCII: of any other no letter matters. */
static Text
symbols_of(const Biff *biff, bool unicode)
{
    char name[FONT_NAME_MOST];
    size_t len = biff->len > FONT_NAME_AT ? biff->body[FONT_NAME_AT] : 0, from = FONT_NAME_AT + 1 + (size_t)unicode;
    size_t step = unicode && biff->len > FONT_NAME_AT + 1 && (biff->body[FONT_NAME_AT + 1] & 1) != 0 ? 2 : 1;
    if (len > sizeof name || from + step * len > biff->len)
        return TEXT("");
    for (size_t i = 0; i < len; i++) {
        bool ascii = step == 1 || biff->body[from + step * i + 1] == 0;
        name[i] = ascii ? (char)biff->body[from + step * i] : '?';
    }
    return symbolfont_name((Text){name, len});
}

/* Of the palette as every workbook has it. */
static bool
is_white(unsigned colour)
{
    return colour == 1 || colour == 9;
}

static bool
add_font(XlsBook *book, Err *err)
{
    const double twips = 20;
    Biff *biff = &book->biff;
    XlsxFont font = {.look = {.script = font_script(biff)}, .symbols = symbols_of(biff, book->text.unicode)};
    if (biff->len >= FONT_SIZE) {
        font.tiny = xlsx_font_tiny(biff_u16(biff, 0) / twips);
        font.look.struck = (biff_u16(biff, 2) & FONT_STRUCK) != 0;
        font.white = is_white(biff_u16(biff, 4));
    }
    return xlsx_styles_font(&book->shared.styles, font) || too_large(book, TEXT("FONT"), err);
}

/* A pattern behind the text, and its colour; each version has them in other bits. Source: [MS-XLS] 2.4.353 XF; BIFF5: OpenOffice's Excel file format, 5.115. */
static bool
is_coloured(const Biff *biff, bool unicode)
{
    enum { COLOUR = 0x7F, PATTERN = 0x3F, LEN8 = 20, LEN5 = 16 };
    if (biff->len < (unicode ? LEN8 : LEN5))
        return false;
    unsigned pattern = unicode ? biff_u32(biff, 14) >> 26 : biff_u32(biff, 8) >> 16 & PATTERN;
    unsigned colour = biff_u16(biff, unicode ? 18 : 8) & COLOUR;
    return pattern != 0 && !is_white(colour);
}

static bool
add_style(XlsBook *book, Err *err)
{
    Biff *biff = &book->biff;
    XlsxStyles *styles = &book->shared.styles;
    if (biff->len < XF_SIZE)
        return biff_damaged(biff, err);
    if (!xlsx_styles_add(styles, biff_u16(biff, 2)) || !xlsx_styles_fill(styles, is_coloured(biff, book->text.unicode)))
        return too_large(book, TEXT("XF"), err);
    xlsx_styles_wear(styles, biff_text_font(biff_u16(biff, 0)));
    xlsx_styles_paint(styles, (long)styles->fill_count - 1);
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
