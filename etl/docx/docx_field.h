/*
 * Fields, of which only the result is text, and of a table of contents not even that: it would say page numbers behind
 * the labels of figures. Among them are the boxes, lines and lists of old forms (FORMCHECKBOX,
 * FORMTEXT, FORMDROPDOWN), whose state stands in w:ffData.
 */
#ifndef HUIZONG_DOCX_DOCX_FIELD_H
#define HUIZONG_DOCX_DOCX_FIELD_H

#include "base/arena.h"
#include "base/limits.h"

typedef enum DocxFieldKind {
    DOCX_FIELD_OTHER,
    DOCX_FIELD_BOX,
    DOCX_FIELD_LINE,
    DOCX_FIELD_LIST,
    DOCX_FIELD_CONTENTS
} DocxFieldKind;

enum { DOCX_FIELD_CODE = 128 };

typedef struct DocxField {
    char code[DOCX_FIELD_CODE]; /* what its instruction begins with, as far as there is room */
    size_t code_len;
    DocxFieldKind kind;
    bool result;       /* what comes is its result */
    bool ticked;       /* a box */
    bool ticked_known; /* by its state and not only by its default */
    uint64_t chosen;   /* entry of a list, from 0 */
    uint64_t entries;  /* that have come */
    Text entry;        /* the chosen one */
    size_t from;       /* of the paragraph's text, where the result begins */
    uint64_t paragraph;
} DocxField;

typedef struct DocxFields {
    DocxField open[LIMIT_DOCX_FIELDS];
    size_t count;
} DocxFields;

/* False beyond LIMIT_DOCX_FIELDS, one inside the other. */
bool
docx_field_begin(DocxFields *fields);

/* Takes an element of w:ffData; the entries of lists are copied into `arena`. */
void
docx_field_form(DocxFields *fields, const char *element, const char *const *attributes, Arena *arena);

/* A piece of the innermost field's instruction; behind that nothing is taken. */
void
docx_field_instruct(DocxFields *fields, Text piece);

/* The instruction ends; the result begins at `from` in the paragraph that is the file's number `paragraph`. */
void
docx_field_separate(DocxFields *fields, size_t from, uint64_t paragraph);

/* Takes the innermost field away; false where none is open. */
bool
docx_field_end(DocxFields *fields, DocxField *field);

/* Whether text that comes now is an instruction or a table of contents, or only shows the state of a box or list. */
bool
docx_field_hides(const DocxFields *fields);

/* What a box, a list or a field of signs one over the other says; TEXT_NONE of others. May be in `arena`. */
Text
docx_field_text(const DocxField *field, Arena *arena);

/* Whether a field that has no result shows something that it only reckons when it is looked at. */
bool
docx_field_lacks(const DocxField *field);

#endif
