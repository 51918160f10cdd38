/* Which years a text says that a figure is of, 2022年, 2020至2022年, 2021年起, 截至2022年底, 近三年, and whether a field asks for those. */
#ifndef HUIZONG_ASKED_FORM_SPAN_H
#define HUIZONG_ASKED_FORM_SPAN_H

#include "asked/form_labels.h"

typedef struct FormSpan {
    int64_t first; /* 0: no year is named */
    int64_t last;
    bool since; /* 2021年以来 */
    bool until; /* 截至2022年, 2022年底 */
    bool part;  /* 2022年1-6月: no whole years */
    bool words; /* 年 or the like: 2022 alone may be any number */
    bool whole; /* the text says nothing else */
} FormSpan;

typedef enum FormSpanFit {
    FORM_SPAN_FITS,
    FORM_SPAN_DOUBTFUL, /* it may be what is asked for */
    FORM_SPAN_OTHER
} FormSpanFit;

/* Behind the years that stand at a position; 0 where none do. 近三年 ends with the base year. */
size_t
form_span_at(const FormText *text, size_t at, int64_t base_year, FormSpan *span);

/* The years of a whole text; of one that says more the earliest and the latest that it names. */
FormSpan
form_span_read(const FormText *text, int64_t base_year);

/* True where a text is nothing but years, in words: 2022年, not 2022. */
bool
form_span_alone(const FormText *text, int64_t base_year, FormSpan *span);

/* Of a field that names no years all years are. */
FormSpanFit
form_span_fit(const FormLabels *labels, const Field *field, const FormSpan *span);

/* The best of them. */
FormSpanFit
form_span_fit_any(const FormLabels *labels, const Field *const *fields, size_t count, const FormSpan *span);

#endif
