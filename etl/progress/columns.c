#include "progress/columns.h"

const ProgressColumn progress_report_columns[] = {
    {"expected", "group_report", "expected"}, {"received", "group_report", "received"},
    {"on_time", "group_time", "on_time"},     {"late", "group_time", "late"},
    {"valid", "group_result", "valid"},       {"zero", "group_result", "zero"},
    {"returned", "group_result", "returned"}, {"uncounted", "group_result", "uncounted"},
    {"missing", "group_result", "missing"},
};

const ProgressColumn progress_work_columns[] = {
    {"rows", "group_rows", "rows"},
    {"standing", "group_rows", "standing"},
    {"held", "group_rows", "held"},
    {"gone", "group_rows", "gone"},
    {"counted", "group_quota", "counted"},
    {"quota", "group_quota", "quota"},
    {"waived", "group_quota", "waived"},
    {"exempt", "group_quota", "exempt"},
    {"whole", "group_papers", "whole"},
    {"wrong", "group_papers", "wrong"},
    {"lacking", "group_papers", "lacking"},
    {"errors", "group_findings", "errors"},
    {"warnings", "group_findings", "warnings"},
    {"paper_received", "group_paper", "paper_received"},
    {"paper_asked", "group_paper", "paper_asked"},
};

static bool
is_report(const ProgressColumn *column)
{
    return column >= progress_report_columns && column < progress_report_columns + PROGRESS_REPORT_COLUMNS;
}

static Text
without_limit(const Progress *progress, Text figure)
{
    return figure.len > 0 ? figure : progress_word(progress, "no_quota");
}

Text
progress_figure(const Progress *progress, size_t unit, const ProgressColumn *column)
{
    Text figure = progress_cell(progress, PROGRESS_UNITS, unit, column->source);
    if (is_report(column) && progress_number(progress, PROGRESS_UNITS, unit, "expected") == 0)
        return TEXT_NONE;
    return without_limit(progress, figure);
}

Text
progress_figure_total(const Progress *progress, const ProgressColumn *column)
{
    return without_limit(progress, progress_total_text(progress, column->source));
}
