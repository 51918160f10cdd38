/* What the Data of a spreadsheet of 2003 holds, in the stored form of .xlsx. */
#ifndef HUIZONG_MARKUP_XML2003_CELL_H
#define HUIZONG_MARKUP_XML2003_CELL_H

#include "markup/xml2003_book.h"

/*
 * Sets type and stored form of `cell`, whose style is set, from ss:Type and the text of its Data (in the row arena). A
 * DateTime under a date or time format becomes the number that it stands for, so that the format shows it as in .xlsx;
 * under any other format it stays ISO text. More than 23 hours (as LibreOffice writes a span of time) are elapsed time.
 * False where there is no such type, or where a boolean or time is none.
 */
bool
xml2003_cell_set(const Xml2003Book *book, Text type, Text text, XlsxCell *cell);

#endif
