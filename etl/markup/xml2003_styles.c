#include "markup/xml2003_styles.h"

#include <stdlib.h>

#include "base/limits.h"
#include "markup/format_code.h"

enum { GENERATIONS = 32, FIRST_FORMAT = 1000 }; /* formats below are built in */

void
xml2003_styles_open(Xml2003Styles *styles, Arena *arena)
{
    *styles = (Xml2003Styles){.list = arena_array(arena, LIMIT_STYLES, sizeof *styles->list)};
}

bool
xml2003_styles_add(Xml2003Styles *styles, Text id, Text parent)
{
    if (styles->count == LIMIT_STYLES)
        return false;
    styles->list[styles->count++] = (Xml2003Style){.id = id, .parent = parent};
    return true;
}

void
xml2003_styles_format(Xml2003Styles *styles, Text format)
{
    styles->list[styles->count - 1].format = format;
}

void
xml2003_styles_font(Xml2003Styles *styles, bool struck)
{
    Xml2003Style *style = &styles->list[styles->count - 1];
    style->font = true;
    style->struck = struck;
}

static int
compare(const void *left, const void *right)
{
    return text_compare(((const Xml2003Style *)left)->id, ((const Xml2003Style *)right)->id);
}

static Xml2003Style *
find(const Xml2003Styles *styles, Text id)
{
    Xml2003Style key = {.id = id};
    return bsearch(&key, styles->list, styles->count, sizeof key, compare);
}

/* NULL where it is based on none, or on one that is not there. */
static const Xml2003Style *
parent_of(const Xml2003Styles *styles, const Xml2003Style *style)
{
    bool first = style->parent.len == 0 && text_equal(style->id, TEXT("Default"));
    return first ? NULL : find(styles, style->parent.len > 0 ? style->parent : TEXT("Default"));
}

static bool
resolve(const Xml2003Styles *styles, const Xml2003Style *style, Text *format)
{
    *format = TEXT("");
    for (int i = 0; i < GENERATIONS; i++) {
        if (style->format.ptr != NULL) {
            *format = style->format;
            return true;
        }
        const Xml2003Style *parent = parent_of(styles, style);
        if (parent == NULL)
            return style->parent.len == 0;
        style = parent;
    }
    return false;
}

/* By its own font, or by that of the nearest style above which has one. */
static bool
is_struck(const Xml2003Styles *styles, const Xml2003Style *style)
{
    for (int i = 0; i < GENERATIONS && style != NULL && !style->font; i++)
        style = parent_of(styles, style);
    return style != NULL && style->font && style->struck;
}

/* The next style of `out`; *number is its own. */
static bool
hand_on(XlsxStyles *out, Text code, long *number)
{
    long id = FIRST_FORMAT + (long)out->count;
    *number = (long)out->count;
    return xlsx_styles_define(out, id, code) && xlsx_styles_add(out, id);
}

bool
xml2003_styles_close(Xml2003Styles *styles, XlsxStyles *out)
{
    long number;
    qsort(styles->list, styles->count, sizeof *styles->list, compare);
    for (size_t i = 0; i < styles->count; i++) {
        Text format;
        if (i > 0 && text_equal(styles->list[i - 1].id, styles->list[i].id))
            return false;
        if (!resolve(styles, &styles->list[i], &format) || !hand_on(out, format_code(format), &number))
            return false;
        styles->list[i].struck = is_struck(styles, &styles->list[i]);
    }
    bool ok = hand_on(out, TEXT("General"), &styles->plain) && hand_on(out, TEXT("[h]:mm:ss"), &styles->elapsed);
    xlsx_styles_settle(out);
    return ok;
}

long
xml2003_styles_find(const Xml2003Styles *styles, Text id)
{
    const Xml2003Style *style = find(styles, id);
    return style != NULL ? style - styles->list : XML2003_NO_STYLE;
}

bool
xml2003_styles_struck(const Xml2003Styles *styles, long style)
{
    return style >= 0 && (size_t)style < styles->count && styles->list[style].struck;
}
