#include "intake/inbox.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"

typedef struct Fixture {
    char folder[64];
    Arena *arena;
    Inbox inbox;
} Fixture;

static const char *
path_in(const Fixture *fixture, const char *name)
{
    return arena_printf(fixture->arena, "%s/%s", fixture->folder, name).ptr;
}

static void
put(const Fixture *fixture, const char *name, const char *content)
{
    const char *path = path_in(fixture, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_true(file_write_all(fd, content, text_of(content).len));
    close(fd);
}

static void
walk(Fixture *fixture)
{
    Err err = {0};
    assert_true(inbox_open(fixture->folder, fixture->arena, &fixture->inbox, &err));
}

static void
assert_entry(const Inbox *inbox, size_t index, const char *shown, const char *left)
{
    assert_true(index < inbox->count);
    assert_true(text_equal(inbox->entries[index].name.shown, text_of(shown)));
    if (left == NULL)
        assert_null(inbox->entries[index].left);
    else
        assert_string_equal(inbox->entries[index].left, left);
}

static void
entries_come_in_byte_order_of_their_paths(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    assert_true(tree_make(path_in(fixture, "b/c"), 0700, &err));
    put(fixture, "b.csv", "1");
    put(fixture, "b/c/d.csv", "22");
    put(fixture, "a.csv", "");
    assert_int_equal(symlink("a.csv", path_in(fixture, "b/link")), 0);
    walk(fixture);
    assert_int_equal(fixture->inbox.count, 4);
    assert_entry(&fixture->inbox, 0, "a.csv", NULL);
    assert_entry(&fixture->inbox, 1, "b.csv", NULL);
    assert_entry(&fixture->inbox, 2, "b/c/d.csv", NULL);
    assert_int_equal(fixture->inbox.entries[2].size, 2);
    assert_entry(&fixture->inbox, 3, "b/link", "symlink");
}

static void
a_missing_folder_is_no_input(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    assert_false(inbox_open(path_in(fixture, "nowhere"), fixture->arena, &fixture->inbox, &err));
    assert_int_equal(err.code, ERR_NO_INPUT);
}

static void
an_entry_is_opened_where_nothing_moved(void **state)
{
    Fixture *fixture = *state;
    char byte;
    int fd;
    put(fixture, "a.csv", "x");
    walk(fixture);
    assert_int_equal(inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[0], &fd), INBOX_OPENED);
    assert_int_equal(read(fd, &byte, 1), 1);
    assert_true(inbox_unchanged(&fixture->inbox.entries[0], fd));
    close(fd);
}

static void
a_file_that_grew_is_changing(void **state)
{
    Fixture *fixture = *state;
    int fd;
    put(fixture, "a.csv", "x");
    walk(fixture);
    put(fixture, "a.csv", "xy");
    assert_int_equal(inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[0], &fd), INBOX_CHANGING);
    assert_int_equal(fd, -1);
}

static void
a_file_open_for_writing_is_changing(void **state)
{
    Fixture *fixture = *state;
    int fd;
    put(fixture, "a.csv", "x");
    int writer = open(path_in(fixture, "a.csv"), O_WRONLY);
    walk(fixture);
    assert_int_equal(inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[0], &fd), INBOX_CHANGING);
    close(writer);
    assert_int_equal(inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[0], &fd), INBOX_OPENED);
    close(fd);
}

/* Between walk and opening, a folder on the way becomes a link to where the same name lies. */
static void
a_folder_that_became_a_link_is_not_followed(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    int fd;
    assert_true(tree_make(path_in(fixture, "b"), 0700, &err));
    put(fixture, "b/a.csv", "x");
    walk(fixture);
    assert_int_equal(rename(path_in(fixture, "b"), path_in(fixture, "c")), 0);
    assert_int_equal(symlink("c", path_in(fixture, "b")), 0);
    assert_int_equal(inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[0], &fd), INBOX_GONE);
}

static void
a_fifo_in_a_files_place_does_not_hang(void **state)
{
    Fixture *fixture = *state;
    int fd;
    put(fixture, "a.csv", "x");
    walk(fixture);
    assert_int_equal(unlink(path_in(fixture, "a.csv")), 0);
    assert_int_equal(mkfifo(path_in(fixture, "a.csv"), 0600), 0);
    assert_int_equal(inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[0], &fd), INBOX_GONE);
}

static void
registers_are_tables_and_those_in_folders_are_left(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    assert_true(tree_make(path_in(fixture, "old"), 0700, &err));
    put(fixture, "old/a.csv", "");
    put(fixture, "old/b.pdf", "");
    put(fixture, "a.csv", "");
    put(fixture, "b.XLSX", "");
    put(fixture, "c.docx", "");
    put(fixture, "d.xls", "");
    put(fixture, "e.ET", "");
    put(fixture, "f.ods", "");
    put(fixture, "g.txt", "");
    put(fixture, ".csv", "");
    put(fixture, ".hidden", "");
    put(fixture, "Thumbs.db", "");
    put(fixture, "~$b.XLSX", "");
    assert_true(inbox_open_registers(fixture->folder, fixture->arena, &fixture->inbox, &err));
    assert_int_equal(fixture->inbox.count, 9);
    assert_entry(&fixture->inbox, 0, "a.csv", NULL);
    assert_entry(&fixture->inbox, 1, "b.XLSX", NULL);
    assert_entry(&fixture->inbox, 2, "c.docx", "register_format");
    assert_entry(&fixture->inbox, 3, "d.xls", NULL);
    assert_entry(&fixture->inbox, 4, "e.ET", NULL);
    assert_entry(&fixture->inbox, 5, "f.ods", NULL);
    assert_entry(&fixture->inbox, 6, "g.txt", "register_format");
    assert_entry(&fixture->inbox, 7, "old/a.csv", "register_in_folder");
    assert_entry(&fixture->inbox, 8, "~$b.XLSX", "lock_file");
}

/* One that vanished is no upload; one that the machine cannot open now must be told. */
static void
a_file_that_cannot_be_opened_is_unreadable(void **state)
{
    Fixture *fixture = *state;
    struct rlimit before;
    int fd;
    put(fixture, "a.csv", "1");
    put(fixture, "b.csv", "2");
    walk(fixture);
    assert_int_equal(unlink(path_in(fixture, "b.csv")), 0);
    assert_int_equal(inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[1], &fd), INBOX_GONE);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &(struct rlimit){0, before.rlim_max}), 0);
    InboxState state_found = inbox_open_entry(&fixture->inbox, &fixture->inbox.entries[0], &fd);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(state_found, INBOX_UNREADABLE);
    assert_int_equal(fd, -1);
}

static void
folders_beyond_forty_are_named_and_not_entered(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    char name[128] = "";
    for (int i = 0; i < 42; i++)
        memcpy(name + 2 * i, "d/", 3);
    assert_true(tree_make(path_in(fixture, name), 0700, &err));
    memcpy(name + 84, "deep.csv", 9);
    put(fixture, name, "1");
    walk(fixture);
    assert_int_equal(fixture->inbox.count, 1);
    assert_int_equal(fixture->inbox.entries[0].name.shown.len, 41 * 2 - 1);
    assert_string_equal(fixture->inbox.entries[0].left, "folders_too_deep");
}

static int
set_up(void **state)
{
    static Fixture fixture;
    snprintf(fixture.folder, sizeof(fixture.folder), "/tmp/huizong-inbox-XXXXXX");
    if (mkdtemp(fixture.folder) == NULL)
        return -1;
    fixture.arena = arena_new();
    fixture.inbox.root = -1;
    *state = &fixture;
    return 0;
}

static int
tear_down(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    inbox_close(&fixture->inbox);
    arena_free(fixture->arena);
    return tree_remove(fixture->folder, &err) ? 0 : -1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(entries_come_in_byte_order_of_their_paths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_folder_is_no_input, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_entry_is_opened_where_nothing_moved, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_grew_is_changing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_open_for_writing_is_changing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_became_a_link_is_not_followed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_fifo_in_a_files_place_does_not_hang, set_up, tear_down),
        cmocka_unit_test_setup_teardown(registers_are_tables_and_those_in_folders_are_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_opened_is_unreadable, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folders_beyond_forty_are_named_and_not_entered, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("inbox", tests, NULL, NULL);
}
