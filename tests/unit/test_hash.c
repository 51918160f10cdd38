#include "expect.h"

#include "base/hash.h"

/* Digests from FIPS 180-4's example values. */
static void
hash_equals_the_standards_examples(void **state)
{
    char digest[HASH_HEX + 1];

    (void)state;
    hash_of(TEXT("abc"), digest);
    assert_string_equal(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hash_of(TEXT(""), digest);
    assert_string_equal(digest, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hash_of(TEXT_NONE, digest);
    assert_string_equal(digest, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* A million times "a". */
static void
hash_of_pieces_and_of_a_file_is_that_of_the_whole(void **state)
{
    static const char expected[] = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    char piece[1000], digest[HASH_HEX + 1];
    FILE *file = fopen(inside(state, "a"), "wb");
    Hash *hash = hash_new();
    Err err;

    memset(piece, 'a', sizeof piece);
    for (int i = 0; i < 1000; i++) {
        hash_add(hash, piece, sizeof piece);
        assert_int_equal(fwrite(piece, 1, sizeof piece, file), sizeof piece);
    }
    hash_end(hash, digest);
    assert_string_equal(digest, expected);
    assert_int_equal(fclose(file), 0);
    assert_true(hash_file(inside(state, "a"), digest, &err));
    assert_string_equal(digest, expected);
}

static void
hash_of_a_missing_file_is_a_fault(void **state)
{
    char digest[HASH_HEX + 1];
    Err err;

    assert_false(hash_file(inside(state, "missing"), digest, &err));
    assert_int_equal(err.code, ERR_NO_INPUT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash_equals_the_standards_examples),
        cmocka_unit_test_setup_teardown(hash_of_pieces_and_of_a_file_is_that_of_the_whole, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(hash_of_a_missing_file_is_a_fault, folder_new, folder_free),
    };

    return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
