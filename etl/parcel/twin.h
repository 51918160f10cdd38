/* The GB18030 twin of a CSV file: the same text without the byte order mark. */
#ifndef HUIZONG_PARCEL_TWIN_H
#define HUIZONG_PARCEL_TWIN_H

#include "base/err.h"

/* ERR_DATA where a character has no code in GB18030; the message names its place. */
bool
twin_write(const char *utf8_path, const char *twin_path, Err *err);

/* *same: the twin decodes to the text of the UTF-8 file. False with *err only where one of them cannot be read. */
bool
twin_compare(const char *utf8_path, const char *twin_path, bool *same, Err *err);

#endif
