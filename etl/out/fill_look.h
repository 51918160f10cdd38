/* Fonts, page and row heights of the sheets of out/fillbook. */
#ifndef HUIZONG_OUT_FILL_LOOK_H
#define HUIZONG_OUT_FILL_LOOK_H

#include "out/fillbook.h"
#include "out/xlsxfile.h"

enum { FILL_LABEL_COUNT = FILL_REMARK + 1, FILL_LOOK_COUNT = FILL_NOTES + 1 };

typedef struct FillStyles {
    XlsxPage page;
    XlsxStyle labels[FILL_LABEL_COUNT];
    XlsxStyle entry;
    bool open;        /* rows may be inserted, deleted and sorted, columns added behind the last */
    bool labels_stay; /* on the screen */
} FillStyles;

/* By look. */
extern const FillStyles fill_styles[FILL_LOOK_COUNT];

#endif
