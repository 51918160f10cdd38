#include "expect.h"

#include "rows/messages.h"

static const char catalogue[] = "{\"late\": {\"title\": \"逾期送达\", \"text\": \"{unit}的{file}逾期\", \"todo\": "
                                "\"请联系{unit}。\", \"en\": \"late\"},\n"
                                " \"bad_cell\": {\"title\": \"单元格\", \"text\": \"{sheet}{cell}填的是{raw}。\", "
                                "\"todo\": \"\", \"en\": \"bad cell\"}}";

static Messages *
open_catalogue(void **state, const char *json, Err *err)
{
    assert_true(file_write(inside(state, "messages.json"), text_of(json), 0644, err));
    return messages_open(inside(state, "messages.json"), err);
}

static void
messages_are_filled_in(void **state)
{
    Err err = {0};
    Messages *messages = open_catalogue(state, catalogue, &err);
    Arena *arena = arena_new();
    MessageValues values = {
        .unit = TEXT("福州"), .file = TEXT("a.xlsx"), .cell = TEXT("B5"), .raw = TEXT("甲\n{cell}")};

    assert_non_null(messages);
    expect_text(messages_render(messages, TEXT("late"), &values, arena), "福州的a.xlsx逾期。请联系福州。");
    expect_text(messages_render(messages, TEXT("bad_cell"), &values, arena), "本文件B5填的是甲 {cell}。");
    expect_text(messages_render(messages, TEXT("unheard_of"), &values, arena), "unheard_of");
    expect_text(messages_problem(messages, TEXT("late"), &values, arena), "福州的a.xlsx逾期。");
    expect_text(messages_todo(messages, TEXT("late"), &values, arena), "请联系福州。");
    expect_text(messages_piece(messages, TEXT("late"), &values, arena), "福州的a.xlsx逾期");
    expect_text(messages_piece(messages, TEXT("unheard_of"), &values, arena), "unheard_of");
    assert_int_equal(messages_todo(messages, TEXT("bad_cell"), &values, arena).len, 0);
    expect_text(messages_problem(messages, TEXT("unheard_of"), &values, arena), "unheard_of");
    assert_int_equal(messages_todo(messages, TEXT("unheard_of"), &values, arena).len, 0);
    arena_free(arena);
    messages_close(messages);
}

static void
messages_cut_long_values(void **state)
{
    Err err = {0};
    Messages *messages = open_catalogue(state, catalogue, &err);
    Arena *arena = arena_new();
    char raw[3 * 201 + 1] = "";
    MessageValues values = {.sheet = TEXT("表"), .cell = TEXT("A1")};

    for (size_t i = 0; i < 201; i++)
        memcpy(raw + 3 * i, "字", 3);
    values.raw = (Text){raw, 3 * 200};
    assert_int_equal(messages_render(messages, TEXT("bad_cell"), &values, arena).len, strlen("表A1填的是。") + 600);
    values.raw = (Text){raw, 3 * 201};
    assert_int_equal(messages_render(messages, TEXT("bad_cell"), &values, arena).len,
                     strlen("表A1填的是。") + 600 + strlen("…"));
    arena_free(arena);
    messages_close(messages);
}

static void
messages_are_found_by_code(void **state)
{
    Err err = {0};
    Messages *messages = open_catalogue(state, catalogue, &err);

    assert_true(messages_known(messages, TEXT("late")));
    assert_false(messages_known(messages, TEXT("later")));
    expect_text(messages_title(messages, TEXT("late")), "逾期送达");
    expect_text(messages_title(messages, TEXT("later")), "later");
    expect_text(messages_english(messages, TEXT("bad_cell")), "bad cell");
    assert_int_equal(messages_count(messages), 2);
    expect_text(messages_code(messages, 0), "bad_cell");
    messages_close(messages);
}

static void
messages_faulty_catalogues_are_refused_with_their_path(void **state)
{
    static const char *const faulty[][2] = {
        {"{\"a\": {\"title\": \"t\", \"text\": \"{wat}\", \"todo\": \"\", \"en\": \"e\"}}", "a.text"},
        {"{\"a\": {\"title\": \"t\", \"text\": \"{\", \"todo\": \"\", \"en\": \"e\"}}", "a.text"},
        {"{\"a\": {\"title\": \"t\", \"text\": \"x\", \"en\": \"e\"}}", "a.todo"},
        {"{\"a\": {\"title\": \"\", \"text\": \"x\", \"todo\": \"\", \"en\": \"e\"}}", "a: "},
        {"{\"a\": {\"title\": \"t\", \"text\": \"x\", \"todo\": \"\", \"en\": \"e\", \"de\": \"f\"}}", "a.de"},
        {"{\"a\": \"x\"}", "a: an object"},
        {"[]", "an object"},
    };

    for (size_t i = 0; i < sizeof faulty / sizeof faulty[0]; i++) {
        Err err = {0};

        assert_null(open_catalogue(state, faulty[i][0], &err));
        assert_int_equal(err.code, ERR_CONFIG);
        assert_non_null(strstr(err.message, faulty[i][1]));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(messages_are_filled_in, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(messages_cut_long_values, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(messages_are_found_by_code, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(messages_faulty_catalogues_are_refused_with_their_path, folder_new,
                                        folder_free),
    };

    return cmocka_run_group_tests_name("messages", tests, NULL, NULL);
}
