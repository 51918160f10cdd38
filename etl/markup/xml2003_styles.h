/*
 * The styles of a spreadsheet of 2003: by name, each with number format and font of its own or of the style it is based
 * on. A style that names none is based on "Default".
 */
#ifndef HUIZONG_MARKUP_XML2003_STYLES_H
#define HUIZONG_MARKUP_XML2003_STYLES_H

#include "xlsx/xlsx_styles.h"

enum { XML2003_NO_STYLE = -1 };

typedef struct Xml2003Style {
    Text id;
    Text parent; /* empty: "Default" */
    Text format; /* a name or a code; ptr NULL where it is that of the parent */
    bool font;   /* it has one of its own */
    bool struck; /* its font, once closed that of the parent too, strikes through */
} Xml2003Style;

typedef struct Xml2003Styles {
    Xml2003Style *list; /* sorted by id once closed */
    size_t count;
    long plain;   /* two that are not the file's own: */
    long elapsed; /* without a format, and for elapsed time */
} Xml2003Styles;

void
xml2003_styles_open(Xml2003Styles *styles, Arena *arena);

/* The texts live as long as the styles. False beyond LIMIT_STYLES. */
bool
xml2003_styles_add(Xml2003Styles *styles, Text id, Text parent);

/* The number format of the style that was added last; an empty one is General. */
void
xml2003_styles_format(Xml2003Styles *styles, Text format);

/* The font of the style that was added last. */
void
xml2003_styles_font(Xml2003Styles *styles, bool struck);

/*
 * All have been added: hands their formats on, in order. False where one is there twice, or is based on what is not
 * there or on itself, or where they are too many.
 */
bool
xml2003_styles_close(Xml2003Styles *styles, XlsxStyles *out);

/* The number of the style in `out`, XML2003_NO_STYLE where there is none. */
long
xml2003_styles_find(const Xml2003Styles *styles, Text id);

/* What has the style of that number in `out` is struck through. */
bool
xml2003_styles_struck(const Xml2003Styles *styles, long style);

#endif
