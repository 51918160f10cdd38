/* The first sheet of a workbook of corrections: what decides, before any single cell. */
#ifndef HUIZONG_OFFICE_CORRECTIONPOINTS_H
#define HUIZONG_OFFICE_CORRECTIONPOINTS_H

#include "office/corrections.h"
#include "out/workbook.h"

/* Writes nothing where nothing is known but of files by themselves. */
bool
correctionpoints_write(Workbook *book, const Corrections *corrections, Arena *arena, Err *err);

#endif
