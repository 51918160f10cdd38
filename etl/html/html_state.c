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

bool
html_state_text(HtmlPage *page, Text piece, Err *err)
{
    Text unknown;
    switch (html_text_add(&page->text, piece, &unknown)) {
    case HTML_TEXT_GOOD:
        return true;
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
    bool ok = html_sheets_line(&page->sheets, html_text_view(&page->text), err);
    html_text_clear(&page->text);
    return ok;
}
