#include "expect.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void
expect_content(const char *path, const char *expected)
{
    Arena *arena = arena_new();
    Text bytes;
    Err err;

    assert_true(file_read(path, 1000, arena, &bytes, &err));
    expect_text(bytes, expected);
    arena_free(arena);
}

static bool
exists(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0;
}

static void
file_read_has_a_ceiling_and_wants_a_regular_file(void **state)
{
    Arena *arena = arena_new();
    Text bytes;
    Err err;

    assert_true(file_write(inside(state, "a"), TEXT("12345"), 0644, &err));
    assert_true(file_read(inside(state, "a"), 5, arena, &bytes, &err));
    expect_text(bytes, "12345");
    assert_false(file_read(inside(state, "a"), 4, arena, &bytes, &err));
    assert_int_equal(err.code, ERR_DATA);
    assert_false(file_read(inside(state, "missing"), 4, arena, &bytes, &err));
    assert_int_equal(err.code, ERR_NO_INPUT);
    assert_false(file_read(inside(state, ""), 4, arena, &bytes, &err));
    assert_int_equal(err.code, ERR_NO_INPUT);
    assert_int_equal(mkfifo(inside(state, "fifo"), 0600), 0);
    assert_false(file_read(inside(state, "fifo"), 4, arena, &bytes, &err));
    arena_free(arena);
}

static void
a_file_that_cannot_be_opened_now_is_not_missing(void **state)
{
    Arena *arena = arena_new();
    struct rlimit limit, none;
    Text bytes;
    Err err;

    assert_true(file_write(inside(state, "a"), TEXT("12345"), 0644, &err));
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    none = (struct rlimit){0, limit.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    bool read = file_read(inside(state, "a"), 5, arena, &bytes, &err);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
    assert_false(read);
    assert_int_equal(err.code, ERR_IO);
    arena_free(arena);
}

static void
file_appears_whole_or_not_at_all(void **state)
{
    AtomicFile file;
    Err err;

    assert_true(file_write(inside(state, "a"), TEXT("alt"), 0644, &err));
    assert_true(file_begin(&file, inside(state, "a"), 0644, &err));
    assert_true(file_write_all(file.fd, "neu", 3));
    expect_content(inside(state, "a"), "alt");
    assert_true(exists(inside(state, ".a.part")));
    assert_true(file_commit(&file, &err));
    expect_content(inside(state, "a"), "neu");
    assert_false(exists(inside(state, ".a.part")));
    file_abandon(&file);
    expect_content(inside(state, "a"), "neu");
}

static void
file_abandoned_leaves_nothing(void **state)
{
    AtomicFile file;
    Err err;

    assert_true(file_begin(&file, inside(state, "a"), 0644, &err));
    file_abandon(&file);
    assert_false(exists(inside(state, "a")));
    assert_false(exists(inside(state, ".a.part")));
}

/* A part left by a killed run, or a link put there by a stranger, is not written through. */
static void
file_part_that_is_a_link_is_not_followed(void **state)
{
    Err err;

    assert_true(file_write(inside(state, "victim"), TEXT("mine"), 0644, &err));
    assert_int_equal(symlink("victim", inside(state, ".a.part")), 0);
    assert_true(file_write(inside(state, "a"), TEXT("new"), 0644, &err));
    expect_content(inside(state, "victim"), "mine");
    expect_content(inside(state, "a"), "new");
}

static void
file_in_a_missing_folder_cannot_be_created(void **state)
{
    Err err;

    assert_false(file_write(inside(state, "no/a"), TEXT("x"), 0644, &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
}

static void
tree_is_made_with_their_parents(void **state)
{
    Err err;

    assert_true(tree_make(inside(state, "a/b//c/"), 0755, &err));
    assert_true(tree_make(inside(state, "a/b/c"), 0755, &err));
    assert_true(file_write(inside(state, "a/b/c/f"), TEXT("x"), 0644, &err));
    assert_true(tree_sync(inside(state, "a"), &err));
    assert_false(tree_make(inside(state, "a/b/c/f"), 0755, &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
}

static void
tree_remove_does_not_follow_links(void **state)
{
    Err err;

    assert_true(tree_make(inside(state, "keep"), 0755, &err));
    assert_true(file_write(inside(state, "keep/f"), TEXT("x"), 0644, &err));
    assert_true(tree_make(inside(state, "gone/below"), 0755, &err));
    assert_int_equal(symlink("../../keep", inside(state, "gone/below/link")), 0);
    assert_true(tree_sync(inside(state, "gone"), &err));
    assert_true(tree_remove(inside(state, "gone"), &err));
    assert_false(exists(inside(state, "gone")));
    expect_content(inside(state, "keep/f"), "x");
    assert_true(tree_remove(inside(state, "gone"), &err));
}

static void
tree_publish_exchanges_what_is_there(void **state)
{
    Err err;

    assert_true(tree_make(inside(state, "one"), 0755, &err));
    assert_true(file_write(inside(state, "one/f"), TEXT("1"), 0644, &err));
    assert_true(tree_publish(inside(state, "one"), inside(state, "out"), &err));
    expect_content(inside(state, "out/f"), "1");
    assert_true(tree_make(inside(state, "two"), 0755, &err));
    assert_true(file_write(inside(state, "two/f"), TEXT("2"), 0644, &err));
    assert_true(tree_publish(inside(state, "two"), inside(state, "out"), &err));
    expect_content(inside(state, "out/f"), "2");
    assert_false(exists(inside(state, "one")));
    assert_false(exists(inside(state, "two")));
}

static void
file_link_is_replaced_in_one_step(void **state)
{
    char target[16] = "";
    Err err;

    assert_true(file_replace_link(inside(state, "current"), "a", &err));
    assert_true(file_replace_link(inside(state, "current"), "b", &err));
    assert_int_equal(readlink(inside(state, "current"), target, sizeof target), 1);
    assert_string_equal(target, "b");
}

static void
file_temporary_has_no_name(void **state)
{
    char text[8] = "";
    Err err;

    assert_int_equal(setenv("TMPDIR", *state, 1), 0);
    int fd = file_temporary(&err);
    assert_true(fd >= 0);
    assert_true(file_write_all(fd, "abc", 3));
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    assert_int_equal(file_read_some(fd, text, sizeof text), 3);
    assert_string_equal(text, "abc");
    assert_int_equal(rmdir(*state), 0);
    assert_int_equal(file_temporary(&err), -1);
    assert_int_equal(err.code, ERR_IO);
    assert_int_equal(mkdir(*state, 0700), 0);
    close(fd);
    unsetenv("TMPDIR");
}

/* The device is full, as far as this process can tell. */
static void
a_full_disk_leaves_the_old_file_and_no_part(void **state)
{
    struct rlimit before, full;
    Err err = {0};

    assert_true(file_write(inside(state, "a"), TEXT("alt"), 0644, &err));
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    full = before;
    full.rlim_cur = 2;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
    bool written = file_write(inside(state, "a"), TEXT("neuer"), 0644, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(written);
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.message, ".a.part"));
    expect_content(inside(state, "a"), "alt");
    assert_false(exists(inside(state, ".a.part")));
}

static void
a_file_does_not_replace_a_folder(void **state)
{
    Err err = {0};

    assert_int_equal(mkdir(inside(state, "d"), 0755), 0);
    assert_false(file_write(inside(state, "d"), TEXT("neu"), 0644, &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
    assert_true(exists(inside(state, "d")));
    assert_false(exists(inside(state, ".d.part")));
}

static void
a_part_that_is_a_folder_stops_file_and_link(void **state)
{
    Err err = {0};

    assert_int_equal(mkdir(inside(state, ".a.part"), 0755), 0);
    assert_false(file_write(inside(state, "a"), TEXT("neu"), 0644, &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
    err = (Err){0};
    assert_false(file_replace_link(inside(state, "a"), "b", &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
    assert_false(exists(inside(state, "a")));
}

static void
a_link_neither_replaces_a_folder_nor_makes_one(void **state)
{
    Err err = {0};

    assert_int_equal(mkdir(inside(state, "d"), 0755), 0);
    assert_false(file_replace_link(inside(state, "d"), "b", &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
    err = (Err){0};
    assert_false(file_replace_link(inside(state, "nowhere/link"), "b", &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
}

static void
a_pipe_grows_and_nothing_else_does(void **state)
{
    int ends[2];
    char text[3];
    Err err = {0};
    (void)state;
    assert_int_equal(pipe(ends), 0);
    int before = fcntl(ends[0], F_GETPIPE_SZ);
    file_widen_pipe(ends[0]);
    assert_true(fcntl(ends[1], F_GETPIPE_SZ) > before);
    assert_true(file_write_all(ends[1], "abc", 3));
    assert_int_equal(file_read_some(ends[0], text, sizeof text), 3);
    close(ends[0]);
    close(ends[1]);
    int file = file_temporary(&err);
    file_widen_pipe(file);
    assert_true(file_write_all(file, "abc", 3));
    assert_int_equal(lseek(file, 0, SEEK_END), 3);
    close(file);
}

static void
file_temporary_needs_its_folder(void **state)
{
    char longest[PATH_MAX + 16];
    Err err = {0};

    memset(longest, 'a', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_int_equal(setenv("TMPDIR", inside(state, "nowhere"), 1), 0);
    assert_int_equal(file_temporary(&err), -1);
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.message, "nowhere"));
    err = (Err){0};
    assert_int_equal(setenv("TMPDIR", longest, 1), 0);
    assert_int_equal(file_temporary(&err), -1);
    assert_int_equal(err.code, ERR_IO);
    unsetenv("TMPDIR");
}

static void
a_folder_that_is_not_there_cannot_be_synced(void **state)
{
    Err err = {0};
    int pipes[2];

    assert_false(file_sync_dir(inside(state, "nowhere"), &err));
    assert_int_equal(err.code, ERR_IO);
    assert_int_equal(pipe(pipes), 0);
    err = (Err){0};
    assert_false(file_sync_close(pipes[1], "pipe", &err));
    assert_int_equal(err.code, ERR_IO);
    assert_int_equal(write(pipes[1], "x", 1), -1);
    close(pipes[0]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(file_read_has_a_ceiling_and_wants_a_regular_file, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_opened_now_is_not_missing, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(file_appears_whole_or_not_at_all, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(file_abandoned_leaves_nothing, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(file_part_that_is_a_link_is_not_followed, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(file_in_a_missing_folder_cannot_be_created, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(tree_is_made_with_their_parents, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(tree_remove_does_not_follow_links, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(tree_publish_exchanges_what_is_there, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(file_link_is_replaced_in_one_step, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(file_temporary_has_no_name, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(a_full_disk_leaves_the_old_file_and_no_part, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(a_file_does_not_replace_a_folder, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(a_part_that_is_a_folder_stops_file_and_link, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(a_link_neither_replaces_a_folder_nor_makes_one, folder_new, folder_free),
        cmocka_unit_test(a_pipe_grows_and_nothing_else_does),
        cmocka_unit_test_setup_teardown(file_temporary_needs_its_folder, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_there_cannot_be_synced, folder_new, folder_free),
    };

    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
