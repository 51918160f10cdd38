/*
 * The texts that cells name by number, in one block of memory under a ceiling; and xl/sharedStrings.xml, where a
 * workbook keeps them.
 */
#ifndef HUIZONG_XLSX_XLSX_STRINGS_H
#define HUIZONG_XLSX_XLSX_STRINGS_H

#include "package/part.h"
#include "xlsx/xlsx_text.h"

typedef struct XlsxStrings {
    Buf bytes;   /* all texts, one behind the other */
    Buf offsets; /* uint64_t: where each text ends, and what its runs are */
} XlsxStrings;

/* `ceiling` in bytes, for the texts and what tells them apart. */
void
xlsx_strings_open(XlsxStrings *strings, size_t ceiling);

void
xlsx_strings_close(XlsxStrings *strings);

/* The next text; false beyond the ceiling. */
bool
xlsx_strings_add(XlsxStrings *strings, Text text, XlsxRuns runs);

bool
xlsx_strings_read(ZipFile *zip, Sink *sink, Text part, XlsxStrings *strings, Err *err);

/* Borrowed until xlsx_strings_close; false where there is no such text. */
bool
xlsx_strings_get(const XlsxStrings *strings, size_t index, Text *text, XlsxRuns *runs);

#endif
