#include "expect.h"

#include "base/lanes.h"

enum { TURNS = 20000 };

/* Bytes that come again the same, borders among them. */
static void
fill(unsigned char *bytes, unsigned *seed)
{
    for (int i = 0; i < LANES; i++) {
        *seed = *seed * 1103515245 + 12345;
        bytes[i] = (unsigned char)(*seed >> 16);
    }
}

static void
every_byte_is_told_by_itself(void **state)
{
    unsigned seed = 20240612;
    (void)state;
    for (int turn = 0; turn < TURNS; turn++) {
        unsigned char bytes[LANES], borders[LANES];
        unsigned between = 0, like = 0;
        fill(bytes, &seed);
        fill(borders, &seed);
        unsigned char first = borders[0] < borders[1] ? borders[0] : borders[1];
        unsigned char last = borders[0] < borders[1] ? borders[1] : borders[0];
        bytes[turn % LANES] = turn % 2 == 0 ? first : last;
        for (int i = 0; i < LANES; i++) {
            between |= (unsigned)(bytes[i] >= first && bytes[i] <= last) << i;
            like |= (unsigned)(bytes[i] == first) << i;
        }
        Lanes lanes = lanes_load(bytes);
        assert_int_equal(lanes_bits(lanes_between(lanes, first, last)), between);
        assert_int_equal(lanes_gather(lanes_between(lanes, first, last)), between);
        assert_int_equal(lanes_bits(lanes_like(lanes, first)), like);
        assert_int_equal(lanes_none(lanes_like(lanes, first)), like == 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_is_told_by_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
