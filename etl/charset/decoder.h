/*
 * Decodes a file, block by block, to UTF-8. Strict: what has no character in the encoding stops it; nothing is replaced
 * or skipped, and a NUL is no character. UTF-8 and UTF-16 are checked here, the two-byte codes of GB18030 and CP936 go
 * by tables filled from iconv, the four-byte codes through iconv.
 */
#ifndef HUIZONG_CHARSET_DECODER_H
#define HUIZONG_CHARSET_DECODER_H

#include "base/buf.h"
#include "base/err.h"

#include <stdint.h>

typedef enum Encoding { ENCODING_UTF8, ENCODING_GB18030, ENCODING_CP936, ENCODING_UTF16LE, ENCODING_UTF16BE } Encoding;

/* "UTF-8", "GB18030", "CP936", "UTF-16LE", "UTF-16BE". */
const char *
encoding_name(Encoding encoding);

/* In either byte order. */
bool
encoding_is_utf16(Encoding encoding);

typedef struct Decoder Decoder;

typedef enum DecodeState {
    DECODE_MORE, /* a block was decoded, there may be more */
    DECODE_END,  /* the file has ended with a whole character */
    DECODE_BAD,  /* decoder_offset is the place of a sequence without a character; what stood before it was decoded */
    DECODE_FAULT
} DecodeState;

/* What one block can append: `out` of decoder_read must have that much room below its ceiling. */
enum { DECODER_BLOCK = 65536, DECODER_OUT = 3 * DECODER_BLOCK };

/* NULL with *err where the machine has no converter. */
Decoder *
decoder_open(Encoding encoding, Err *err);

void
decoder_close(Decoder *decoder);

/* Starts over, at byte `offset` of the file. */
bool
decoder_rewind(Decoder *decoder, int fd, uint64_t offset, Err *err);

/* Ends the file at byte `until`; UINT64_MAX, as after decoder_rewind: where it ends itself. */
void
decoder_until(Decoder *decoder, uint64_t until);

/* Reads the next block of the file and appends its text to `out`; out NULL: only checks it. */
DecodeState
decoder_read(Decoder *decoder, int fd, Buf *out, Err *err);

/* Decodes bytes in memory that end with a whole character; false where one has no character or `out` has no room. */
bool
decoder_text(Decoder *decoder, Text bytes, Buf *out);

/* The offset in the file of the first byte that is not decoded yet. */
uint64_t
decoder_offset(const Decoder *decoder);

/* Characters of more than one byte so far, in the file. */
uint64_t
decoder_wide(const Decoder *decoder);

#endif
