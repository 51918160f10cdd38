/* What out/workbook shares with the modules that write other sheets into its workbooks: out/matrix, out/annotated. */
#ifndef HUIZONG_OUT_WORKBOOK_INSIDE_H
#define HUIZONG_OUT_WORKBOOK_INSIDE_H

#include "out/figure.h"
#include "out/workbook.h"
#include "out/xlsxfile.h"

/* The lines of WorkbookLine, then the cells of the table. */
enum {
    ROLE_LABEL = WORKBOOK_NOTE + 1,
    ROLE_CONTENT,
    ROLE_COUNT = ROLE_CONTENT + WORKBOOK_FIGURE + 1,
    GROUND_COUNT = 4,
    MATRIX_LOOKS = 32
};

struct Workbook {
    XlsxFile file;
    lxw_worksheet *lxw_sheet;
    lxw_format *formats[2][ROLE_COUNT];
    lxw_format *figures[2][FIGURE_DIGITS_MAX + 1]; /* by decimals */
    const int *unbroken;
    int points;                           /* of labels and cells, where they are not the look's; else 0 */
    lxw_format *grounds[GROUND_COUNT][3]; /* of out/annotated */
    lxw_format *looks[MATRIX_LOOKS];      /* of out/matrix */
    size_t links;
    WorkbookSheet sheet;
    int pixels[WORKBOOK_COLUMN_MAX];
    lxw_row_t row;
    lxw_row_t label_row;
    bool labelled;
};

/* Begins a sheet of that name, whoever writes it; the one before is finished. */
bool
workbook_begin(Workbook *book, Text name, Err *err);

#endif
