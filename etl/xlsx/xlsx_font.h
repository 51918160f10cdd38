/* What a font makes of a text, be it a cell's or a run's in it: set apart from what stands beside it, unseen, or other characters than are stored. */
#ifndef HUIZONG_XLSX_XLSX_FONT_H
#define HUIZONG_XLSX_XLSX_FONT_H

#include "text/runs.h"

#include <stdint.h>

typedef struct XlsxFont {
    RunLook look;
    bool white;
    bool tiny;    /* no one reads it on paper */
    bool named;   /* it says which it is, */
    Text symbols; /* and is one of symbols (text/symbolfont.h); in static storage */
} XlsxFont;

/* What a text's runs are. */
typedef struct XlsxRuns {
    bool rich;                /* there are some */
    bool struck, white, tiny; /* one of them is */
    bool unknown;             /* one has a symbol that is not known */
    size_t own; /* where the first begins that has a font of its own, in bytes; XLSX_RUNS_NONE: none has */
} XlsxRuns;

#define XLSX_RUNS_NONE SIZE_MAX

/* What an element among a font's or a run's properties says of it (ECMA-376 part 1, 18.8.22, 18.4.7). */
void
xlsx_font_take(XlsxFont *font, const char *element, const char *const *attributes);

/* So small, in points: a figure of that size is taken for a speck. */
bool
xlsx_font_tiny(double points);

/* White, by value, by the theme's first colour or by the palette's (ECMA-376 part 1, 18.8.3, 18.8.27). */
bool
xlsx_font_white(const char *const *attributes);

#endif
