/* Whether a workbook that was just written is whole. libxlsxwriter writes each sheet to a temporary file and does not look whether that was written: on a full disk a sheet
 * may end in its middle, in a package that is none the worse. */
#ifndef HUIZONG_OUT_WHOLEBOOK_H
#define HUIZONG_OUT_WHOLEBOOK_H

#include "base/err.h"

/* ERR_IO where a part of it does not end as it began. `path` is what the fault calls it. */
bool
wholebook_check(int fd, const char *path, Err *err);

#endif
