/* Sixteen bytes at once, in the compiler's own vector types: the same on every machine, and one step on most. */
#ifndef HUIZONG_BASE_LANES_H
#define HUIZONG_BASE_LANES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef unsigned char Lanes __attribute__((vector_size(16)));

enum { LANES = sizeof(Lanes) };

static inline Lanes
lanes_load(const void *bytes)
{
    Lanes lanes;
    memcpy(&lanes, bytes, sizeof lanes);
    return lanes;
}

/* All bits of the bytes that are one of `first` to `last`. */
static inline Lanes
lanes_between(Lanes lanes, unsigned char first, unsigned char last)
{
    return (Lanes)(lanes - first <= (Lanes){0} + (unsigned char)(last - first));
}

static inline Lanes
lanes_like(Lanes lanes, unsigned char byte)
{
    return (Lanes)(lanes == (Lanes){0} + byte);
}

/* As lanes_bits, where the machine has no step for it. */
static inline unsigned
lanes_gather(Lanes lanes)
{
    const uint64_t lowest = UINT64_C(0x0101010101010101), gather = UINT64_C(0x0102040810204080);
    unsigned bits = 0;
    for (unsigned place = 0; place < LANES; place += 8) {
        uint64_t word = 0;
        for (unsigned i = 0; i < 8; i++)
            word |= (uint64_t)lanes[place + i] << (8 * i);
        bits |= (unsigned)((word & lowest) * gather >> 56) << place;
    }
    return bits;
}

/* A bit a byte, the first byte's the lowest, of lanes whose bytes have all bits or none. */
static inline unsigned
lanes_bits(Lanes lanes)
{
#ifdef __SSE2__
    return (unsigned)_mm_movemask_epi8((__m128i)lanes);
#else
    return lanes_gather(lanes);
#endif
}

static inline bool
lanes_none(Lanes lanes)
{
    uint64_t halves[2];
    memcpy(halves, &lanes, sizeof halves);
    return (halves[0] | halves[1]) == 0;
}

#endif
