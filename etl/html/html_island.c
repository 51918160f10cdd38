#include "html/html_island.h"

#include "html/html_text.h"

enum { NAME_MAX_LEN = 4096 };

/* Between the first `open` at or after `from` and the `close` behind it; ptr NULL where there is no such place. */
static Text
between(Text text, Text open, Text close, size_t from, size_t *end)
{
    size_t start = text_find(text, open, from);
    *end = start == SIZE_MAX ? SIZE_MAX : text_find(text, close, start + open.len);
    return *end == SIZE_MAX ? TEXT_NONE : text_sub(text, start + open.len, *end - start - open.len);
}

static Text
read_name(Text written, Arena *arena)
{
    Text unknown, name = TEXT_NONE;
    HtmlText text = html_text_new(NAME_MAX_LEN);
    if (html_text_add(&text, written, &unknown) == HTML_TEXT_GOOD)
        name = arena_text(arena, html_text_view(&text));
    html_text_free(&text);
    return name;
}

static const char *
visibility_of(Text sheet)
{
    size_t end;
    Text visible = text_trim(between(sheet, TEXT("<x:Visible>"), TEXT("</x:Visible>"), 0, &end));
    if (text_equal(visible, TEXT("SheetHidden")))
        return "hidden";
    return text_equal(visible, TEXT("SheetVeryHidden")) ? "very_hidden" : "visible";
}

void
html_island_read(Text xml, HtmlIsland *island, Arena *arena)
{
    size_t end = 0, inner;
    island->date1904 = island->date1904 || text_find(xml, TEXT("<x:Date1904"), 0) != SIZE_MAX;
    for (;;) {
        Text sheet = between(xml, TEXT("<x:ExcelWorksheet>"), TEXT("</x:ExcelWorksheet>"), end, &end);
        if (sheet.ptr == NULL)
            return;
        Text name = between(sheet, TEXT("<x:Name>"), TEXT("</x:Name>"), 0, &inner);
        if (name.ptr != NULL && island->sheet_count++ == 0) {
            island->name = read_name(name, arena);
            island->visibility = visibility_of(sheet);
        }
    }
}

bool
html_island_holds_cells(Text comment)
{
    static const Text cells[] = {{"<table", 6}, {"<tr", 3}, {"<td", 3}, {"<TABLE", 6}, {"<TR", 3}, {"<TD", 3}};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        if (text_starts_with(comment, TEXT("[if")) && text_find(comment, cells[i], 0) != SIZE_MAX)
            return true;
    return false;
}
