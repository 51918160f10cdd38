/* A row below a header that parts some of its columns: 2021年 | 2022年 below 企业研发投入. */
#ifndef HUIZONG_FORM_FORM_DIVIDED_H
#define HUIZONG_FORM_FORM_DIVIDED_H

#include "form/form_reader.h"

/* True where the row by that index is one: it has nothing below a column of its own, where an entry has its platform's name, and no bare figures. `cells` are the sheet's. */
bool
form_divided_row(const Sheet *sheet, const FormCell *cells, size_t count, size_t index);

#endif
