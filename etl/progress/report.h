/* The deadline report: 进度通报.xlsx, 进度通报.html, and 催报通知-….txt where a reminder is due. */
#ifndef HUIZONG_PROGRESS_REPORT_H
#define HUIZONG_PROGRESS_REPORT_H

#include "db/db.h"

/* Writes them into `folder`, which is there. `as_of` as --as-of gives it; NULL is now. `open` as progress_read takes it.
 * *reminded: how many units the reminders go to; 0 where none is due. */
bool
report_write(Db *db, const char *schemas_dir, const char *cycle, const char *as_of, Text open, const char *folder,
             size_t *reminded, Arena *arena, Err *err);

#endif
