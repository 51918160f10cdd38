/* Tables of years in a form: 项目 | 2020年 | 2021年 | 2022年, and below it a figure of each year beside a label. */
#ifndef HUIZONG_FORM_FORM_YEARS_H
#define HUIZONG_FORM_FORM_YEARS_H

#include "form/form_reader.h"

/* Looks at a row before it is read, cells [first, last): a head of years begins such a table, a heading, or a label or unit below a year, ends it. */
void
form_years_look(FormReader *reader, size_t first, size_t last);

/* Answers a label in such a table by the years above the figures; false where the label stands in none, and nothing is answered then. */
bool
form_years_answer(FormReader *reader, const FormCell *label, const FormTarget *target);

#endif
