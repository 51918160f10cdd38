/* The workbook's sheet of charts, which draw from its other sheets. */
#ifndef HUIZONG_PROGRESS_BOOK_CHARTS_H
#define HUIZONG_PROGRESS_BOOK_CHARTS_H

#include "out/chart.h"
#include "progress/progress.h"

/* Where the figures stand, rows from 0. */
typedef struct BookPlaces {
    Text report_sheet;
    size_t report_labels, report_total;
    Text work_sheet;
    size_t work_first;
} BookPlaces;

bool
book_charts_write(const Progress *progress, Workbook *book, const BookPlaces *places, Err *err);

#endif
