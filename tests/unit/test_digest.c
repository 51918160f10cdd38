#include "expect.h"

#include "base/digest.h"

/* Two numbers as the sixteen bytes that they are. */
static void
expect_digest(Digest digest, const char *hex)
{
    char shown[33];

    for (int i = 0; i < 16; i++) {
        uint64_t word = i < 8 ? digest.first : digest.second;

        snprintf(shown + 2 * i, 3, "%02x", (unsigned)(word >> (8 * (i % 8))) & 0xFF);
    }
    assert_string_equal(shown, hex);
}

/* The authors' vectors for 128 bits (vectors.h): the key is 00 to 0f, the input 00 01 02 … of some length. */
static void
digest_gives_the_vectors_of_its_authors(void **state)
{
    const uint64_t first = UINT64_C(0x0706050403020100);
    const uint64_t second = UINT64_C(0x0F0E0D0C0B0A0908);
    const char input[] = {0, 1, 2, 3, 4, 5, 6, 7};

    (void)state;
    expect_digest(digest_keyed((Text){input, 0}, first, second), "a3817f04ba25a8e66df67214c7550293");
    expect_digest(digest_keyed((Text){input, 1}, first, second), "da87c1d86b99af44347659119b22fc45");
}

/* By openssl mac -macopt size:16 SIPHASH, with the key "huizong list key". */
static void
digest_has_a_key_of_its_own(void **state)
{
    (void)state;
    expect_digest(digest_of(TEXT("FJ-01-0001")), "3d2af57afc44c7e65ea67156d5325d95");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digest_gives_the_vectors_of_its_authors),
        cmocka_unit_test(digest_has_a_key_of_its_own),
    };

    return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
