/* A web page from its beginning to its end: its elements one by one, and what they mean for its tables. */
#ifndef HUIZONG_HTML_HTML_PAGE_H
#define HUIZONG_HTML_HTML_PAGE_H

#include "html/html_state.h"

void
html_page_open(HtmlPage *page, Source *source, Sink *sink);

void
html_page_close(HtmlPage *page);

/* What the page holds, and whether it can be told; twice through it where a style sheet stands behind a table. */
bool
html_page_survey(HtmlPage *page, Err *err);

/* Its sheets and rows. */
bool
html_page_write(HtmlPage *page, Err *err);

#endif
