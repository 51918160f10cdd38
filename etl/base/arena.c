#include "base/arena.h"

#include "base/foreign.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BLOCK_FIRST = 4 * 1024, BLOCK_LARGEST = 1024 * 1024 };

typedef struct Block {
    struct Block *next;
    size_t room;
    size_t used;
    max_align_t data[];
} Block;

/* The first block of the list is the one that is being filled. */
struct Arena {
    Block *blocks;
    size_t next_room;
};

void *
mem_alloc(size_t size)
{
    void *memory = malloc(size == 0 ? 1 : size);

    if (memory == NULL)
        mem_end(size);
    return memory;
}

void *
mem_grow(void *old, size_t size)
{
    void *memory = realloc(old, size == 0 ? 1 : size);

    if (memory == NULL)
        mem_end(size);
    return memory;
}

void
mem_free(void *memory)
{
    free(memory);
}

/* Only a run of memory that begins where a huge page may is made of huge pages: what lies before and behind it is given back. */
void *
mem_map(size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size = (size + page - 1) / page * page;
    size_t slack = size < MEM_HUGE_PAGE ? 0 : MEM_HUGE_PAGE;
    char *memory = mmap(NULL, size + slack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        mem_end(size + slack);
    if (slack == 0)
        return memory;
    size_t before = (MEM_HUGE_PAGE - (uintptr_t)memory % MEM_HUGE_PAGE) % MEM_HUGE_PAGE;
    char *behind = memory + before + size;
    if (before > 0)
        munmap(memory, before);
    if (memory + size + slack > behind)
        munmap(behind, (size_t)(memory + size + slack - behind));
    madvise(memory + before, size, MADV_HUGEPAGE);
    return memory + before;
}

void
mem_unmap(void *memory, size_t size)
{
    if (memory != NULL)
        munmap(memory, size);
}

Arena *
arena_new(void)
{
    Arena *arena = mem_alloc(sizeof *arena);

    *arena = (Arena){.next_room = BLOCK_FIRST};
    return arena;
}

static void
free_blocks(Block *block)
{
    while (block != NULL) {
        Block *next = block->next;

        mem_free(block);
        block = next;
    }
}

void
arena_reset(Arena *arena)
{
    Block **largest = &arena->blocks;
    Block *kept = arena->blocks;

    if (kept == NULL)
        return;
    for (Block **link = &kept->next; *link != NULL; link = &(*link)->next) {
        if ((*link)->room > (*largest)->room)
            largest = link;
    }
    kept = *largest;
    *largest = kept->next;
    free_blocks(arena->blocks);
    kept->next = NULL;
    kept->used = 0;
    arena->blocks = kept;
}

void
arena_free(Arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena->blocks);
    mem_free(arena);
}

static void
add_block(Arena *arena, size_t least)
{
    size_t room = arena->next_room > least ? arena->next_room : least;
    Block *block;

    if (room > SIZE_MAX - sizeof *block)
        mem_end(SIZE_MAX);
    block = mem_alloc(sizeof *block + room);
    *block = (Block){.next = arena->blocks, .room = room};
    arena->blocks = block;
    if (arena->next_room < BLOCK_LARGEST)
        arena->next_room *= 2;
}

void *
arena_alloc(Arena *arena, size_t size)
{
    const size_t grain = sizeof(max_align_t);
    Block *block;
    char *memory;

    if (size > SIZE_MAX - grain)
        mem_end(SIZE_MAX);
    size = (size + grain - 1) / grain * grain;
    if (arena->blocks == NULL || arena->blocks->room - arena->blocks->used < size)
        add_block(arena, size);
    block = arena->blocks;
    memory = (char *)block->data + block->used;
    block->used += size;
    return memset(memory, 0, size);
}

void *
arena_array(Arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        mem_end(SIZE_MAX);
    return arena_alloc(arena, count * size);
}

char *
arena_string(Arena *arena, Text text)
{
    char *copy;

    if (text.len == SIZE_MAX)
        mem_end(SIZE_MAX);
    copy = arena_alloc(arena, text.len + 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return copy;
}

Text
arena_text(Arena *arena, Text text)
{
    return (Text){arena_string(arena, text), text.len};
}

static char *
append(char *at, Text text)
{
    if (text.len > 0)
        memcpy(at, text.ptr, text.len);
    return at + text.len;
}

Text
arena_join(Arena *arena, Text first, Text second, Text third)
{
    size_t len = first.len + second.len;
    if (len < first.len || len > SIZE_MAX - 1 - third.len)
        mem_end(SIZE_MAX);
    len += third.len;
    char *joined = arena_alloc(arena, len + 1);
    append(append(append(joined, first), second), third);
    return (Text){joined, len};
}

Text
arena_printf(Arena *arena, const char *format, ...)
{
    va_list arguments;
    char *string;
    int len;

    va_start(arguments, format);
    len = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (len < 0)
        mem_end(SIZE_MAX);
    string = arena_alloc(arena, (size_t)len + 1);
    va_start(arguments, format);
    vsnprintf(string, (size_t)len + 1, format, arguments);
    va_end(arguments);
    return (Text){string, (size_t)len};
}

size_t
arena_used(const Arena *arena)
{
    size_t used = 0;

    for (const Block *block = arena->blocks; block != NULL; block = block->next)
        used += block->used;
    return used;
}
