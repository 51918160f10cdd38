/*
 * Workbooks (.xlsx) that report. A workbook is written sheet by sheet from top
 * to bottom: lines over the whole width, one label row, data rows. The caller says what a line or a column is; fonts,
 * borders, page and row heights follow from that. The same calls give the same bytes.
 *
 *   Workbook *book = workbook_open("台账.xlsx", err);
 *   bool ok = book != NULL && workbook_sheet(book, &sheet, err) && workbook_line(book, WORKBOOK_TITLE, title, err)
 *             && workbook_labels(book, err) && workbook_row(book, cells, err) && workbook_commit(book, err);
 *   workbook_free(book);
 *
 * Text is never taken for a formula, a number or a link. What a cell cannot hold is shown instead of stored: see
 * out/celltext.h. Text that is not UTF-8 is the caller's bug and a fault.
 */
#ifndef HUIZONG_OUT_WORKBOOK_H
#define HUIZONG_OUT_WORKBOOK_H

#include "base/err.h"
#include "base/text.h"

enum { WORKBOOK_COLUMN_MAX = 64 };

typedef enum WorkbookLook {
    WORKBOOK_FORM, /* to print and stamp: A4 (upright, or as out/formpage finds), margins and fonts after GB/T 9704-2012, columns fill the page */
    WORKBOOK_LEDGER /* to work with: A4 across, shrunk to one page's width, labels frozen and with filters */
} WorkbookLook;

typedef enum WorkbookContent {
    WORKBOOK_WORDS, /* names and sentences, at the left */
    WORKBOOK_CODE,  /* phones, codes, dates, words of a closed list: text, centred */
    WORKBOOK_COUNT, /* a whole number; where the cell is none, as WORKBOOK_CODE */
    WORKBOOK_FIGURE /* an amount: decimal text, shown with separators and all its decimals; where the cell is none, as WORKBOOK_CODE */
} WorkbookContent;

typedef struct WorkbookColumn {
    Text label;
    int width; /* in half-width characters; a form's widths are weights, stretched to the page */
    WorkbookContent content;
} WorkbookColumn;

typedef struct WorkbookSheet {
    Text name; /* at most 31 characters, none of []:*?/\ */
    WorkbookLook look;
    const WorkbookColumn *columns; /* borrowed until the next workbook_sheet or workbook_commit */
    size_t column_count;           /* 1 to WORKBOOK_COLUMN_MAX */
} WorkbookSheet;

/* What a line over the whole width of the table is. */
typedef enum WorkbookLine {
    WORKBOOK_ANNEX, /* "附件3", above the title */
    WORKBOOK_TITLE,
    WORKBOOK_STAMP, /* a line of the head block with room for a stamp */
    WORKBOOK_HEAD,  /* a line of the head block */
    WORKBOOK_NOTE   /* remarks, signatures */
} WorkbookLine;

typedef struct Workbook Workbook;

/* Nothing stands at `path` before workbook_commit. NULL with *err on failure. */
Workbook *
workbook_open(const char *path, Err *err);

/* The same for many cells: rows are written out as they come, in little memory, and texts stand in their cells. Without comments. */
Workbook *
workbook_open_streamed(const char *path, Err *err);

/* A word in the page header of every sheet that begins from here on: 送审稿. Never in a cell. TEXT_NONE: none. */
void
workbook_mark(Workbook *book, Text mark);

/* By column, the half-width characters that stay on one line in the next sheet, a form: its page, its type and its columns follow. Borrowed until workbook_sheet. */
void
workbook_unbroken(Workbook *book, const int *halves);

/* Begins the next sheet; the one before is finished. */
bool
workbook_sheet(Workbook *book, const WorkbookSheet *sheet, Err *err);

bool
workbook_line(Workbook *book, WorkbookLine line, Text text, Err *err);

/* The label row, once a sheet: repeated on each printed page. */
bool
workbook_labels(Workbook *book, Err *err);

/* One data row: column_count cells; TEXT_NONE and "" are empty. */
bool
workbook_row(Workbook *book, const Text *cells, Err *err);

/* The row, from 0, that the next line or row of the sheet is written to: for out/chart. */
size_t
workbook_next_row(const Workbook *book);

/* Writes beside, verifies that the file is whole, renames. The book must still be freed. */
bool
workbook_commit(Workbook *book, Err *err);

/* NULL is allowed; without workbook_commit nothing is left behind. */
void
workbook_free(Workbook *book);

#endif
