/*
 * Tuples of PostgreSQL's COPY BINARY, without the file's signature and trailer: a count of fields, then each field's
 * length (-1: null) and its bytes, all numbers in network order. Source: PostgreSQL 15 documentation, COPY, "Binary
 * Format"; the types' own formats as their receive functions read them (numeric.c).
 * Each function writes at `at`, where there must be room, and returns the place behind.
 */
#ifndef HUIZONG_ROWS_COPYBINARY_H
#define HUIZONG_ROWS_COPYBINARY_H

#include "base/text.h"

#include <string.h>

/* Room for a field at most; for a text or a number in decimal text comes its length. */
enum { COPYBINARY_FIELD_ROOM = 12, COPYBINARY_NUMERIC_ROOM = 20 };

static inline char *
copybinary_bytes2(char *at, uint16_t number)
{
    uint16_t swapped = __builtin_bswap16(number);

    memcpy(at, &swapped, sizeof swapped);
    return at + sizeof swapped;
}

static inline char *
copybinary_bytes4(char *at, uint32_t number)
{
    uint32_t swapped = __builtin_bswap32(number);

    memcpy(at, &swapped, sizeof swapped);
    return at + sizeof swapped;
}

/* A tuple of so many fields begins. */
static inline char *
copybinary_begin(char *at, uint16_t fields)
{
    return copybinary_bytes2(at, fields);
}

static inline char *
copybinary_null(char *at)
{
    return copybinary_bytes4(at, UINT32_MAX);
}

static inline char *
copybinary_int4(char *at, int32_t number)
{
    return copybinary_bytes4(copybinary_bytes4(at, sizeof number), (uint32_t)number);
}

static inline char *
copybinary_int8(char *at, int64_t number)
{
    uint64_t swapped = __builtin_bswap64((uint64_t)number);

    at = copybinary_bytes4(at, sizeof number);
    memcpy(at, &swapped, sizeof swapped);
    return at + sizeof swapped;
}

static inline char *
copybinary_bool(char *at, bool truth)
{
    at = copybinary_bytes4(at, 1);
    *at = (char)truth;
    return at + 1;
}

/* TEXT_NONE is null. A text is shorter than 2^31 bytes. */
static inline char *
copybinary_text(char *at, Text text)
{
    if (text.ptr == NULL)
        return copybinary_null(at);
    at = copybinary_bytes4(at, (uint32_t)text.len);
    memcpy(at, text.ptr, text.len);
    return at + text.len;
}

/* Canonical decimal text (text/decimal.h: no exponent) as a numeric. */
char *
copybinary_numeric(char *at, Text decimal);

#endif
