#include "expect.h"

static void
text_compares_bytes_like_collate_c(void **state)
{
    (void)state;
    assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
    assert_true(text_compare(TEXT("ab"), TEXT("a")) > 0);
    assert_true(text_compare(TEXT("Z"), TEXT("a")) < 0);
    assert_true(text_compare(TEXT("z"), TEXT("厦")) < 0);
    assert_int_equal(text_compare(TEXT("厦门"), TEXT("厦门")), 0);
    assert_int_equal(text_compare(TEXT_NONE, TEXT("")), 0);
}

static void
text_finds_parts(void **state)
{
    (void)state;
    assert_int_equal(text_find(TEXT("a、b、c"), TEXT("、"), 0), 1);
    assert_int_equal(text_find(TEXT("a、b、c"), TEXT("、"), 2), 5);
    assert_true(text_find(TEXT("abc"), TEXT("d"), 0) == SIZE_MAX);
    assert_true(text_find(TEXT("abc"), TEXT("abcd"), 0) == SIZE_MAX);
    assert_true(text_find(TEXT("abc"), TEXT("a"), 9) == SIZE_MAX);
    assert_int_equal(text_find(TEXT("abc"), TEXT(""), 3), 3);
}

static void
text_trims_and_cuts_without_copying(void **state)
{
    Text text = TEXT(" \t漳州 \r\n");

    (void)state;
    expect_text(text_trim(text), "漳州");
    expect_text(text_trim(TEXT(" \n ")), "");
    expect_text(text_sub(TEXT("abc"), 1, 99), "bc");
    expect_text(text_sub(TEXT("abc"), 7, 1), "");
    expect_text(text_sub(TEXT_NONE, 0, 1), NULL);
    assert_true(text_starts_with(TEXT("abc"), TEXT("ab")));
    assert_false(text_starts_with(TEXT("ab"), TEXT("abc")));
    assert_true(text_ends_with(TEXT("表.xlsx"), TEXT(".xlsx")));
    assert_false(text_ends_with(TEXT("x"), TEXT(".xlsx")));
}

static void
text_cut_keeps_characters_whole(void **state)
{
    (void)state;
    assert_int_equal(text_cut(TEXT("a厦门"), 3), 1);
    assert_int_equal(text_cut(TEXT("a厦门"), 4), 4);
    assert_int_equal(text_cut(TEXT("a厦门"), 100), 7);
    assert_int_equal(text_cut(TEXT("厦门"), 2), 0);
}

static void
text_reads_counts_within_64_bits(void **state)
{
    uint64_t count = 0;

    (void)state;
    assert_true(text_read_count(TEXT("18446744073709551615"), &count));
    assert_true(count == UINT64_MAX);
    assert_true(text_read_count(TEXT("007"), &count));
    assert_int_equal(count, 7);
    assert_false(text_read_count(TEXT("18446744073709551616"), &count));
    assert_false(text_read_count(TEXT(""), &count));
    assert_false(text_read_count(TEXT("-1"), &count));
    assert_false(text_read_count(TEXT("1 "), &count));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_compares_bytes_like_collate_c),  cmocka_unit_test(text_finds_parts),
        cmocka_unit_test(text_trims_and_cuts_without_copying), cmocka_unit_test(text_cut_keeps_characters_whole),
        cmocka_unit_test(text_reads_counts_within_64_bits),
    };

    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
