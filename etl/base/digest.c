#include "base/digest.h"

#include <string.h>

/* "huizong list key", as two little-endian numbers. */
static const uint64_t key_first = UINT64_C(0x20676E6F7A697568);
static const uint64_t key_second = UINT64_C(0x79656B207473696C);

enum { WORD = sizeof(uint64_t), COMPRESS = 2, FINALISE = 4 };

typedef struct State {
    uint64_t v0, v1, v2, v3;
} State;

static inline uint64_t
rotate(uint64_t word, int bits)
{
    return word << bits | word >> (64 - bits);
}

static inline void
mix(State *state)
{
    state->v0 += state->v1;
    state->v1 = rotate(state->v1, 13) ^ state->v0;
    state->v0 = rotate(state->v0, 32);
    state->v2 += state->v3;
    state->v3 = rotate(state->v3, 16) ^ state->v2;
    state->v0 += state->v3;
    state->v3 = rotate(state->v3, 21) ^ state->v0;
    state->v2 += state->v1;
    state->v1 = rotate(state->v1, 17) ^ state->v2;
    state->v2 = rotate(state->v2, 32);
}

static inline uint64_t
read_word(const char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof word);
    return word;
}

static inline void
take_word(State *state, uint64_t word)
{
    state->v3 ^= word;
    for (int i = 0; i < COMPRESS; i++)
        mix(state);
    state->v0 ^= word;
}

/* The bytes behind the last whole word, and the length's last byte on top. */
static inline uint64_t
last_word(Text bytes, size_t at)
{
    uint64_t word = (uint64_t)bytes.len << 56;

    for (size_t i = 0; at + i < bytes.len; i++)
        word |= (uint64_t)(unsigned char)bytes.ptr[at + i] << (8 * i);
    return word;
}

static inline uint64_t
finish(State *state)
{
    for (int i = 0; i < FINALISE; i++)
        mix(state);
    return state->v0 ^ state->v1 ^ state->v2 ^ state->v3;
}

Digest
digest_keyed(Text bytes, uint64_t first, uint64_t second)
{
    State state = {first ^ UINT64_C(0x736F6D6570736575), second ^ UINT64_C(0x646F72616E646F6D) ^ 0xEE,
                   first ^ UINT64_C(0x6C7967656E657261), second ^ UINT64_C(0x7465646279746573)};
    Digest digest;
    size_t at = 0;

    for (; at + WORD <= bytes.len; at += WORD)
        take_word(&state, read_word(bytes.ptr + at));
    take_word(&state, last_word(bytes, at));
    state.v2 ^= 0xEE;
    digest.first = finish(&state);
    state.v1 ^= 0xDD;
    digest.second = finish(&state);
    return digest;
}

Digest
digest_of(Text bytes)
{
    return digest_keyed(bytes, key_first, key_second);
}
