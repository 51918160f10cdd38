/*
 * One table of an OpenDocument spreadsheet: rows and columns that stand for many, cells, merged ranges. Rows without
 * any value or formula are not written, however often they are repeated; what repeats is written as often as it says,
 * under LIMIT_ODS_REPEATED.
 */
#ifndef HUIZONG_ODS_ODS_SHEET_H
#define HUIZONG_ODS_ODS_SHEET_H

#include "ods/ods_cell.h"

typedef struct OdsSheet {
    const XlsxBook *book;
    const OdsStyles *styles;
    Text name;
    RowBuild build;
    Arena *row;         /* the texts of the row that is being read */
    Buf cells;          /* OdsCell: those that are present in it */
    OdsCell cell;       /* the one that is being read */
    uint64_t column;    /* 0-based, where the next cell begins */
    uint64_t row_no;    /* 1-based */
    uint64_t row_count; /* so many rows are the same */
    bool row_hidden;
    bool row_styled;      /* its cells without a style have the one that it names, */
    OdsLook row_look;     /* which makes them look so */
    bool *hidden;         /* by column */
    OdsLook *looks;       /* by column: of its cells without a style, in rows without one */
    uint64_t described;   /* columns that have been described */
    Buf merges;           /* OdsMerge: those of the rows above, behind them those of this row */
    size_t merges_above;  /* bytes */
    uint64_t repeated;    /* bytes that repeats have added, and */
    uint64_t spelled_out; /* those of what stands in the file, both by all sheets and as LIMIT_ODS_REPEAT counts */
} OdsSheet;

/* `book` and `styles` are borrowed. */
void
ods_sheet_open(OdsSheet *sheet, const XlsxBook *book, const OdsStyles *styles);

void
ods_sheet_close(OdsSheet *sheet);

/* The next sheet; its \#sheet line has been written, and `name` lives as long as the reading. */
void
ods_sheet_begin(OdsSheet *sheet, Text name);

/* Columns that are described together; `hidden` where their group is. */
bool
ods_sheet_column(OdsSheet *sheet, const char *const *attributes, bool hidden, Err *err);

/* Refusals of the functions on rows and cells: workbook_damaged, too_many_columns, cell_too_long, package_too_large. */
bool
ods_sheet_row(OdsSheet *sheet, const char *const *attributes, bool hidden, Err *err);

bool
ods_sheet_end_row(OdsSheet *sheet, Err *err);

/* A cell, or one that is covered by a merged range and may have a value all the same. */
bool
ods_sheet_cell(OdsSheet *sheet, const char *const *attributes, Err *err);

bool
ods_sheet_end_cell(OdsSheet *sheet, const OdsText *text, Err *err);

/* Writes what is told behind the rows. */
bool
ods_sheet_end(OdsSheet *sheet, Err *err);

/* A refusal at the place that is being read. Always false. */
bool
ods_sheet_refuse(OdsSheet *sheet, const char *code, Text raw, Err *err);

#endif
