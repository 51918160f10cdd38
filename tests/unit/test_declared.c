#include "reading.h"

#include "charset/declared.h"

static EncodingVerdict
probe(const char *bytes, const char *name)
{
    Err err = {0};
    EncodingVerdict verdict;
    int fd = memory_file(bytes, strlen(bytes));
    assert_true(declared_probe(fd, text_of(name), &verdict, &err));
    close(fd);
    return verdict;
}

static void
assert_encoding(const char *bytes, const char *name, Encoding encoding)
{
    EncodingVerdict verdict = probe(bytes, name);
    assert_true(verdict.fits);
    assert_int_equal(verdict.encoding, encoding);
}

static void
assert_not_read(const char *bytes, const char *name, const char *refusal)
{
    EncodingVerdict verdict = probe(bytes, name);
    assert_false(verdict.fits);
    assert_string_equal(verdict.refusal, refusal);
    assert_true(verdict.bad_line > 0);
}

#define GBK "<td>\xD0\xF2\xBA\xC5</td><td>\xC6\xBD\xCC\xA8\xC3\xFB\xB3\xC6</td>"

static void
plain_bytes_win(void **state)
{
    (void)state;
    assert_encoding(GBK, "", ENCODING_GB18030);
    assert_encoding(GBK, "GB2312", ENCODING_GB18030);
    assert_encoding(GBK, "utf-8", ENCODING_GB18030);
    assert_encoding(GBK, "iso-8859-1", ENCODING_GB18030);
    assert_encoding("<td>闽云</td>", "gb2312", ENCODING_UTF8);
    assert_encoding("<td>闽云</td>", "big5", ENCODING_UTF8);
    assert_encoding("<td>闽云</td>", "hz-gb-2312", ENCODING_UTF8);
    assert_encoding("<td>a</td>", "big5", ENCODING_UTF8);
}

static void
where_bytes_could_be_both_the_declaration_decides(void **state)
{
    (void)state;
    assert_encoding("<td>\xC4\xA3</td>", "gbk", ENCODING_GB18030);
    assert_encoding("<td>\xC4\xA3</td>", "utf-8", ENCODING_UTF8);
    assert_encoding("<td>\xC4\xA3</td>", "", ENCODING_UTF8);
}

static void
damaged_utf8_is_not_read_as_gbk(void **state)
{
    (void)state;
    static const char damaged[] = "<td>闽云平台\x81序号云</td>";
    EncodingVerdict verdict = probe(damaged, "utf-8");
    assert_false(verdict.fits);
    assert_string_equal(verdict.refusal, "encoding_invalid");
    assert_int_equal(verdict.encoding, ENCODING_UTF8);
    assert_int_equal(verdict.bad_offset, 4 + 12);
}

static void
other_encodings_are_refused_by_name(void **state)
{
    (void)state;
    assert_not_read("<td>\xA5\xAD\xA5\x78</td>", "Big5", "encoding_big5");
    assert_not_read("<td>\x89\xEF\x8E\xD0</td>", "Shift-JIS", "encoding_shift_jis");
    assert_not_read("<td>~{CvTF~}</td>", "HZ-GB-2312", "encoding_declared");
    assert_not_read("<td>Gen\xE8ve Z\xFCrich</td>", "windows-1252", "encoding_western");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_bytes_win),
        cmocka_unit_test(where_bytes_could_be_both_the_declaration_decides),
        cmocka_unit_test(damaged_utf8_is_not_read_as_gbk),
        cmocka_unit_test(other_encodings_are_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
