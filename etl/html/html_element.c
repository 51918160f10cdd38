#include "html/html_element.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 15 };

typedef struct Known {
    const char *name;
    HtmlElement element;
} Known;

/* Sorted by name. */
static const Known known[] = {
    {"a", HTML_INLINE},         {"abbr", HTML_INLINE},      {"acronym", HTML_INLINE},   {"address", HTML_BLOCK},
    {"applet", HTML_PICTURE},   {"area", HTML_HEAD},        {"article", HTML_BLOCK},    {"aside", HTML_BLOCK},
    {"audio", HTML_PICTURE},    {"b", HTML_INLINE},         {"base", HTML_HEAD},        {"bdi", HTML_INLINE},
    {"bdo", HTML_INLINE},       {"bgsound", HTML_HEAD},     {"big", HTML_INLINE},       {"blockquote", HTML_BLOCK},
    {"body", HTML_PAGE},        {"br", HTML_BREAK},         {"button", HTML_INLINE},    {"canvas", HTML_PICTURE},
    {"caption", HTML_CAPTION},  {"center", HTML_BLOCK},     {"cite", HTML_INLINE},      {"code", HTML_INLINE},
    {"col", HTML_COLUMN},       {"colgroup", HTML_COLUMNS}, {"data", HTML_INLINE},      {"datalist", HTML_CHOICE},
    {"dd", HTML_BLOCK},         {"del", HTML_INLINE},       {"dfn", HTML_INLINE},       {"dir", HTML_LIST},
    {"div", HTML_BLOCK},        {"dl", HTML_BLOCK},         {"dt", HTML_BLOCK},         {"em", HTML_INLINE},
    {"embed", HTML_PICTURE},    {"fieldset", HTML_BLOCK},   {"figcaption", HTML_BLOCK}, {"figure", HTML_BLOCK},
    {"font", HTML_INLINE},      {"footer", HTML_BLOCK},     {"form", HTML_FORM},        {"frame", HTML_FRAME},
    {"frameset", HTML_FRAME},   {"h1", HTML_BLOCK},         {"h2", HTML_BLOCK},         {"h3", HTML_BLOCK},
    {"h4", HTML_BLOCK},         {"h5", HTML_BLOCK},         {"h6", HTML_BLOCK},         {"head", HTML_HEAD},
    {"header", HTML_BLOCK},     {"hr", HTML_BLOCK},         {"html", HTML_PAGE},        {"i", HTML_INLINE},
    {"iframe", HTML_PICTURE},   {"img", HTML_PICTURE},      {"input", HTML_INPUT},      {"ins", HTML_INLINE},
    {"kbd", HTML_INLINE},       {"label", HTML_INLINE},     {"legend", HTML_BLOCK},     {"li", HTML_LIST},
    {"link", HTML_HEAD},        {"main", HTML_BLOCK},       {"map", HTML_HEAD},         {"mark", HTML_INLINE},
    {"menu", HTML_LIST},        {"meta", HTML_HEAD},        {"nav", HTML_BLOCK},        {"nobr", HTML_INLINE},
    {"noframes", HTML_HEAD},    {"noscript", HTML_UNSHOWN}, {"object", HTML_PICTURE},   {"ol", HTML_LIST},
    {"optgroup", HTML_CHOICE},  {"option", HTML_CHOICE},    {"p", HTML_BLOCK},          {"param", HTML_HEAD},
    {"picture", HTML_PICTURE},  {"pre", HTML_FORMAT},       {"q", HTML_INLINE},         {"s", HTML_INLINE},
    {"samp", HTML_INLINE},      {"script", HTML_SCRIPT},    {"section", HTML_BLOCK},    {"select", HTML_CHOICE},
    {"small", HTML_INLINE},     {"source", HTML_HEAD},      {"span", HTML_INLINE},      {"strike", HTML_INLINE},
    {"strong", HTML_INLINE},    {"style", HTML_HEAD},       {"sub", HTML_INLINE},       {"sup", HTML_INLINE},
    {"svg", HTML_PICTURE},      {"table", HTML_TABLE},      {"tbody", HTML_GROUP},      {"td", HTML_CELL},
    {"template", HTML_UNSHOWN}, {"textarea", HTML_CHOICE},  {"tfoot", HTML_GROUP},      {"th", HTML_CELL},
    {"thead", HTML_GROUP},      {"time", HTML_INLINE},      {"title", HTML_HEAD},       {"tr", HTML_ROW},
    {"tt", HTML_INLINE},        {"u", HTML_INLINE},         {"ul", HTML_LIST},          {"var", HTML_INLINE},
    {"video", HTML_PICTURE},    {"wbr", HTML_INLINE},       {"xml", HTML_HEAD},
};

static int
compare(const void *name, const void *element)
{
    return strcmp(name, ((const Known *)element)->name);
}

/* False where it is longer than every known name. */
static bool
in_small_letters(Text name, char small[LONGEST + 1])
{
    if (name.len > LONGEST)
        return false;
    for (size_t i = 0; i < name.len; i++)
        small[i] = (char)tolower((unsigned char)name.ptr[i]);
    small[name.len] = '\0';
    return memchr(small, '\0', name.len) == NULL;
}

HtmlElement
html_element(Text name)
{
    char small[LONGEST + 1];
    if (!in_small_letters(name, small))
        return HTML_UNKNOWN;
    const Known *found = bsearch(small, known, sizeof known / sizeof known[0], sizeof known[0], compare);
    if (found != NULL)
        return found->element;
    bool office = strncmp(small, "o:", 2) == 0 || strncmp(small, "st1:", 4) == 0;
    return office ? HTML_INLINE : HTML_UNKNOWN;
}

bool
html_element_strikes(Text name)
{
    static const char *const names[] = {"s", "strike", "del"};
    char small[LONGEST + 1];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (in_small_letters(name, small) && strcmp(small, names[i]) == 0)
            return true;
    return false;
}

bool
html_element_is_void(Text name)
{
    static const char *const names[] = {"area", "base",  "bgsound", "br",   "col",   "embed",  "frame", "hr",
                                        "img",  "input", "link",    "meta", "param", "source", "wbr"};
    char small[LONGEST + 1];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (in_small_letters(name, small) && strcmp(small, names[i]) == 0)
            return true;
    return false;
}
