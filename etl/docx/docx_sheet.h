/*
 * The one sheet that a document becomes: a row for each paragraph, its text in the first column, and for each row of a
 * table, whose cells stand in the columns of their grid. Blank ones count and are not written.
 */
#ifndef HUIZONG_DOCX_DOCX_SHEET_H
#define HUIZONG_DOCX_DOCX_SHEET_H

#include "docx/docx_block.h"
#include "markup/merges.h"
#include "rows/rowbuild.h"

/* A range that began above and may go on. */
typedef struct DocxRange {
    uint32_t first_row, last_row; /* 0: none */
    int span;
} DocxRange;

typedef struct DocxSheet {
    Sink *sink;
    RowBuild build;
    Merges merges;
    uint64_t row_no;   /* of the last row */
    unsigned table;    /* of the last row; 0: none */
    DocxRange *ranges; /* of that table, by their first column: LIMIT_COLUMNS */
    size_t width;      /* columns of that table that may hold a range */
} DocxSheet;

void
docx_sheet_open(DocxSheet *sheet, Sink *sink);

void
docx_sheet_close(DocxSheet *sheet);

/* Tells that the sheet begins. */
bool
docx_sheet_begin(DocxSheet *sheet, Err *err);

/* The place in `column` of the row that comes next. */
Place
docx_sheet_place(const DocxSheet *sheet, int column);

/* Writes a block with its findings. */
bool
docx_sheet_row(DocxSheet *sheet, const DocxBlock *block, Err *err);

/* The merged ranges, behind all rows. */
bool
docx_sheet_end(DocxSheet *sheet, Err *err);

#endif
