#include "markup/xml2003_styles.h"

#include <stdlib.h>

#include "base/limits.h"
#include "markup/format_name.h"

enum { GENERATIONS = 32 };

void
xml2003_styles_open(Xml2003Styles *styles, Arena *arena)
{
    *styles = (Xml2003Styles){arena_array(arena, LIMIT_STYLES, sizeof *styles->list), 0};
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
xml2003_styles_format(Xml2003Styles *styles, Text code)
{
    Xml2003Style *style = &styles->list[styles->count - 1];
    style->formatted = true;
    style->format = format_name(code);
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

static bool
resolve(const Xml2003Styles *styles, const Xml2003Style *style, XlsxFormat *format)
{
    *format = XLSX_PLAIN;
    for (int i = 0; i < GENERATIONS; i++) {
        *format = style->format;
        if (style->formatted || (style->parent.len == 0 && text_equal(style->id, TEXT("Default"))))
            return true;
        const Xml2003Style *parent = find(styles, style->parent.len > 0 ? style->parent : TEXT("Default"));
        if (parent == NULL)
            return style->parent.len == 0;
        style = parent;
    }
    return false;
}

bool
xml2003_styles_close(Xml2003Styles *styles, XlsxStyles *out)
{
    qsort(styles->list, styles->count, sizeof *styles->list, compare);
    for (size_t i = 0; i < styles->count; i++) {
        XlsxFormat format;
        if (i > 0 && text_equal(styles->list[i - 1].id, styles->list[i].id))
            return false;
        if (!resolve(styles, &styles->list[i], &format) || !xlsx_styles_append(out, format))
            return false;
    }
    return true;
}

long
xml2003_styles_find(const Xml2003Styles *styles, Text id)
{
    const Xml2003Style *style = find(styles, id);
    return style != NULL ? style - styles->list : XML2003_NO_STYLE;
}
