/* Decimal texts as numbers of a spreadsheet, with a format that shows every decimal. */
#ifndef HUIZONG_OUT_FIGURE_H
#define HUIZONG_OUT_FIGURE_H

#include <stdbool.h>

enum { FIGURE_DIGITS_MAX = 15, FIGURE_FORMAT_MAX = 32 };

typedef struct Figure {
    double value;
    int decimals;
    int width; /* in characters, with separators */
} Figure;

/* False for what is no plain decimal, and for more digits than a spreadsheet keeps. */
bool
figure_read(const char *text, Figure *figure);

/* "#,##0.00" for two decimals, up to FIGURE_DIGITS_MAX of them. */
void
figure_format(int decimals, char format[FIGURE_FORMAT_MAX]);

#endif
