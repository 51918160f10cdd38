#include <inttypes.h>

#include "progress/lines.h"
#include "progress/moment.h"
#include "progress/page_parts.h"

/* Red where it is a matter for somebody. */
static void
figure(const Progress *progress, HtmlOut *html, const char *source, const char *of, bool matters)
{
    int64_t number = progress_total(progress, source);
    htmlout_printf(html, "<div class=\"figure%s\" data-figure=\"%s\"><dt>", matters && number > 0 ? " matters" : "",
                   source);
    htmlout_text(html, progress_word(progress, source));
    htmlout_printf(html, "</dt><dd><b>%" PRId64 "</b>", number);
    if (of != NULL)
        htmlout_element(html, "span", "", progress_say_number(progress, "figure_of", progress_total(progress, of)));
    htmlout_markup(html, "</dd></div>");
}

static void
figures(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<dl class=\"big\">");
    figure(progress, html, "missing", NULL, true);
    figure(progress, html, "received", "expected", false);
    htmlout_markup(html, "<div class=\"figure left\"><dt>");
    htmlout_text(html, moment_deadline(progress));
    htmlout_markup(html, "</dt><dd><b>");
    htmlout_text(html, moment_left(progress));
    htmlout_markup(html, "</b></dd></div></dl>\n<dl class=\"small\">");
    figure(progress, html, "on_time", NULL, false);
    figure(progress, html, "late", NULL, true);
    figure(progress, html, "valid", NULL, false);
    figure(progress, html, "zero", NULL, false);
    figure(progress, html, "returned", NULL, true);
    figure(progress, html, "uncounted", NULL, true);
    htmlout_markup(html, "</dl>\n");
}

/* A name with how many of its files lie unread. */
static void
name(const Progress *progress, HtmlOut *html, size_t unit)
{
    htmlout_markup(html, "<li>");
    htmlout_text(html, progress_cell(progress, PROGRESS_UNITS, unit, "short_name"));
    int64_t pending = progress_number(progress, PROGRESS_UNITS, unit, "pending");
    if (pending > 0)
        htmlout_element(html, "small", "", progress_say_number(progress, "pending_short", pending));
    htmlout_markup(html, "</li>");
}

static void
names(const Progress *progress, HtmlOut *html, const char *state, const char *total)
{
    int64_t count = progress_total(progress, total);
    if (count == 0)
        return;
    htmlout_printf(html, "<section class=\"names %s\">", state);
    const Text parts[] = {progress_state_word(progress, text_of(state)),
                          arena_printf(progress->arena, "%" PRId64, count)};
    htmlout_element(html, "h2", "", progress_say(progress, "names_head", parts, 2));
    htmlout_markup(html, "<ul>");
    for (size_t unit = 0; unit < progress_rows(progress, PROGRESS_UNITS); unit++)
        if (progress_in_state(progress, unit, state))
            name(progress, html, unit);
    htmlout_markup(html, "</ul></section>\n");
}

static void
line(HtmlOut *html, Text text)
{
    if (text.len > 0)
        htmlout_element(html, "p", " class=\"line\"", text);
}

void
page_glance(const Progress *progress, HtmlOut *html)
{
    figures(progress, html);
    names(progress, html, "missing", "missing");
    if (progress_total(progress, "missing") == 0)
        htmlout_element(html, "p", " class=\"all\"", progress_word(progress, "nobody_missing"));
    names(progress, html, "refused", "returned");
    names(progress, html, "late", "uncounted");
    line(html, lines_moment(progress));
    line(html, lines_pending(progress));
    line(html, lines_reminder(progress));
}
