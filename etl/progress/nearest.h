/* Which unit somebody means. */
#ifndef HUIZONG_PROGRESS_NEAREST_H
#define HUIZONG_PROGRESS_NEAREST_H

#include "progress/progress.h"

/* The code of the unit that `written` names (by name, short name, alias or code, folded); TEXT_NONE where none does: *nearest
 * then holds the short names of those whose ways to be written are nearest to it, joined by 、. False with *err where the database fails. */
bool
nearest_unit(const Progress *progress, Db *db, Text written, Text *code, Text *nearest, Err *err);

#endif
