/*
 * Memory that foreign libraries ask for. Most of them tell when they get none. But libxlsxwriter goes on without, and a workbook lacks a cell while all
 * that it returns says that it is whole; and libpq without memory for the answer to a COPY (15.x, getCopyStart) waits for another one for ever.
 */
#ifndef HUIZONG_BASE_FOREIGN_H
#define HUIZONG_BASE_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The end of a process that asked for `wanted` bytes and got none: exit 74 and a line, or 71 where its own bound was in the way. */
_Noreturn void
mem_end(size_t wanted);

/* From now on this process may take `most` bytes of memory, by the system's limit. Where there is no /proc, what goes beyond is told as a machine without memory. */
void
mem_bound(uint64_t most);

/*
 * From now on a request for memory that finds none ends the process, whoever asks, with exit 74 and a line, as in base/arena. Its children keep to it.
 * Nothing under a sanitizer, which has an allocator of its own.
 */
void
foreign_needs_memory(void);

#endif
