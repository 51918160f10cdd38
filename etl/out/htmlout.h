/*
 * A page of HTML on its way to its file. Markup is ours and stands as it is; whatever comes from data goes through htmlout_text,
 * which escapes it for text and for attributes in double quotes. A page beyond its ceiling is a fault when it is written.
 */
#ifndef HUIZONG_OUT_HTMLOUT_H
#define HUIZONG_OUT_HTMLOUT_H

#include "base/buf.h"
#include "base/err.h"

typedef struct HtmlOut {
    Buf page;
    bool full;
} HtmlOut;

HtmlOut
htmlout_begin(void);

void
htmlout_markup(HtmlOut *html, const char *markup);

/* The same with what printf makes of whole numbers and words of ours. */
void
htmlout_printf(HtmlOut *html, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Escaped; characters that a page may not hold are left out. */
void
htmlout_text(HtmlOut *html, Text text);

/* <tag attributes>text</tag>; `attributes` "" or begins with a blank. */
void
htmlout_element(HtmlOut *html, const char *tag, const char *attributes, Text text);

/* Written beside and renamed. */
bool
htmlout_write(const HtmlOut *html, const char *path, Err *err);

void
htmlout_end(HtmlOut *html);

#endif
