/* The sheet of a form to be filled in: its sections in order, each field a row of label, entry, unit and years. */
#ifndef HUIZONG_TEMPLATE_FORMSHEET_H
#define HUIZONG_TEMPLATE_FORMSHEET_H

#include "template/blank.h"

bool
formsheet_write(const Blank *blank, Err *err);

#endif
