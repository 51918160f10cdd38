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

/* The part of a format code between two semicolons, and the numbers that it is for. */
typedef struct XlsxSection {
    XlsxFormat format;
    bool shows;       /* the number, and not only literal text */
    bool conditional; /* [>=100]: below, above and at the limit say where it holds */
    bool below, above, at;
    XlsxNumber limit;
    Text code; /* borrowed from the format code */
} XlsxSection;

enum { XLSX_SECTIONS = 3 };

/* The sections for numbers; the one for text is left out. */
typedef struct XlsxSections {
    XlsxSection list[XLSX_SECTIONS];
    int count; /* at least 1 */
} XlsxSections;

void
xlsx_format_read(Text code, XlsxSections *out);

/*
 * What the sections show that number as: the first whose condition holds, without conditions by sign. A section of
 * literal text only hides the number: then it is a percent where the format's numbers are, else plain.
 */
XlsxFormat
xlsx_format_for(const XlsxSections *sections, const XlsxNumber *number);

/* Which of the sections that is. */
int
xlsx_format_section(const XlsxSections *sections, const XlsxNumber *number);

/* True where that does not depend on the number; *format is it. */
bool
xlsx_format_always(const XlsxSections *sections, XlsxFormat *format);

/* By the first section of the format code: letters outside quotes, escapes and brackets. */
XlsxFormat
xlsx_format_code(Text code);

#endif
