/* What raw rows say of a sheet behind its rows: merged ranges and hidden columns. False with *err where it is no range. */
#ifndef HUIZONG_SUBMISSION_RANGES_H
#define HUIZONG_SUBMISSION_RANGES_H

#include "list/list.h"
#include "rows/rawrow.h"
#include "table/sheet.h"

bool
ranges_to_list(List *list, const RawItem *item, Err *err);

bool
ranges_to_sheet(Sheet *sheet, const RawItem *item, Err *err);

#endif
