#include "html/html_page.h"

#include <string.h>

#include "base/limits.h"
#include "charset/decoder.h"
#include "html/html_table.h"

enum { BROKEN_SHOWN = 60 }; /* bytes of a tag that cannot be told */

void
html_page_open(HtmlPage *page, Source *source, Sink *sink)
{
    *page = (HtmlPage){.source = source, .sink = sink};
    page->window = buf_new(LIMIT_HTML_TOKEN + (size_t)2 * DECODER_OUT);
    page->text = html_text_new(sink_limits(sink)->string);
    html_styles_open(&page->styles, sink->run);
    html_sheets_open(&page->sheets, sink, sink->run);
}

void
html_page_close(HtmlPage *page)
{
    html_sheets_close(&page->sheets);
    html_text_free(&page->text);
    buf_free(&page->window);
}

/* Excel and WPS name themselves in <meta>. */
static void
take_meta(HtmlPage *page, const HtmlToken *token)
{
    static const Text writers[] = {{"Excel.Sheet", 11}, {"Microsoft Excel", 15}, {"WPS", 3}};
    Text content = html_token_attribute(token, TEXT("content"));
    for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++)
        if (text_starts_with(content, writers[i]))
            page->from_office = true;
}

static bool
parts_lines(HtmlElement element)
{
    return element == HTML_BLOCK || element == HTML_BREAK || element == HTML_LIST || element == HTML_FORMAT ||
           element == HTML_FORM;
}

static bool
start_outside(HtmlPage *page, const HtmlToken *token, HtmlElement element, Err *err)
{
    HtmlStyle style = html_style_of(&page->styles, token, page->sink->row);
    bool hidden = element == HTML_CHOICE || element == HTML_UNSHOWN || style.hidden;
    if (element == HTML_FRAME)
        return html_state_refuse_whole(page, "html_frames", err);
    if (element >= HTML_CAPTION && element <= HTML_CELL)
        return html_state_refuse(page, "html_not_plain", token->name, err);
    page->begun = page->begun || element == HTML_PAGE;
    if (html_name_is(token->name, TEXT("meta")))
        take_meta(page, token);
    if (page->hider.depth > 0)
        html_reach_follow(&page->hider, token);
    if (page->striker.depth > 0)
        html_reach_follow(&page->striker, token);
    if (parts_lines(element) && !html_state_line(page, err))
        return false;
    if (element == HTML_TABLE)
        return html_state_line(page, err) && html_table_begin(page, token, page->hider.depth > 0, err);
    if (!html_state_strike(page, &page->striker, token, &style, err))
        return false;
    return !hidden || page->hider.depth > 0 || html_reach_begin(&page->hider, token) ||
           html_state_refuse(page, "html_not_plain", token->name, err);
}

static bool
end_outside(HtmlPage *page, const HtmlToken *token, HtmlElement element, Err *err)
{
    page->closed = page->closed || element == HTML_PAGE;
    if (page->hider.depth > 0)
        html_reach_follow(&page->hider, token);
    if (page->striker.depth > 0)
        html_reach_follow(&page->striker, token);
    return !parts_lines(element) || html_state_line(page, err);
}

static bool
take_outside(HtmlPage *page, const HtmlToken *token, Err *err)
{
    HtmlElement element = html_element(token->name);
    arena_reset(page->sink->row);
    switch (token->kind) {
    case HTML_START:
        return start_outside(page, token, element, err);
    case HTML_END:
        return end_outside(page, token, element, err);
    case HTML_TEXT:
        return page->hider.depth > 0 || html_state_text(page, token->text, err);
    default:
        return true;
    }
}

/* Style sheets and what Office left, which are for the whole page. */
static bool
survey(HtmlPage *page, const HtmlToken *token, Err *err)
{
    HtmlIsland *island = &page->sheets.island;
    bool comment = token->kind == HTML_COMMENT;
    if (comment && html_island_holds_cells(token->text))
        return html_state_refuse(page, "html_not_plain", TEXT("只有 Excel 才显示的单元格（<!--[if …]>）"), err);
    if (comment || (token->kind == HTML_RAW && html_name_is(token->name, TEXT("xml"))))
        html_island_read(token->text, island, page->sink->run);
    page->sheets.book.date1904 = island->date1904;
    bool style = token->kind == HTML_RAW && html_name_is(token->name, TEXT("style"));
    page->late_style = page->late_style || (style && page->sheets.table_count > 0);
    return !style || html_styles_add(&page->styles, token->text) ||
           html_state_refuse(page, "package_too_large", TEXT("style"), err);
}

/* Drops what has been taken and decodes the next block behind the rest. */
static bool
fill(HtmlPage *page, Err *err)
{
    Buf *text = &page->window;
    if (text->len - page->at > LIMIT_HTML_TOKEN)
        return html_state_refuse(page, "html_not_plain", TEXT("过长的标记"), err);
    text->len -= page->at;
    if (text->len > 0)
        memmove(text->ptr, text->ptr + page->at, text->len);
    page->at = 0;
    return source_fill(page->source, text, &page->ended, err);
}

static bool
end_page(HtmlPage *page, HtmlState state, Err *err)
{
    if (state == HTML_CUT || page->where != HTML_OUTSIDE || (page->begun && !page->closed))
        return html_state_refuse_whole(page, "html_cut", err);
    if (page->hider.depth > 0)
        return html_state_refuse(page, "html_not_plain", (Text){page->hider.name, page->hider.len}, err);
    return html_state_line(page, err) && html_sheets_end(&page->sheets, err);
}

static bool
take(HtmlPage *page, const HtmlToken *token, Err *err)
{
    if (!page->surveyed && !survey(page, token, err))
        return false;
    return page->where == HTML_OUTSIDE ? take_outside(page, token, err) : html_table_take(page, token, err);
}

static bool
walk(HtmlPage *page, Err *err)
{
    HtmlToken token;
    for (;;) {
        Text rest = text_sub(buf_view(&page->window), page->at, page->window.len);
        HtmlState state = html_token_next(&page->tokens, rest, page->ended, &token);
        if (state == HTML_ENDED || state == HTML_CUT)
            return end_page(page, state, err);
        if (state == HTML_BROKEN)
            return html_state_refuse(page, "html_not_plain", text_sub(rest, 0, text_cut(rest, BROKEN_SHOWN)), err);
        if (state == HTML_MORE ? !fill(page, err) : !take(page, &token, err))
            return false;
        page->at += state == HTML_TOKEN ? token.used : 0;
    }
}

static bool
pass(HtmlPage *page, bool writing, Err *err)
{
    buf_clear(&page->window);
    html_text_clear(&page->text);
    page->tokens = (HtmlTokens){0};
    page->hider = page->striker = page->striking = (HtmlReach){0};
    page->at = page->picture_count = 0;
    page->ended = page->begun = page->closed = false;
    page->where = HTML_OUTSIDE;
    return source_rewind(page->source, err) && html_sheets_begin(&page->sheets, writing, err) && walk(page, err);
}

bool
html_page_survey(HtmlPage *page, Err *err)
{
    if (!pass(page, false, err))
        return false;
    page->surveyed = true;
    return !page->late_style || pass(page, false, err);
}

bool
html_page_write(HtmlPage *page, Err *err)
{
    return pass(page, true, err);
}
