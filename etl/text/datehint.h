/* What a text that is read as no date may have been before a spreadsheet kept or showed it. */
#ifndef HUIZONG_TEXT_DATEHINT_H
#define HUIZONG_TEXT_DATEHINT_H

#include "base/arena.h"

/* The day that a spreadsheet counts as this number, 44682, in the system that begins with 1900; of the years 1960 to 2100, else TEXT_NONE. A time of day is passed over. */
Text
datehint_serial(Text text, Arena *arena);

/* True where a text may be two dates: 201003, March of 2010 or a day of 2020; Oct-22, a month of 2022 or a day of any year. */
bool
datehint_two(Text text, Arena *arena, Text *one, Text *other);

#endif
