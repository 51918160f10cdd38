/* One cell of a worksheet: from its stored form to the text, the marks and the findings of a raw row. */
#ifndef HUIZONG_XLSX_XLSX_CELL_H
#define HUIZONG_XLSX_XLSX_CELL_H

#include "rows/rowbuild.h"
#include "xlsx/xlsx_strings.h"
#include "xlsx/xlsx_styles.h"

/* Whether the stored results of formulas are to be believed: some programs write 0 for all that they cannot calculate. */
typedef struct XlsxDoubt {
    bool book; /* the workbook asks to be calculated anew when it is opened */
    bool told;
} XlsxDoubt;

/* What all sheets of a workbook share. */
typedef struct XlsxBook {
    ZipFile *zip;
    Sink *sink;
    bool date1904;
    XlsxStyles styles;
    XlsxStrings strings;
    XlsxDoubt *doubt; /* NULL where there is none */
} XlsxBook;

/* ST_CellType (ECMA-376 part 1, 18.18.11). */
typedef enum XlsxCellType {
    XLSX_NUMBER,
    XLSX_SHARED,
    XLSX_INLINE,
    XLSX_STRING, /* a formula's text */
    XLSX_BOOLEAN,
    XLSX_ERROR,
    XLSX_ISO_DATE,
    XLSX_DATE_TEXT, /* not of .xlsx: its reader has brought it to the text of raw rows, */
    XLSX_TIME_TEXT, /* a date or a time */
    XLSX_UNKNOWN
} XlsxCellType;

typedef struct XlsxCell {
    Place place;
    XlsxCellType type;
    long style;
    bool hidden; /* its column is */
    bool formula;
    bool recalculated; /* the formula asks to be calculated anew */
    XlsxRuns runs;     /* what its text is, or a part of it, whatever its style says */
    Text seen;         /* a number as it was shown, where its style does not tell; else empty */
    Text stored;       /* <v> or the inline text, unescaped; ptr NULL where there is none */
} XlsxCell;

/* "n", "s", "inlineStr" …; NULL is a number. */
XlsxCellType
xlsx_cell_type(const char *value);

/* It has a value or a formula; a cell of neither is only formatted. */
bool
xlsx_cell_present(const XlsxCell *cell);

/*
 * Sets a cell that is present in `build`; the text lives in the sink's row arena or in the shared strings. Findings:
 * formula_doubtful (once a workbook), struck_text, white_text and tiny_text (SINK_MANY times a sheet), cell_symbol, cell_error, formula_no_value, long_number,
 * date_impossible, date_unreadable, number_unreadable, cell_twice; refusals: workbook_damaged (also where a number's
 * style is missing), too_many_columns.
 */
bool
xlsx_cell_put(const XlsxBook *book, const XlsxCell *cell, RowBuild *build, Err *err);

#endif
