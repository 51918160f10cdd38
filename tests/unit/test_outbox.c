#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"
#include "results/outbox.h"

static char root[] = "/tmp/huizong-outbox-XXXXXX";

static const char *
below(const char *path, Arena *arena)
{
    return arena_printf(arena, "%s/%s", root, path).ptr;
}

/* One export of one file. */
static Published
publish_as(const char *as_of, bool superseded, Text content, Arena *arena)
{
    Err err = {0};
    Outbox outbox;
    Published published;
    assert_true(outbox_begin(&outbox, root, "c-1", text_of(as_of), arena, &err));
    assert_true(file_write(outbox_path(&outbox, TEXT("a.csv")), content, 0644, &err));
    assert_true(outbox_publish(&outbox, superseded, &published, &err));
    return published;
}

/* Of a cycle's last night; what it changed. */
static bool
publish(const char *as_of, Text content, Arena *arena)
{
    Published published = publish_as(as_of, false, content, arena);
    assert_null(published.kept);
    return published.changed;
}

static void
assert_content(const char *path, Text content, Arena *arena)
{
    Err err = {0};
    Text found;
    assert_true(file_read(below(path, arena), 100, arena, &found, &err));
    assert_true(text_equal(found, content));
}

static ino_t
inode_of(const char *path, Arena *arena)
{
    struct stat status;
    assert_int_equal(stat(below(path, arena), &status), 0);
    return status.st_ino;
}

static void
a_second_run_is_sent_away_and_breaks_nothing(void **state)
{
    Arena *arena = *state;
    Err err = {0};
    Outbox first, second;
    Published published;
    assert_true(outbox_begin(&first, root, "c-3", TEXT("20220101T000000"), arena, &err));
    assert_true(file_write(outbox_path(&first, TEXT("a.csv")), TEXT("one"), 0644, &err));
    assert_false(outbox_begin(&second, root, "c-3", TEXT("20220101T000000"), arena, &err));
    assert_int_equal(err.code, ERR_LOCKED);
    outbox_abandon(&second);
    err = (Err){0};
    assert_true(outbox_publish(&first, false, &published, &err));
    assert_content("c-3/current/a.csv", TEXT("one"), arena);
    assert_true(outbox_begin(&second, root, "c-3", TEXT("20220101T000000"), arena, &err));
    outbox_abandon(&second);
}

static void
current_leads_to_the_newest(void **state)
{
    Arena *arena = *state;
    assert_true(publish("20220101T000000", TEXT("one"), arena));
    assert_content("c-1/current/a.csv", TEXT("one"), arena);
    assert_true(publish("20220102T000000", TEXT("two"), arena));
    assert_content("c-1/current/a.csv", TEXT("two"), arena);
    assert_content("c-1/20220101T000000/a.csv", TEXT("one"), arena);
}

static void
an_older_state_leaves_current_to_the_newer(void **state)
{
    Arena *arena = *state;
    assert_true(publish("20220102T000000", TEXT("two"), arena));
    Published published = publish_as("20220101T000000", true, TEXT("one"), arena);
    assert_true(published.changed);
    assert_string_equal(published.kept, "20220102T000000");
    assert_content("c-1/20220101T000000/a.csv", TEXT("one"), arena);
    assert_content("c-1/current/a.csv", TEXT("two"), arena);
    published = publish_as("20220101T000000", true, TEXT("one"), arena);
    assert_false(published.changed);
    assert_string_equal(published.kept, "20220102T000000");
    assert_content("c-1/current/a.csv", TEXT("two"), arena);
}

static void
a_newer_or_the_only_state_takes_current_though_superseded(void **state)
{
    Arena *arena = *state;
    Err err = {0};
    assert_null(publish_as("20220101T000000", true, TEXT("one"), arena).kept);
    assert_content("c-1/current/a.csv", TEXT("one"), arena);
    assert_null(publish_as("20220102T000000", true, TEXT("two"), arena).kept);
    assert_content("c-1/current/a.csv", TEXT("two"), arena);
    assert_true(tree_remove(below("c-1/20220102T000000", arena), &err));
    assert_null(publish_as("20220101T000000", true, TEXT("one"), arena).kept);
    assert_content("c-1/current/a.csv", TEXT("one"), arena);
}

static void
a_night_takes_current_from_a_later_name(void **state)
{
    Arena *arena = *state;
    assert_true(publish("20930101T000000", TEXT("slip"), arena));
    assert_true(publish("20220102T000000", TEXT("two"), arena));
    assert_content("c-1/current/a.csv", TEXT("two"), arena);
}

static void
the_same_state_is_not_touched(void **state)
{
    Arena *arena = *state;
    assert_true(publish("20220101T000000", TEXT("one"), arena));
    ino_t before = inode_of("c-1/20220101T000000", arena);
    assert_false(publish("20220101T000000", TEXT("one"), arena));
    assert_true(inode_of("c-1/20220101T000000", arena) == before);
    assert_int_not_equal(access(below("c-1/.building", arena), F_OK), 0);
}

static void
another_state_takes_the_place(void **state)
{
    Arena *arena = *state;
    assert_true(publish("20220101T000000", TEXT("one"), arena));
    assert_true(publish("20220101T000000", TEXT("uno"), arena));
    assert_content("c-1/20220101T000000/a.csv", TEXT("uno"), arena);
    assert_int_not_equal(access(below("c-1/.building", arena), F_OK), 0);
}

static void
what_a_killed_run_left_goes(void **state)
{
    Arena *arena = *state;
    Err err = {0};
    assert_true(tree_make(below("c-1/.building/units", arena), 0755, &err));
    assert_true(file_write(below("c-1/.building/torn.csv", arena), TEXT("x"), 0644, &err));
    assert_true(publish("20220101T000000", TEXT("one"), arena));
    assert_int_not_equal(access(below("c-1/current/torn.csv", arena), F_OK), 0);
    assert_int_not_equal(access(below("c-1/current/units", arena), F_OK), 0);
}

static int
make_root(void **state)
{
    *state = arena_new();
    return mkdir(root, 0700);
}

static int
remove_root(void **state)
{
    Err err = {0};
    arena_free(*state);
    return tree_remove(root, &err) ? 0 : -1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_second_run_is_sent_away_and_breaks_nothing, make_root, remove_root),
        cmocka_unit_test_setup_teardown(current_leads_to_the_newest, make_root, remove_root),
        cmocka_unit_test_setup_teardown(an_older_state_leaves_current_to_the_newer, make_root, remove_root),
        cmocka_unit_test_setup_teardown(a_newer_or_the_only_state_takes_current_though_superseded, make_root,
                                        remove_root),
        cmocka_unit_test_setup_teardown(a_night_takes_current_from_a_later_name, make_root, remove_root),
        cmocka_unit_test_setup_teardown(the_same_state_is_not_touched, make_root, remove_root),
        cmocka_unit_test_setup_teardown(another_state_takes_the_place, make_root, remove_root),
        cmocka_unit_test_setup_teardown(what_a_killed_run_left_goes, make_root, remove_root),
    };
    if (mkdtemp(root) == NULL || rmdir(root) != 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
