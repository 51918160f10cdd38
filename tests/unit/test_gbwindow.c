#include "expect.h"

#include "charset/gbwindow.h"

/* Numbers that look random, the same in every run. */
static uint64_t
next_number(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

static unsigned char
wide_byte(uint64_t *seed)
{
    return (unsigned char)(0xA1 + next_number(seed) % (0xFE - 0xA1 + 1));
}

static bool
is_wide(unsigned char byte)
{
    return byte >= 0xA1 && byte <= 0xFE;
}

/* What gbwindow_skip says, a character after the other. */
static size_t
skip_slowly(const unsigned char *bytes, uint64_t *pairs)
{
    size_t at = 0;
    uint64_t found = 0;
    while (at < GB_WINDOW) {
        if (bytes[at] > 0 && bytes[at] < 0x80) {
            at++;
        } else if (is_wide(bytes[at]) && at + 1 == GB_WINDOW) {
            break;
        } else if (is_wide(bytes[at]) && is_wide(bytes[at + 1])) {
            at += 2;
            found++;
        } else {
            return 0;
        }
    }
    *pairs += found;
    return at;
}

/* ASCII and runs of pairs, of any length; one time in four with a byte that may break a pair, or be in none. */
static void
fill_window(unsigned char *bytes, uint64_t *seed)
{
    static const unsigned char odd[] = {0x00, 0x80, 0xA0, 0xFF, 0x81, 0x7F, 0x01, 0xA1, 0xFE, 'a'};
    for (size_t at = 0; at < GB_WINDOW;) {
        bool wide = next_number(seed) % 2 == 0;
        for (size_t run = 1 + next_number(seed) % 12; run > 0 && at < GB_WINDOW; run--) {
            bytes[at++] = wide ? wide_byte(seed) : (unsigned char)(1 + next_number(seed) % 0x7F);
            if (wide && at < GB_WINDOW)
                bytes[at++] = wide_byte(seed);
        }
    }
    if (next_number(seed) % 4 == 0)
        bytes[next_number(seed) % GB_WINDOW] = odd[next_number(seed) % sizeof odd];
}

static void
a_window_is_skipped_as_its_characters_are(void **state)
{
    uint64_t seed = 1;
    size_t refused = 0, cut = 0;
    (void)state;
    for (int round = 0; round < 200000; round++) {
        unsigned char bytes[GB_WINDOW];
        uint64_t pairs = 5, expected = 5;
        fill_window(bytes, &seed);
        size_t len = skip_slowly(bytes, &expected);
        assert_int_equal(gbwindow_skip(bytes, &pairs), len);
        assert_int_equal(pairs, expected);
        refused += len == 0;
        cut += len == GB_WINDOW - 1;
    }
    assert_true(refused > 1000 && cut > 1000);
}

static void
every_byte_alone_is_judged(void **state)
{
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        unsigned char bytes[GB_WINDOW];
        uint64_t pairs = 0;
        memset(bytes, 'a', sizeof bytes);
        bytes[20] = (unsigned char)byte;
        assert_int_equal(gbwindow_skip(bytes, &pairs), byte > 0 && byte < 0x80 ? GB_WINDOW : 0);
        bytes[21] = 0xB0;
        assert_int_equal(gbwindow_skip(bytes, &pairs), is_wide((unsigned char)byte) ? GB_WINDOW : 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_window_is_skipped_as_its_characters_are),
        cmocka_unit_test(every_byte_alone_is_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
