/*
 * From the encodings of Chinese offices to UTF-8. A file is in one encoding as a whole, decided in this order: byte
 * order mark (UTF-8, UTF-16, GB18030), strict UTF-8 (RFC 3629), UTF-16 by evidence, GB18030, CP936 (the only one with
 * byte 80, the euro sign). Nothing is ever replaced or skipped; a NUL never fits. A file that begins with many
 * characters of UTF-8 is meant as UTF-8: where it breaks later, or is cut within a character, it is damaged, though
 * GB18030 might fit. Before GB18030
 * is believed, what is plainly Big5 or Shift_JIS (charset/evidence.h) or of two encodings (charset/mixed.h) is refused.
 */
#ifndef HUIZONG_CHARSET_ENCODING_H
#define HUIZONG_CHARSET_ENCODING_H

#include "charset/decoder.h"

enum { ENCODING_HEX = 12 };

typedef struct EncodingVerdict {
    bool fits;
    const char *refusal; /* where it does not: encoding_invalid, encoding_mixed, or that of `foreign` */
    Encoding encoding;   /* where nothing fits: the one that reads furthest; in a mixed file: of the lines before */
    const char *foreign; /* "Big5", "Shift_JIS", "Windows-1252": then `encoding` tells nothing; else NULL */
    const char *why;     /* the evidence, in static storage: "bom", "strict utf-8", "not utf-8, fits gb18030" … */
    size_t bom_len;
    /*
     * Where it does not fit: the first byte sequence without a character, of the other encoding, or the first foreign
     * label; its 1-based line, and up to four bytes as "81 20".
     */
    uint64_t bad_offset;
    uint64_t bad_line;
    char bad_hex[ENCODING_HEX];
} EncodingVerdict;

/* Reads the whole file, up to five times, from a descriptor that can seek. False only where it cannot be read. */
bool
encoding_probe(int fd, EncodingVerdict *verdict, Err *err);

/* Whether the file, from its first byte, is in this one encoding: *verdict as of encoding_probe, with `why`. */
bool
encoding_check(int fd, Encoding encoding, const char *why, EncodingVerdict *verdict, Err *err);

#endif
