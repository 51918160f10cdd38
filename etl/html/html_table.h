/* What tokens mean inside a table, where end tags may be missing as browsers forgive. */
#ifndef HUIZONG_HTML_HTML_TABLE_H
#define HUIZONG_HTML_HTML_TABLE_H

#include "html/html_state.h"

/* A <table> outside of any; `unseen`: what it stands in is not shown. */
bool
html_table_begin(HtmlPage *page, const HtmlToken *token, bool unseen, Err *err);

bool
html_table_take(HtmlPage *page, const HtmlToken *token, Err *err);

#endif
