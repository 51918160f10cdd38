#include "progress/columns.h"
#include "progress/lines.h"
#include "progress/moment.h"
#include "progress/page_parts.h"

/* Columns of one group stand below one heading. */
static void
group_heads(const Progress *progress, HtmlOut *html)
{
    for (size_t i = 0, end; i < PROGRESS_WORK_COLUMNS; i = end) {
        const char *group = progress_work_columns[i].group;
        for (end = i; end < PROGRESS_WORK_COLUMNS && progress_work_columns[end].group == group; end++)
            ;
        htmlout_printf(html, "<th scope=\"colgroup\" colspan=\"%zu\">", end - i);
        htmlout_text(html, progress_word(progress, group));
        htmlout_markup(html, "</th>");
    }
}

static void
heads(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<thead><tr>");
    htmlout_element(html, "th", " scope=\"col\" rowspan=\"2\"", progress_word(progress, "unit"));
    htmlout_element(html, "th", " scope=\"col\" rowspan=\"2\"", progress_word(progress, "state"));
    htmlout_element(html, "th", " scope=\"col\" rowspan=\"2\"", progress_word(progress, "received_at"));
    group_heads(progress, html);
    htmlout_markup(html, "</tr><tr>");
    for (size_t i = 0; i < PROGRESS_WORK_COLUMNS; i++)
        htmlout_element(html, "th", " scope=\"col\"", progress_word(progress, progress_work_columns[i].label));
    htmlout_markup(html, "</tr></thead>\n");
}

/* On a phone the cell bears its own label. */
static void
figure_cell(const Progress *progress, HtmlOut *html, const ProgressColumn *column, Text figure)
{
    const Text parts[] = {progress_word(progress, column->group), progress_word(progress, column->label)};
    bool nothing = text_equal(figure, TEXT("0"));
    htmlout_printf(html, "<td class=\"%s%s\" data-label=\"", nothing ? "none " : "", column->source);
    htmlout_text(html, progress_say(progress, "grouped", parts, 2));
    htmlout_markup(html, "\">");
    htmlout_text(html, figure);
    htmlout_markup(html, "</td>");
}

static void
contact(const Progress *progress, HtmlOut *html, size_t unit)
{
    const Text parts[] = {progress_cell(progress, PROGRESS_UNITS, unit, "contact"),
                          progress_cell(progress, PROGRESS_UNITS, unit, "phone")};
    if (parts[0].len > 0 || parts[1].len > 0)
        htmlout_element(html, "small", "", progress_say(progress, "contact_of", parts, 2));
}

static void
unit_row(const Progress *progress, HtmlOut *html, size_t unit)
{
    Text state = progress_cell(progress, PROGRESS_UNITS, unit, "state");
    bool expected = progress_number(progress, PROGRESS_UNITS, unit, "expected") == 1;
    htmlout_printf(html, "<tr class=\"%s %" TEXT_FMT "\"><th scope=\"row\">", expected ? "expected" : "other",
                   TEXT_ARG(state));
    htmlout_text(html, progress_cell(progress, PROGRESS_UNITS, unit, "short_name"));
    contact(progress, html, unit);
    htmlout_markup(html, "</th><td class=\"state\">");
    htmlout_text(html, progress_state_word(progress, state));
    htmlout_markup(html, "</td><td class=\"time\">");
    htmlout_text(html, moment_short(progress, progress_cell(progress, PROGRESS_UNITS, unit, "received_at")));
    if (progress_number(progress, PROGRESS_UNITS, unit, "late") == 1)
        htmlout_element(html, "small", "", progress_word(progress, "late"));
    htmlout_markup(html, "</td>");
    for (size_t i = 0; i < PROGRESS_WORK_COLUMNS; i++)
        figure_cell(progress, html, &progress_work_columns[i],
                    progress_figure(progress, unit, &progress_work_columns[i]));
    htmlout_markup(html, "</tr>\n");
}

static void
total_row(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<tfoot><tr class=\"total\"><th scope=\"row\">");
    htmlout_text(html, progress_word(progress, "total"));
    htmlout_markup(html, "</th><td class=\"state\">");
    const Text parts[] = {progress_total_text(progress, "received"), progress_total_text(progress, "expected")};
    htmlout_text(html, progress_say(progress, "total_state", parts, 2));
    htmlout_markup(html, "</td><td class=\"time\"></td>");
    for (size_t i = 0; i < PROGRESS_WORK_COLUMNS; i++)
        figure_cell(progress, html, &progress_work_columns[i],
                    progress_figure_total(progress, &progress_work_columns[i]));
    htmlout_markup(html, "</tr></tfoot>\n");
}

void
page_table(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<section class=\"units\">");
    htmlout_element(html, "h2", "", progress_word(progress, "sheet_work"));
    htmlout_markup(html, "<table>\n");
    htmlout_element(html, "caption", "", progress_word(progress, "table_caption"));
    heads(progress, html);
    htmlout_markup(html, "<tbody>\n");
    for (size_t unit = 0; unit < progress_rows(progress, PROGRESS_UNITS); unit++)
        unit_row(progress, html, unit);
    htmlout_markup(html, "</tbody>\n");
    total_row(progress, html);
    htmlout_markup(html, "</table>\n");
    Text elsewhere = lines_elsewhere(progress);
    if (elsewhere.len > 0)
        htmlout_element(html, "p", " class=\"line\"", elsewhere);
    page_columns(progress, html);
    htmlout_markup(html, "</section>\n");
}
