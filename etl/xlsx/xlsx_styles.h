/* xl/styles.xml: from a cell's style to the kind of its number format. */
#ifndef HUIZONG_XLSX_XLSX_STYLES_H
#define HUIZONG_XLSX_XLSX_STYLES_H

#include "xlsx/part.h"
#include "xlsx/xlsx_number.h"

typedef struct XlsxStyles {
    XlsxFormat *formats; /* by cell format (xf), in the sink's run arena */
    size_t count;
} XlsxStyles;

bool
xlsx_styles_read(ZipFile *zip, Sink *sink, Text part, XlsxStyles *styles, Err *err);

/* XLSX_PLAIN for a style that is not there. */
XlsxFormat
xlsx_styles_format(const XlsxStyles *styles, long style);

#endif
