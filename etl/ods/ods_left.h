/* What an OpenDocument spreadsheet has beside its cells, which is told and not read: comments, shapes with text, controls. */
#ifndef HUIZONG_ODS_ODS_LEFT_H
#define HUIZONG_ODS_ODS_LEFT_H

#include "xlsx/xlsx_over.h"

typedef struct OdsLeft {
    XlsxOver met;
    bool shapes;   /* what is being left out are shapes, whose text counts */
    unsigned note; /* elements around that belong to a comment */
    unsigned paragraph;
    uint64_t row_no; /* the cell they belong to; 0: none */
    int column;
    Buf text;
} OdsLeft;

void
ods_left_open(OdsLeft *left);

void
ods_left_close(OdsLeft *left);

/* Something is left out from here on: of a cell, or (`row_no` 0) of a sheet. */
void
ods_left_begin(OdsLeft *left, bool shapes, uint64_t row_no, int column);

/* An element of that, the first one too. */
void
ods_left_start(OdsLeft *left, const char *element, const char *const *attributes);

void
ods_left_text(OdsLeft *left, Text piece);

void
ods_left_end(OdsLeft *left);

/* All of it is over. */
void
ods_left_finish(OdsLeft *left);

/* Tells what a sheet had, and begins the next. */
bool
ods_left_tell(OdsLeft *left, Sink *sink, Text sheet, Err *err);

#endif
