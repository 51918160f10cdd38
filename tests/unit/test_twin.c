/* Twins of CSV files, CSV files read back, and what may get lost on the way. */
#include "expect.h"

#include "base/buf.h"
#include "out/csvout.h"
#include "parcel/grid.h"
#include "parcel/rare.h"
#include "parcel/twin.h"

enum { LONG = 70001 };

static char folder[] = "/tmp/huizong-twin-XXXXXX";

static const char *
path_of(const char *name, Arena *arena)
{
    return arena_printf(arena, "%s/%s", folder, name).ptr;
}

/* A name of three and four bytes a character, so that blocks end within one. */
static Text
long_name(Arena *arena)
{
    char *bytes = arena_alloc(arena, LONG * 7 + 1);
    for (int i = 0; i < LONG; i++)
        memcpy(bytes + (size_t)i * 7, "福𠮷", 7);
    return (Text){bytes, (size_t)LONG * 7};
}

static const char *
csv_at(const char *name, const Text *cells, size_t count, Arena *arena)
{
    Err err = {0};
    const char *path = path_of(name, arena);
    CsvOut *csv = csvout_open(path, &err);
    assert_non_null(csv);
    assert_true(csvout_row(csv, (Text[]){TEXT("甲"), TEXT("乙")}, 2, &err));
    assert_true(csvout_row(csv, cells, count, &err));
    assert_true(csvout_commit(csv, &err));
    csvout_free(csv);
    return path;
}

static void
a_twin_is_the_same_text_and_a_changed_one_is_not(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    bool same;
    const char *twin = path_of("twin.csv", arena);
    const char *path = csv_at("long.csv", (Text[]){long_name(arena), TEXT("\"a\",\r\n")}, 2, arena);
    assert_true(twin_write(path, twin, &err));
    assert_true(twin_compare(path, twin, &same, &err));
    assert_true(same);
    const char *other = csv_at("other.csv", (Text[]){long_name(arena), TEXT("\"a\",\r\n。")}, 2, arena);
    assert_true(twin_compare(other, twin, &same, &err));
    assert_false(same);
    assert_true(twin_write(other, twin, &err));
    assert_true(twin_compare(path, twin, &same, &err));
    assert_false(same);
    arena_free(arena);
}

static void
a_character_without_a_code_gives_no_twin(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    const char *twin = path_of("none.csv", arena);
    const char *path = csv_at("private.csv", (Text[]){TEXT("福\uE78D"), TEXT_NONE}, 2, arena);
    assert_false(twin_write(path, twin, &err));
    assert_int_equal(err.code, ERR_DATA);
    assert_int_not_equal(access(twin, F_OK), 0);
    arena_free(arena);
}

static void
what_was_written_is_read_back(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    Grid grid;
    const char *path = csv_at("back.csv", (Text[]){TEXT("说\"好\",\r\n的"), TEXT_NONE}, 2, arena);
    assert_true(grid_read(path, arena, &grid, &err));
    assert_int_equal(grid.column_count, 2);
    assert_int_equal(grid.row_count, 1);
    expect_text(grid.labels[1], "乙");
    expect_text(grid_cell(&grid, 0, 0), "说\"好\",\r\n的");
    assert_int_equal(grid_cell(&grid, 0, 1).len, 0);
    assert_int_equal(grid_column(&grid, TEXT("乙")), 1);
    assert_int_equal(grid_column(&grid, TEXT("丙")), SIZE_MAX);
    arena_free(arena);
}

/* A table of all indicators has thousands of such cells. */
static void
quoted_cells_take_the_memory_of_their_text(void **state)
{
    enum { CELLS = 2000, WIDTH = 8 };
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    Buf buf = buf_new(CELLS * WIDTH * 2);
    buf_printf(&buf, "甲\r\n");
    for (int i = 0; i < CELLS; i++)
        buf_printf(&buf, "\"%s,%d\"\r\n", i % 2 ? "\"\"" : "", i);
    const char *path = path_of("quoted.csv", arena);
    assert_true(file_write(path, buf_view(&buf), 0644, &err));
    size_t before = arena_used(arena);
    Grid grid;
    assert_true(grid_read(path, arena, &grid, &err));
    expect_text(grid_cell(&grid, CELLS - 1, 0), "\",1999");
    expect_text(grid_cell(&grid, CELLS - 2, 0), ",1998");
    assert_in_range(arena_used(arena) - before, 0, CELLS * 64);
    buf_free(&buf);
    arena_free(arena);
}

static void
what_is_no_csv_of_ours_is_refused(void **state)
{
    (void)state;
    static const char *const broken[] = {"", "甲,乙", "甲,乙\r\n一\r\n", "甲,乙\r\n一,二,三\r\n",
                                         "甲,乙\r\n\"一,二\r\n"};
    Arena *arena = arena_new();
    const char *path = path_of("broken.csv", arena);
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        Err err = {0};
        Grid grid;
        assert_true(file_write(path, text_of(broken[i]), 0644, &err));
        assert_false(grid_read(path, arena, &grid, &err));
        assert_int_equal(err.code, ERR_DATA);
    }
    arena_free(arena);
}

static void
rare_characters_are_told_once_a_column(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    const Text labels[] = {TEXT("甲"), TEXT("乙")};
    Rare *rare = rare_open(arena, &err);
    assert_non_null(rare);
    rare_look(rare, TEXT("f"), labels, (Text[]){TEXT("𠮷𠮷abc福"), TEXT_NONE}, 2, 2);
    rare_look(rare, TEXT("f"), labels, (Text[]){TEXT("𠮷"), TEXT("䶮\uE001")}, 2, 3);
    assert_int_equal(rare->count, 2);
    expect_text(rare->found[0].character, "𠮷");
    assert_int_equal(rare->found[0].code_point, 0x20BB7);
    assert_int_equal(rare->found[0].row, 2);
    assert_int_equal(rare->found[0].cells, 2);
    assert_false(rare->found[0].is_private);
    assert_int_equal(rare->found[1].code_point, 0xE001);
    assert_true(rare->found[1].is_private);
    expect_text(rare->found[1].column, "乙");
    rare_close(rare);
    arena_free(arena);
}

static int
begin(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int
end(void **state)
{
    (void)state;
    Err err = {0};
    return tree_remove(folder, &err) ? 0 : 1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_twin_is_the_same_text_and_a_changed_one_is_not),
        cmocka_unit_test(a_character_without_a_code_gives_no_twin),
        cmocka_unit_test(what_was_written_is_read_back),
        cmocka_unit_test(quoted_cells_take_the_memory_of_their_text),
        cmocka_unit_test(what_is_no_csv_of_ours_is_refused),
        cmocka_unit_test(rare_characters_are_told_once_a_column),
    };
    return cmocka_run_group_tests_name("twin", tests, begin, end);
}
