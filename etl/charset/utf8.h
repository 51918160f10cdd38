/* Characters of UTF-8, strict by RFC 3629; inline, for they stand in the readers' innermost loops. */
#ifndef HUIZONG_CHARSET_UTF8_H
#define HUIZONG_CHARSET_UTF8_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { UTF8_LONGEST = 4 };

/* The length of the character at the front (left > 0): 0 where it is not whole yet, -1 where it is none, as a NUL. */
static inline int
utf8_step(const unsigned char *bytes, size_t left)
{
    unsigned char lead = bytes[0];
    if (lead < 0x80)
        return lead != 0 ? 1 : -1;
    int len = lead < 0xC2 ? -1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : -1;
    if (len < 0)
        return -1;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (int i = 1; i < len; i++) {
        if ((size_t)i >= left)
            return 0;
        if (bytes[i] < low || bytes[i] > high)
            return -1;
        low = 0x80;
        high = 0xBF;
    }
    return len;
}

/* Writes the character of a code point up to 10FFFF, and gives its length: at most 4. */
static inline size_t
utf8_write(char *out, uint32_t point)
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    size_t len = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = len - 1; i > 0; i--, point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)((0xF00 >> len & 0xFF) | point);
    return len;
}

/*
 * Copies the ASCII at the front, but no NUL, eight bytes at a time: up to seven behind those that count are spoilt. Gives
 * how many count.
 */
static inline size_t
utf8_copy_ascii(const unsigned char *raw, size_t len, char *to)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    size_t done = 0;
    while (done + sizeof(uint64_t) <= len) {
        uint64_t word;
        memcpy(&word, raw + done, sizeof word);
        memcpy(to + done, &word, sizeof word);
        uint64_t others = (word | ((word - ones) & ~word)) & high;
        if (others != 0)
            return done + (size_t)__builtin_ctzll(others) / 8;
        done += sizeof word;
    }
    for (; done < len && raw[done] < 0x80 && raw[done] > 0; done++)
        to[done] = (char)raw[done];
    return done;
}

/* The length of the ASCII at the front, up to a NUL. */
static inline size_t
utf8_skip_ascii(const unsigned char *raw, size_t len)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    size_t done = 0;
    for (; done + sizeof(uint64_t) <= len; done += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, raw + done, sizeof word);
        uint64_t others = (word | ((word - ones) & ~word)) & high;
        if (others != 0)
            return done + (size_t)__builtin_ctzll(others) / 8;
    }
    while (done < len && raw[done] < 0x80 && raw[done] > 0)
        done++;
    return done;
}

#endif
