/* An element that matters up to its own end tag, which may be missing as browsers forgive. */
#ifndef HUIZONG_HTML_HTML_REACH_H
#define HUIZONG_HTML_HTML_REACH_H

#include "html/html_element.h"
#include "html/html_token.h"

typedef struct HtmlReach {
    char name[HTML_NAME_MAX];
    size_t len;
    size_t depth; /* of elements of that name; 0: none is open */
} HtmlReach;

/* From this start tag on; what holds nothing reaches nowhere. False where the name is longer than HTML_NAME_MAX. */
bool
html_reach_begin(HtmlReach *reach, const HtmlToken *token);

/* The next tag, where it is open. */
void
html_reach_follow(HtmlReach *reach, const HtmlToken *token);

#endif
