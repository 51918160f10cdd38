/* A cell of a form, folded as labels are and without blanks, so that a label found in it can be led back to what was written. Positions count its characters. */
#ifndef HUIZONG_ASKED_FORM_TEXT_H
#define HUIZONG_ASKED_FORM_TEXT_H

#include "base/arena.h"

typedef struct FormGlyph {
    uint32_t at;     /* byte offset in the cell */
    uint32_t end;    /* behind it */
    uint32_t folded; /* byte offset in the folded text */
    uint32_t closed; /* the position behind the bracket that closes this one; 0 where it is none or is not closed */
    bool after_gap;  /* blanks stand before it, or the cell begins */
    bool after_line; /* a line begins with it */
} FormGlyph;

typedef struct FormText {
    Text cell;
    Text folded;
    FormGlyph *glyphs; /* one more than `count`, the last being the end */
    size_t count;
} FormText;

/* More than any form holds; longer texts are not read (form/form_cells.h). */
enum { FORM_TEXT_MOST = 4 * 1024 * 1024 };

/* Borrows from `cell`, which is no longer than FORM_TEXT_MOST; in `arena`. `scratch` is emptied. */
FormText
form_text_new(Text cell, Arena *scratch, Arena *arena);

/* The folded character at a position; empty at the end. */
Text
form_text_character(const FormText *text, size_t at);

/* The position behind `folded` where it stands at `at`, whole characters only; 0 where it does not. */
size_t
form_text_match(const FormText *text, size_t at, Text folded);

/* The same for the first of `words` that stands there. */
size_t
form_text_match_any(const FormText *text, size_t at, const char *const *words);

/* What is written between two positions, blanks at its ends left out; borrowed from the cell. */
Text
form_text_between(const FormText *text, size_t from, size_t to);

/* The first position behind `at` where a line begins, or `to`. */
size_t
form_text_line_end(const FormText *text, size_t at, size_t to);

bool
form_text_is_digit(const FormText *text, size_t at);

bool
form_text_has_digit(const FormText *text, size_t from, size_t to);

enum { FORM_TEXT_YEAR = 4 };

/* So many digits at a position as a year from 1990 to 2099; 0 where none stands there. */
int64_t
form_text_year(const FormText *text, size_t at);

/* The position behind the bracket that closes the round one at `at`; 0 where none opens there or it is not closed before `to`. */
size_t
form_text_bracket_end(const FormText *text, size_t at, size_t to);

#endif
