/*
 * Text of a workbook as it is collected from <t> elements, in shared strings and in cells: runs of rich text joined,
 * pinyin (<rPh>) left out, _xHHHH_ decoded; what is raised, lowered or struck through in a run joins no figure beside it.
 */
#ifndef HUIZONG_XLSX_XLSX_TEXT_H
#define HUIZONG_XLSX_XLSX_TEXT_H

#include "base/buf.h"
#include "text/runs.h"

typedef struct XlsxText {
    Buf text;
    bool in_text; /* inside <t> */
    bool in_phonetic;
    bool rich;        /* there was a run */
    bool struck;      /* one that is struck through */
    bool white;       /* one that is white and holds something */
    RunLook run;      /* the one at hand */
    bool white_run;   /* its colour */
    bool last_struck; /* the last of the text that is seen */
} XlsxText;

/* `ceiling` in bytes. */
void
xlsx_text_open(XlsxText *text, size_t ceiling);

void
xlsx_text_close(XlsxText *text);

void
xlsx_text_begin(XlsxText *text);

/* What the elements inside <si> and <is> mean for it; `value`: of the attribute val, NULL where there is none. */
void
xlsx_text_start(XlsxText *text, const char *element, const char *value);

/* An element that switches something on, unless its attribute val says otherwise. Source: ECMA-376 part 1, 18.18.94 CT_BooleanProperty. */
bool
xlsx_text_is_on(const char *value);

/* The same of an element that gives a run its colour. */
void
xlsx_text_colour(XlsxText *text, const char *element, const char *const *attributes);

/* White, by value, by the theme's first colour or by the palette's (ECMA-376 part 1, 18.8.3, 18.8.27). */
bool
xlsx_text_is_white(const char *const *attributes);

void
xlsx_text_end(XlsxText *text, const char *element);

/* Characters between; false at the ceiling. */
bool
xlsx_text_add(XlsxText *text, Text piece);

/*
 * Decodes _xHHHH_ in place (ECMA-376 part 1, 22.9.2.19 ST_Xstring) and gives the new length. Surrogate pairs are
 * joined; what would be a NUL or half a pair stays as written.
 */
size_t
xlsx_text_unescape(char *bytes, size_t len);

#endif
