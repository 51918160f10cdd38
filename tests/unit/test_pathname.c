#include "intake/pathname.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const PathName root = {.bytes = {"", 0}, .shown = {"", 0}, .escaped = {"", 0}};

static PathName
joined(Arena *arena, const PathName *folder, Text component)
{
    PathName out;
    Err err = {0};
    assert_true(pathname_join(folder, component, arena, &out, &err));
    return out;
}

static void
assert_text(Text got, const char *want)
{
    assert_int_equal(got.len, text_of(want).len);
    assert_memory_equal(got.ptr, want, got.len);
}

static void
utf8_stays(void **state)
{
    PathName folder = joined(*state, &root, TEXT("福州市"));
    PathName file = joined(*state, &folder, TEXT("汇 总\n表.csv"));
    assert_text(file.shown, "福州市/汇 总%0A表.csv");
    assert_text(file.bytes, "福州市/汇 总\n表.csv");
    assert_false(file.guessed);
}

static void
percent_is_escaped_in_every_name(void **state)
{
    assert_text(joined(*state, &root, TEXT("%41.csv")).shown, "%2541.csv");
    assert_text(joined(*state, &root, TEXT("率%.csv")).shown, "率%25.csv");
}

static void
what_steers_a_terminal_or_turns_a_line_is_escaped(void **state)
{
    assert_text(joined(*state, &root, TEXT("\x1B[2Ja\r\x7F.csv")).shown, "%1B[2Ja%0D%7F.csv");
    assert_text(joined(*state, &root,
                       TEXT("表\xC2\x9B"
                            "31m.csv"))
                    .shown,
                "表%C2%9B31m.csv");
    assert_text(joined(*state, &root, TEXT("表\u202Evsc.csv")).shown, "表%E2%80%AEvsc.csv");
    assert_text(joined(*state, &root, TEXT("表\u2067vsc—.csv")).escaped, "表%E2%81%A7vsc—.csv");
    assert_text(joined(*state, &root, TEXT("表\u202E")).bytes, "表\u202E");
}

/* 莆田市 in GBK: C6CE CCEF CAD0. */
static void
gbk_is_decoded_and_marked_as_a_guess(void **state)
{
    PathName folder = joined(*state, &root, TEXT("\xC6\xCE\xCC\xEF\xCA\xD0"));
    assert_text(folder.shown, "莆田市");
    assert_text(folder.bytes, "\xC6\xCE\xCC\xEF\xCA\xD0");
    assert_text(folder.escaped, "%C6%CE%CC%EF%CA%D0");
    assert_true(folder.guessed);
    PathName file = joined(*state, &folder, TEXT("a.csv"));
    assert_text(file.shown, "莆田市/a.csv");
    assert_text(file.escaped, "%C6%CE%CC%EF%CA%D0/a.csv");
    assert_true(file.guessed);
}

static void
bytes_of_no_encoding_are_escaped(void **state)
{
    PathName name = joined(*state, &root, TEXT("a\xFF\xFE.csv"));
    assert_text(name.shown, "a%FF%FE.csv");
    assert_text(name.escaped, "a%FF%FE.csv");
    assert_false(name.guessed);
}

/* A byte order mark says nothing about a name. */
static void
a_mark_of_utf16_is_no_encoding_of_a_name(void **state)
{
    assert_text(joined(*state, &root,
                       TEXT("\xFF\xFE"
                            "A."))
                    .shown,
                "%FF%FEA.");
}

static int
make_arena(void **state)
{
    *state = arena_new();
    return 0;
}

static int
free_arena(void **state)
{
    arena_free(*state);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_stays),
        cmocka_unit_test(percent_is_escaped_in_every_name),
        cmocka_unit_test(gbk_is_decoded_and_marked_as_a_guess),
        cmocka_unit_test(what_steers_a_terminal_or_turns_a_line_is_escaped),
        cmocka_unit_test(bytes_of_no_encoding_are_escaped),
        cmocka_unit_test(a_mark_of_utf16_is_no_encoding_of_a_name),
    };
    return cmocka_run_group_tests_name("pathname", tests, make_arena, free_arena);
}
