#include "xlsx/xlsx_margin.h"

#include <string.h>

#include "text/unitnote.h"

enum { MARGIN_BYTES = 4096 };

void
xlsx_margin_open(XlsxMargin *margin)
{
    *margin = (XlsxMargin){.text = buf_new(MARGIN_BYTES)};
}

void
xlsx_margin_close(XlsxMargin *margin)
{
    buf_free(&margin->text);
}

void
xlsx_margin_start(XlsxMargin *margin, const char *element)
{
    static const char *const parts[] = {"oddHeader", "evenHeader", "firstHeader",
                                        "oddFooter", "evenFooter", "firstFooter"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        margin->open = margin->open || strcmp(element, parts[i]) == 0;
}

void
xlsx_margin_add(XlsxMargin *margin, Text piece)
{
    if (margin->open)
        (void)buf_text(&margin->text, piece);
}

void
xlsx_margin_end(XlsxMargin *margin)
{
    if (margin->open)
        (void)buf_char(&margin->text, '\n');
    margin->open = false;
}

/* Behind a code: &L &C &R, &12, &"宋体,常规", &K000000 and the like. */
static size_t
skip_code(Text text, size_t at)
{
    enum { COLOUR = 7 };
    char code = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    if (code == '"') {
        size_t end = text_find(text, TEXT("\""), at + 2);
        return end == SIZE_MAX ? text.len : end + 1;
    }
    if (code == 'K')
        return at + 1 + COLOUR < text.len ? at + 1 + COLOUR : text.len;
    size_t end = at + 1;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
        end++;
    return end > at + 1 ? end : at + 2 < text.len ? at + 2 : text.len;
}

/* One line of each part of a margin, without its codes. */
static Text
lines_of(Text text, Arena *arena)
{
    char *lines = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        bool code = text.ptr[at] == '&';
        bool part = code && at + 1 < text.len && strchr("LCR", text.ptr[at + 1]) != NULL;
        if (!code || part)
            lines[len++] = code ? '\n' : text.ptr[at];
        at = code ? skip_code(text, at) : at + 1;
    }
    return (Text){lines, len};
}

/* The first line that says what something is counted in. */
static Text
find_unit(Text lines, Arena *arena)
{
    for (size_t from = 0; from < lines.len;) {
        size_t end = text_find(lines, TEXT("\n"), from);
        end = end == SIZE_MAX ? lines.len : end;
        Text line = text_trim(text_sub(lines, from, end - from));
        if (line.len > 0 && unitnote_named(line, arena).count > 0)
            return line;
        from = end + 1;
    }
    return TEXT_NONE;
}

bool
xlsx_margin_tell(const XlsxMargin *margin, Sink *sink, Text sheet, Err *err)
{
    Text said = find_unit(lines_of(buf_view(&margin->text), sink->row), sink->row);
    return said.len == 0 || sink_warn(sink, "page_header_unit", (Remark){.place = sink_place(sheet), .raw = said}, err);
}
