/* SHA-256 (FIPS 180-4) by libcrypto; written as 64 lower-case hexadecimal digits. */
#ifndef HUIZONG_BASE_HASH_H
#define HUIZONG_BASE_HASH_H

#include "base/err.h"
#include "base/text.h"

enum { HASH_HEX = 64 };

typedef struct Hash Hash;

Hash *
hash_new(void);

void
hash_add(Hash *hash, const void *bytes, size_t len);

/* Writes the digest with a final NUL; frees the hash. */
void
hash_end(Hash *hash, char out[HASH_HEX + 1]);

void
hash_of(Text bytes, char out[HASH_HEX + 1]);

/* The digest of what is still to be read from an open file; `path` is for the message. */
bool
hash_open(int fd, const char *path, char out[HASH_HEX + 1], Err *err);

/* The digest of a file's content. */
bool
hash_file(const char *path, char out[HASH_HEX + 1], Err *err);

#endif
