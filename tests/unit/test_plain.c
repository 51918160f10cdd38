#include "convert_kit.h"

#include <stdio.h>

#include "list/plain.h"
#include "text/filler.h"
#include "text/fold.h"

enum { LAST_CODE = 0xFFFF };

static size_t
encode(unsigned code, char *out)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | code >> 12);
    out[1] = (char)(0x80 | (code >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

/* The short way's promise: what it calls plain, schema/convert takes as it stands, without a word. */
static void
assert_plain_is_plain(Text text, const Field *field)
{
    char folded[64];
    size_t len;
    findings = findinglist_new(kit_arena);
    Converter converter = {gbk, kit_arena, &findings, TEXT_NONE};
    CellInput input = {.place = {TEXT("S"), 7, 2}, .raw = text, .marks = TEXT("")};
    TypedCell cell = convert_cell(&converter, field, &input);
    if (!text_equal(cell.text, text) || !text_equal(cell.state, TEXT("text")) || findings.count > 0)
        fail_msg("not plain: \"%" TEXT_FMT "\"", TEXT_ARG(text));
    if (plain_fold(text, folded, &len) && !text_equal((Text){folded, len}, cell.folded))
        fail_msg("folds otherwise: \"%" TEXT_FMT "\"", TEXT_ARG(text));
}

static void
every_plain_character_is_taken_as_it_stands(void **state)
{
    Field text = kit_field("name", FIELD_TEXT, "名称");
    Field name = kit_field("name", FIELD_NAME, "名称");
    size_t plain = 0;
    (void)state;
    text.match = name.match = true;
    for (unsigned code = 1; code <= LAST_CODE; code++) {
        char bytes[16] = "A";
        size_t len = 1 + encode(code, bytes + 1);
        bytes[len++] = 'b';
        if (code >= 0xD800 && code < 0xE000)
            continue;
        if (!plain_text((Text){bytes, len}))
            continue;
        plain++;
        assert_plain_is_plain((Text){bytes, len}, &text);
        assert_plain_is_plain((Text){bytes, len}, &name);
        if (code % 512 == 0)
            arena_reset(kit_arena);
    }
    assert_true(plain > 20000);
}

/* A long text is looked at sixteen bytes at a time, and says the same as a short one wherever the character stands. */
static void
a_character_is_as_plain_in_a_long_text(void **state)
{
    enum { AROUND = 20 };
    (void)state;
    for (unsigned code = 1; code <= LAST_CODE; code++) {
        char bytes[2 * AROUND] = "A";
        size_t len = encode(code, bytes + 1);
        bytes[1 + len] = 'b';
        bool plain = plain_text((Text){bytes, len + 2});
        for (size_t before = 1; before < AROUND && (code < 0xD800 || code >= 0xE000); before++) {
            memset(bytes, 'A', sizeof bytes);
            encode(code, bytes + before);
            if (plain_text((Text){bytes, AROUND + len}) != plain)
                fail_msg("U+%04X behind %zu letters", code, before);
        }
    }
}

static void
alone_a_character_may_be_a_filler_or_a_formula(void **state)
{
    Field text = kit_field("name", FIELD_TEXT, "名称");
    (void)state;
    text.match = true;
    for (unsigned code = 1; code <= LAST_CODE; code++) {
        char bytes[16];
        size_t len = encode(code, bytes);
        if ((code < 0xD800 || code >= 0xE000) && plain_text((Text){bytes, len}))
            assert_plain_is_plain((Text){bytes, len}, &text);
    }
}

static void
what_must_be_looked_at_is_not_plain(void **state)
{
    static const char *const odd[] = {"",           " a", "a ",  "a  b", "a\tb", "=1+1", "-1",   "@a",
                                      "无",         "/",  "N/A", "null", "同上", "\"",   "暂无", "（无）",
                                      "甲\u3000乙", "é",  "㐂",  "𠮷",   "待定", "不详", "’",    "a\u200Bb"};
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        if (plain_text(text_of(odd[i])))
            fail_msg("plain: \"%s\"", odd[i]);
    }
    assert_true(plain_text(TEXT("FJ-01K 0001")));
    assert_true(plain_text(TEXT("五轴联动加工中心A1型（二）")));
}

static void
folding_leaves_what_is_not_simple_to_fold_key(void **state)
{
    char out[64];
    size_t len;
    (void)state;
    assert_true(plain_fold(TEXT("Fj [01]{a}"), out, &len));
    assert_text((Text){out, len}, "fj(01)(a)");
    assert_false(plain_fold(TEXT("FJ-01'"), out, &len));
    assert_false(plain_fold(TEXT("\"FJ\"-01"), out, &len));
    assert_false(plain_fold(TEXT("FJ`01"), out, &len));
    assert_false(plain_fold(TEXT("其它设备"), out, &len));
    assert_false(plain_fold(TEXT("Ａ１"), out, &len));
}

/* An identifier is folded eight bytes at a time. */
static void
eight_bytes_are_folded_as_one_is(void **state)
{
    (void)state;
    for (size_t at = 0; at < sizeof(uint64_t); at++) {
        for (char byte = '!'; byte <= '~'; byte++) {
            char identifier[] = "FJ-01.Z/A", folded[16], single[16];
            size_t len, single_len;
            identifier[at] = byte;
            if (strchr("\"'`", byte) != NULL) {
                assert_false(plain_fold(TEXT(identifier), folded, &len));
                continue;
            }
            assert_true(plain_fold(TEXT(identifier), folded, &len));
            assert_int_equal(len, sizeof identifier - 1);
            for (size_t i = 0; i < len; i++) {
                assert_true(plain_fold((Text){identifier + i, 1}, single, &single_len));
                if (folded[i] != single[0])
                    fail_msg("\"%s\" is folded to \"%.*s\"", identifier, (int)len, folded);
            }
        }
    }
}

static void
beginnings_of_totals_notes_and_samples_are_known(void **state)
{
    static const char *const odd[] = {"合计", "小计",     "总计",   "共3台",  "注：",     "说明",     "备注",
                                      "例",   "示例机床", "（例）", "XX设备", "某某设备", "填表人：", "必填",
                                      "123",  "无",       "null",   " a",     "N/A",      ""};
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        assert_false(plain_begins_a_name(text_of(odd[i])));
    assert_true(plain_begins_a_name(TEXT("数控机床")));
    assert_true(plain_begins_a_name(TEXT("AGV小车")));
    assert_true(plain_may_be_sample(TEXT("例")));
    assert_true(plain_may_be_sample(TEXT("（填写示例）")));
    assert_true(plain_may_be_sample(TEXT("　例")));
    assert_false(plain_may_be_sample(TEXT("数控机床")));
    assert_false(plain_may_be_sample(TEXT("１２")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_plain_character_is_taken_as_it_stands),      TEST(a_character_is_as_plain_in_a_long_text),
        TEST(alone_a_character_may_be_a_filler_or_a_formula),   TEST(what_must_be_looked_at_is_not_plain),
        TEST(folding_leaves_what_is_not_simple_to_fold_key),    TEST(eight_bytes_are_folded_as_one_is),
        TEST(beginnings_of_totals_notes_and_samples_are_known),
    };

    return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
