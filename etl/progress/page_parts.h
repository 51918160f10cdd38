/* The parts of the page, in their order; each writes its own section. */
#ifndef HUIZONG_PROGRESS_PAGE_PARTS_H
#define HUIZONG_PROGRESS_PAGE_PARTS_H

#include "out/htmlout.h"
#include "progress/progress.h"

extern const char page_style[];

/* The big figures, and who is missing, returned or late, by name. */
void
page_glance(const Progress *progress, HtmlOut *html);

/* A row a unit and the total, on a phone a card each; below it what each column counts. */
void
page_table(const Progress *progress, HtmlOut *html);

void
page_changes(const Progress *progress, HtmlOut *html);

void
page_charts(const Progress *progress, HtmlOut *html);

/* What each column counts. */
void
page_columns(const Progress *progress, HtmlOut *html);

/* The assumed values that the figures rest on. */
void
page_assumptions(const Progress *progress, HtmlOut *html);

#endif
