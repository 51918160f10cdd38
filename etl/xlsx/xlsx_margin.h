/* The page headers and footers of a worksheet, which are printed and stand in no cell: told where they say what the figures are counted in. */
#ifndef HUIZONG_XLSX_XLSX_MARGIN_H
#define HUIZONG_XLSX_XLSX_MARGIN_H

#include "rows/sink.h"

typedef struct XlsxMargin {
    Buf text;
    bool open; /* in one of its elements */
} XlsxMargin;

void
xlsx_margin_open(XlsxMargin *margin);

void
xlsx_margin_close(XlsxMargin *margin);

/* Elements outside of the rows, and the text in them; what is too long for a margin is cut. */
void
xlsx_margin_start(XlsxMargin *margin, const char *element);

void
xlsx_margin_add(XlsxMargin *margin, Text piece);

void
xlsx_margin_end(XlsxMargin *margin);

/* page_header_unit, once a sheet. */
bool
xlsx_margin_tell(const XlsxMargin *margin, Sink *sink, Text sheet, Err *err);

#endif
