/* The copies behind the list of corrections: a sheet for each of the units' sheets that was kept, its cells marked. */
#ifndef HUIZONG_OFFICE_CORRECTIONCOPY_H
#define HUIZONG_OFFICE_CORRECTIONCOPY_H

#include "office/corrections.h"
#include "out/workbook.h"

/* Which sheets of one of the files are to be copied, and which of their rows are wanted: those of which something is said that is still to be done. In
 * `arena`. */
void
correctioncopy_plan(CorrectedFile *files, size_t file, const Correction *list, size_t count, Arena *arena);

/* The name of the copy of that number, from 1, of a sheet ("" or TEXT_NONE: a file that has none) of a file. In `arena`. */
Text
correctioncopy_name(size_t number, Text file, Text sheet, Arena *arena);

/* The name of the copy's sheet, where the correction speaks of a row that is in one; else TEXT_NONE. In `arena`. */
Text
correctioncopy_sheet(const Corrections *corrections, const Correction *correction, Arena *arena);

bool
correctioncopy_write(Workbook *book, const Corrections *corrections, Arena *arena, Err *err);

#endif
