/* The labels and headings that a cell of a form holds, as far as its own text tells: each stands at a line's or a part's beginning, and what follows can be a value. */
#ifndef HUIZONG_ASKED_FORM_MARKS_H
#define HUIZONG_ASKED_FORM_MARKS_H

#include "asked/form_labels.h"

enum { FORM_MARK_YEARS = 3 };

typedef enum FormMarkKind {
    FORM_MARK_HEADING, /* of a section */
    FORM_MARK_LABEL,   /* of a field, or of several that share it */
    FORM_MARK_GROUP    /* of a group only */
} FormMarkKind;

typedef struct FormMark {
    FormMarkKind kind;
    size_t from;  /* with the box, the number, the 其中 and the year before the label */
    size_t label; /* where the label itself begins, its year included */
    size_t note;  /* behind the label alone */
    size_t end;   /* behind its notes and its colon too */
    bool at_line; /* it begins a line */
    bool alone;   /* the cell says nothing else */
    bool colon;
    size_t within;                  /* behind the note of another label that holds this one; 0: in none */
    const FormTitle *title;         /* of a heading */
    const FormGroup *group;         /* of a group */
    LabelRun run;                   /* of a label */
    int64_t years[FORM_MARK_YEARS]; /* before the label or in its notes: 2021、2022年… */
    size_t year_count;
    int64_t until; /* 截至2022年底 in a note: it counts up to the end of that year; or 0 */
    int64_t blank; /* （第1空）, or 0 */
} FormMark;

typedef struct FormMarks {
    FormMark *items;
    size_t count;
} FormMarks;

/* In the order of the text; in `arena`. */
FormMarks
form_marks_of(const FormLabels *labels, const FormText *text, Arena *arena);

/* True where the mark is all that the text says. */
bool
form_mark_is_whole(const FormMark *mark, const FormText *text);

#endif
