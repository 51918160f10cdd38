#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "out/fillbook.h"
#include "template/phrases.h"

static char folder[] = "/tmp/huizong-fillbook-XXXXXX";
static const int widths[] = {20, 40, 12};
static const FillSheet sheet = {TEXT("申报书"), FILL_FORM, widths, 3};

/* libxlsxwriter 1.1.4 copies the range of a drop-down twice and frees one copy. */
const char *
__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
    return "leak:lxw_strdup\n";
}

static Fillbook *
book_at(const char *name, Arena *arena)
{
    Err err = {0};
    Fillbook *book = fillbook_open(arena_printf(arena, "%s/%s", folder, name).ptr, TEXT("下拉选项"), &err);
    assert_non_null(book);
    assert_true(fillbook_sheet(book, &sheet, &err));
    return book;
}

static bool
write_entry(Fillbook *book, const FillEntry *entry, Err *err)
{
    return fillbook_label(book, 0, 0, FILL_NAME, TEXT("=1+1"), err) &&
           fillbook_entry(book, 1, 2, entry, TEXT("=1+1"), err) && fillbook_next(book, 0, err);
}

static Text
written(const char *name, Arena *arena)
{
    static const Text choices[] = {{"是", sizeof "是" - 1}, {"否", sizeof "否" - 1}};
    FillEntry entry = {.prompt_title = TEXT("是否"), .prompt = TEXT("必填。"), .choices = choices, .choice_count = 2};
    Err err = {0};
    Text bytes;
    Fillbook *book = book_at(name, arena);
    assert_true(write_entry(book, &entry, &err));
    assert_true(fillbook_commit(book, &err));
    fillbook_free(book);
    const char *path = arena_printf(arena, "%s/%s", folder, name).ptr;
    assert_true(file_read(path, 1 << 20, arena, &bytes, &err));
    unlink(path);
    return bytes;
}

static void
the_same_calls_give_the_same_bytes(void **state)
{
    Arena *arena = *state;
    assert_true(text_equal(written("one.xlsx", arena), written("two.xlsx", arena)));
}

static void
nothing_stands_there_before_the_end(void **state)
{
    Arena *arena = *state;
    Fillbook *book = book_at("none.xlsx", arena);
    fillbook_free(book);
    assert_int_not_equal(access(arena_printf(arena, "%s/none.xlsx", folder).ptr, F_OK), 0);
    assert_int_not_equal(access(arena_printf(arena, "%s/.none.xlsx.part", folder).ptr, F_OK), 0);
}

/* Of three bytes a character, as long as a prompt may not be. */
static void
a_prompt_too_long_is_cut_between_characters(void **state)
{
    Arena *arena = *state;
    Err err = {0};
    char *text = arena_alloc(arena, 3 * 400);
    for (size_t i = 0; i < 400; i++)
        memcpy(text + 3 * i, "字", 3);
    FillEntry entry = {.prompt_title = {text, 3 * 33}, .prompt = {text, 3 * 256}};
    Fillbook *book = book_at("long.xlsx", arena);
    assert_true(write_entry(book, &entry, &err));
    entry.prompt_title.len = 3 * 32;
    entry.prompt.len = 3 * 255;
    assert_true(write_entry(book, &entry, &err));
    assert_true(fillbook_commit(book, &err));
    fillbook_free(book);
    unlink(arena_printf(arena, "%s/long.xlsx", folder).ptr);
}

static void
more_entries_than_a_sheet_counts_are_refused(void **state)
{
    Arena *arena = *state;
    Err err = {0};
    FillEntry entry = {.prompt_title = TEXT("栏目"), .prompt = TEXT("必填。")};
    Fillbook *book = book_at("many.xlsx", arena);
    for (int i = 0; i < FILL_ENTRY_MAX; i++)
        assert_true(write_entry(book, &entry, &err));
    assert_false(write_entry(book, &entry, &err));
    assert_int_equal(err.code, ERR_BUG);
    fillbook_free(book);
}

static void
more_lists_than_there_are_columns_are_refused(void **state)
{
    Arena *arena = *state;
    Err err = {0};
    Text *choices = arena_array(arena, FILL_LIST_MAX + 1, sizeof *choices);
    Fillbook *book = book_at("lists.xlsx", arena);
    for (size_t i = 0; i <= FILL_LIST_MAX; i++) {
        choices[i] = arena_printf(arena, "%zu", i);
        FillEntry entry = {.choices = &choices[i], .choice_count = 1};
        assert_int_equal(write_entry(book, &entry, &err), i < FILL_LIST_MAX);
    }
    fillbook_free(book);
}

static void
text_that_is_not_utf8_is_refused(void **state)
{
    Arena *arena = *state;
    Err err = {0};
    Fillbook *book = book_at("bytes.xlsx", arena);
    assert_false(fillbook_label(book, 0, 0, FILL_NAME, TEXT("\xC4\xE3"), &err));
    assert_int_equal(err.code, ERR_BUG);
    fillbook_free(book);
}

static void
a_value_takes_its_place_in_a_phrase(void **state)
{
    Arena *arena = *state;
    assert_true(text_equal(phrases_fill(TEXT("单位：{}。"), TEXT("万元"), arena), TEXT("单位：万元。")));
    assert_true(text_equal(phrases_fill(TEXT("{}（{}）"), TEXT("甲"), arena), TEXT("甲（{}）")));
    assert_true(text_equal(phrases_fill(TEXT("必填。"), TEXT("万元"), arena), TEXT("必填。")));
    assert_true(text_equal(phrases_fill(TEXT("{}"), TEXT_NONE, arena), TEXT("")));
}

static int
set_up(void **state)
{
    *state = arena_new();
    return 0;
}

static int
tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_calls_give_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_stands_there_before_the_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_prompt_too_long_is_cut_between_characters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_entries_than_a_sheet_counts_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_lists_than_there_are_columns_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(text_that_is_not_utf8_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_value_takes_its_place_in_a_phrase, set_up, tear_down),
    };
    if (mkdtemp(folder) == NULL)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    rmdir(folder);
    return failed;
}
