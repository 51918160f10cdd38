/*
 * A short digest for looking things up in memory: SipHash-2-4 with 128 bits of output and a key of our own (Aumasson
 * and Bernstein, 2012). Where somebody must not be able to forge, base/hash is used.
 */
#ifndef HUIZONG_BASE_DIGEST_H
#define HUIZONG_BASE_DIGEST_H

#include "base/text.h"

/* The sixteen bytes of output as two little-endian numbers. */
typedef struct Digest {
    uint64_t first;
    uint64_t second;
} Digest;

Digest
digest_keyed(Text bytes, uint64_t key_first, uint64_t key_second);

/* With the key of this project: what the database holds depends on it. */
Digest
digest_of(Text bytes);

#endif
