/* Word documents in packages: .docx, .docm, .dotx, .dotm. */
#ifndef HUIZONG_DOCX_DOCX_H
#define HUIZONG_DOCX_DOCX_H

#include "package/zip.h"

/*
 * Reads the document into the sink, all but the end mark: the facts `format` and `macros`, one sheet, its rows. It may
 * have none, as where a scan was pasted into a page. False: refused, or a fault.
 */
bool
docx_read(ZipFile *zip, Sink *sink, Err *err);

#endif
