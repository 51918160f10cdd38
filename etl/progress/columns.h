/* The columns that page and workbook share, a figure each; every one has a total. */
#ifndef HUIZONG_PROGRESS_COLUMNS_H
#define HUIZONG_PROGRESS_COLUMNS_H

#include "progress/progress.h"

typedef struct ProgressColumn {
    const char *source; /* of progress/units */
    const char *group;  /* the word that stands above it and its neighbours */
    const char *label;
} ProgressColumn;

enum { PROGRESS_REPORT_COLUMNS = 9, PROGRESS_WORK_COLUMNS = 15, PROGRESS_RESULT_FIRST = 4 };

/* How units have reported, each 1 or 0: who is expected, who has reported, when; from PROGRESS_RESULT_FIRST on what came of it, which parts the expected ones. */
extern const ProgressColumn progress_report_columns[PROGRESS_REPORT_COLUMNS];

/* What they recommend, their seats, applications, findings and paper. */
extern const ProgressColumn progress_work_columns[PROGRESS_WORK_COLUMNS];

/* A unit's figure as text: TEXT_NONE in a report column of one that is not expected; 不限 where no quota is printed. */
Text
progress_figure(const Progress *progress, size_t unit, const ProgressColumn *column);

/* The total of the column as text. */
Text
progress_figure_total(const Progress *progress, const ProgressColumn *column);

#endif
