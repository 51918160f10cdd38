/*
 * Fields, of which only the result is text, and the boxes, lines and lists of old forms among them (FORMCHECKBOX,
 * FORMTEXT, FORMDROPDOWN), whose state stands in w:ffData.
 */
#ifndef HUIZONG_DOCX_DOCX_FIELD_H
#define HUIZONG_DOCX_DOCX_FIELD_H

#include "base/arena.h"
#include "base/limits.h"

typedef enum DocxFieldKind { DOCX_FIELD_OTHER, DOCX_FIELD_BOX, DOCX_FIELD_LINE, DOCX_FIELD_LIST } DocxFieldKind;

typedef struct DocxField {
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

/* The instruction ends; the result begins at `from` in the paragraph that is the file's number `paragraph`. */
void
docx_field_separate(DocxFields *fields, size_t from, uint64_t paragraph);

/* Takes the innermost field away; false where none is open. */
bool
docx_field_end(DocxFields *fields, DocxField *field);

/* Whether text that comes now is an instruction, or only shows the state of a box or list. */
bool
docx_field_hides(const DocxFields *fields);

/* Whether an instruction has not come to its end. */
bool
docx_field_torn(const DocxFields *fields);

/* What a box or a list says; TEXT_NONE of others. */
Text
docx_field_text(const DocxField *field);

#endif
