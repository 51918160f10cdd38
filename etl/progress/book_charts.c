#include "progress/book_charts.h"

#include "progress/columns.h"
#include "progress/lines.h"

enum {
    COLOUR_COME = 0x1F5FA8,
    COLOUR_MOST = 0x8A8F98,
    CHART_COLUMN = 4,
    CHART_WIDTH = 640,
    CHART_HEIGHT = 300,
    CHART_ROWS = 18,
    QUOTA_COLUMN = 15
};

/* How many came in, day by day, beside how many are expected. The heading is a row like the others: labels would be repeated on each printed page, over the charts. */
static bool
write_days(const Progress *progress, Workbook *book, size_t *first, Err *err)
{
    const WorkbookColumn columns[] = {{progress_word(progress, "day"), 12, WORKBOOK_CODE},
                                      {progress_word(progress, "received"), 8, WORKBOOK_COUNT},
                                      {progress_word(progress, "expected"), 8, WORKBOOK_COUNT}};
    WorkbookSheet sheet = {progress_word(progress, "sheet_charts"), WORKBOOK_LEDGER, columns, 3};
    const Text heading[] = {columns[0].label, columns[1].label, columns[2].label};
    bool ok = workbook_sheet(book, &sheet, err) && workbook_row(book, heading, err);
    *first = workbook_next_row(book);
    for (size_t row = 0; ok && row < progress_rows(progress, PROGRESS_DAYS); row++) {
        const Text cells[] = {progress_cell(progress, PROGRESS_DAYS, row, "day"),
                              progress_cell(progress, PROGRESS_DAYS, row, "received"),
                              progress_cell(progress, PROGRESS_DAYS, row, "expected")};
        ok = workbook_row(book, cells, err);
    }
    return ok;
}

static bool
add_days(const Progress *progress, Workbook *book, size_t first, Err *err)
{
    size_t last = first + progress_rows(progress, PROGRESS_DAYS) - 1;
    Text sheet = progress_word(progress, "sheet_charts");
    const ChartCells days = {first, 0, last, 0};
    const ChartSeries series[] = {{progress_word(progress, "received"), sheet, days, {first, 1, last, 1}, COLOUR_COME},
                                  {progress_word(progress, "expected"), sheet, days, {first, 2, last, 2}, COLOUR_MOST}};
    Chart chart = {CHART_LINES, progress_word(progress, "chart_days"), series, 2, 0, CHART_COLUMN, CHART_WIDTH,
                   CHART_HEIGHT};
    return chart_add(book, &chart, err);
}

static bool
add_states(const Progress *progress, Workbook *book, const BookPlaces *places, Err *err)
{
    size_t first = 2 + PROGRESS_RESULT_FIRST;
    size_t last = 2 + PROGRESS_REPORT_COLUMNS - 1;
    const ChartSeries series = {progress_word(progress, "chart_states"),
                                places->report_sheet,
                                {places->report_labels, first, places->report_labels, last},
                                {places->report_total, first, places->report_total, last},
                                COLOUR_COME};
    Chart chart = {CHART_COLUMNS, series.name, &series, 1, CHART_ROWS, CHART_COLUMN, CHART_WIDTH, CHART_HEIGHT};
    return chart_add(book, &chart, err);
}

/* The sheet's column of a figure. */
static size_t
work_column(const char *source)
{
    size_t i = 0;
    while (!text_equal(text_of(progress_work_columns[i].source), text_of(source)))
        i++;
    return 1 + i;
}

static bool
add_quota(const Progress *progress, Workbook *book, const BookPlaces *places, Err *err)
{
    size_t units = progress_rows(progress, PROGRESS_UNITS);
    size_t last = places->work_first + units - 1;
    const ChartCells names = {places->work_first, 0, last, 0};
    size_t used = work_column("counted");
    size_t quota = work_column("quota");
    const ChartSeries series[] = {{progress_word(progress, "chart_used"),
                                   places->work_sheet,
                                   names,
                                   {places->work_first, used, last, used},
                                   COLOUR_COME},
                                  {progress_word(progress, "quota"),
                                   places->work_sheet,
                                   names,
                                   {places->work_first, quota, last, quota},
                                   COLOUR_MOST}};
    size_t shown = progress_total_text(progress, "quota").len > 0 ? 2 : 1;
    Chart chart = {CHART_BARS,  progress_word(progress, "chart_quota"),
                   series,      shown,
                   0,           QUOTA_COLUMN,
                   CHART_WIDTH, (int)(120 + 24 * units)};
    return chart_add(book, &chart, err);
}

bool
book_charts_write(const Progress *progress, Workbook *book, const BookPlaces *places, Err *err)
{
    size_t first;
    return write_days(progress, book, &first, err) &&
           (progress_rows(progress, PROGRESS_DAYS) == 0 || add_days(progress, book, first, err)) &&
           add_states(progress, book, places, err) && add_quota(progress, book, places, err);
}
