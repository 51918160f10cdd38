/* Character references in web pages: &nbsp; &#160; &#xA0; and what browsers forgive. */
#ifndef HUIZONG_HTML_HTML_ENTITY_H
#define HUIZONG_HTML_HTML_ENTITY_H

#include "base/text.h"

enum { HTML_ENTITY_MAX = 64, HTML_ENTITY_OUT = 4 };

typedef enum HtmlEntity {
    HTML_ENTITY_NONE, /* an ampersand that begins no reference stands for itself */
    HTML_ENTITY_GOOD,
    HTML_ENTITY_UNKNOWN /* a name that is not known here, or a number that is no character */
} HtmlEntity;

/*
 * The reference at the front of `text`, which begins with an ampersand: the bytes it takes, and its character in UTF-8.
 * The names are those of HTML 4. As in browsers a number needs no semicolon, nor do the old names; numbers 128 to 159
 * are those of windows-1252. In an attribute's value an old name without semicolon counts only where no letter, digit
 * or equals sign follows.
 */
HtmlEntity
html_entity_read(Text text, bool in_attribute, size_t *taken, char out[HTML_ENTITY_OUT], size_t *len);

#endif
