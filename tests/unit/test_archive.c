#include "intake/archive.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"

/* `printf abc | sha256sum` */
static const char abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

typedef struct Fixture {
    char folder[64];
    Arena *arena;
    Archive archive;
} Fixture;

static char path_buffer[256];

static const char *
path_in(const Fixture *fixture, const char *name)
{
    snprintf(path_buffer, sizeof(path_buffer), "%s/%s", fixture->folder, name);
    return path_buffer;
}

static int
source(const Fixture *fixture, const char *content)
{
    Err err = {0};
    const char *path = path_in(fixture, "source");
    assert_true(file_write(path, text_of(content), 0600, &err));
    return open(path, O_RDONLY);
}

static void
copy(Fixture *fixture, const char *content, char sha256[HASH_HEX + 1], int64_t *size)
{
    Err err = {0};
    int fd = source(fixture, content);
    assert_int_equal(archive_copy(&fixture->archive, fd, sha256, size, &err), ARCHIVE_COPIED);
    close(fd);
}

/* Copies a content and files it; what that came to. */
static ArchiveFiled
keep(Fixture *fixture, const char *content)
{
    char sha256[HASH_HEX + 1];
    int64_t size;
    Err err = {0};
    ArchiveFiled filed;
    copy(fixture, content, sha256, &size);
    assert_true(archive_keep(&fixture->archive, sha256, &filed, &err));
    return filed;
}

static void
expect_filed(Fixture *fixture, const char *name, const char *content)
{
    Err err = {0};
    Text found;
    assert_true(file_read(path_in(fixture, name), 100, fixture->arena, &found, &err));
    assert_true(text_equal(found, text_of(content)));
}

static bool
exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

static const char *
path_of_part(const Fixture *fixture)
{
    char name[128];
    snprintf(name, sizeof(name), "archive/%s", fixture->archive.part_name);
    return path_in(fixture, name);
}

static bool
part_exists(const Fixture *fixture)
{
    return exists(path_of_part(fixture));
}

static void
content_is_filed_under_its_digest(void **state)
{
    Fixture *fixture = *state;
    char sha256[HASH_HEX + 1];
    int64_t size;
    Err err = {0};
    ArchiveFiled filed;
    copy(fixture, "abc", sha256, &size);
    assert_string_equal(sha256, abc);
    assert_int_equal(size, 3);
    assert_true(archive_keep(&fixture->archive, sha256, &filed, &err));
    assert_int_equal(filed, ARCHIVE_FILED);
    char name[128];
    snprintf(name, sizeof(name), "archive/ba/%s", abc);
    expect_filed(fixture, name, "abc");
    assert_false(part_exists(fixture));
}

static void
what_is_filed_stays(void **state)
{
    Fixture *fixture = *state;
    char name[128];
    struct stat before;
    struct stat after;
    snprintf(name, sizeof(name), "archive/ba/%s", abc);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(keep(fixture, "abc"), round == 0 ? ARCHIVE_FILED : ARCHIVE_HAD_IT);
        assert_int_equal(stat(path_in(fixture, name), round == 0 ? &before : &after), 0);
    }
    assert_int_equal(before.st_ino, after.st_ino);
}

/* "abd" is as long as "abc". */
static void
what_is_damaged_is_filed_anew(void **state)
{
    static const char *const damaged[] = {"abd", "", "abcabc"};
    Fixture *fixture = *state;
    char name[128];
    Err err = {0};
    snprintf(name, sizeof(name), "archive/ba/%s", abc);
    assert_int_equal(keep(fixture, "abc"), ARCHIVE_FILED);
    for (size_t i = 0; i < sizeof(damaged) / sizeof(*damaged); i++) {
        assert_true(file_write(path_in(fixture, name), text_of(damaged[i]), 0440, &err));
        assert_int_equal(archive_has(&fixture->archive, abc, 3, false), i == 0);
        assert_false(archive_has(&fixture->archive, abc, 3, true));
        assert_int_equal(keep(fixture, "abc"), ARCHIVE_MENDED);
        expect_filed(fixture, name, "abc");
        assert_true(archive_has(&fixture->archive, abc, 3, true));
    }
}

/* What a hand put there; a full folder is not ours to empty. */
static void
a_folder_in_its_place_gives_way_when_it_is_empty(void **state)
{
    Fixture *fixture = *state;
    char sha256[HASH_HEX + 1];
    char name[128];
    int64_t size;
    Err err = {0};
    ArchiveFiled filed;
    snprintf(name, sizeof(name), "archive/ba/%s/inside", abc);
    assert_true(tree_make(path_in(fixture, name), 0750, &err));
    assert_false(archive_has(&fixture->archive, abc, 3, false));
    copy(fixture, "abc", sha256, &size);
    assert_false(archive_keep(&fixture->archive, sha256, &filed, &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
    assert_int_equal(rmdir(path_in(fixture, name)), 0);
    copy(fixture, "abc", sha256, &size);
    assert_true(archive_keep(&fixture->archive, sha256, &filed, &err));
    assert_true(archive_has(&fixture->archive, abc, 3, true));
}

static void
a_dropped_copy_leaves_nothing(void **state)
{
    Fixture *fixture = *state;
    char sha256[HASH_HEX + 1];
    int64_t size;
    copy(fixture, "abc", sha256, &size);
    assert_true(part_exists(fixture));
    archive_drop(&fixture->archive);
    assert_false(part_exists(fixture));
    assert_false(exists(path_in(fixture, "archive/ba")));
}

/* What a killed run left is written over, not appended to. */
static void
an_old_part_is_written_over(void **state)
{
    Fixture *fixture = *state;
    char sha256[HASH_HEX + 1];
    int64_t size;
    Err err = {0};
    assert_true(file_write(path_of_part(fixture), TEXT("left over"), 0600, &err));
    copy(fixture, "abc", sha256, &size);
    assert_string_equal(sha256, abc);
}

/* One run copies, another of the cycle begins and copies something else: each files its own. */
static void
two_runs_file_beside_each_other(void **state)
{
    Fixture *fixture = *state;
    Fixture other = *fixture;
    char first[HASH_HEX + 1];
    char second[HASH_HEX + 1];
    int64_t size;
    Err err = {0};
    ArchiveFiled filed;
    copy(fixture, "abc", first, &size);
    const char *folder = arena_printf(fixture->arena, "%s/archive", fixture->folder).ptr;
    assert_true(archive_open(folder, TEXT("c1"), fixture->arena, &other.archive, &err));
    copy(&other, "another", second, &size);
    assert_true(archive_keep(&fixture->archive, first, &filed, &err));
    assert_true(archive_keep(&other.archive, second, &filed, &err));
    assert_true(archive_has(&fixture->archive, first, 3, true));
    assert_true(archive_has(&fixture->archive, second, 7, true));
    archive_close(&other.archive);
}

/* No process has so high a number. Another cycle's is not this one's, whose name only begins so. */
static void
what_killed_runs_left_goes(void **state)
{
    static const char *const left[] = {".part-c1.999999999.0", ".part-c1", ".part-c1.x"};
    static const char *const kept[] = {".part-c1.1.0", ".part-c12.999999999.0", ".part-c2.999999999.0"};
    Fixture *fixture = *state;
    Archive again;
    Err err = {0};
    const char *folder = arena_printf(fixture->arena, "%s/archive", fixture->folder).ptr;
    for (size_t i = 0; i < 3; i++) {
        assert_true(file_write(arena_printf(fixture->arena, "%s/%s", folder, left[i]).ptr, TEXT("x"), 0440, &err));
        assert_true(file_write(arena_printf(fixture->arena, "%s/%s", folder, kept[i]).ptr, TEXT("x"), 0440, &err));
    }
    assert_true(archive_open(folder, TEXT("c1"), fixture->arena, &again, &err));
    for (size_t i = 0; i < 3; i++) {
        assert_false(exists(arena_printf(fixture->arena, "%s/%s", folder, left[i]).ptr));
        assert_true(exists(arena_printf(fixture->arena, "%s/%s", folder, kept[i]).ptr));
    }
    archive_close(&again);
}

static void
a_part_that_is_a_link_is_not_followed(void **state)
{
    Fixture *fixture = *state;
    char sha256[HASH_HEX + 1];
    int64_t size;
    Err err = {0};
    int fd = source(fixture, "abc");
    assert_int_equal(symlinkat("../elsewhere", fixture->archive.root, fixture->archive.part_name), 0);
    assert_int_equal(archive_copy(&fixture->archive, fd, sha256, &size, &err), ARCHIVE_FAULT);
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
    assert_false(exists(path_in(fixture, "elsewhere")));
    close(fd);
}

static void
a_source_that_cannot_be_read_is_no_fault_of_ours(void **state)
{
    Fixture *fixture = *state;
    char sha256[HASH_HEX + 1];
    int64_t size;
    Err err = {0};
    int folder = open(fixture->folder, O_RDONLY | O_DIRECTORY);
    assert_int_equal(archive_copy(&fixture->archive, folder, sha256, &size, &err), ARCHIVE_SOURCE_BAD);
    assert_false(part_exists(fixture));
    close(folder);
}

static int
set_up(void **state)
{
    static Fixture fixture;
    Err err = {0};
    snprintf(fixture.folder, sizeof(fixture.folder), "/tmp/huizong-archive-XXXXXX");
    if (mkdtemp(fixture.folder) == NULL)
        return -1;
    fixture.arena = arena_new();
    *state = &fixture;
    const char *path = arena_printf(fixture.arena, "%s/archive", fixture.folder).ptr;
    return archive_open(path, TEXT("c1"), fixture.arena, &fixture.archive, &err) ? 0 : -1;
}

static int
tear_down(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    archive_close(&fixture->archive);
    arena_free(fixture->arena);
    return tree_remove(fixture->folder, &err) ? 0 : -1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(content_is_filed_under_its_digest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_filed_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_damaged_is_filed_anew, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_in_its_place_gives_way_when_it_is_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_dropped_copy_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_old_part_is_written_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_runs_file_beside_each_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_killed_runs_left_goes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_part_that_is_a_link_is_not_followed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_source_that_cannot_be_read_is_no_fault_of_ours, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("archive", tests, NULL, NULL);
}
