#include "progress/page.h"

#include "progress/lines.h"
#include "progress/page_parts.h"

/* No address is ever asked: a policy says so too, and the icon that browsers look for is an empty one. */
static void
head(const Progress *progress, HtmlOut *html)
{
    const Text parts[] = {progress->cycle->title, progress_word(progress, "report")};
    htmlout_markup(html, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                         "style-src 'unsafe-inline'; img-src data:\">\n<link rel=\"icon\" href=\"data:,\">\n");
    htmlout_element(html, "title", "", progress_say(progress, "sheet_title", parts, 2));
    htmlout_markup(html, "\n<style>\n");
    htmlout_markup(html, page_style);
    htmlout_markup(html, "</style>\n</head>\n<body>\n");
}

static void
body(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<main>\n<header>\n");
    htmlout_element(html, "p", " class=\"office\"", progress->cycle->office);
    htmlout_element(html, "h1", "", progress_word(progress, "report"));
    htmlout_element(html, "p", " class=\"cycle\"", progress->cycle->title);
    htmlout_markup(html, "\n</header>\n");
    page_glance(progress, html);
    page_table(progress, html);
    page_changes(progress, html);
    page_charts(progress, html);
    page_assumptions(progress, html);
    htmlout_markup(html, "</main>\n</body>\n</html>\n");
}

bool
page_write(const Progress *progress, const char *path, Err *err)
{
    HtmlOut html = htmlout_begin();
    head(progress, &html);
    body(progress, &html);
    bool ok = htmlout_write(&html, path, err);
    htmlout_end(&html);
    return ok;
}
