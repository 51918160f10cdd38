#include "html/html_state.h"

#include "base/limits.h"

bool
html_state_refuse(HtmlPage *page, const char *code, Text raw, Err *err)
{
    Text shown = text_sub(raw, 0, text_cut(raw, LIMIT_KIB));
    return html_sheets_refuse(&page->sheets, page->where == HTML_IN_CELL, code, shown, err);
}

bool
html_state_refuse_whole(HtmlPage *page, const char *code, Err *err)
{
    return sink_refuse(page->sink, code, (Remark){.place = sink_place(TEXT(""))}, err);
}

static bool
is_struck(const HtmlPage *page)
{
    return page->where == HTML_OUTSIDE ? page->striker.depth > 0 : page->cell_struck || page->striking.depth > 0;
}

/* What was just added to a cell's text, from `before` on, joins no figure ahead of it that stands otherwise. */
static bool
set_apart(HtmlPage *page, size_t before)
{
    Buf *text = &page->text.text;
    RunLook look = {page->scripting.depth > 0 ? page->script : RUN_UNSET, is_struck(page)};
    bool apart = runs_apart(look.script, text_sub(buf_view(text), 0, before)) || look.struck != page->last_struck;
    if (page->where == HTML_OUTSIDE || text->len == before || !apart)
        return true;
    Text added = arena_text(page->sink->row, text_sub(buf_view(text), before, text->len));
    text->len = before;
    return runs_add(text, added, look, &page->last_struck);
}

bool
html_state_text(HtmlPage *page, Text piece, Err *err)
{
    Text unknown;
    size_t before = page->text.text.len;
    switch (html_text_add(&page->text, piece, &unknown)) {
    case HTML_TEXT_GOOD:
        page->text.struck = page->text.struck || (page->text.text.len > before && is_struck(page));
        return set_apart(page, before) || html_state_refuse(page, "cell_too_long", TEXT_NONE, err);
    case HTML_TEXT_TOO_LONG:
        return html_state_refuse(page, "cell_too_long", TEXT_NONE, err);
    case HTML_TEXT_UNKNOWN:
        break;
    }
    return html_state_refuse(page, "html_not_plain", unknown, err);
}

bool
html_state_line(HtmlPage *page, Err *err)
{
    bool ok = html_sheets_line(&page->sheets, html_text_view(&page->text), page->text.struck, err);
    html_text_clear(&page->text);
    return ok;
}

bool
html_state_strike(HtmlPage *page, HtmlReach *striker, const HtmlToken *token, const HtmlStyle *style, Err *err)
{
    bool strikes = style->struck || (!style->unstruck && html_element_strikes(token->name));
    return striker->depth > 0 || !strikes || html_reach_begin(striker, token) ||
           html_state_refuse(page, "html_not_plain", token->name, err);
}
