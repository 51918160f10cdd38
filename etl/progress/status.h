/* `huizong status`: how one unit stands, or all of them a line each, for a terminal. */
#ifndef HUIZONG_PROGRESS_STATUS_H
#define HUIZONG_PROGRESS_STATUS_H

#include <stdio.h>

#include "progress/progress.h"

/* A line per unit, then the total and the time left. PROGRESS_UNITS and PROGRESS_ELSEWHERE are read. */
void
status_all(const Progress *progress, FILE *stream);

/* Report, seats, applications, paper; its nominations, its files, what it has to put right. PROGRESS_UNITS and PROGRESS_BLOCKS are
 * read. */
bool
status_unit(const Progress *progress, Db *db, Text code, FILE *stream, Err *err);

#endif
