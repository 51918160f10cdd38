/*
 * What styles say that matters for a table: what is not shown, what is struck through, raised or lowered, and number
 * formats (mso-number-format). Read are the attributes style, class and hidden, and the page's own style sheets as far as they
 * speak of classes or hide elements; a rule that hides a class only in some places or media makes it doubtful, and so does one that hides an element in
 * some places, where the page has those; one that strikes a class through in some places counts in all.
 */
#ifndef HUIZONG_HTML_HTML_STYLE_H
#define HUIZONG_HTML_HTML_STYLE_H

#include "html/html_css.h"
#include "html/html_hiding.h"

typedef struct HtmlClass {
    Text name;
    Text parent; /* mso-style-parent */
    HtmlStyle style;
    bool seen; /* an element of the page had it so far */
} HtmlClass;

typedef struct HtmlStyles {
    Arena *arena;
    HtmlClass *classes;
    size_t count;
    size_t *slots; /* by hash: the number of a class, counted from 1 */
    HtmlHiding *hidings;
    size_t hiding_count;
} HtmlStyles;

void
html_styles_open(HtmlStyles *styles, Arena *arena);

/* Adds a style sheet; false beyond LIMIT_HTML_STYLES and LIMIT_HTML_HIDINGS. */
bool
html_styles_add(HtmlStyles *styles, Text sheet);

/* Of a start tag, as it comes in the page; what its style attribute says stands above its classes. `arena` is for a while. */
HtmlStyle
html_style_of(HtmlStyles *styles, const HtmlToken *token, Arena *arena);

#endif
