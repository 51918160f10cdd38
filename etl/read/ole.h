/* The directory of an OLE compound file ([MS-CFB]): enough to tell what an old office file is. Streams are not read. */
#ifndef HUIZONG_READ_OLE_H
#define HUIZONG_READ_OLE_H

#include "base/err.h"

typedef enum OleKind {
    OLE_DAMAGED,   /* no directory can be followed */
    OLE_UNKNOWN,   /* none of the streams below */
    OLE_WORKBOOK,  /* Workbook or Book: .xls, .et */
    OLE_DOCUMENT,  /* WordDocument: .doc, .wps */
    OLE_SLIDES,    /* PowerPoint Document: .ppt, .dps */
    OLE_ENCRYPTED, /* EncryptedPackage: an OOXML file with a password */
} OleKind;

/* `fd` can seek. False only where it cannot be read. */
bool
ole_kind(int fd, OleKind *kind, Err *err);

#endif
