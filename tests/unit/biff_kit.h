/* Builds the records of an .xls workbook byte by byte, for unit tests; the stream is read without a container. */
#ifndef HUIZONG_TESTS_BIFF_KIT_H
#define HUIZONG_TESTS_BIFF_KIT_H

#include "reading.h"

enum { KIT_ROOM = 1 << 16, KIT_BIFF5 = 0x0500, KIT_BIFF8 = 0x0600 };

typedef struct Kit {
    unsigned version;
    size_t len;
    size_t record; /* where the last record begins */
    unsigned char bytes[KIT_ROOM];
} Kit;

static inline void
kit_number(Kit *kit, uint64_t value, size_t size)
{
    for (size_t i = 0; i < size; i++)
        kit->bytes[kit->len++] = (unsigned char)(value >> (8 * i));
}

/* One letter a field: b, w, l of 1, 2, 4 bytes; d a double; s a string's bytes; u a string's ASCII as UTF-16. */
static inline void
kit_fields(Kit *kit, const char *fields, va_list values)
{
    for (; *fields != '\0'; fields++) {
        uint64_t bits;
        double value;
        const char *text;
        switch (*fields) {
        case 'b':
        case 'w':
            kit_number(kit, va_arg(values, unsigned), *fields == 'b' ? 1 : 2);
            break;
        case 'l':
            kit_number(kit, va_arg(values, unsigned), 4);
            break;
        case 'd':
            value = va_arg(values, double);
            memcpy(&bits, &value, sizeof bits);
            kit_number(kit, bits, 8);
            break;
        default:
            for (text = va_arg(values, const char *); *text != '\0'; text++)
                kit_number(kit, (unsigned char)*text, *fields == 'u' ? 2 : 1);
        }
    }
}

/* A record of that type; 0: more fields for the last one. */
static inline void
kit_record(Kit *kit, unsigned type, const char *fields, ...)
{
    va_list values;
    if (type != 0) {
        kit->record = kit->len;
        kit_number(kit, type, 2);
        kit_number(kit, 0, 2);
    }
    va_start(values, fields);
    kit_fields(kit, fields, values);
    va_end(values);
    size_t len = kit->len - kit->record - 4;
    kit->bytes[kit->record + 2] = (unsigned char)len;
    kit->bytes[kit->record + 3] = (unsigned char)(len >> 8);
}

/* The beginning of a workbook; the globals' records follow. */
static inline Kit *
kit_new(unsigned version)
{
    Kit *kit = calloc(1, sizeof *kit);
    kit->version = version;
    kit_record(kit, 0x0809, "wwlll", version, 0x0005u, 0u, 0u, 0u);
    return kit;
}

/* Ends the globals; `visibility` and `type` of the only sheet "s", whose substream is of `kind`. */
static inline void
kit_begin_sheet(Kit *kit, unsigned visibility, unsigned type, unsigned kind)
{
    enum { BOUNDSHEET = 4 + 6, END = 4 };
    unsigned name = kit->version == KIT_BIFF8 ? 3 : 2;
    kit_record(kit, 0x0085, "lbb", (unsigned)kit->len + BOUNDSHEET + name + END, visibility, type);
    if (kit->version == KIT_BIFF8)
        kit_record(kit, 0, "bbs", 1u, 0u, "s");
    else
        kit_record(kit, 0, "bs", 1u, "s");
    kit_record(kit, 0x000A, "");
    kit_record(kit, 0x0809, "wwlll", kit->version, kind, 0u, 0u, 0u);
}

static inline void
kit_sheet(Kit *kit)
{
    kit_begin_sheet(kit, 0, 0, 0x10);
}

static inline Reading
kit_read(Kit *kit)
{
    Reading reading = read_upload(kit->bytes, kit->len);
    free(kit);
    return reading;
}

/* `rows`: what stands between the header line and the end mark; the sheet's EOF is added. */
static inline void
kit_assert(Kit *kit, const char *rows)
{
    kit_record(kit, 0x000A, "");
    Reading reading = kit_read(kit);
    if (reading.refused[0] != '\0')
        fail_msg("%s", reading.findings);
    char *start = strstr(reading.rows, "cells\n");
    assert_non_null(start);
    *strstr(start, "\\#end") = '\0';
    assert_string_equal(start + strlen("cells\n"), rows);
    reading_free(&reading);
}

static inline void
kit_assert_refused(Kit *kit, const char *code)
{
    kit_record(kit, 0x000A, "");
    Reading reading = kit_read(kit);
    assert_string_equal(reading.refused, code);
    reading_free(&reading);
}

static inline void
kit_assert_finding(Kit *kit, const char *finding)
{
    kit_record(kit, 0x000A, "");
    Reading reading = kit_read(kit);
    assert_has(reading.findings, finding);
    reading_free(&reading);
}

#endif
