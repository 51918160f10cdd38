/*
 * Text of a workbook as it is collected from <t> elements, in shared strings and in cells: runs of rich text joined,
 * pinyin (<rPh>) left out, _xHHHH_ decoded; what is raised, lowered or struck through in a run joins no figure beside it, what has a font of symbols
 * is what a person sees.
 */
#ifndef HUIZONG_XLSX_XLSX_TEXT_H
#define HUIZONG_XLSX_XLSX_TEXT_H

#include "base/buf.h"
#include "xlsx/xlsx_font.h"

typedef struct XlsxText {
    Buf text;
    bool in_text; /* inside <t> */
    bool in_phonetic;
    XlsxRuns runs;
    XlsxFont font;    /* of the run at hand */
    bool last_struck; /* the last of the text that is seen */
} XlsxText;

/* `ceiling` in bytes. */
void
xlsx_text_open(XlsxText *text, size_t ceiling);

void
xlsx_text_close(XlsxText *text);

void
xlsx_text_begin(XlsxText *text);

/* What the elements inside <si> and <is> mean for it. */
void
xlsx_text_start(XlsxText *text, const char *element, const char *const *attributes);

void
xlsx_text_end(XlsxText *text, const char *element);

/* Characters between; false at the ceiling. */
bool
xlsx_text_add(XlsxText *text, Text piece);

/* All of it has been added: decodes what is escaped. */
void
xlsx_text_settle(XlsxText *text);

/*
 * Decodes _xHHHH_ in place (ECMA-376 part 1, 22.9.2.19 ST_Xstring) and gives the new length. Surrogate pairs are
 * joined; what would be a NUL or half a pair stays as written.
 */
size_t
xlsx_text_unescape(char *bytes, size_t len);

#endif
