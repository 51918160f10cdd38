/*
 * Memory that foreign libraries ask for. Most of them tell when they get none. But libxlsxwriter goes on without, and a workbook lacks a cell while all
 * that it returns says that it is whole; and libpq without memory for the answer to a COPY (15.x, getCopyStart) waits for another one for ever.
 */
#ifndef HUIZONG_BASE_FOREIGN_H
#define HUIZONG_BASE_FOREIGN_H

/* The end of a process without memory: exit 74 and a line. */
_Noreturn void
mem_end(void);

/*
 * From now on a request for memory that finds none ends the process, whoever asks, with exit 74 and a line, as in base/arena. Its children keep to it.
 * Nothing under a sanitizer, which has an allocator of its own.
 */
void
foreign_needs_memory(void);

#endif
