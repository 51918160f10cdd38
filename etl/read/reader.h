/* Any upload: what it is, and then the reader for it. */
#ifndef HUIZONG_READ_READER_H
#define HUIZONG_READ_READER_H

#include "rows/sink.h"

/*
 * Reads the regular file `fd` into the sink, all but the end mark. A document (design: PDF, OFD, images, old Word)
 * gives the fact `document` and no rows. False: refused, or a fault (rows/sink.h); a file without a single row is
 * refused with empty_file, but for a Word document.
 */
bool
reader_read(int fd, Sink *sink, Err *err);

#endif
