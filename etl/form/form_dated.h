/* Years that a heading or a remark names for all figures of its section: 数据均从2021年开始计算. */
#ifndef HUIZONG_FORM_FORM_DATED_H
#define HUIZONG_FORM_FORM_DATED_H

#include "form/form_span.h"

typedef struct FormDated {
    Text said;        /* as written; empty where no year is named */
    bool starts;      /* it names a year from which is counted */
    bool other_start; /* and that is not the form's */
    int64_t latest;   /* of the years named */
} FormDated;

/* What the positions [from, to) say. */
FormDated
form_dated_read(const FormLabels *labels, const FormText *text, size_t from, size_t to);

/* True where the field's figures are of other years than those named. */
bool
form_dated_contradicts(const FormLabels *labels, const FormDated *dated, const Field *field);

#endif
