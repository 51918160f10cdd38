/*
 * Which number formats show a date, a time or a percent. Source: ECMA-376 part 1, 18.8.30 (numFmt), with the built-in
 * formats of simplified Chinese.
 */
#ifndef HUIZONG_XLSX_XLSX_FORMAT_H
#define HUIZONG_XLSX_XLSX_FORMAT_H

#include "xlsx/xlsx_number.h"

/* A format that is known by its number alone; XLSX_PLAIN where it is none. */
XlsxFormat
xlsx_format_builtin(long id);

/* By the first section of the format code: letters outside quotes, escapes and brackets. */
XlsxFormat
xlsx_format_code(Text code);

#endif
