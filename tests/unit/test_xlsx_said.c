#include "expect.h"

#include "markup/format_code.h"
#include "xlsx/xlsx_styles.h"

/* What a number format shows of a number, and the marks that say how far that is the number. */
typedef struct SaidCase {
    const char *code;
    const char *number;
    const char *shown; /* NULL: nothing is said */
    bool scaled;
    bool yuan;
} SaidCase;

static const XlsxSaid *
said_of(XlsxStyles *styles, long id, const char *stored)
{
    XlsxNumber number;
    assert_true(xlsx_styles_add(styles, id));
    xlsx_styles_settle(styles);
    assert_true(xlsx_number_read(text_of(stored), &number));
    return xlsx_styles_said(styles, (long)styles->count - 1, &number);
}

static void
assert_said(const SaidCase *want)
{
    enum { OWN = 164 };
    Arena *arena = arena_new();
    XlsxStyles styles;
    xlsx_styles_open(&styles, arena);
    assert_true(xlsx_styles_define(&styles, OWN, format_code(text_of(want->code))));
    const XlsxSaid *said = said_of(&styles, OWN, want->number);
    bool matters = said != NULL && xlsx_said_matters(said);
    if (matters != (want->shown != NULL))
        fail_msg("%s: %s", want->code, matters ? "says something" : "says nothing");
    if (matters) {
        expect_text(xlsx_said_around(said, text_of(want->number), arena), want->shown);
        assert_int_equal(said->scaled, want->scaled);
        assert_int_equal(said->yuan, want->yuan);
    }
    arena_free(arena);
}

/* "约"0"…": as much of what stands there as there is room for, in whole characters. */
static void
words_of_formats_are_cut_between_characters(void **state)
{
    static const SaidCase cases[] = {
        {"\"约\"0\"家企业（含服务的中小企业和规模以上企业）\"", "12", "约12家企业（含服务的中小企业和规模", false,
         false},
        {"\"共计约一二三四五六七八九十一二三四五六\"0\"家\"", "12", NULL, false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_said(&cases[i]);
}

static void
identifiers_shown_by_formats_are_read_as_shown(void **state)
{
    static const SaidCase cases[] = {
        {"00000", "1", "00001", false, false},     {"00000", "123456", "123456", false, false},
        {"00000", "0", "00000", false, false},     {"\"SB-\"00000", "1", "SB-00001", false, false},
        {"\\S\\B00", "7", "SB07", false, false},   {"00000", "1.5", "1.5", false, false},
        {"00000", "-1", "-1", false, false},       {"0", "1", NULL, false, false},
        {"#,##0", "1200", NULL, false, false},     {"00.00", "1", NULL, false, false},
        {"000-000", "123456", NULL, false, false}, {"\"USD\"0", "5", "USD5", false, false},
        {"0\"元\"", "5", "5元", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_said(&cases[i]);
}

static void
units_shown_by_formats_are_said(void **state)
{
    static const SaidCase cases[] = {
        {"#,##0.00\"元\"", "5000", "5000元", false, false},
        {"0.00\\元", "5000", "5000元", false, false},
        {"0.00!元", "5000", "5000元", false, false},
        {"0.00元", "5000", "5000元", false, false},
        {"0\" 万元\"", "5", "5万元", false, false},
        {"0\"万\"", "5", "5万", false, false},
        {"0.0\"亿元\";[Red]-0.0\"亿元\"", "-5", "-5亿元", false, false},
        {"0\"人民币元\"", "5", "5元", false, false},
        {"0\"千万元\"", "5", "5千万元", false, false},
        {"0\"万台\"", "5", "5万台", false, false},
        {"0.0\"%\"", "5", "5%", false, false},
        {"General\"元\"", "5", "5元", false, false},
        {"G/通用格式\"元\"", "5", "5元", false, false},
        {"[>=10000]0\"元\";0\"万元\"", "5", "5万元", false, false},
        {"[>=10000]0\"元\";0\"万元\"", "50000", "50000元", false, false},
        {"[$$-409]#,##0", "3000", "$3000", false, false},
        {"\"US$\"#,##0", "3000", "US$3000", false, false},
        {"[$€-2] #,##0.00", "3000", "€3000", false, false},
        {"0.00 EUR", "3000", "3000EUR", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_said(&cases[i]);
}

static void
words_that_make_a_number_a_rough_one_are_said(void **state)
{
    static const SaidCase cases[] = {
        {"\"约\"0", "500", "约500", false, false},
        {"0\"余\"", "500", "500余", false, false},
        {"\"≥\"0", "500", "≥500", false, false},
        {"0\"+\"", "500", "500+", false, false},
        {"0+", "500", "500+", false, false},
        {"0\"左右\"", "500", "500左右", false, false},
        {"\"约\"0\"万元\"", "500", "约500万元", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_said(&cases[i]);
}

static void
a_word_for_nothing_in_the_place_of_a_number_is_said(void **state)
{
    Arena *arena = arena_new();
    XlsxStyles styles;
    (void)state;
    xlsx_styles_open(&styles, arena);
    assert_true(xlsx_styles_define(&styles, 164, TEXT("0;-0;\"无\"")));
    assert_true(said_of(&styles, 164, "0")->none);
    assert_false(said_of(&styles, 164, "5")->none);
    arena_free(arena);
}

static void
formats_that_show_another_number_are_said(void **state)
{
    static const SaidCase cases[] = {
        {"0!.0,\"万\"", "5000000", "5000000万", true, false},          {"#,##0,", "5000000", "5000000", true, false},
        {"0.00,,\"百万元\"", "5000000", "5000000百万元", true, false}, {"0,.0", "5000", "5000", true, false},
        {"0\".\"0000\"万元\"", "50000", "50000万元", true, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_said(&cases[i]);
}

static void
signs_of_the_countrys_money_say_no_unit_for_sure(void **state)
{
    static const SaidCase cases[] = {
        {"\"¥\"#,##0.00", "5000", "5000", false, true},
        {"[$¥-804]#,##0.00", "5000", "5000", false, true},
        {"￥#,##0.00", "5000", "5000", false, true},
        {"_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ", "5000", "5000", false, true},
        {"\"¥\"#,##0\"元\"", "5000", "5000元", false, false},
        {"Currency", "5000", "5000", false, true},
        {"Euro Currency", "5000", "€5000", false, false},
    };
    Arena *arena = arena_new();
    XlsxStyles styles;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_said(&cases[i]);
    xlsx_styles_open(&styles, arena);
    assert_true(said_of(&styles, 44, "5")->yuan);
    assert_true(said_of(&styles, 7, "5")->yuan);
    assert_null(said_of(&styles, 4, "5"));
    arena_free(arena);
}

static void
other_formats_say_nothing(void **state)
{
    static const char *const codes[] = {
        "General",         "0.00",    "#,##0.00",      "#,##0;[Red]-#,##0", "0\"台\"",  "0\"人\"",
        "0\"年\"",         "0\"号\"", "\"第\"0\"条\"", "000\"-\"0000",      "0.00E+00", "# ?/?",
        "[DBNum1]General", "0_);(0)", "\"元\"",        "@\"元\"",           "\"元",
    };
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        assert_said(&(SaidCase){.code = codes[i], .number = "5"});
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_formats_are_cut_between_characters),
        cmocka_unit_test(identifiers_shown_by_formats_are_read_as_shown),
        cmocka_unit_test(units_shown_by_formats_are_said),
        cmocka_unit_test(formats_that_show_another_number_are_said),
        cmocka_unit_test(words_that_make_a_number_a_rough_one_are_said),
        cmocka_unit_test(a_word_for_nothing_in_the_place_of_a_number_is_said),
        cmocka_unit_test(signs_of_the_countrys_money_say_no_unit_for_sure),
        cmocka_unit_test(other_formats_say_nothing),
    };
    return cmocka_run_group_tests_name("xlsx_said", tests, NULL, NULL);
}
