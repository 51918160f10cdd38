#include "html/html_style.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "html/html_css.h"

enum { GENERATIONS = 8, SLOTS = 2 * LIMIT_HTML_STYLES };

void
html_styles_open(HtmlStyles *styles, Arena *arena)
{
    *styles = (HtmlStyles){.arena = arena};
    styles->classes = arena_array(arena, LIMIT_HTML_STYLES, sizeof *styles->classes);
    styles->slots = arena_array(arena, SLOTS, sizeof *styles->slots);
    styles->hidings = arena_array(arena, LIMIT_HTML_HIDINGS, sizeof *styles->hidings);
}

/* The next class that is named from *at on, and *at behind it; ptr NULL where there is none. */
static Text
next_class(Text step, size_t *at)
{
    size_t dot = text_find(step, TEXT("."), *at), end = dot == SIZE_MAX ? step.len : dot + 1;
    while (end < step.len && html_css_is_name_byte(step.ptr[end]))
        end++;
    *at = end;
    return dot == SIZE_MAX ? TEXT_NONE : text_sub(step, dot + 1, end - dot - 1);
}

/* "td.xl24" or ".xl24", and nothing else. */
static bool
is_plain_class(Text selector)
{
    size_t at = 0;
    while (at < selector.len && html_css_is_name_byte(selector.ptr[at]))
        at++;
    bool dot = at < selector.len && selector.ptr[at] == '.';
    return dot && next_class(selector, &at).len > 0 && at == selector.len;
}

/* The slot of that class, or the empty one where it would be. */
static size_t
slot_of(const HtmlStyles *styles, Text name)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)name.ptr[i]) * 1099511628211u;
    size_t slot = (size_t)(hash >> 32) % SLOTS;
    while (styles->slots[slot] != 0 && !text_equal(styles->classes[styles->slots[slot] - 1].name, name))
        slot = (slot + 1) % SLOTS;
    return slot;
}

/* NULL where no style sheet names it. */
static HtmlClass *
find(const HtmlStyles *styles, Text name)
{
    size_t number = styles->slots[slot_of(styles, name)];
    return number > 0 ? &styles->classes[number - 1] : NULL;
}

/* What `above` says stands, else what was there. */
static void
lay_over(HtmlStyle *style, const HtmlStyle *above)
{
    bool says = above->hidden || above->shown, decorates = above->struck || above->unstruck;
    style->hidden = says ? above->hidden : style->hidden;
    style->shown = says ? above->shown : style->shown;
    style->insists = says ? above->insists : style->insists;
    style->doubtful = (style->doubtful && !says) || above->doubtful;
    style->struck = decorates ? above->struck : style->struck;
    style->unstruck = decorates ? above->unstruck : style->unstruck;
    style->script = above->script != RUN_UNSET ? above->script : style->script;
    style->ignores_columns = style->ignores_columns || above->ignores_columns;
    style->ignores_rows = style->ignores_rows || above->ignores_rows;
    style->format = above->format.ptr != NULL ? above->format : style->format;
}

static bool
add_class(HtmlStyles *styles, Text name, const HtmlStyle *style, Text parent)
{
    size_t slot = slot_of(styles, name);
    if (styles->slots[slot] == 0) {
        if (styles->count == LIMIT_HTML_STYLES)
            return false;
        styles->classes[styles->count] = (HtmlClass){.name = arena_text(styles->arena, name), .parent = TEXT("")};
        styles->slots[slot] = ++styles->count;
    }
    HtmlClass *class = &styles->classes[styles->slots[slot] - 1];
    lay_over(&class->style, style);
    if (parent.len > 0)
        class->parent = arena_text(styles->arena, parent);
    return true;
}

/* What a rule says of a class that it does not always hold for; of a link under the pointer (":hover") nobody sees it. */
static HtmlStyle
sometimes(const HtmlCssRule *rule, Text step, const HtmlStyle *style)
{
    bool seen = !rule->conditional && text_find(step, TEXT(":"), 0) == SIZE_MAX;
    return (HtmlStyle){.doubtful = style->hidden, .struck = style->struck && seen};
}

/* A rule that hides what no class of its own names; the class around it is one that pages are asked for. */
static bool
add_hiding(HtmlStyles *styles, Text selector)
{
    HtmlHiding hiding;
    const HtmlStyle nothing = {0};
    if (!html_hiding_read(&hiding, selector, styles->arena))
        return true;
    if (styles->hiding_count == LIMIT_HTML_HIDINGS)
        return false;
    styles->hidings[styles->hiding_count++] = hiding;
    return hiding.around.len == 0 || add_class(styles, hiding.around, &nothing, TEXT(""));
}

static bool
add_selector(HtmlStyles *styles, Text selector, const HtmlCssRule *rule, const HtmlStyle *style, Text parent)
{
    Text step = text_sub(selector, html_css_last_step(selector), selector.len), name;
    bool alone = !rule->conditional && is_plain_class(selector);
    HtmlStyle added = alone ? *style : sometimes(rule, step, style);
    for (size_t at = 0; (name = next_class(step, &at)).ptr != NULL;)
        if (name.len > 0 && !add_class(styles, name, &added, alone ? parent : TEXT("")))
            return false;
    return !style->hidden || rule->conditional || add_hiding(styles, selector);
}

/* One rule, whose selectors are parted by commas. */
static bool
add_rule(HtmlStyles *styles, const HtmlCssRule *rule)
{
    Text parent = TEXT("");
    HtmlStyle style = {0};
    html_css_read(rule->declarations, &style, &parent, styles->arena);
    for (size_t at = 0; at <= rule->selectors.len;) {
        size_t comma = text_find(rule->selectors, TEXT(","), at), end = comma == SIZE_MAX ? rule->selectors.len : comma;
        Text selector = text_trim(text_sub(rule->selectors, at, end - at));
        if (!add_selector(styles, selector, rule, &style, parent))
            return false;
        at = end + 1;
    }
    return true;
}

bool
html_styles_add(HtmlStyles *styles, Text sheet)
{
    HtmlCss css = html_css_begin(sheet, styles->arena);
    HtmlCssRule rule;
    while (html_css_next(&css, &rule))
        if (!add_rule(styles, &rule))
            return false;
    return true;
}

/* The number format of the styles that a class is based on. */
static void
inherit_format(const HtmlStyles *styles, const HtmlClass *class, HtmlStyle *style)
{
    for (int i = 0; i < GENERATIONS && style->format.ptr == NULL && class != NULL && class->parent.len > 0; i++) {
        class = find(styles, class->parent);
        style->format = class != NULL ? class->style.format : TEXT_NONE;
    }
}

/*
 * Which of two classes stands above is for a browser to tell: where one hides and one shows, it is in doubt, and where
 * one strikes through, so it is.
 */
static void
lay_class(HtmlStyles *styles, Text name, HtmlStyle *style)
{
    HtmlClass *class = find(styles, name);
    if (class == NULL)
        return;
    class->seen = true;
    HtmlStyle own = class->style;
    inherit_format(styles, class, &own);
    own.unstruck = own.unstruck && !style->struck;
    own.doubtful = own.doubtful || (own.hidden && style->shown) || (own.shown && style->hidden);
    lay_over(style, &own);
}

/* What stands in a class cannot be told here, but whether the page had such a one. */
static void
lay_hidings(const HtmlStyles *styles, const HtmlToken *token, HtmlStyle *style)
{
    for (size_t i = 0; i < styles->hiding_count; i++) {
        const HtmlHiding *hiding = &styles->hidings[i];
        if (!html_hiding_is_of(hiding, token) || (hiding->around.len > 0 && !find(styles, hiding->around)->seen))
            continue;
        style->hidden = style->hidden || hiding->sure;
        style->doubtful = style->doubtful || !hiding->sure;
    }
}

HtmlStyle
html_style_of(HtmlStyles *styles, const HtmlToken *token, Arena *arena)
{
    HtmlStyle style = {0}, own = {0};
    Text classes = html_token_text(token, TEXT("class"), arena), parent = TEXT("");
    for (size_t at = 0, len; at < classes.len; at += len + 1) {
        len = 0;
        while (at + len < classes.len && !isspace((unsigned char)classes.ptr[at + len]))
            len++;
        if (len > 0)
            lay_class(styles, text_sub(classes, at, len), &style);
    }
    lay_hidings(styles, token, &style);
    if (token->attribute_count == 0)
        return style;
    style.hidden = style.hidden || html_token_attribute(token, TEXT("hidden")).ptr != NULL;
    html_css_read(html_token_text(token, TEXT("style"), arena), &own, &parent, arena);
    own.doubtful = style.hidden && style.insists && own.shown && !own.insists;
    lay_over(&style, &own);
    return style;
}
