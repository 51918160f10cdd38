#include "reading.h"

#include "charset/decoder.h"
#include "charset/encoding.h"

static EncodingVerdict
probe(const void *bytes, size_t len)
{
    Err err = {0};
    EncodingVerdict verdict;
    int fd = memory_file(bytes, len);
    assert_true(encoding_probe(fd, &verdict, &err));
    close(fd);
    return verdict;
}

/* Probes, decodes and compares. */
static void
assert_decoded(const char *bytes, size_t len, Encoding encoding, const char *expected)
{
    Err err = {0};
    Buf text = buf_new((size_t)4 * DECODER_OUT);
    EncodingVerdict verdict = probe(bytes, len);
    assert_true(verdict.fits);
    assert_string_equal(encoding_name(verdict.encoding), encoding_name(encoding));
    int fd = memory_file(bytes, len);
    Decoder *decoder = decoder_open(verdict.encoding, &err);
    assert_true(decoder_rewind(decoder, fd, verdict.bom_len, &err));
    DecodeState state;
    do
        state = decoder_read(decoder, fd, &text, &err);
    while (state == DECODE_MORE);
    assert_int_equal(state, DECODE_END);
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
    decoder_close(decoder);
    buf_free(&text);
    close(fd);
}

static void
assert_bad(const char *bytes, size_t len, Encoding encoding, uint64_t offset, uint64_t line, const char *hex)
{
    EncodingVerdict verdict = probe(bytes, len);
    assert_false(verdict.fits);
    assert_string_equal(encoding_name(verdict.encoding), encoding_name(encoding));
    assert_int_equal(verdict.bad_offset, offset);
    assert_int_equal(verdict.bad_line, line);
    assert_string_equal(verdict.bad_hex, hex);
}

#define DECODED(bytes, encoding, expected) assert_decoded(bytes, sizeof(bytes) - 1, encoding, expected)
#define BAD(bytes, encoding, offset, line, hex) assert_bad(bytes, sizeof(bytes) - 1, encoding, offset, line, hex)

static void
a_mark_decides(void **state)
{
    (void)state;
    DECODED("\xEF\xBB\xBF\xE7\xA6\x8F", ENCODING_UTF8, "福");
    DECODED("\xFF\xFE\x8F\x79\x0A\x00", ENCODING_UTF16LE, "福\n");
    DECODED("\xFE\xFF\x79\x8F\x00\x0A", ENCODING_UTF16BE, "福\n");
    DECODED("\x84\x31\x95\x33\xB8\xA3", ENCODING_GB18030, "福");
    /* 福 in GBK behind the mark of UTF-8 */
    BAD("\xEF\xBB\xBF\xB8\xA3", ENCODING_UTF8, 3, 1, "B8 A3");
}

static void
utf8_is_tried_before_gb18030(void **state)
{
    (void)state;
    /* 序号 in UTF-8 is six bytes that GB18030 would read as three other characters. */
    DECODED("\xE5\xBA\x8F\xE5\x8F\xB7", ENCODING_UTF8, "序号");
    DECODED("abc,1\r\n", ENCODING_UTF8, "abc,1\r\n");
}

static void
gb18030_has_one_two_and_four_bytes(void **state)
{
    (void)state;
    DECODED("a\xB8\xA3\xD6\xDD", ENCODING_GB18030, "a福州");
    DECODED("\xFE\x9F", ENCODING_GB18030, "䶮"); /* which the GBK table of glibc lacks */
    DECODED("\xB8\xA3\x95\x34\xB0\x31", ENCODING_GB18030, "福𠮟");
    DECODED("\xB8\xA3\x81\x39\xEE\x39", ENCODING_GB18030, "福㐀");
}

static void
byte_80_is_the_euro_sign_of_cp936(void **state)
{
    (void)state;
    DECODED("\xB8\xA3\x80\x31", ENCODING_CP936, "福€1");
}

static void
utf16_surrogates_come_in_pairs(void **state)
{
    (void)state;
    DECODED("\xFF\xFE\x42\xD8\xB7\xDF", ENCODING_UTF16LE, "𠮷");
    BAD("\xFF\xFE\x61\x00\x42\xD8\x61\x00", ENCODING_UTF16LE, 4, 1, "42 D8 61 00");
    BAD("\xFF\xFE\x0A\x00\xB7\xDF", ENCODING_UTF16LE, 4, 2, "B7 DF");
    BAD("\xFF\xFE\x61\x00\x61", ENCODING_UTF16LE, 4, 1, "61");
}

static void
utf8_is_strict(void **state)
{
    (void)state;
    BAD("\xEF\xBB\xBF\xC0\x80", ENCODING_UTF8, 3, 1, "C0 80");               /* overlong */
    BAD("\xEF\xBB\xBF\xED\xA0\x80", ENCODING_UTF8, 3, 1, "ED A0 80");        /* surrogate */
    BAD("\xEF\xBB\xBF\xF4\x90\x80\x80", ENCODING_UTF8, 3, 1, "F4 90 80 80"); /* beyond U+10FFFF */
    BAD("\xEF\xBB\xBF\r\na\rb\xE7\xA6", ENCODING_UTF8, 8, 3, "E7 A6");       /* cut */
}

static void
what_fits_nothing_is_named_with_its_place(void **state)
{
    (void)state;
    BAD("a,b\r\n\xB8\xA3,\xFF\r\n", ENCODING_GB18030, 8, 2, "FF 0D 0A");
    BAD("\xB8\xA3\n\xB8", ENCODING_GB18030, 3, 2, "B8");
    BAD("a\n\0b", ENCODING_UTF8, 2, 2, "00 62");
}

static void
damaged_utf8_is_not_taken_for_gb18030(void **state)
{
    (void)state;
    /* Cut within the last character; GB18030 would fit these 50 bytes with 25 other characters. */
    char text[] = "推荐单位联系人方式平台名称企业手机号";
    assert_bad(text, 50, ENCODING_UTF8, 48, 1, "E6 9C");
}

static void
characters_may_lie_across_blocks(void **state)
{
    (void)state;
    enum { CHARACTERS = DECODER_BLOCK };
    char *gbk = malloc(2 * CHARACTERS + 1), *expected = calloc(1, 3 * CHARACTERS + 2);
    gbk[0] = expected[0] = 'x';
    for (int i = 0; i < CHARACTERS; i++) {
        memcpy(gbk + 1 + 2 * i, "\xB8\xA3", 2);
        memcpy(expected + 1 + 3 * i, "福", 3);
    }
    assert_decoded(gbk, 2 * CHARACTERS + 1, ENCODING_GB18030, expected);
    free(gbk);
    free(expected);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_decides),
        cmocka_unit_test(utf8_is_tried_before_gb18030),
        cmocka_unit_test(gb18030_has_one_two_and_four_bytes),
        cmocka_unit_test(byte_80_is_the_euro_sign_of_cp936),
        cmocka_unit_test(utf16_surrogates_come_in_pairs),
        cmocka_unit_test(utf8_is_strict),
        cmocka_unit_test(what_fits_nothing_is_named_with_its_place),
        cmocka_unit_test(damaged_utf8_is_not_taken_for_gb18030),
        cmocka_unit_test(characters_may_lie_across_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
