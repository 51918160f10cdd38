/*
 * The application form of one file: the sheets that hold it or a part of it. A sheet is judged by how many of the form's labels stand in it where labels stand; a workbook is a
 * form where its sheets together have enough of them.
 */
#ifndef HUIZONG_FORM_FORM_BOOK_H
#define HUIZONG_FORM_FORM_BOOK_H

#include "schema/upload.h"
#include "table/table.h"

typedef struct FormBook FormBook;

/* `set` outlives it. */
FormBook *
form_book_new(const UploadSet *set);

/* NULL is allowed. */
void
form_book_free(FormBook *book);

/* Keeps a sheet that holds a form by itself: then its arena is taken over, and *arena is a new one. False where it holds none. */
bool
form_book_take(FormBook *book, const Sheet *sheet, Arena **arena);

/* The same for a sheet that was not taken, nor found to be anything else, where it may be a part of a form. */
bool
form_book_take_part(FormBook *book, const Sheet *sheet, Arena **arena);

/* The sheets kept, in their order. */
size_t
form_book_sheet_count(const FormBook *book);

const Sheet *
form_book_sheet(const FormBook *book, size_t index);

/* True where the sheets kept have labels enough for a form. */
bool
form_book_is_form(const FormBook *book);

/* Refuses the file where the sheets kept are surely a part of a form, though not enough of one. *refused: as form_book_write. */
bool
form_book_refuse_part(const FormBook *book, const TableSink *sink, const char **refused, Err *err);

/* Writes the form, a table for each sheet. *refused: the code of the refusal, whose finding is written, or NULL. */
bool
form_book_write(FormBook *book, const TableSink *sink, const char **refused, Err *err);

#endif
