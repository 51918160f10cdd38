/* What a spreadsheet of 2003 says beside its cells: its sheets, its styles and how its dates count. */
#ifndef HUIZONG_MARKUP_XML2003_BOOK_H
#define HUIZONG_MARKUP_XML2003_BOOK_H

#include "markup/source.h"
#include "markup/xml2003_styles.h"
#include "xlsx/xlsx_cell.h"

typedef struct Xml2003Sheet {
    Text name;
    const char *visibility; /* in static storage */
} Xml2003Sheet;

typedef struct Xml2003Book {
    Source *source;
    XlsxBook shared; /* cells mean the same as in .xlsx; it has no package and no shared strings */
    Xml2003Styles styles;
    Xml2003Sheet *sheets;
    size_t sheet_count;
} Xml2003Book;

/* Goes through the whole file, which so is good XML to its end. Refusals: markup/xml2003.h. */
bool
xml2003_book_read(Source *source, Sink *sink, Xml2003Book *out, Err *err);

#endif
