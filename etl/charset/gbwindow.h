/* Sixty-four bytes of GB 2312 at once, where only their borders are wanted: without a branch a character. */
#ifndef HUIZONG_CHARSET_GBWINDOW_H
#define HUIZONG_CHARSET_GBWINDOW_H

#include "base/lanes.h"
#include "charset/gbcodes.h"

enum { GB_WINDOW = 64 };

/* The bits where a run of ones ends that is of odd length; *open where one reaches beyond the last bit. */
static inline uint64_t
gbwindow_odd_ends(uint64_t runs, bool *open)
{
    const uint64_t even = UINT64_C(0x5555555555555555);
    uint64_t begins = runs & ~(runs << 1), behind_odd;
    uint64_t behind_even = (runs + (begins & even)) & ~runs;
    bool beyond_odd = __builtin_add_overflow(runs, begins & ~even, &behind_odd);
    *open = beyond_odd;
    return (behind_even & ~even) | (behind_odd & ~runs & even);
}

/*
 * The bytes of the whole characters at the front of a window, all but the first of a pair that it cuts: ASCII and pairs
 * of A1 to FE. 0 where there is anything else, or a byte without its other. *pairs grows by the pairs.
 */
static inline size_t
gbwindow_skip(const unsigned char *bytes, uint64_t *pairs)
{
    uint64_t wide = 0;
    Lanes strange = {0};
    bool cut;
    for (unsigned place = 0; place < GB_WINDOW; place += LANES) {
        Lanes lanes = lanes_load(bytes + place);
        Lanes halves = lanes_between(lanes, GB_WHOLE_FIRST, GB_WHOLE_LAST);
        strange |= ~(halves | lanes_between(lanes, 0x01, 0x7F));
        wide |= (uint64_t)lanes_bits(halves) << place;
    }
    if (!lanes_none(strange) || gbwindow_odd_ends(wide, &cut) != 0)
        return 0;
    *pairs += (uint64_t)__builtin_popcountll(wide) / 2;
    return cut ? GB_WINDOW - 1 : GB_WINDOW;
}

#endif
