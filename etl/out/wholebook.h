/* Whether a workbook that was just written is whole. libxlsxwriter keeps each part in a file of out/spool and does not look
 * whether that was written: a part that lost something comes empty, in a package that is none the worse. */
#ifndef HUIZONG_OUT_WHOLEBOOK_H
#define HUIZONG_OUT_WHOLEBOOK_H

#include "base/err.h"

/* ERR_IO where a part of it does not end as it began. `path` is what the fault calls it. */
bool
wholebook_check(int fd, const char *path, Err *err);

#endif
