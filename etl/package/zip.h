/*
 * A package: the members of a zip file, found by name and unpacked as a stream under the limits of base/limits.h. Bytes
 * are counted here, declared sizes are not believed; the checksum is checked at the end of each member. Names are
 * compared without case, with / for \, and without a leading slash. Where two members of one name differ, neither is
 * read (file_damaged). A machine without memory and a disk that fails are faults and never the file's.
 */
#ifndef HUIZONG_PACKAGE_ZIP_H
#define HUIZONG_PACKAGE_ZIP_H

#include "rows/sink.h"

typedef struct ZipFile ZipFile;

/* Gets the bytes of a member, piece by piece; false stops. */
typedef bool (*ZipBytes)(void *context, Text bytes, Err *err);

/*
 * Works on a duplicate of `fd`. NULL where the file is refused (file_damaged, package_too_large, spreadsheet_encrypted)
 * or on a fault.
 */
ZipFile *
zipfile_open(int fd, Sink *sink, Err *err);

/* NULL is allowed. */
void
zipfile_close(ZipFile *zip);

bool
zipfile_has(const ZipFile *zip, Text name);

/*
 * The first `size` bytes of a small member, in the sink's run arena; TEXT_NONE where it is absent or cannot be
 * unpacked. False on a fault only.
 */
bool
zipfile_peek(ZipFile *zip, Text name, size_t size, Text *out, Err *err);

/*
 * Hands all bytes of a member to `on_bytes`. False where that stopped, and where the member is absent, damaged or
 * beyond a limit: then refused.
 */
bool
zipfile_read(ZipFile *zip, Text name, ZipBytes on_bytes, void *context, Err *err);

#endif
