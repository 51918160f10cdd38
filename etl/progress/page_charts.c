#include "out/svg.h"
#include "progress/columns.h"
#include "progress/page_parts.h"

static void
begin(HtmlOut *html, Text title)
{
    htmlout_markup(html, "<figure>");
    htmlout_element(html, "figcaption", "", title);
}

static void
days(const Progress *progress, HtmlOut *html)
{
    size_t count = progress_rows(progress, PROGRESS_DAYS);
    if (count == 0)
        return;
    SvgPoint *points = arena_array(progress->arena, count, sizeof *points);
    for (size_t i = 0; i < count; i++)
        points[i] = (SvgPoint){progress_cell(progress, PROGRESS_DAYS, i, "day"),
                               progress_number(progress, PROGRESS_DAYS, i, "received")};
    int64_t expected = progress_total(progress, "expected");
    Text title = progress_word(progress, "chart_days");
    begin(html, title);
    svg_steps(html, title, progress_say_number(progress, "chart_days_said", points[count - 1].value), points, count,
              expected, progress_say_number(progress, "chart_expected", expected));
    htmlout_markup(html, "</figure>\n");
}

static void
states(const Progress *progress, HtmlOut *html)
{
    static const char *const looks[] = {"s0", "s1", "s2", "s3", "s4"};
    enum { COUNT = PROGRESS_REPORT_COLUMNS - PROGRESS_RESULT_FIRST };
    SvgBar bars[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        const char *source = progress_report_columns[PROGRESS_RESULT_FIRST + i].source;
        int64_t value = progress_total(progress, source);
        bars[i] = (SvgBar){progress_word(progress, source), value, 0,
                           progress_say_number(progress, "chart_units", value), looks[i]};
    }
    Text title = progress_word(progress, "chart_states");
    begin(html, title);
    svg_bars(html, title, progress_word(progress, "note_result"), bars, COUNT);
    htmlout_markup(html, "</figure>\n");
}

static void
quota(const Progress *progress, HtmlOut *html)
{
    size_t count = progress_rows(progress, PROGRESS_UNITS);
    SvgBar *bars = arena_array(progress->arena, count, sizeof *bars);
    for (size_t i = 0; i < count; i++) {
        const Text parts[] = {progress_cell(progress, PROGRESS_UNITS, i, "counted"),
                              progress_cell(progress, PROGRESS_UNITS, i, "quota")};
        bool limited = parts[1].len > 0;
        bars[i] = (SvgBar){progress_cell(progress, PROGRESS_UNITS, i, "short_name"),
                           progress_number(progress, PROGRESS_UNITS, i, "counted"),
                           progress_number(progress, PROGRESS_UNITS, i, "quota"),
                           progress_say(progress, limited ? "chart_seats" : "chart_units_free", parts, 2), "s5"};
    }
    Text title = progress_word(progress, "chart_quota");
    begin(html, title);
    svg_bars(html, title, progress_word(progress, "note_quota"), bars, count);
    htmlout_markup(html, "</figure>\n");
}

void
page_charts(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<section class=\"charts\">");
    htmlout_element(html, "h2", "", progress_word(progress, "sheet_charts"));
    days(progress, html);
    states(progress, html);
    quota(progress, html);
    htmlout_markup(html, "</section>\n");
}
