/* The copies behind the list of corrections: a sheet for each of the units' sheets that was kept, its cells marked. */
#ifndef HUIZONG_OFFICE_CORRECTIONCOPY_H
#define HUIZONG_OFFICE_CORRECTIONCOPY_H

#include "office/corrections.h"
#include "out/workbook.h"

/* The name of the copy's sheet, where the correction speaks of a row that is in one; else TEXT_NONE. In `arena`. */
Text
correctioncopy_sheet(const Corrections *corrections, const Correction *correction, Arena *arena);

bool
correctioncopy_write(Workbook *book, const Corrections *corrections, Arena *arena, Err *err);

#endif
