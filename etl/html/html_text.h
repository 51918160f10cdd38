/*
 * Text of a web page as a person sees it: blanks and line ends of the source are one blank, <br> and the bounds of
 * blocks begin a new line, and lines and the whole have no blanks at their ends. A no-break space (&nbsp;) is a blank
 * that is not joined with its neighbours; a cell of nothing else is empty.
 */
#ifndef HUIZONG_HTML_HTML_TEXT_H
#define HUIZONG_HTML_HTML_TEXT_H

#include "base/buf.h"

typedef struct HtmlText {
    Buf text;
    size_t blanks; /* that wait for the next character */
    size_t lines;  /* that have ended since the last character */
    bool soft;     /* the last of the blanks is one that takes others in */
    bool struck;   /* a part of the text is struck through, as whoever adds it says */
} HtmlText;

/* `ceiling` in bytes. */
HtmlText
html_text_new(size_t ceiling);

void
html_text_free(HtmlText *text);

void
html_text_clear(HtmlText *text);

typedef enum HtmlTextState { HTML_TEXT_GOOD, HTML_TEXT_TOO_LONG, HTML_TEXT_UNKNOWN } HtmlTextState;

/* Text of the source with its character references; where one is unknown, *unknown is it. */
HtmlTextState
html_text_add(HtmlText *text, Text piece, Text *unknown);

/* <br>. */
void
html_text_break(HtmlText *text);

/* The bound of a block: a new line, if there is something on this one. */
void
html_text_block(HtmlText *text);

/* What is there now; borrowed until the next call. */
Text
html_text_view(const HtmlText *text);

#endif
