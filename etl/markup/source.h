/* A file of markup as UTF-8 text, whatever its encoding (charset/declared.h). */
#ifndef HUIZONG_MARKUP_SOURCE_H
#define HUIZONG_MARKUP_SOURCE_H

#include "base/buf.h"
#include "rows/sink.h"

typedef struct Source Source;

/*
 * `fd` is borrowed. NULL: its encoding cannot be told and is refused (markup_bytes_invalid, encoding_mixed,
 * encoding_declared, and those of encodings that are not read), or a fault.
 */
Source *
source_open(int fd, Sink *sink, Err *err);

/* NULL is allowed. */
void
source_close(Source *source);

/* To the beginning, where a new source does not stand yet. */
bool
source_rewind(Source *source, Err *err);

/* Appends the next block of text, at most DECODER_OUT bytes. False too where the file takes too long: refused. */
bool
source_fill(Source *source, Buf *text, bool *ended, Err *err);

/* Writes the facts: the format, the encoding and why, and the encoding that the file declares. */
bool
source_facts(const Source *source, Text format, Err *err);

#endif
