/* The first sheet of a workbook of corrections: what decides, before any single cell. */
#ifndef HUIZONG_OFFICE_CORRECTIONPOINTS_H
#define HUIZONG_OFFICE_CORRECTIONPOINTS_H

#include "office/corrections.h"
#include "out/workbook.h"

/* Writes nothing where there is no point. */
bool
correctionpoints_write(Workbook *book, const Corrections *corrections, Arena *arena, Err *err);

#endif
