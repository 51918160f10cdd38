/*
 * The only module that calls malloc. Memory belongs to an arena and goes with it; a run arena lives until exit, a row
 * arena is reset row by row. When the machine has no memory left the process ends with exit 74 and one line on
 * stderr, with 71 where a reader's own bound left it none (cage/cage.h): every stage is made to be killed and run again, so that is safe. What data can blow up has a ceiling of its
 * own (Buf, the readers' limits).
 */
#ifndef HUIZONG_BASE_ARENA_H
#define HUIZONG_BASE_ARENA_H

#include "base/text.h"

#include <stddef.h>

typedef struct Arena Arena;

Arena *
arena_new(void);

/* Everything taken from the arena dies; the arena stays and keeps its largest block. */
void
arena_reset(Arena *arena);

/* NULL is allowed. */
void
arena_free(Arena *arena);

/* Zeroed, aligned for any type; never NULL. */
void *
arena_alloc(Arena *arena, size_t size);

/* count * size with overflow check. */
void *
arena_array(Arena *arena, size_t count, size_t size);

/* A copy in the arena; terminated by a NUL that len does not count. */
Text
arena_text(Arena *arena, Text text);

char *
arena_string(Arena *arena, Text text);

/* The three one behind the other; terminated as well. */
Text
arena_join(Arena *arena, Text first, Text second, Text third);

Text
arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Bytes now taken from the arena. */
size_t
arena_used(const Arena *arena);

/* For the few owners that cannot use an arena (growing buffers, foreign callbacks): never NULL, freed by mem_free. */
void *
mem_alloc(size_t size);

void *
mem_grow(void *old, size_t size);

void
mem_free(void *memory);

/* Where huge pages begin, and as long as they are. */
#define MEM_HUGE_PAGE ((size_t)2 * 1024 * 1024)

/* Zeroed memory of its own for large tables that are looked up in no order: huge pages where the kernel has them. Freed by mem_unmap with the same size. */
void *
mem_map(size_t size);

void
mem_unmap(void *memory, size_t size);

#endif
