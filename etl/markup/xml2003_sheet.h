/* The sheets of a spreadsheet of 2003: their rows in the order of the file, then merged ranges and hidden columns. */
#ifndef HUIZONG_MARKUP_XML2003_SHEET_H
#define HUIZONG_MARKUP_XML2003_SHEET_H

#include "markup/xml2003_book.h"

/* All of them, in one passage through the file. */
bool
xml2003_sheets_read(const Xml2003Book *book, Err *err);

#endif
