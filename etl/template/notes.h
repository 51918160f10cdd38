/* The sheet 填报说明: general hints, and each field with its meaning, unit, limits and where it comes from. */
#ifndef HUIZONG_TEMPLATE_NOTES_H
#define HUIZONG_TEMPLATE_NOTES_H

#include "template/blank.h"

/* `stem`: how a filled-in file's name begins. */
bool
notes_write(const Blank *blank, Text stem, Err *err);

#endif
