/* 周期核对表.xlsx: all that a cycle's files say, for the head of office to check and sign. */
#ifndef HUIZONG_SETUP_CYCLE_SHEET_H
#define HUIZONG_SETUP_CYCLE_SHEET_H

#include "rows/messages.h"
#include "schema/cycle.h"
#include "schema/upload.h"

/* Four sheets: values (with the signature block), units, columns of the uploads, rules; each with its clause, or why it is assumed. */
bool
cycle_sheet_write(const char *path, const Cycle *cycle, const UploadSet *uploads, const Messages *messages,
                  Arena *arena, Err *err);

#endif
