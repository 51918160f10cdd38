/* The elements of web pages, by what they mean for a table. */
#ifndef HUIZONG_HTML_HTML_ELEMENT_H
#define HUIZONG_HTML_HTML_ELEMENT_H

#include "base/text.h"

typedef enum HtmlElement {
    HTML_UNKNOWN, /* no element that is known here */
    HTML_INLINE,  /* part of a line of text */
    HTML_BLOCK,   /* begins and ends a line */
    HTML_BREAK,   /* <br> */
    HTML_LIST,    /* shows marks or numbers that no text holds */
    HTML_FORMAT,  /* keeps its blanks as they are: <pre> */
    HTML_TABLE,
    HTML_CAPTION,
    HTML_COLUMNS, /* <colgroup> */
    HTML_COLUMN,  /* <col> */
    HTML_GROUP,   /* <thead>, <tbody>, <tfoot> */
    HTML_ROW,
    HTML_CELL,
    HTML_PAGE, /* <html>, <body> */
    HTML_HEAD, /* what stands in <head> and shows nothing; also <head> itself */
    HTML_SCRIPT,
    HTML_FORM,
    HTML_INPUT,
    HTML_UNSHOWN, /* holds what is not shown where scripts run: <template>, <noscript> */
    HTML_CHOICE,  /* a control that holds text which is no part of the page's own */
    HTML_PICTURE, /* shows something that is no text */
    HTML_FRAME    /* shows another file */
} HtmlElement;

/* By a tag's name, in any case. Names of Office's own (o:p) are parts of a line. */
HtmlElement
html_element(Text name);

/* What it holds is shown struck through, unless a style says otherwise. */
bool
html_element_strikes(Text name);

/* It has no end tag and holds nothing. */
bool
html_element_is_void(Text name);

#endif
