/* The sheet of a table or a list to be filled in: title, head block, header, and the rows below it. */
#ifndef HUIZONG_TEMPLATE_TABLESHEET_H
#define HUIZONG_TEMPLATE_TABLESHEET_H

#include "template/blank.h"

/* A table has numbered rows ready, as on paper; a list takes all rows of the sheet. */
bool
tablesheet_write(const Blank *blank, Err *err);

#endif
