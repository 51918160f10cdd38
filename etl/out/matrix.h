/*
 * Sheets of a Workbook that put many things side by side, a column each: labels at the left and on top stay on the screen and on each printed page (A3 across, as many
 * pages beside each other as it takes). Written from top to bottom: lines, head rows, the label row, then bars and rows.
 *
 *   Matrix *matrix = matrix_begin(book, &sheet, err);
 *   bool ok = matrix != NULL && matrix_line(matrix, WORKBOOK_TITLE, title, err) && matrix_head(matrix, label, values, err)
 *             && matrix_labels(matrix, err) && matrix_bar(matrix, 1, section, err) && matrix_row(matrix, sides, cells, err) && matrix_end(matrix, err);
 *   matrix_free(matrix);
 *
 * Numbers are numbers, and their format shows every decimal; text is never taken for a formula, a number or a link.
 */
#ifndef HUIZONG_OUT_MATRIX_H
#define HUIZONG_OUT_MATRIX_H

#include "base/arena.h"
#include "out/workbook.h"

enum { MATRIX_SIDE_MAX = 8, MATRIX_COLUMN_MAX = 16000 };

typedef enum MatrixContent {
    MATRIX_NUMBER, /* decimal text; with more than 15 digits, which no spreadsheet keeps, it stays text */
    MATRIX_WORDS,
    MATRIX_WORD,   /* one word in a figure's place */
    MATRIX_SOURCE, /* where something was read: small, at the left */
    MATRIX_BLANK,  /* not filled in: empty, on a light ground */
    MATRIX_BAD,    /* as written, on a red ground */
    MATRIX_NOTHING /* no cell */
} MatrixContent;

typedef struct MatrixCell {
    MatrixContent content;
    Text text;
} MatrixCell;

typedef struct MatrixSide {
    Text label;
    int width; /* in half-width characters */
    bool centred;
} MatrixSide;

typedef struct MatrixSheet {
    Text name;
    const MatrixSide *sides; /* borrowed until matrix_end */
    size_t side_count;       /* 1 to MATRIX_SIDE_MAX */
    size_t column_count;     /* up to MATRIX_COLUMN_MAX */
    int column_width;        /* at least; a longer number makes its column wider */
} MatrixSheet;

typedef struct Matrix Matrix;

/* NULL with *err. */
Matrix *
matrix_begin(Workbook *book, const MatrixSheet *sheet, Err *err);

/* From the first column over whatever is empty beside it. */
bool
matrix_line(Matrix *matrix, WorkbookLine line, Text text, Err *err);

/* What is said of each column: a label over all sides, column_count values. */
bool
matrix_head(Matrix *matrix, Text label, const Text *values, Err *err);

/* The labels of the sides, and above each column its number; everything so far stays in sight. */
bool
matrix_labels(Matrix *matrix, Err *err);

/* A heading of level 1 or 2 over the whole width. */
bool
matrix_bar(Matrix *matrix, int level, Text text, Err *err);

/* side_count texts and column_count cells. */
bool
matrix_row(Matrix *matrix, const Text *sides, const MatrixCell *cells, Err *err);

bool
matrix_end(Matrix *matrix, Err *err);

/* NULL is allowed. */
void
matrix_free(Matrix *matrix);

#endif
