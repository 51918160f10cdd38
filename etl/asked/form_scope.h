/* Which field a label means where it stands: by its section, the label it stands under, the year or the number of the blank beside it. */
#ifndef HUIZONG_ASKED_FORM_SCOPE_H
#define HUIZONG_ASKED_FORM_SCOPE_H

#include "asked/form_marks.h"

enum { FORM_SCOPE_BLANKS = 4 };

typedef struct FormScope {
    const FormLabels *labels;
    const bool *headed;         /* by section of the kind: its heading stands in the form */
    const FormSection *section; /* being read, by its heading or by the last field that was sure; or NULL */
    Text group;                 /* folded: the label that others stand under; or empty */
} FormScope;

typedef enum FormMeaning {
    FORM_MEANS_NOTHING, /* a label of another section: here it is a word */
    FORM_MEANS_FIELDS,  /* one field, or those that share the label, blank by blank */
    FORM_MEANS_SEVERAL, /* fields that nothing here tells apart */
    FORM_MEANS_OTHER_YEAR
} FormMeaning;

typedef struct FormTarget {
    FormMeaning meaning;
    const Field *fields[FORM_SCOPE_BLANKS]; /* in the order of their blanks */
    size_t count;
} FormTarget;

FormTarget
form_scope_resolve(const FormScope *scope, const FormMark *mark);

/* What a label may mean, for a clerk: "3.1 覆盖的行业数量、4.2 覆盖的行业数量", in `arena`. */
Text
form_scope_names(const FormTarget *target, Arena *arena);

/* True where the form has headings at all. */
bool
form_scope_has_headings(const FormScope *scope);

/* Goes on to the section and the group that a label brings with it. */
void
form_scope_enter(FormScope *scope, const FormTarget *target);

/* Goes on to the section that begins with a heading. */
void
form_scope_begin(FormScope *scope, const FormSection *section);

#endif
