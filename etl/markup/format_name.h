/* Number formats of markup, which may be names where workbooks have codes: "Short Date", "Percent". */
#ifndef HUIZONG_MARKUP_FORMAT_NAME_H
#define HUIZONG_MARKUP_FORMAT_NAME_H

#include "xlsx/xlsx_number.h"

/* Of a name or a format code. */
XlsxFormat
format_name(Text code);

#endif
