#include "list/unique.h"

#include <string.h>

enum { ENTRY = 12, FIRST_ROOM = 1024, SECOND_ROOM = 16 * FIRST_ROOM, PARTITION_BITS = 3 };

/* An entry is a tag of eight bytes and the row's number in four, 0 where it is empty; entries lie near the place that their tag says. */
typedef struct SubTable {
    char *entries;
    size_t count;
    size_t room;
} SubTable;

struct Unique {
    SubTable tables[SPILL_PARTITIONS];
    size_t memory; /* taken */
    size_t most;
    const SpillFiles *files;
    Spill *spill;
};

Unique *
unique_new(size_t memory, const SpillFiles *files)
{
    Unique *unique = mem_alloc(sizeof *unique);
    *unique = (Unique){.most = memory, .files = files};
    return unique;
}

static void
free_table(Unique *unique, SubTable *table)
{
    mem_unmap(table->entries, table->room * ENTRY);
    unique->memory -= table->room * ENTRY;
    *table = (SubTable){0};
}

void
unique_free(Unique *unique)
{
    if (unique == NULL)
        return;
    for (size_t i = 0; i < SPILL_PARTITIONS; i++)
        free_table(unique, &unique->tables[i]);
    spill_free(unique->spill);
    mem_free(unique);
}

/* The tag as a fraction of all tags, of the room. */
static inline size_t
place_of(const SubTable *table, uint64_t tag)
{
    return (size_t)((unsigned __int128)tag * table->room >> 64);
}

static inline uint32_t
row_at(const SubTable *table, size_t place)
{
    uint32_t row_no;
    memcpy(&row_no, table->entries + place * ENTRY + sizeof(uint64_t), sizeof row_no);
    return row_no;
}

/* The place of the tag, or the empty one where it would stand; *row_no is 0 there. */
static inline size_t
find(const SubTable *table, uint64_t tag, uint32_t *row_no)
{
    for (size_t place = place_of(table, tag);; place = place + 1 == table->room ? 0 : place + 1) {
        uint64_t there;
        *row_no = row_at(table, place);
        memcpy(&there, table->entries + place * ENTRY, sizeof there);
        if (*row_no == 0 || there == tag)
            return place;
    }
}

static inline void
put(SubTable *table, size_t place, uint64_t tag, uint32_t row_no)
{
    memcpy(table->entries + place * ENTRY, &tag, sizeof tag);
    memcpy(table->entries + place * ENTRY + sizeof tag, &row_no, sizeof row_no);
    table->count++;
}

/* Little for a short list, then whole huge pages: what a small page costs when it is first touched is more than the entries on it. */
static size_t
larger_room(size_t room)
{
    if (room < SECOND_ROOM)
        return room == 0 ? FIRST_ROOM : SECOND_ROOM;
    size_t pages = room / (MEM_HUGE_PAGE / ENTRY);
    return (pages + pages / 4 + 1) * (MEM_HUGE_PAGE / ENTRY);
}

static void
grow(Unique *unique, SubTable *table)
{
    SubTable larger = {.room = larger_room(table->room)};
    larger.entries = mem_map(larger.room * ENTRY);
    unique->memory += larger.room * ENTRY;
    for (size_t i = 0; i < table->room; i++) {
        uint32_t row_no = row_at(table, i);
        uint32_t empty;
        uint64_t tag;
        memcpy(&tag, table->entries + i * ENTRY, sizeof tag);
        if (row_no != 0)
            put(&larger, find(&larger, tag, &empty), tag, row_no);
    }
    free_table(unique, table);
    *table = larger;
}

/* Seven tenths full is full: beyond, the ways to an empty place grow long. */
static inline bool
is_full(const SubTable *table)
{
    return table->count * 10 >= table->room * 7;
}

static inline bool
may_grow(const Unique *unique, const SubTable *table)
{
    return unique->memory + (larger_room(table->room) - table->room) * ENTRY <= unique->most || table->room == 0;
}

static inline unsigned
partition_of(Digest digest)
{
    return (unsigned)(digest.second >> (64 - PARTITION_BITS));
}

void
unique_expect(const Unique *unique, Digest digest)
{
    const SubTable *table = &unique->tables[partition_of(digest)];
    if (table->room > 0)
        __builtin_prefetch(table->entries + place_of(table, digest.first) * ENTRY, 1);
}

UniqueVerdict
unique_add(Unique *unique, Digest digest, uint32_t row_no, uint32_t *first)
{
    SubTable *table = &unique->tables[partition_of(digest)];
    if (is_full(table) && may_grow(unique, table))
        grow(unique, table);
    size_t place = find(table, digest.first, first);
    if (*first != 0)
        return UNIQUE_REPEATED;
    if (is_full(table))
        return UNIQUE_OPEN;
    put(table, place, digest.first, row_no);
    return UNIQUE_NEW;
}

bool
unique_keep(Unique *unique, Digest digest, uint32_t row_no, Text line, Err *err)
{
    if (unique->spill == NULL)
        unique->spill = spill_new(unique->files, err);
    return unique->spill != NULL && spill_add(unique->spill, partition_of(digest), digest.first, row_no, line, err);
}

/* What judging a partition needs. */
typedef struct Judging {
    Unique *unique;
    SubTable *table;
    UniqueRepeated *repeated;
    void *context;
} Judging;

static bool
judge(void *context, const SpillEntry *entry, Err *err)
{
    Judging *judging = context;
    uint32_t first;
    Text line;
    if (is_full(judging->table))
        grow(judging->unique, judging->table);
    size_t place = find(judging->table, entry->tag, &first);
    if (first == 0) {
        put(judging->table, place, entry->tag, entry->row_no);
        return true;
    }
    return spill_line(judging->unique->spill, entry, &line, err) &&
           judging->repeated(judging->context, entry->row_no, first, line, err);
}

/* A partition's table is done with when its rows are judged, so the next one finds room. */
bool
unique_judge(Unique *unique, UniqueRepeated *repeated, void *context, Err *err)
{
    if (unique->spill == NULL)
        return true;
    for (unsigned i = 0; i < SPILL_PARTITIONS; i++) {
        Judging judging = {unique, &unique->tables[i], repeated, context};
        if (!spill_visit(unique->spill, i, judge, &judging, err))
            return false;
        free_table(unique, &unique->tables[i]);
    }
    return true;
}
