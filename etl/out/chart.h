/* Native charts in the workbooks of out/workbook, which any spreadsheet program draws from the cells they name. */
#ifndef HUIZONG_OUT_CHART_H
#define HUIZONG_OUT_CHART_H

#include "out/workbook.h"

typedef enum ChartKind { CHART_LINES, CHART_BARS, CHART_COLUMNS } ChartKind;

/* Cells of one sheet, rows and columns from 0, both ends among them. */
typedef struct ChartCells {
    size_t first_row, first_column, last_row, last_column;
} ChartCells;

typedef struct ChartSeries {
    Text name;
    Text sheet; /* that holds the cells */
    ChartCells labels;
    ChartCells values;
    uint32_t colour; /* 0xRRGGBB */
} ChartSeries;

typedef struct Chart {
    ChartKind kind;
    Text title;
    const ChartSeries *series;
    size_t series_count;
    size_t row, column; /* of the sheet that is being written: where its upper left corner lies */
    int width, height;  /* in pixels */
} Chart;

bool
chart_add(Workbook *book, const Chart *chart, Err *err);

#endif
