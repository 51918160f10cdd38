/* From a cell's style to the kind of its number format; and xl/styles.xml, where a workbook says so. */
#ifndef HUIZONG_XLSX_XLSX_STYLES_H
#define HUIZONG_XLSX_XLSX_STYLES_H

#include "package/part.h"
#include "xlsx/xlsx_format.h"

/* What a number format shows numbers as. */
typedef struct XlsxShown {
    XlsxFormat format;
    const XlsxSections *sections; /* where that depends on the number; else NULL */
} XlsxShown;

typedef struct XlsxCustomFormat {
    long id;
    size_t order;
    XlsxShown shown;
} XlsxCustomFormat;

typedef struct XlsxStyles {
    Arena *arena;
    long *ids;        /* the number formats, by cell format (xf) */
    XlsxShown *shown; /* what they are; until settled only the built-in ones */
    size_t count;
    XlsxCustomFormat *customs; /* sorted when settled */
    size_t custom_count;
} XlsxStyles;

void
xlsx_styles_open(XlsxStyles *styles, Arena *arena);

/* A number format of the workbook's own; the last of an id counts. False beyond LIMIT_STYLES. */
bool
xlsx_styles_define(XlsxStyles *styles, long id, Text code);

/* The next cell format (xf), by the id of its number format. False beyond LIMIT_STYLES. */
bool
xlsx_styles_add(XlsxStyles *styles, long id);

/* Behind the last of them: gives the cell formats the number formats of the workbook's own, wherever defined. */
void
xlsx_styles_settle(XlsxStyles *styles);

/* Into opened styles. */
bool
xlsx_styles_read(ZipFile *zip, Sink *sink, Text part, XlsxStyles *styles, Err *err);

/* False for a style that is not there, but 0 where there is none at all. */
bool
xlsx_styles_known(const XlsxStyles *styles, long style);

/* What a number of that style is shown as; XLSX_PLAIN for a style that is not there. */
XlsxFormat
xlsx_styles_format(const XlsxStyles *styles, long style, const XlsxNumber *number);

#endif
