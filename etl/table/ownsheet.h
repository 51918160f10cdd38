/* The sheets that huizong-template puts beside the one to be filled in: notes and drop-downs, in which nobody reports anything. */
#ifndef HUIZONG_TABLE_OWNSHEET_H
#define HUIZONG_TABLE_OWNSHEET_H

#include "table/sheet.h"

/* True where the sheet's name is one of theirs and stands alone in its first row too, or where it holds the header of the notes, all eight labels beside one another, however it is called now. */
bool
ownsheet_is(const Sheet *sheet, Arena *arena);

#endif
