/*
 * How a table to be printed lies on its page: upright and in the size of GB/T 9704 where nothing that must stay on one line would break, else across, then in smaller type.
 */
#ifndef HUIZONG_OUT_FORMPAGE_H
#define HUIZONG_OUT_FORMPAGE_H

#include "out/workbook.h"
#include "out/xlsxfile.h"

typedef struct FormPage {
    XlsxPage page;
    int points; /* of labels and cells */
} FormPage;

/* `unbroken`: by column, the half-width characters that stand on one line. Fills `pixels`; what fits nowhere makes the table wider than its page, which is then shrunk. */
FormPage
formpage_choose(const WorkbookColumn *columns, size_t count, const int *unbroken, int *pixels);

#endif
