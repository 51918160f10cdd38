/* Rules of style sheets that hide elements otherwise than by a class of their own: .deleted td, #old, tr[data-off], td:nth-child(2). */
#ifndef HUIZONG_HTML_HTML_HIDING_H
#define HUIZONG_HTML_HTML_HIDING_H

#include "html/html_token.h"

typedef struct HtmlHiding {
    Text element;   /* empty: of any name */
    Text id;        /* empty: any */
    Text attribute; /* whose presence is asked for; empty: none */
    Text around;    /* a class of what it must stand in or behind; empty: none is named */
    bool sure;      /* nothing else is asked for */
} HtmlHiding;

/*
 * The selector of such a rule, with its texts in `arena`; false where its last step names a class, or speaks of what is hidden only while somebody points at it, or of
 * what a style sheet adds.
 */
bool
html_hiding_read(HtmlHiding *hiding, Text selector, Arena *arena);

/* True where the start tag is what the last step of the selector names. */
bool
html_hiding_is_of(const HtmlHiding *hiding, const HtmlToken *token);

#endif
