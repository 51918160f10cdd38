#include "expect.h"

#include "text/ordinal.h"

static void
numbers_of_lists_are_written_as_word_does(void **state)
{
    static const struct {
        const char *format;
        uint64_t number;
        const char *written;
    } cases[] = {
        {"decimal", 12, "12"},
        {"decimalZero", 7, "07"},
        {"decimalFullWidth", 10, "１０"},
        {"chineseCounting", 1, "一"},
        {"chineseCounting", 10, "十"},
        {"chineseCountingThousand", 12, "十二"},
        {"chineseCountingThousand", 20, "二十"},
        {"chineseCountingThousand", 99, "九十九"},
        {"chineseCountingThousand", 103, "一百零三"},
        {"chineseCountingThousand", 110, "一百一十"},
        {"chineseCountingThousand", 1001, "一千零一"},
        {"chineseCountingThousand", 2300, "二千三百"},
        {"chineseLegalSimplified", 14, "拾肆"},
        {"ideographDigital", 10, "一〇"},
        {"ideographTraditional", 3, "丙"},
        {"decimalEnclosedCircleChinese", 21, "㉑"},
        {"decimalEnclosedParen", 2, "⑵"},
        {"upperRoman", 1994, "MCMXCIV"},
        {"lowerRoman", 4, "iv"},
        {"lowerLetter", 26, "z"},
        {"upperLetter", 28, "BB"},
        {"numberInDash", 3, "- 3 -"},

    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf out = buf_new(64);
        assert_true(ordinal_write(text_of(cases[i].format), cases[i].number, &out));
        expect_text(buf_view(&out), cases[i].written);
        buf_free(&out);
    }
}

static void
a_number_without_a_sign_is_digits(void **state)
{
    static const struct {
        const char *format;
        uint64_t number;
        const char *written;
    } cases[] = {
        {"decimalEnclosedCircle", 51, "51"},
        {"ideographTraditional", 11, "11"},
        {"decimalEnclosedParen", 0, "0"},
        {"upperRoman", 4000, "4000"},
        {"lowerLetter", 781, "781"},
        {"lowerLetter", 0, "0"},
        {"chineseCountingThousand", 10000, "10000"},
        {"chineseCounting", 0, "0"},
        {"hebrew1", 5, "5"},
        {"", 5, "5"},
        {"chineseCounting", UINT64_MAX, "18446744073709551615"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Buf out = buf_new(64);
        assert_true(ordinal_write(text_of(cases[i].format), cases[i].number, &out));
        expect_text(buf_view(&out), cases[i].written);
        buf_free(&out);
    }
}

static void
one_may_be_nothing_or_not_fit(void **state)
{
    Buf out = buf_new(3);

    (void)state;
    assert_true(ordinal_write(TEXT("none"), 12, &out) && out.len == 0);
    assert_false(ordinal_write(TEXT("chineseCounting"), 12, &out));
    buf_free(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_lists_are_written_as_word_does),
        cmocka_unit_test(a_number_without_a_sign_is_digits),
        cmocka_unit_test(one_may_be_nothing_or_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
