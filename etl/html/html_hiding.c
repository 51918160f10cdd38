#include "html/html_hiding.h"

#include <string.h>

#include "html/html_css.h"

/* The name from `at` on. */
static Text
name_at(Text step, size_t at)
{
    size_t end = at;
    while (end < step.len && html_css_is_name_byte(step.ptr[end]))
        end++;
    return text_sub(step, at, end - at);
}

/* The name behind the first `sign`; empty where there is none. */
static Text
named_behind(Text step, const char *sign)
{
    size_t at = text_find(step, text_of(sign), 0);
    return at == SIZE_MAX ? TEXT("") : name_at(step, at + 1);
}

/* :hover and ::before; :nth-child and :not hide for good. */
static bool
is_passing(Text step)
{
    static const char *const words[] = {"::", ":hover", ":focus", ":active", ":before", ":after"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_find(step, text_of(words[i]), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

bool
html_hiding_read(HtmlHiding *hiding, Text selector, Arena *arena)
{
    size_t last = html_css_last_step(selector);
    Text front = text_sub(selector, 0, last), step = text_sub(selector, last, selector.len);
    if (step.len == 0 || step.ptr[0] == '@' || text_find(step, TEXT("."), 0) != SIZE_MAX || is_passing(step))
        return false;
    Text element = name_at(step, 0), id = named_behind(step, "#");
    *hiding = (HtmlHiding){.element = arena_text(arena, element),
                           .id = arena_text(arena, id),
                           .attribute = arena_text(arena, named_behind(step, "[")),
                           .around = arena_text(arena, named_behind(front, "."))};
    hiding->sure = front.len == 0 && step.len == element.len + id.len + (id.len > 0);
    return true;
}

bool
html_hiding_is_of(const HtmlHiding *hiding, const HtmlToken *token)
{
    if (hiding->element.len > 0 && !html_name_is(token->name, hiding->element))
        return false;
    if (hiding->attribute.len > 0 && html_token_attribute(token, hiding->attribute).ptr == NULL)
        return false;
    return hiding->id.len == 0 || text_equal(html_token_attribute(token, TEXT("id")), hiding->id);
}
