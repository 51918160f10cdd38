/*
 * The texts that cells name by number, in one block of memory under a ceiling; and xl/sharedStrings.xml, where a
 * workbook keeps them.
 */
#ifndef HUIZONG_XLSX_XLSX_STRINGS_H
#define HUIZONG_XLSX_XLSX_STRINGS_H

#include "package/part.h"
#include "xlsx/xlsx_text.h"

typedef struct XlsxStrings {
    Buf bytes; /* all texts, one behind the other */
    Buf offsets; /* size_t, where each text ends, shifted left by two; the low bits say that it is rich and struck through */
} XlsxStrings;

/* `ceiling` in bytes, for the texts and what tells them apart. */
void
xlsx_strings_open(XlsxStrings *strings, size_t ceiling);

void
xlsx_strings_close(XlsxStrings *strings);

/* The next text; false beyond the ceiling. */
bool
xlsx_strings_add(XlsxStrings *strings, Text text, bool rich, bool struck);

bool
xlsx_strings_read(ZipFile *zip, Sink *sink, Text part, XlsxStrings *strings, Err *err);

/* Borrowed until xlsx_strings_close; false where there is no such text. */
bool
xlsx_strings_get(const XlsxStrings *strings, size_t index, Text *text, bool *rich, bool *struck);

#endif
