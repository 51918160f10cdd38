#include "progress/lines.h"
#include "progress/page_parts.h"

void
page_changes(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<section class=\"changes\">");
    htmlout_element(html, "h2", "", progress_word(progress, "sheet_changes"));
    htmlout_element(html, "p", "", lines_changes_head(progress));
    size_t count = progress_rows(progress, PROGRESS_CHANGES);
    htmlout_markup(html, count > 0 ? "<ul>" : "");
    for (size_t row = 0; row < count; row++) {
        htmlout_markup(html, "<li><b>");
        htmlout_text(html, progress_cell(progress, PROGRESS_CHANGES, row, "short_name"));
        htmlout_markup(html, "</b> ");
        htmlout_text(html, lines_change_of(progress, row));
        htmlout_markup(html, " ");
        htmlout_text(html, lines_change(progress, row));
        htmlout_markup(html, "</li>\n");
    }
    htmlout_markup(html, count > 0 ? "</ul></section>\n" : "</section>\n");
}

void
page_columns(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<ul class=\"notes\">");
    for (size_t i = 0; lines_notes[i] != NULL; i++)
        htmlout_element(html, "li", "", progress_word(progress, lines_notes[i]));
    htmlout_markup(html, "</ul>\n");
}

void
page_assumptions(const Progress *progress, HtmlOut *html)
{
    htmlout_markup(html, "<section class=\"assumptions\">");
    htmlout_element(html, "h2", "", progress_word(progress, "assumptions"));
    htmlout_markup(html, "<ul class=\"notes\">");
    for (size_t i = 0;; i++) {
        Text assumption = lines_assumption(progress, i);
        if (assumption.len == 0)
            break;
        htmlout_element(html, "li", "", assumption);
    }
    htmlout_markup(html, "</ul></section>\n");
}
