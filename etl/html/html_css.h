/* Style sheets and style attributes of web pages (CSS 2.1, 4.1, as far as rules and declarations go). */
#ifndef HUIZONG_HTML_HTML_CSS_H
#define HUIZONG_HTML_HTML_CSS_H

#include "base/arena.h"
#include "text/runs.h"

/* What declarations say that matters for a table. */
typedef struct HtmlStyle {
    bool hidden;
    bool shown;           /* said so, against what may stand below */
    bool insists;         /* on the one or the other, against the element's own word (!important) */
    bool doubtful;        /* it may be hidden */
    bool struck;          /* its text is struck through, */
    bool unstruck;        /* or said not to be, against what may stand below */
    RunScript script;     /* of text that is raised or lowered */
    Text format;          /* the code of a number format; ptr NULL where none is said */
    bool ignores_columns; /* mso-ignore: its colspan is no merged range, */
    bool ignores_rows;    /* nor is its rowspan */
} HtmlStyle;

/* Of names in selectors. */
bool
html_css_is_name_byte(char byte);

/* Where the last step of a selector begins, behind a blank or one of > + ~. */
size_t
html_css_last_step(Text selector);

typedef struct HtmlCss {
    Text sheet; /* without comments */
    size_t at;
    int blocks; /* that are open around the place: @media */
} HtmlCss;

typedef struct HtmlCssRule {
    Text selectors;
    Text declarations;
    bool conditional; /* it holds in some media only */
} HtmlCssRule;

/* The sheet without its comments is in `arena`. */
HtmlCss
html_css_begin(Text sheet, Arena *arena);

/* The next rule, borrowed from the sheet; false behind the last. */
bool
html_css_next(HtmlCss *css, HtmlCssRule *rule);

/*
 * Adds to *style what the declarations say, a format in `arena`; *parent is the class that mso-style-parent names, and
 * is kept where none is named.
 */
void
html_css_read(Text declarations, HtmlStyle *style, Text *parent, Arena *arena);

#endif
