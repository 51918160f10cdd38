#include "html/html.h"

#include "html/html_page.h"

static bool
check_tables(HtmlPage *page, Err *err)
{
    return page->sheets.filled_count > 0 || html_state_refuse_whole(page, "html_no_table", err);
}

static bool
report_pictures(HtmlPage *page, Err *err)
{
    Text count = arena_printf(page->sink->run, "%llu", (unsigned long long)page->picture_count);
    return page->picture_count == 0 ||
           sink_warn(page->sink, "html_pictures", (Remark){.place = page->first_picture, .raw = count}, err);
}

static bool
read_page(HtmlPage *page, Err *err)
{
    RawWriter *rows = page->sink->rows;
    return html_page_survey(page, err) && check_tables(page, err) && source_facts(page->source, TEXT("html"), err) &&
           (!page->sheets.book.date1904 || rawrow_fact(rows, TEXT("date1904"), TEXT("true"), err)) &&
           html_page_write(page, err) && report_pictures(page, err);
}

bool
html_read(int fd, Sink *sink, Err *err)
{
    HtmlPage page;
    Source *source = source_open(fd, sink, err);
    if (source == NULL)
        return false;
    html_page_open(&page, source, sink);
    bool ok = read_page(&page, err);
    html_page_close(&page);
    source_close(source);
    return ok;
}
