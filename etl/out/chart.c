#include "out/chart.h"

#include "out/workbook_inside.h"

static lxw_chart_type
type_of(ChartKind kind)
{
    static const lxw_chart_type types[] = {
        [CHART_LINES] = LXW_CHART_LINE, [CHART_BARS] = LXW_CHART_BAR, [CHART_COLUMNS] = LXW_CHART_COLUMN};
    return types[kind];
}

static bool
add_series(const XlsxFile *file, lxw_chart *lxw, const ChartSeries *series, bool lines, Err *err)
{
    const char *name = xlsxfile_text(file, series->name, 0, err);
    const char *sheet = xlsxfile_text(file, series->sheet, 0, err);
    const ChartCells *labels = &series->labels;
    const ChartCells *values = &series->values;
    if (name == NULL || sheet == NULL)
        return false;
    lxw_chart_series *added = chart_add_series(lxw, NULL, NULL);
    if (added == NULL)
        return xlsxfile_check(file, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    chart_series_set_name(added, name);
    chart_series_set_categories(added, sheet, (lxw_row_t)labels->first_row, (lxw_col_t)labels->first_column,
                                (lxw_row_t)labels->last_row, (lxw_col_t)labels->last_column);
    chart_series_set_values(added, sheet, (lxw_row_t)values->first_row, (lxw_col_t)values->first_column,
                            (lxw_row_t)values->last_row, (lxw_col_t)values->last_column);
    lxw_chart_line line = {.color = series->colour, .width = 2.25};
    lxw_chart_fill fill = {.color = series->colour};
    if (lines)
        chart_series_set_line(added, &line);
    else
        chart_series_set_fill(added, &fill);
    if (!lines)
        chart_series_set_labels(added);
    return true;
}

/* A count is a whole number; the first bar stands on top, as its row does. */
static void
set_axes(lxw_chart *lxw, ChartKind kind)
{
    lxw_chart_axis *counts = kind == CHART_BARS ? lxw->x_axis : lxw->y_axis;
    chart_axis_set_num_format(counts, "0");
    chart_axis_set_min(counts, 0);
    if (kind == CHART_BARS)
        chart_axis_set_reverse(lxw->y_axis);
}

bool
chart_add(Workbook *book, const Chart *chart, Err *err)
{
    const XlsxFile *file = &book->file;
    lxw_chart *lxw = workbook_add_chart(file->lxw, (uint8_t)type_of(chart->kind));
    const char *title = xlsxfile_text(file, chart->title, 0, err);
    if (lxw == NULL || title == NULL)
        return title != NULL && xlsxfile_check(file, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    chart_title_set_name(lxw, title);
    for (size_t i = 0; i < chart->series_count; i++)
        if (!add_series(file, lxw, &chart->series[i], chart->kind == CHART_LINES, err))
            return false;
    set_axes(lxw, chart->kind);
    if (chart->series_count > 1)
        chart_legend_set_position(lxw, LXW_CHART_LEGEND_BOTTOM);
    else
        chart_legend_set_position(lxw, LXW_CHART_LEGEND_NONE);
    /* the default size is 480 by 288 pixels */
    lxw_chart_options options = {.x_scale = chart->width / 480.0, .y_scale = chart->height / 288.0};
    lxw_error error =
        worksheet_insert_chart_opt(book->lxw_sheet, (lxw_row_t)chart->row, (lxw_col_t)chart->column, lxw, &options);
    return xlsxfile_check(file, error, err);
}
