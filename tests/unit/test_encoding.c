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
assert_foreign(const char *bytes, size_t len, const char *refusal, uint64_t offset, uint64_t line, const char *hex)
{
    EncodingVerdict verdict = probe(bytes, len);
    assert_false(verdict.fits);
    assert_string_equal(verdict.refusal, refusal);
    assert_int_equal(verdict.bad_offset, offset);
    assert_int_equal(verdict.bad_line, line);
    assert_string_equal(verdict.bad_hex, hex);
}

#define FOREIGN(bytes, refusal, offset, line, hex) assert_foreign(bytes, sizeof(bytes) - 1, refusal, offset, line, hex)

static void
letters_of_western_europe_are_refused_by_name(void **state)
{
    (void)state;
    FOREIGN("Caf\xE9,f\xFCr\n", "encoding_western", 3, 1, "E9 2C 66 FC");
    FOREIGN("a\nna\xEFve\n", "encoding_western", 4, 2, "EF 76 65 0A");
    /* 镕 has an ASCII byte, its neighbour 朱 has none; € is no letter. */
    DECODED("\xD6\xEC\xE9\x46\n", ENCODING_GB18030, "朱镕\n");
    DECODED("a\x80,b\n", ENCODING_CP936, "a€,b\n");
}

static void
utf16_without_a_mark_is_known_by_ascii_and_line_ends(void **state)
{
    (void)state;
    /* 一 is U+4E00 and 上 U+4E0A: a NUL and a line feed where the other byte order has them. */
    DECODED("1\0,\0\x00\x4E\x0A\x4E\r\0\n\0", ENCODING_UTF16LE, "1,一上\r\n");
    DECODED("\0\x31\0,\x4E\x00\x4E\x0A\0\r\0\n", ENCODING_UTF16BE, "1,一上\r\n");
    DECODED("a\0,\0b\0\n\0", ENCODING_UTF16LE, "a,b\n");
    assert_string_equal(probe("a\0,\0b\0\n\0", 8).why, "no bom, ascii and line ends with nul bytes as in utf-16");
    BAD("a\0,\0b\0\n\0\x8F", ENCODING_UTF16LE, 8, 2, "8F");
}

static void
a_nul_alone_makes_no_utf16(void **state)
{
    (void)state;
    BAD("ab,cd\n\0ef\n", ENCODING_UTF8, 6, 2, "00 65 66 0A");
    BAD("\xB8\xA3,1\r\n\xB8\xA3\0\n", ENCODING_GB18030, 8, 2, "00 0A");
    BAD("a\0\0\0\n\0\0\0", ENCODING_UTF8, 1, 1, "00 00 00 0A"); /* UTF-32 */
}

static void
big5_is_refused_by_name_on_two_labels(void **state)
{
    (void)state;
    /* 序號,企業 and, in the second, 名稱 that GB18030 would fit as well */
    FOREIGN("1\n\xA7\xC7\xB8\xB9,\xA5\xF8\xB7\x7E", "encoding_big5", 2, 2, "A7 C7 B8 B9");
    FOREIGN("\xA6\x57\xBA\xD9,\xC1\x70\xB5\xB8\xFF", "encoding_big5", 0, 1, "A6 57 BA D9");
    assert_true(probe("\xA7\xC7\xB8\xB9", 4).fits);
    assert_true(probe("\xA7\xC7\xB8\xB9,\xA7\xC7\xB8\xB9", 9).fits);
}

static void
shift_jis_is_refused_by_name_on_two_labels(void **state)
{
    (void)state;
    /* 番号,会社 */
    FOREIGN("\x94\xD4\x8D\x86,\x89\xEF\x8E\xD0", "encoding_shift_jis", 0, 1, "94 D4 8D 86");
    assert_true(probe("\x94\xD4\x8D\x86", 4).fits);
}

static void
traditional_labels_in_gbk_are_read(void **state)
{
    (void)state;
    DECODED("\xD0\xF2\xCC\x96,\xC6\xF3\x98\x49,\xC2\x93\xBD\x6A", ENCODING_GB18030, "序號,企業,聯絡");
}

#define LINE_OF_GBK "1,\xB8\xA3\xD6\xDD\xB8\xA3\xD6\xDD\n" /* 福州福州 */
#define LINE_OF_UTF8 "2,福州福州福州\n"

static void
lines_of_two_encodings_are_refused_at_the_place(void **state)
{
    (void)state;
    FOREIGN(LINE_OF_GBK LINE_OF_UTF8 LINE_OF_GBK, "encoding_mixed", 13, 2, "E7 A6 8F E5");
    FOREIGN(LINE_OF_UTF8 LINE_OF_GBK, "encoding_mixed", 23, 2, "B8 A3 D6 DD");
    FOREIGN("\xEF\xBB\xBF" LINE_OF_UTF8 LINE_OF_GBK, "encoding_mixed", 26, 2, "B8 A3 D6 DD");
    FOREIGN("a\r1,\xB8\xA3\xD6\xDD\xB8\xA3\xD6\xDD\r福州福州福州", "encoding_mixed", 13, 3, "E7 A6 8F E5");
    assert_string_equal(encoding_name(probe(LINE_OF_UTF8 LINE_OF_GBK, 32).encoding), "UTF-8");
    assert_string_equal(encoding_name(probe(LINE_OF_GBK LINE_OF_UTF8, 32).encoding), "GB18030");
}

static void
a_second_encoding_is_found_behind_many_blocks(void **state)
{
    (void)state;
    enum { LINES = 3 * DECODER_BLOCK / 11, LONG = 2 * DECODER_BLOCK };
    size_t len = 0;
    char *text = malloc(LINES * 11 + LONG + 64);
    for (int i = 0; i < LINES; i++, len += 11)
        memcpy(text + len, LINE_OF_GBK, 11);
    memset(text + len, 'x', LONG);
    len += LONG;
    memcpy(text + len, "\n" LINE_OF_UTF8, 22);
    assert_foreign(text, len + 22, "encoding_mixed", len + 3, LINES + 2, "E7 A6 8F E5");
    free(text);
}

static void
a_damaged_line_is_no_second_encoding(void **state)
{
    (void)state;
    /* Few characters before the break, as in a list whose title is ASCII; a byte of 福 is lost. */
    BAD("1,福\n2,\xA6\x8F\n" LINE_OF_UTF8, ENCODING_UTF8, 8, 2, "A6 8F 0A 32");
    /* Short words of GBK that are also UTF-8, each byte of them */
    DECODED(LINE_OF_GBK "2,\xC4\xA3\xC4\xA3\n", ENCODING_GB18030, "1,福州福州\n2,模模\n");
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

/* Behind the first block the trial takes whole windows; what is odd in one is still found, and placed exactly. */
static void
what_is_odd_behind_the_first_block_is_found(void **state)
{
    (void)state;
    enum { LEN = 2 * DECODER_BLOCK + 100, FIRST = DECODER_BLOCK + 300 };
    static const char line[] = "x\xB8\xA3\xD6\xDD\xCA\xD0,12,\xC7\xE5\xB5\xA5\n";
    char *bytes = malloc(LEN + sizeof line);
    for (size_t at = 0; at < LEN; at += sizeof line - 1)
        memcpy(bytes + at, line, sizeof line - 1);
    for (size_t ascii = FIRST - FIRST % (sizeof line - 1); ascii < LEN - 200; ascii += 97 * (sizeof line - 1)) {
        EncodingVerdict verdict;
        bytes[ascii] = (char)0xFF;
        verdict = probe(bytes, LEN - LEN % (sizeof line - 1));
        assert_false(verdict.fits);
        assert_int_equal(verdict.bad_offset, ascii);
        assert_int_equal(verdict.bad_line, ascii / (sizeof line - 1) + 1);
        bytes[ascii] = (char)0x80;
        verdict = probe(bytes, LEN - LEN % (sizeof line - 1));
        assert_true(verdict.fits);
        assert_int_equal(verdict.encoding, ENCODING_CP936);
        bytes[ascii] = 'x';
    }
    free(bytes);
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
        cmocka_unit_test(utf16_without_a_mark_is_known_by_ascii_and_line_ends),
        cmocka_unit_test(a_nul_alone_makes_no_utf16),
        cmocka_unit_test(letters_of_western_europe_are_refused_by_name),
        cmocka_unit_test(big5_is_refused_by_name_on_two_labels),
        cmocka_unit_test(shift_jis_is_refused_by_name_on_two_labels),
        cmocka_unit_test(traditional_labels_in_gbk_are_read),
        cmocka_unit_test(lines_of_two_encodings_are_refused_at_the_place),
        cmocka_unit_test(a_second_encoding_is_found_behind_many_blocks),
        cmocka_unit_test(a_damaged_line_is_no_second_encoding),
        cmocka_unit_test(characters_may_lie_across_blocks),
        cmocka_unit_test(what_is_odd_behind_the_first_block_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
