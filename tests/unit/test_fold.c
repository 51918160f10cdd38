#include "expect.h"

#include "charset/utf8.h"
#include "text/fold.h"

static int
setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int
teardown(void **state)
{
    arena_free(*state);
    return 0;
}

/* Spellings that must meet. */
static const char *const same[][2] = {
    {"杀手铜APP清单", "杀手锏 app 清单"},
    {"其它设备", "其他设备"},
    {"登陆次数", "登录次数"},
    {"（ＡＢＣ）云平台", "(abc)云平台"},
    {"【甲】平台", "(甲)平台"},
    {"〔甲〕平台", "[甲]平台"},
    {"卡奥斯－COSMOPlat", "卡奥斯—cosmoplat"},
    {"“云”平台", "\"云\"平台"},
    {"“沙溪云”平台", "沙溪云平台"},
    {"'沙溪云' 平台", "沙溪云平台"},
    {"《沙溪云》平台", "「沙溪云」平台"},
    {"「沙溪云」平台", "沙溪云平台"},
    {"杀手“铜”", "杀手锏"},
    {"〞", "”"},
    {"云・平台", "云·平台"},
    {"福州 市　工信局", "福州市工信局"},
    {"平\u200b台", "平台"},
    {"\ufeff平台", "平台"},
    {"平台\n名称", "平台名称"},
    {"⼯业", "工业"},
    {"Straße", "STRASSE"},
    {"㎡", "m2"},
    {"é", "e\u0301"},
};

static void
fold_key_makes_spellings_meet(void **state)
{
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        Text left = fold_key(text_of(same[i][0]), *state);
        Text right = fold_key(text_of(same[i][1]), *state);

        if (!text_equal(left, right))
            fail_msg("\"%s\" and \"%s\" do not meet: \"%s\", \"%s\"", same[i][0], same[i][1], left.ptr, right.ptr);
    }
}

static void
fold_key_keeps_different_names_apart(void **state)
{
    static const char *const different[][2] = {{"根云", "汉云"}, {"云1", "云2"},     {"铜业平台", "锏业平台"},
                                               {"其它", "它"},   {"登陆舰", "登舰"}, {"（沙溪）云", "沙溪云"},
                                               {"”", ""},        {"《》", "\u3000"}};

    for (size_t i = 0; i < sizeof different / sizeof different[0]; i++)
        assert_false(
            text_equal(fold_key(text_of(different[i][0]), *state), fold_key(text_of(different[i][1]), *state)));
}

static void
fold_key_of_a_key_is_the_key(void **state)
{
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        Text once = fold_key(text_of(same[i][0]), *state);
        Text twice = fold_key(once, *state);

        assert_true(text_equal(once, twice));
    }
    expect_text(fold_key(TEXT("（甲）ABC 杀手铜"), *state), "(甲)abc杀手锏");
}

static void
fold_clean_takes_away_only_what_no_one_sees(void **state)
{
    expect_text(fold_clean(TEXT("  云 　平台\u200b \n"), *state), "云 平台");
    expect_text(fold_clean(TEXT("云\ufe00平\u3164台"), *state), "云平台");
    expect_text(fold_clean(TEXT("（ＡＢＣ）杀手铜"), *state), "（ＡＢＣ）杀手铜");
    expect_text(fold_clean(TEXT("三明沙溪\n有限公司"), *state), "三明沙溪 有限公司");
    expect_text(fold_clean_name(TEXT("三明沙溪 \r\n 有限公司\n（牵头）"), *state), "三明沙溪有限公司 （牵头）");
    expect_text(fold_clean_name(TEXT("甲公司\n乙公司"), *state), "甲公司 乙公司");
    assert_true(fold_ends_name(TEXT("甲公司")) && fold_ends_name(TEXT("闽云平台　")));
    assert_false(fold_ends_name(TEXT("闽海云链工业")) || fold_ends_name(TEXT("甲公司（牵头）")) ||
                 fold_ends_name(TEXT("")));
    expect_text(fold_clean_name(TEXT("三明 沙溪\nABC\nCloud"), *state), "三明 沙溪 ABC Cloud");
    expect_text(fold_clean(TEXT("\ufeff\u202e平台"), *state), "平台");
    expect_text(fold_clean(TEXT("甲\r\n乙"), *state), "甲 乙");
    expect_text(fold_clean(TEXT("e\u0301"), *state), "é");
    expect_text(fold_clean(TEXT("a\u0301\u034f\u0323"), *state), "\u1ea1\u0301");
    expect_text(fold_key(TEXT("A\u0301\u034f\u0323"), *state), "\u1ea1\u0301");
    expect_text(fold_clean(TEXT("㐂𠮷"), *state), "㐂𠮷");
    expect_text(fold_clean(TEXT(" \u00a0\u3000"), *state), "");
    expect_text(fold_clean(TEXT(""), *state), "");
    expect_text(fold_clean(TEXT_NONE, *state), "");
}

/* What no one sees sends a text the long way. */
static void
fold_of_simple_characters_is_that_of_all(void **state)
{
    for (unsigned code = 1; code <= 0xFFFF; code++) {
        char bytes[16] = "xA";
        if (code >= 0xD800 && code < 0xE000)
            continue;
        size_t len = 2 + utf8_write(bytes + 2, code);
        memcpy(bytes + len, "9z\u200B", sizeof "9z\u200B");
        len += 2;
        Text simple = {bytes, len}, odd = {bytes, len + sizeof "\u200B" - 1};
        if (!text_equal(fold_key(simple, *state), fold_key(odd, *state)) ||
            !text_equal(fold_clean(simple, *state), fold_clean(odd, *state)))
            fail_msg("U+%04X folds otherwise alone", code);
        if (code % 512 == 0)
            arena_reset(*state);
    }
}

static void
fold_names_what_makes_a_name_doubtful(void **state)
{
    (void)state;
    assert_int_equal(fold_oddities(TEXT("云 平台（甲）\n")), 0);
    assert_int_equal(fold_oddities(TEXT("云\u200b平台")), FOLD_INVISIBLE);
    assert_int_equal(fold_oddities(TEXT("云\a")), FOLD_INVISIBLE);
    assert_int_equal(fold_oddities(TEXT("云\ue123")), FOLD_PRIVATE_USE);
    /* a variation selector, a filler, one that joins */
    assert_int_equal(fold_oddities(TEXT("云\ufe00")) | fold_oddities(TEXT("云\U000E0100")), FOLD_INVISIBLE);
    assert_int_equal(fold_oddities(TEXT("云\u3164")) & fold_oddities(TEXT("云\u034f")), FOLD_INVISIBLE);
    assert_int_equal(fold_oddities(TEXT("云\uffff")) & fold_oddities(TEXT("\ufffe云")), FOLD_REPLACEMENT);
    assert_int_equal(fold_oddities(TEXT("云\ufdd0")) & fold_oddities(TEXT("云\U0010FFFF")), FOLD_REPLACEMENT);
    assert_int_equal(fold_oddities(TEXT("云_xD842_平台")) & fold_oddities(TEXT("云_xdfff_")), FOLD_REPLACEMENT);
    assert_int_equal(fold_oddities(TEXT("_x0000_云")) & fold_oddities(TEXT("__x0000_云")), FOLD_REPLACEMENT);
    assert_int_equal(fold_oddities(TEXT("云_x000D_")), FOLD_PRIVATE_USE);
    assert_int_equal(
        fold_oddities(TEXT("云_x4E91_")) | fold_oddities(TEXT("云_x00_x")) | fold_oddities(TEXT("_x 0D_云")), 0);
    assert_int_equal(fold_oddities(TEXT("云\ufffd\u202e")), FOLD_REPLACEMENT | FOLD_INVISIBLE);
}

static void
fold_counts_as_word_does(void **state)
{
    (void)state;
    assert_int_equal(fold_word_count(TEXT("工业互联网平台")), 7);
    assert_int_equal(fold_word_count(TEXT("工业APP共1000个。")), 7);
    assert_int_equal(fold_word_count(TEXT("industrial internet 2.0")), 3);
    assert_int_equal(fold_word_count(TEXT("A 平台 B")), 4);
    assert_int_equal(fold_word_count(TEXT(" \n　")), 0);
}

static void
fold_columns_are_a_terminals(void **state)
{
    (void)state;
    assert_int_equal(fold_columns(TEXT("a厦𠮷")), 5);
    assert_int_equal(fold_columns(TEXT("（ｱ）")), 5);
    assert_int_equal(fold_columns(TEXT("e\u0301")), 1);
    assert_int_equal(fold_columns(TEXT("")), 0);
}

static void
fold_length_counts_characters(void **state)
{
    (void)state;
    assert_int_equal(fold_length(TEXT("a厦𠮷")), 3);
    assert_int_equal(fold_length(TEXT("")), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(fold_key_makes_spellings_meet, setup, teardown),
        cmocka_unit_test_setup_teardown(fold_key_keeps_different_names_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(fold_key_of_a_key_is_the_key, setup, teardown),
        cmocka_unit_test_setup_teardown(fold_clean_takes_away_only_what_no_one_sees, setup, teardown),
        cmocka_unit_test_setup_teardown(fold_of_simple_characters_is_that_of_all, setup, teardown),
        cmocka_unit_test(fold_names_what_makes_a_name_doubtful),
        cmocka_unit_test(fold_counts_as_word_does),
        cmocka_unit_test(fold_columns_are_a_terminals),
        cmocka_unit_test(fold_length_counts_characters),
    };

    return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
