/* UTF-8 to GB18030, against codes that the standard prints. */
#include "expect.h"

#include "charset/encoder.h"

static void
encoder_writes_codes_of_one_two_and_four_bytes(void **state)
{
    (void)state;
    Err err = {0};
    Encoder *encoder = encoder_open(&err);
    Buf out = buf_new(64);
    size_t bad;
    assert_non_null(encoder);
    assert_true(encoder_text(encoder, TEXT("a福€𠮷"), &out, &bad));
    assert_int_equal(out.len, 9);
    assert_memory_equal(out.ptr, "a\xB8\xA3\xA2\xE3", 5);
    assert_memory_equal(out.ptr + 5, "\x95\x34\xB2\x35", 4);
    buf_free(&out);
    encoder_close(encoder);
}

static void
encoder_replaces_nothing(void **state)
{
    (void)state;
    Err err = {0};
    Encoder *encoder = encoder_open(&err);
    Buf out = buf_new(64);
    size_t bad = 0;
    assert_non_null(encoder);
    assert_false(encoder_text(encoder, TEXT("福\uE78D云"), &out, &bad));
    assert_int_equal(bad, 3);
    buf_clear(&out);
    assert_true(encoder_text(encoder, TEXT("云"), &out, &bad));
    assert_int_equal(out.len, 2);
    buf_free(&out);
    encoder_close(encoder);
}

static void
encoder_takes_texts_longer_than_its_piece(void **state)
{
    (void)state;
    Err err = {0};
    Encoder *encoder = encoder_open(&err);
    Buf text = buf_new(30000);
    Buf out = buf_new(60000);
    size_t bad;
    for (int i = 0; i < 10000; i++)
        assert_true(buf_text(&text, TEXT("福")));
    assert_true(encoder_text(encoder, buf_view(&text), &out, &bad));
    assert_int_equal(out.len, 20000);
    assert_memory_equal(out.ptr + 19998, "\xB8\xA3", 2);
    buf_free(&text);
    buf_free(&out);
    encoder_close(encoder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encoder_writes_codes_of_one_two_and_four_bytes),
        cmocka_unit_test(encoder_replaces_nothing),
        cmocka_unit_test(encoder_takes_texts_longer_than_its_piece),
    };
    return cmocka_run_group_tests_name("encoder", tests, NULL, NULL);
}
