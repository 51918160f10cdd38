/*
 * Old workbooks. An input that begins like an OLE file is one; any other is the records of a workbook without their
 * container, and is given the record that begins it, so that the fuzzer gets past it. Mostly whole records are changed,
 * doubled, swapped or left out, with the lengths and the sheets' offsets put right again.
 */
#include "bytes.h"

#include <string.h>

#include "xls/biff.h"

enum { BOUNDSHEET_LEAST = 4 };

typedef struct Record {
    uint8_t *at; /* its head */
    size_t len;  /* with the head */
} Record;

static unsigned
u16_at(const uint8_t *bytes)
{
    return bytes[0] | (unsigned)bytes[1] << 8;
}

static bool
is_ole(const uint8_t *bytes, size_t len)
{
    return len >= 4 && memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0;
}

static bool
is_bare(const uint8_t *bytes, size_t len)
{
    return len >= 4 && memcmp(bytes, "\x09\x08", 2) == 0;
}

/* The records of the workbook in an OLE file, in its place; 0 where there are none. */
static size_t
unwrap(uint8_t *bytes, size_t len)
{
    Err err = {0};
    Ole ole;
    OleStream stream;
    size_t got = 0;
    Arena *arena = arena_new();
    int fd = bytes_file(bytes, len);
    const unsigned char *entry = ole_open(fd, arena, &ole, &err) == OLE_GOOD ? ole_workbook(&ole) : NULL;
    if (entry != NULL && ole_stream_open(&ole, entry, &stream, &err) == OLE_GOOD)
        ole_stream_read(&stream, 0, bytes, len, &got, &err);
    arena_free(arena);
    close(fd);
    return got;
}

static bool
next_record(uint8_t *bytes, size_t len, size_t *at, Record *record)
{
    if (*at + BIFF_HEAD > len)
        return false;
    *record = (Record){bytes + *at, BIFF_HEAD + u16_at(bytes + *at + 2)};
    *at += record->len;
    return *at <= len;
}

static bool
find_record(uint8_t *bytes, size_t len, unsigned number, Record *record)
{
    size_t count = 0;
    for (size_t at = 0; next_record(bytes, len, &at, record);)
        count++;
    size_t wanted = count > 0 ? number % count : 0;
    size_t at = 0;
    for (size_t i = 0; count > 0 && i <= wanted; i++)
        next_record(bytes, len, &at, record);
    return count > 0;
}

/* The sheets' offsets, in the order of the beginnings that are not nested. */
static void
mend_offsets(uint8_t *bytes, size_t len)
{
    Record sheet, record;
    int depth = 0;
    size_t sheet_at = 0;
    for (size_t at = 0; next_record(bytes, len, &at, &record);) {
        unsigned type = u16_at(record.at);
        uint32_t place = (uint32_t)(record.at - bytes);
        bool begins = type == BIFF_BOF && depth++ == 0 && place > 0;
        depth -= type == BIFF_EOF && depth > 0;
        if (!begins)
            continue;
        do
            if (!next_record(bytes, len, &sheet_at, &sheet))
                return;
        while (u16_at(sheet.at) != BIFF_BOUNDSHEET || sheet.len < BIFF_HEAD + BOUNDSHEET_LEAST);
        memcpy(sheet.at + BIFF_HEAD, &place, sizeof place);
    }
}

size_t
LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t max);

static size_t
mutate_body(uint8_t *bytes, size_t len, size_t max, const Record *record)
{
    uint8_t body[1 << 14];
    size_t body_len = record->len - BIFF_HEAD, tail = (size_t)(bytes + len - record->at) - record->len;
    size_t room = body_len + max - len;
    if (body_len > sizeof body)
        return len;
    memcpy(body, record->at + BIFF_HEAD, body_len);
    size_t new_len = LLVMFuzzerMutate(body, body_len, room < sizeof body ? room : sizeof body);
    memmove(record->at + BIFF_HEAD + new_len, record->at + record->len, tail);
    memcpy(record->at + BIFF_HEAD, body, new_len);
    record->at[2] = (uint8_t)new_len;
    record->at[3] = (uint8_t)(new_len >> 8);
    return len + new_len - body_len;
}

static size_t
double_record(uint8_t *bytes, size_t len, size_t max, const Record *record)
{
    if (len + record->len > max)
        return len;
    memmove(record->at + record->len, record->at, (size_t)(bytes + len - record->at));
    return len + record->len;
}

static size_t
drop_record(uint8_t *bytes, size_t len, const Record *record)
{
    memmove(record->at, record->at + record->len, (size_t)(bytes + len - record->at) - record->len);
    return len - record->len;
}

static size_t
swap_records(uint8_t *bytes, size_t len, const Record *record)
{
    Record next;
    size_t at = (size_t)(record->at - bytes) + record->len;
    if (!next_record(bytes, len, &at, &next))
        return len;
    uint8_t *copy = malloc(record->len);
    memcpy(copy, record->at, record->len);
    memmove(record->at, next.at, next.len);
    memcpy(record->at + next.len, copy, record->len);
    free(copy);
    return len;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed);

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
    enum { RAW, DOUBLE, DROP, SWAP, WAYS = 8 };
    Record record;
    unsigned way = seed % WAYS, number = seed / WAYS;
    if (way != RAW && is_ole(bytes, len)) {
        size_t got = unwrap(bytes, len);
        len = got > 0 ? got : len;
    }
    if (way == RAW || !is_bare(bytes, len) || !find_record(bytes, len, number, &record))
        return LLVMFuzzerMutate(bytes, len, max);
    if (way == DOUBLE)
        len = double_record(bytes, len, max, &record);
    else if (way == DROP)
        len = drop_record(bytes, len, &record);
    else if (way == SWAP)
        len = swap_records(bytes, len, &record);
    else
        len = mutate_body(bytes, len, max, &record);
    mend_offsets(bytes, len);
    return len > 0 ? len : LLVMFuzzerMutate(bytes, len, max);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const uint8_t begin[][8] = {{9, 8, 8, 0, 0, 6, 5, 0}, {9, 8, 8, 0, 0, 5, 5, 0}};
    static const size_t begin_len = 12;
    const char *refused;
    if (is_ole(bytes, len) || is_bare(bytes, len)) {
        bytes_read(bytes, len, &refused);
        return 0;
    }
    char *book = calloc(1, begin_len + len);
    memcpy(book, begin[len % 2], sizeof begin[0]);
    if (len > 0)
        memcpy(book + begin_len, bytes, len);
    bytes_read(book, begin_len + len, &refused);
    free(book);
    return 0;
}
