/* Years that a heading or a remark names for all figures of its section, 数据均从2021年开始计算, or that they are planned: （预计）. */
#ifndef HUIZONG_ASKED_FORM_DATED_H
#define HUIZONG_ASKED_FORM_DATED_H

#include "asked/form_span.h"

typedef struct FormDated {
    Text said;        /* as written; empty where neither is */
    bool starts;      /* it names a year from which is counted */
    bool other_start; /* and that is not the form's */
    int64_t latest;   /* of the years named */
    bool other;       /* its figures are planned, expected or added: schema/remark.h */
} FormDated;

/* What the positions [from, to) say. */
FormDated
form_dated_read(const FormLabels *labels, const FormText *text, size_t from, size_t to, Arena *arena);

/* True where the field's figures are of other years than those named, or other figures. */
bool
form_dated_contradicts(const FormLabels *labels, const FormDated *dated, const Field *field);

/* The code of a figure that is contradicted. */
const char *
form_dated_code(const FormDated *dated);

/* True where the field asks for no year, or since one, and what is said ends before the base year: it may be an earlier year's figure. */
bool
form_dated_is_early(const FormLabels *labels, const FormDated *dated, const Field *field);

#endif
