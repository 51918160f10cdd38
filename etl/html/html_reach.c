#include "html/html_reach.h"

#include <string.h>

bool
html_reach_begin(HtmlReach *reach, const HtmlToken *token)
{
    if (html_element_is_void(token->name))
        return true;
    if (token->name.len > sizeof reach->name)
        return false;
    memcpy(reach->name, token->name.ptr, token->name.len);
    reach->len = token->name.len;
    reach->depth = 1;
    return true;
}

/* Elements whose end tag may be missing: the next of the same name ends them, and a block a paragraph. */
static bool
ends(Text name, const HtmlToken *token)
{
    static const Text names[] = {{"p", 1}, {"li", 2}, {"dt", 2}, {"dd", 2}, {"option", 6}, {"optgroup", 8}};
    HtmlElement element = html_element(token->name);
    if (html_name_is(name, names[0]))
        return element == HTML_BLOCK || element == HTML_LIST || element == HTML_TABLE;
    for (size_t i = 1; i < sizeof names / sizeof names[0]; i++)
        if (html_name_is(name, names[i]))
            return html_name_is(token->name, name);
    return false;
}

void
html_reach_follow(HtmlReach *reach, const HtmlToken *token)
{
    Text name = {reach->name, reach->len};
    bool same = html_name_is(token->name, name);
    if (token->kind == HTML_START && ends(name, token))
        reach->depth = 0;
    else if (token->kind == HTML_START && same && !html_element_is_void(token->name))
        reach->depth++;
    else if (token->kind == HTML_END && same)
        reach->depth--;
}
