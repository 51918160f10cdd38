#include "html/html_table.h"

#include <string.h>

static bool
not_plain(HtmlPage *page, Text raw, Err *err)
{
    return html_state_refuse(page, "html_not_plain", raw, err);
}

static bool
end_cell(HtmlPage *page, Err *err)
{
    if (page->for_others && page->text.text.len != page->text_before)
        return not_plain(page, TEXT("<![if …]>"), err);
    page->for_others = false;
    page->cell.struck = page->text.struck;
    bool ok = html_sheets_put_cell(&page->sheets, &page->cell, html_text_view(&page->text), err);
    html_text_clear(&page->text);
    page->where = HTML_IN_ROW;
    return ok;
}

static bool
end_caption(HtmlPage *page, Err *err)
{
    page->where = HTML_IN_TABLE;
    return html_state_line(page, err);
}

/* Ends what stands open inside a row, or a caption. */
static bool
leave_cell(HtmlPage *page, Err *err)
{
    if (page->where == HTML_IN_CAPTION)
        return end_caption(page, err);
    return page->where != HTML_IN_CELL || end_cell(page, err);
}

static bool
leave_row(HtmlPage *page, Err *err)
{
    if (!leave_cell(page, err))
        return false;
    if (page->where == HTML_IN_ROW && !html_sheets_end_row(&page->sheets, err))
        return false;
    page->where = HTML_IN_TABLE;
    return true;
}

static bool
leave_group(HtmlPage *page, Err *err)
{
    bool ok = leave_row(page, err);
    html_grid_end_group(&page->sheets.grid);
    page->group_hidden = page->group_struck = false;
    return ok;
}

bool
html_table_begin(HtmlPage *page, const HtmlToken *token, bool unseen, Err *err)
{
    HtmlStyle style = html_style_of(&page->styles, token, page->sink->row);
    if (style.doubtful)
        return not_plain(page, token->name, err);
    page->where = HTML_IN_TABLE;
    page->rows_begun = page->group_hidden = page->foot_seen = page->group_struck = page->row_struck = false;
    page->table_struck = style.struck || page->striker.depth > 0;
    return html_sheets_begin_table(&page->sheets, unseen || style.hidden, err);
}

static bool
end_table(HtmlPage *page, Err *err)
{
    if (!leave_group(page, err))
        return false;
    page->where = HTML_OUTSIDE;
    return html_sheets_end_table(&page->sheets, err);
}

/* A head behind rows, or anything behind the foot, is shown in another order than written. */
static bool
begin_group(HtmlPage *page, const HtmlToken *token, const HtmlStyle *style, Err *err)
{
    if (!leave_group(page, err))
        return false;
    bool head = html_name_is(token->name, TEXT("thead"));
    if (page->foot_seen || (head && page->rows_begun))
        return not_plain(page, token->name, err);
    page->foot_seen = html_name_is(token->name, TEXT("tfoot"));
    page->group_hidden = style->hidden;
    page->group_struck = style->struck;
    return true;
}

static bool
begin_row(HtmlPage *page, const HtmlStyle *style, Err *err)
{
    if (!leave_row(page, err))
        return false;
    page->rows_begun = true;
    page->where = HTML_IN_ROW;
    page->row_struck = style->struck;
    return html_sheets_begin_row(&page->sheets, style->hidden || page->group_hidden, err);
}

/* The text of a cell or caption begins; `struck` by its own style. */
static void
begin_text(HtmlPage *page, bool struck)
{
    page->cell_struck = struck || page->table_struck;
    page->striking = page->scripting = page->overflow = (HtmlReach){0};
    page->last_struck = page->overflown = false;
}

static bool
begin_cell(HtmlPage *page, const HtmlToken *token, Err *err)
{
    static const HtmlStyle none;
    if (!leave_cell(page, err) || (page->where != HTML_IN_ROW && !begin_row(page, &none, err)))
        return false;
    bool good = html_cell_begin(&page->cell, token, &page->styles, page->sink->row);
    if (!html_sheets_place_cell(&page->sheets, &page->cell, err))
        return false;
    page->where = HTML_IN_CELL;
    begin_text(page, page->cell.span.style.struck || page->row_struck || page->group_struck);
    return good || not_plain(page, TEXT("rowspan=0"), err);
}

static bool
begin_caption(HtmlPage *page, const HtmlStyle *style, Err *err)
{
    if (!leave_row(page, err))
        return false;
    page->where = HTML_IN_CAPTION;
    begin_text(page, style->struck);
    return !page->rows_begun || not_plain(page, TEXT("caption"), err);
}

/* <col> and <colgroup>, each of as many columns as its span says. */
static bool
take_columns(HtmlPage *page, const HtmlToken *token, HtmlElement element, const HtmlStyle *style, Err *err)
{
    Text span = html_token_attribute(token, TEXT("span")), width = html_token_attribute(token, TEXT("width"));
    uint64_t count = 1;
    if (!leave_row(page, err))
        return false;
    if (span.len > 0 && (!text_read_count(text_trim(span), &count) || count > LIMIT_COLUMNS))
        return not_plain(page, token->name, err);
    if (element == HTML_COLUMN || span.len > 0)
        html_grid_columns(&page->sheets.grid, count, style->hidden || text_equal(width, TEXT("0")));
    return element == HTML_COLUMN || !style->hidden || not_plain(page, token->name, err);
}

static bool
start_structure(HtmlPage *page, const HtmlToken *token, HtmlElement element, const HtmlStyle *style, Err *err)
{
    if (style->doubtful)
        return not_plain(page, token->name, err);
    switch (element) {
    case HTML_CAPTION:
        return begin_caption(page, style, err);
    case HTML_GROUP:
        return begin_group(page, token, style, err);
    case HTML_ROW:
        return begin_row(page, style, err);
    case HTML_CELL:
        return begin_cell(page, token, err);
    default:
        return take_columns(page, token, element, style, err);
    }
}

static bool
take_picture(HtmlPage *page)
{
    if (page->picture_count++ == 0)
        page->first_picture = (Place){page->sheets.name, page->sheets.grid.row_no,
                                      page->where == HTML_IN_CELL ? page->sheets.grid.column : -1};
    return true;
}

/* What reaches up to its end tag. */
static void
follow(HtmlPage *page, const HtmlToken *token)
{
    if (page->striking.depth > 0)
        html_reach_follow(&page->striking, token);
    if (page->scripting.depth > 0)
        html_reach_follow(&page->scripting, token);
    if (page->overflow.depth > 0)
        html_reach_follow(&page->overflow, token);
}

/* Of <sup> and <sub>, which a style may set right, and of what a style raises or lowers. */
static RunScript
script_of(const HtmlToken *token, const HtmlStyle *style)
{
    if (style->script != RUN_UNSET)
        return style->script;
    if (html_name_is(token->name, TEXT("sup")))
        return RUN_RAISED;
    return html_name_is(token->name, TEXT("sub")) ? RUN_LOWERED : RUN_UNSET;
}

static void
begin_script(HtmlPage *page, const HtmlToken *token, const HtmlStyle *style)
{
    RunScript script = script_of(token, style);
    if (page->scripting.depth > 0 || (script != RUN_RAISED && script != RUN_LOWERED))
        return;
    page->script = script;
    html_reach_begin(&page->scripting, token);
}

/* Digits and what stands between them: what is hidden behind them is no end of a text. */
static bool
is_figure(Text shown)
{
    for (size_t i = 0; i < shown.len; i++) {
        if (strchr("0123456789.,+-% ", shown.ptr[i]) == NULL)
            return false;
    }
    return shown.len > 0;
}

/* Excel hides the end of a text that is longer than its cell; elsewhere a page hides what is not meant to be read. */
static bool
begin_overflow(HtmlPage *page, const HtmlToken *token)
{
    if (!page->from_office || page->where != HTML_IN_CELL || is_figure(html_text_view(&page->text)))
        return false;
    page->overflown = true;
    return page->overflow.depth > 0 || html_reach_begin(&page->overflow, token);
}

/* Inside a cell or a caption. A hidden input holds what a page keeps for itself. */
static bool
start_in_cell(HtmlPage *page, const HtmlToken *token, HtmlElement element, const HtmlStyle *style, Err *err)
{
    bool kept_out = element == HTML_INPUT && html_name_is(html_token_attribute(token, TEXT("type")), TEXT("hidden"));
    if (kept_out || element == HTML_HEAD)
        return true;
    follow(page, token);
    if (style->doubtful || (style->hidden && !begin_overflow(page, token)))
        return not_plain(page, token->name, err);
    if (!html_state_strike(page, &page->striking, token, style, err))
        return false;
    begin_script(page, token, style);
    switch (element) {
    case HTML_INLINE:
    case HTML_PAGE:
        return true;
    case HTML_BREAK:
        html_text_break(&page->text);
        return true;
    case HTML_BLOCK:
    case HTML_FORM:
        html_text_block(&page->text);
        return true;
    case HTML_PICTURE:
        return take_picture(page);
    case HTML_INPUT:
    case HTML_CHOICE:
        return html_state_refuse(page, "html_form", token->name, err);
    default:
        return not_plain(page, token->name, err);
    }
}

/* Between the rows and cells of a table: what shows nothing there. */
static bool
start_between(HtmlPage *page, const HtmlToken *token, HtmlElement element, Err *err)
{
    bool kept_out = element == HTML_INPUT && html_name_is(html_token_attribute(token, TEXT("type")), TEXT("hidden"));
    return kept_out || element == HTML_HEAD || element == HTML_SCRIPT || element == HTML_FORM ||
           not_plain(page, token->name, err);
}

static bool
start(HtmlPage *page, const HtmlToken *token, Err *err)
{
    HtmlElement element = html_element(token->name);
    HtmlStyle style = html_style_of(&page->styles, token, page->sink->row);
    if (element == HTML_TABLE)
        return html_state_refuse(page, "html_nested_table", TEXT_NONE, err);
    if (element == HTML_FRAME)
        return html_state_refuse_whole(page, "html_frames", err);
    if (element >= HTML_CAPTION && element <= HTML_CELL)
        return start_structure(page, token, element, &style, err);
    if (page->where == HTML_IN_CELL || page->where == HTML_IN_CAPTION)
        return start_in_cell(page, token, element, &style, err);
    return start_between(page, token, element, err);
}

/* An end tag of nothing that stands open means nothing. */
static bool
end(HtmlPage *page, const HtmlToken *token, Err *err)
{
    follow(page, token);
    switch (html_element(token->name)) {
    case HTML_TABLE:
        return end_table(page, err);
    case HTML_PAGE:
        return html_state_refuse_whole(page, "html_cut", err);
    case HTML_GROUP:
        return leave_group(page, err);
    case HTML_ROW:
        return leave_row(page, err);
    case HTML_CELL:
        return page->where != HTML_IN_CELL || end_cell(page, err);
    case HTML_CAPTION:
        return page->where != HTML_IN_CAPTION || end_caption(page, err);
    case HTML_BREAK:
        html_text_break(&page->text);
        return true;
    case HTML_BLOCK:
    case HTML_FORM:
        html_text_block(&page->text);
        return true;
    default:
        return true;
    }
}

/* Browsers put text that stands between cells above the table. */
static bool
text(HtmlPage *page, Text piece, Err *err)
{
    size_t before = page->text.text.len;
    if (!html_state_text(page, piece, err))
        return false;
    if (page->overflown && page->overflow.depth == 0 && page->text.text.len > before)
        return not_plain(page, html_text_view(&page->text), err);
    bool inside = page->where == HTML_IN_CELL || page->where == HTML_IN_CAPTION;
    return inside || html_text_view(&page->text).len == 0 || not_plain(page, html_text_view(&page->text), err);
}

/* <![if !…]> … <![endif]>: shown by browsers and not by Excel. <![CDATA[…]]>: text in XHTML, nothing in HTML. */
static bool
declaration(HtmlPage *page, Text content, Err *err)
{
    if (page->where != HTML_IN_CELL)
        return true;
    if (text_starts_with(content, TEXT("[CDATA[")))
        return not_plain(page, TEXT("<![CDATA[…]]>"), err);
    if (page->for_others && page->text.text.len != page->text_before)
        return not_plain(page, TEXT("<![if …]>"), err);
    page->for_others = text_starts_with(content, TEXT("[if"));
    page->text_before = page->text.text.len;
    return true;
}

bool
html_table_take(HtmlPage *page, const HtmlToken *token, Err *err)
{
    switch (token->kind) {
    case HTML_START:
        return start(page, token, err);
    case HTML_END:
        return end(page, token, err);
    case HTML_TEXT:
        return text(page, token->text, err);
    case HTML_DECLARATION:
        return declaration(page, token->text, err);
    case HTML_RAW:
    case HTML_COMMENT:
        break;
    }
    return true;
}
