/* The globals of an .xls workbook: its version and code page, its sheets, number formats and shared strings. */
#ifndef HUIZONG_XLS_XLS_BOOK_H
#define HUIZONG_XLS_XLS_BOOK_H

#include "xls/biff_text.h"
#include "xlsx/xlsx_cell.h"

/* What a BOF says it begins. */
enum { XLS_GLOBALS = 0x05, XLS_MODULE = 0x06, XLS_WORKSHEET = 0x10, XLS_CHART = 0x20, XLS_MACROS = 0x40 };

typedef struct XlsSheet {
    Text name;
    uint32_t at; /* of its BOF in the stream */
    const char *visibility;
} XlsSheet;

typedef struct XlsBook {
    Biff biff;
    BiffText text;
    XlsxBook shared; /* cells mean the same as in .xlsx; it has no package */
    XlsxDoubt doubt;
    XlsSheet *sheets;
    size_t sheet_count;
    bool in_sheet; /* the globals have been read */
} XlsBook;

void
xls_book_open(XlsBook *book, const OleStream *stream, Sink *sink);

void
xls_book_close(XlsBook *book);

/*
 * Reads the globals. Refusals: xls_too_old, spreadsheet_encrypted, xls_code_page, workbook_damaged, too_many_sheets,
 * package_too_large.
 */
bool
xls_book_read(XlsBook *book, Err *err);

/* The next record is a BOF: its version (0x0500, 0x0600) and what it begins. */
bool
xls_book_begin(XlsBook *book, uint16_t *version, uint16_t *kind, Err *err);

/*
 * Behind the record that ends a substream: there the next sheet begins, or nothing is left. A sheet that no name leads
 * to, and records that belong to none, are refused.
 */
bool
xls_book_end(XlsBook *book, Err *err);

/* Goes to the record that ends the substream whose BOF has been read, over all that is nested in it. */
bool
xls_book_skip(Biff *biff, Err *err);

/*
 * The next record of this substream, without those of substreams inside it (a chart has cells of its own). Refused at a
 * record that no such workbook has (xls/biff_type.h): behind it anything may be missing.
 */
bool
xls_book_next(XlsBook *book, Err *err);

#endif
