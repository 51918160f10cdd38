/* From what was read of a form to its typed cells: each field once, and a finding for what is repeated, missing or not understood. */
#ifndef HUIZONG_ANSWER_FORM_JUDGE_H
#define HUIZONG_ANSWER_FORM_JUDGE_H

#include "answer/form_reading.h"
#include "rows/findinglist.h"
#include "table/table.h"

typedef struct FormJudged {
    TypedCell *cells; /* by field of the kind; field empty: its label is nowhere */
    size_t *sheets;   /* by field: the reading it comes from */
    size_t *order;    /* by field: its number among that reading's values */
    FindingList findings;
    const char *refused; /* a code, or NULL */
    Finding refusal;
} FormJudged;

/* Results live in `arena`; texts are borrowed from the readings. */
void
form_judge(const FormLabels *labels, FormReading *const *readings, size_t count, Gbk *gbk, Arena *arena,
           FormJudged *judged);

/* The cells that come from one reading, as a table of its own; none where there are no cells. */
bool
form_judge_write(const FormJudged *judged, size_t reading, const FormLabels *labels, Text title, const TableSink *sink,
                 Err *err);

#endif
