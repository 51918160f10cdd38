/* What a trace follows: a nomination, a file that came, or a place in it; and what traces share. */
#ifndef HUIZONG_TRACE_SUBJECT_H
#define HUIZONG_TRACE_SUBJECT_H

#include "results/state.h"
#include "trace/answer.h"

typedef struct Trace {
    State *state;
    Db *db;
    const char *schemas;
    const char *archive; /* or NULL: originals are not read again */
    bool personal;       /* people are shown unmasked */
    Answer *answer;
} Trace;

/* Everything lives in the state's arena; what is not known is TEXT_NONE. Numbers are decimal text, as the queries take them. */
typedef struct Subject {
    Text key;     /* of a nomination, or TEXT_NONE */
    bool own_row; /* the place is that nomination's row of a 汇总表 */
    Text unit_code;
    Text platform;   /* folded */
    Text enterprise; /* folded */
    Text arrival;
    Text file;
    Text sha256;
    Text table_no; /* with item: the row of a table */
    Text item;
    Text sheet; /* .ptr NULL: the whole file */
    Text row;   /* TEXT_NONE: the whole sheet, or the row that table and item tell */
    Text cell;  /* TEXT_NONE: the whole row */
    Text field; /* TEXT_NONE: all of them */
} Subject;

/* The nomination of a line of trace/nominations or the like. */
void
subject_of_nomination(const Trace *trace, const DbResult *line, size_t row, Subject *subject);

/* By its key; *found is false where there is none at this clock. */
bool
subject_by_key(const Trace *trace, Text key, Subject *subject, bool *found, Err *err);

/* A file that came and a place in it, and the nomination whose row that is, if any. *found is false where no such file came. */
bool
subject_by_place(const Trace *trace, Text source, Text file, Text sha256, Text sheet, Text row, Text cell,
                 Subject *subject, bool *found, Err *err);

/* The whole of a file that came, by its arrival's number; *found is false where there is none at this clock. */
bool
subject_by_arrival(const Trace *trace, Text arrival, Subject *subject, bool *found, Err *err);

/* The cell of the form that 指标汇总 shows for the nomination's field; *found is false where there is none. */
bool
subject_by_form(const Trace *trace, const Subject *nomination, Text field, Subject *subject, bool *found, Err *err);

#endif
