#include "expect.h"

#include "list/cells.h"
#include "list/unique.h"

enum { VALUES = 50000, DISTINCT = 30000 };

/* Every value below DISTINCT, then some of them again. */
static unsigned
value_of(unsigned row)
{
    return row <= DISTINCT ? row : (row * 7919U) % DISTINCT + 1;
}

static Digest
digest_of_number(unsigned number)
{
    char bytes[32];
    int len = snprintf(bytes, sizeof bytes, "FJ-%u", number);

    return digest_of((Text){bytes, (size_t)len});
}

typedef struct Found {
    uint32_t first[VALUES + 1]; /* by row; 0: it has a value of its own */
    size_t late;
} Found;

static bool
note_late(void *context, uint32_t row_no, uint32_t first, Text line, Err *err)
{
    Found *found = context;
    char wanted[32];

    (void)err;
    snprintf(wanted, sizeof wanted, "row %u", row_no);
    expect_text(line, wanted);
    assert_int_equal(found->first[row_no], 0);
    found->first[row_no] = first;
    found->late++;
    return true;
}

/* All rows through sub-tables of so much memory. */
static size_t
find_repeated(size_t memory, Found *found)
{
    SpillFiles *files = spill_files_open();
    Unique *unique = unique_new(memory, files);
    Err err = {0};

    memset(found, 0, sizeof *found);
    for (uint32_t row = 1; row <= VALUES; row++) {
        char line[32];
        uint32_t first;
        int len = snprintf(line, sizeof line, "row %u", row);
        UniqueVerdict verdict = unique_add(unique, digest_of_number(value_of(row)), row, &first);

        if (verdict == UNIQUE_REPEATED)
            found->first[row] = first;
        else if (verdict == UNIQUE_OPEN)
            assert_true(unique_keep(unique, digest_of_number(value_of(row)), row, (Text){line, (size_t)len}, &err));
    }
    assert_true(unique_judge(unique, note_late, found, &err));
    unique_free(unique);
    spill_files_close(files);
    return found->late;
}

static void
expect_all_found(const Found *found)
{
    for (uint32_t row = 1; row <= VALUES; row++)
        assert_int_equal(found->first[row], row <= DISTINCT ? 0 : value_of(row));
}

static void
every_repeated_value_names_its_first_row(void **state)
{
    Found *found = mem_alloc(sizeof *found);

    (void)state;
    assert_int_equal(find_repeated(UNIQUE_MEMORY, found), 0);
    expect_all_found(found);
    mem_free(found);
}

static void
beyond_its_memory_the_same_are_found_at_the_end(void **state)
{
    Found *found = mem_alloc(sizeof *found);

    (void)state;
    assert_true(find_repeated(100 * 1024, found) > 1000);
    expect_all_found(found);
    assert_true(find_repeated(0, found) > 1000);
    expect_all_found(found);
    mem_free(found);
}

static void
cells_come_back_as_they_were(void **state)
{
    Arena *arena = arena_new();
    const Text cells[] = {TEXT("甲\t乙"), TEXT_NONE, TEXT(""), TEXT("\\N")};
    Texts again = cells_unpack(cells_pack(cells, 4, arena), arena);

    (void)state;
    assert_int_equal(again.count, 4);
    expect_text(again.items[0], "甲\t乙");
    expect_text(again.items[1], NULL);
    expect_text(again.items[2], "");
    expect_text(again.items[3], "\\N");
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_repeated_value_names_its_first_row),
        cmocka_unit_test(beyond_its_memory_the_same_are_found_at_the_end),
        cmocka_unit_test(cells_come_back_as_they_were),
    };

    return cmocka_run_group_tests_name("unique", tests, NULL, NULL);
}
