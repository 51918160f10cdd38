/*
 * The application form of one file: the sheets that hold it or a part of it. A sheet is judged by how many of the form's labels stand in it where labels stand; a workbook is a
 * form where its sheets together have enough of them.
 */
#ifndef HUIZONG_FORM_FORM_BOOK_H
#define HUIZONG_FORM_FORM_BOOK_H

#include "schema/upload.h"
#include "table/table.h"

typedef struct FormBook FormBook;

typedef enum FormSheet {
    FORM_SHEET_NONE,
    FORM_SHEET_PART, /* some of its labels: a part, if other sheets hold the rest */
    FORM_SHEET_WHOLE
} FormSheet;

/* `set` outlives it. */
FormBook *
form_book_new(const UploadSet *set);

/* NULL is allowed. */
void
form_book_free(FormBook *book);

/* FORM_SHEET_NONE for every sheet where the set knows no form. */
FormSheet
form_book_judge(FormBook *book, const Sheet *sheet);

/* Takes a judged sheet over, with the arena it lives in; false where there are too many: then both stay the caller's. */
bool
form_book_keep(FormBook *book, const Sheet *sheet, Arena *arena);

/* The sheets kept, in their order. */
size_t
form_book_sheet_count(const FormBook *book);

const Sheet *
form_book_sheet(const FormBook *book, size_t index);

/* True where the sheets kept hold a form, or a good part of one. */
bool
form_book_is_form(const FormBook *book);

/* Writes the form, a table for each sheet. *refused: the code of the refusal, whose finding is written, or NULL. */
bool
form_book_write(FormBook *book, const TableSink *sink, const char **refused, Err *err);

#endif
