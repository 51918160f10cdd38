/* From a cell's style to the kind of its number format; and xl/styles.xml, where a workbook says so. */
#ifndef HUIZONG_XLSX_XLSX_STYLES_H
#define HUIZONG_XLSX_XLSX_STYLES_H

#include "package/part.h"
#include "xlsx/xlsx_number.h"

typedef struct XlsxCustomFormat {
    bool defined;
    XlsxFormat format;
} XlsxCustomFormat;

typedef struct XlsxStyles {
    XlsxFormat *formats; /* by cell format (xf); in the arena, like the custom formats */
    size_t count;
    XlsxCustomFormat *customs; /* LIMIT_STYLES, by their ids */
} XlsxStyles;

void
xlsx_styles_open(XlsxStyles *styles, Arena *arena);

/* A number format of the workbook's own; the last of an id counts. False where the id is not below LIMIT_STYLES. */
bool
xlsx_styles_define(XlsxStyles *styles, long id, Text code);

/* The next cell format (xf), by the id of its number format, which has been defined before. False beyond LIMIT_STYLES. */
bool
xlsx_styles_add(XlsxStyles *styles, long id);

/* Into opened styles. */
bool
xlsx_styles_read(ZipFile *zip, Sink *sink, Text part, XlsxStyles *styles, Err *err);

/* XLSX_PLAIN for a style that is not there. */
XlsxFormat
xlsx_styles_format(const XlsxStyles *styles, long style);

#endif
