/*
 * Characters that may get lost on the way: those that GBK lacks, and private-use ones, which each machine shows as it
 * likes. Told once for each file and column, with the first row and how many cells hold it.
 */
#ifndef HUIZONG_PARCEL_RARE_H
#define HUIZONG_PARCEL_RARE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* More of them are not listed; `more` tells. */
enum { RARE_MAX = 5000 };

enum { RARE_BASIC = 0x10000 };

typedef struct RareCharacter {
    Text character;
    uint32_t code_point;
    bool is_private;
    Text file;
    Text column;
    uint64_t row; /* the first one of the file, the label row being 1 */
    uint64_t last_row;
    uint64_t cells;
} RareCharacter;

typedef struct Rare {
    RareCharacter *found; /* in the order in which they were met */
    size_t count;
    bool more;
    struct Gbk *gbk;
    unsigned char *held; /* by code point below RARE_BASIC, since asking takes longer than remembering; see rare.c */
    Arena *arena;
} Rare;

/* NULL with *err where the machine has no converter. In `arena`, but to be closed. */
Rare *
rare_open(Arena *arena, Err *err);

/* NULL is allowed. */
void
rare_close(Rare *rare);

/* Looks through a row of a file; file and labels must live as long as `rare`. */
void
rare_look(Rare *rare, Text file, const Text *labels, const Text *cells, size_t count, uint64_t row);

/* True for U+E000 to U+F8FF and planes 15 and 16. */
bool
rare_is_private(uint32_t code_point);

#endif
