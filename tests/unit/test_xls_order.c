/*
 * A sheet of every kind of cell, and each bit of each record's type and length turned: no cell, no sheet, no style and no
 * date may be lost or added without a refusal.
 */
#include "biff_kit.h"

enum {
    FORMULA = 0x0006,
    DATEMODE = 0x0022,
    COLINFO = 0x007D,
    MULRK = 0x00BD,
    MULBLANK = 0x00BE,
    RSTRING = 0x00D6,
    DBCELL = 0x00D7,
    XF = 0x00E0,
    MERGEDCELLS = 0x00E5,
    SST = 0x00FC,
    LABELSST = 0x00FD,
    DIMENSIONS = 0x0200,
    BLANK = 0x0201,
    NUMBER = 0x0203,
    LABEL = 0x0204,
    BOOLERR = 0x0205,
    STRING = 0x0207,
    ROW = 0x0208,
    WINDOW2 = 0x023E,
    RK = 0x027E,
    FORMAT = 0x041E,
    SHAREDFORMULA = 0x04BC,
    EOF_RECORD = 0x000A,
    TEXT_RESULT = 0,
    NOT_A_NUMBER = 0xFFFF,
    TOKENS = 3
};

/* A length, the flags of Excel 97, and the text's ASCII. */
static void
add_text(Kit *kit, const char *text)
{
    kit_record(kit, 0, "w", (unsigned)strlen(text));
    if (kit->version == KIT_BIFF8)
        kit_record(kit, 0, "b", 0u);
    kit_record(kit, 0, "s", text);
}

static void
add_formula(Kit *kit, unsigned row)
{
    kit_record(kit, FORMULA, "wwwwlwwlwbw", row, 5u, 0u, TEXT_RESULT, 0u, NOT_A_NUMBER, 0u, 0u, TOKENS, 0x1Eu, 1u);
    kit_record(kit, SHAREDFORMULA, "wwbbbbwbw", row, row, 5u, 5u, 0u, 1u, TOKENS, 0x1Eu, 1u);
    kit_record(kit, STRING, "");
    add_text(kit, "result");
}

static void
add_row(Kit *kit, unsigned row)
{
    kit_record(kit, ROW, "wwwwwwww", row, 0u, 10u, 255u, 0u, 0u, row == 1 ? 0x20u : 0u, 0u);
    kit_record(kit, NUMBER, "wwwd", row, 0u, 1u, 45047.0);
    kit_record(kit, RK, "wwwl", row, 1u, 2u, 12345u << 2 | 3u);
    kit_record(kit, LABEL, "www", row, 2u, 0u);
    add_text(kit, "label");
    kit_record(kit, BOOLERR, "wwwbb", row, 3u, 0u, 1u, 0u);
    kit_record(kit, BLANK, "www", row, 4u, 0u);
    add_formula(kit, row);
    kit_record(kit, MULRK, "wwwlwlw", row, 6u, 0u, 7u << 2 | 2u, 0u, 8u << 2 | 2u, 7u);
    kit_record(kit, MULBLANK, "wwwww", row, 8u, 0u, 0u, 9u);
    kit_record(kit, RSTRING, "www", row, 10u, 0u);
    add_text(kit, "rich");
    kit_record(kit, 0, kit->version == KIT_BIFF8 ? "www" : "bbb", 1u, 0u, 1u);
}

static Kit *
workbook(unsigned version)
{
    Kit *kit = kit_new(version);
    kit_record(kit, DATEMODE, "w", 1u);
    if (version == KIT_BIFF8)
        kit_record(kit, FORMAT, "wwbs", 164u, 10u, 0u, "yyyy/mm/dd");
    else
        kit_record(kit, FORMAT, "wbs", 164u, 10u, "yyyy/mm/dd");
    for (unsigned i = 0; i < 3; i++)
        kit_record(kit, XF, version == KIT_BIFF8 ? "wwllll" : "wwlll", 0u,
                   i == 1   ? 164u
                   : i == 2 ? 10u
                            : 0u,
                   0u, 0u, 0u, 0u);
    if (version == KIT_BIFF8)
        kit_record(kit, SST, "llwbs", 1u, 1u, 6u, 0u, "shared");
    kit_sheet(kit);
    kit_record(kit, COLINFO, "wwwwww", 1u, 1u, 2000u, 0u, 1u, 0u);
    kit_record(kit, DIMENSIONS, version == KIT_BIFF8 ? "llwww" : "wwwww", 0u, 2u, 0u, 11u, 0u);
    size_t first_row = kit->len;
    add_row(kit, 0);
    if (version == KIT_BIFF8)
        kit_record(kit, LABELSST, "wwwl", 0u, 11u, 0u, 0u);
    add_row(kit, 1);
    kit_record(kit, DBCELL, "lww", (unsigned)(kit->len - first_row), 20u, 200u);
    kit_record(kit, WINDOW2, version == KIT_BIFF8 ? "wwwlwwl" : "wwwl", 0x6B6u, 0u, 0u, 0u, 0u, 0u, 0u);
    kit_record(kit, MERGEDCELLS, "wwwww", 1u, 0u, 1u, 0u, 2u);
    kit_record(kit, 0x000A, "");
    return kit;
}

static void
assert_bit_is_noticed(const Reading *good, Kit *kit, size_t at, int bit)
{
    unsigned type = kit->bytes[at] | (unsigned)kit->bytes[at + 1] << 8;
    size_t byte = at + (size_t)bit / 8;
    kit->bytes[byte] ^= (unsigned char)(1 << bit % 8);
    Reading damaged = read_upload(kit->bytes, kit->len);
    kit->bytes[byte] ^= (unsigned char)(1 << bit % 8);
    if (damaged.refused[0] == '\0' && strcmp(good->rows, damaged.rows) != 0)
        fail_msg("record %04X at %zu, bit %d: other rows:\n%s", type, at, bit, damaged.rows);
    reading_free(&damaged);
}

static void
every_bit_of_every_head_is_noticed(unsigned version)
{
    enum { HEAD_BITS = 32 };
    Kit *kit = workbook(version);
    Reading good = read_upload(kit->bytes, kit->len);
    if (good.refused[0] != '\0')
        fail_msg("%s", good.findings);
    assert_has(good.rows, "s\t2\t*:hidden A:date B:hidden");
    assert_has(good.rows, "\t2027-05-02\t12345%\tlabel\tTRUE\t\\N\tresult\t7\t8\t\\N\t\\N\trich");
    for (size_t at = 0; at < kit->len;) {
        for (int bit = 0; bit < HEAD_BITS; bit++)
            assert_bit_is_noticed(&good, kit, at, bit);
        at += 4 + (kit->bytes[at + 2] | (size_t)kit->bytes[at + 3] << 8);
    }
    reading_free(&good);
    free(kit);
}

static void
a_wrong_bit_in_a_head_of_excel_97_is_noticed(void **state)
{
    (void)state;
    every_bit_of_every_head_is_noticed(KIT_BIFF8);
}

static void
a_wrong_bit_in_a_head_of_excel_95_is_noticed(void **state)
{
    (void)state;
    every_bit_of_every_head_is_noticed(KIT_BIFF5);
}

static void
a_cell_behind_the_table_is_refused(void **state)
{
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_sheet(kit);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    kit_record(kit, WINDOW2, "wwwlwwl", 0x6B6u, 0u, 0u, 0u, 0u, 0u, 0u);
    kit_record(kit, NUMBER, "wwwd", 1u, 0u, 0u, 2.0);
    kit_assert_refused(kit, "workbook_damaged");
}

/* As Spreadsheet::WriteExcel has it: far from any cell by their types, they are no damaged ones. */
static void
merged_ranges_between_cells_are_read(void **state)
{
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_sheet(kit);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    kit_record(kit, MERGEDCELLS, "wwwww", 1u, 0u, 0u, 0u, 2u);
    kit_record(kit, NUMBER, "wwwd", 1u, 0u, 0u, 2.0);
    kit_assert(kit, "s\t1\tA:number\t1\ns\t2\tA:number\t2\n\\#merge\ts\tA1:C1\n");
}

/* A file of the largest size names eight million. */
static void
merged_ranges_take_no_memory_on_their_way(void **state)
{
    enum { RANGES = 3000, ENDS = 4096 };
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_sheet(kit);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    for (unsigned i = 0; i < RANGES; i++)
        kit_record(kit, MERGEDCELLS, "wwwww", 1u, i, i + 1, 0u, 0u);
    kit_record(kit, EOF_RECORD, "");
    Reading reading = kit_read(kit);
    assert_has(reading.rows, "\n\\#merge\ts\tA3000:A3001\n");
    assert_in_range(reading.row_bytes, 0, ENDS);
    reading_free(&reading);
}

static void
a_sheet_that_no_name_leads_to_is_refused(void **state)
{
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_sheet(kit);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    kit_record(kit, 0x000A, "");
    kit_record(kit, 0x0809, "wwlll", KIT_BIFF8, 0x10u, 0u, 0u, 0u);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 2.0);
    kit_assert_refused(kit, "workbook_damaged");
}

static void
a_label_with_a_byte_too_many_is_refused(void **state)
{
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_sheet(kit);
    kit_record(kit, LABEL, "www", 0u, 0u, 0u);
    add_text(kit, "label");
    kit_record(kit, 0, "b", 0u);
    kit_assert_refused(kit, "workbook_damaged");
}

/* As some programs leave it: the text of a formula that has become a number. */
static void
a_text_behind_a_number_is_passed_over(void **state)
{
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_sheet(kit);
    kit_record(kit, FORMULA, "wwwdwlwbw", 0u, 0u, 0u, 2.5, 0u, 0u, TOKENS, 0x1Eu, 1u);
    kit_record(kit, STRING, "");
    add_text(kit, "old");
    kit_assert(kit, "s\t1\tA:formula,number\t2.5\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_bit_in_a_head_of_excel_97_is_noticed),
        cmocka_unit_test(a_wrong_bit_in_a_head_of_excel_95_is_noticed),
        cmocka_unit_test(a_cell_behind_the_table_is_refused),
        cmocka_unit_test(merged_ranges_between_cells_are_read),
        cmocka_unit_test(merged_ranges_take_no_memory_on_their_way),
        cmocka_unit_test(a_sheet_that_no_name_leads_to_is_refused),
        cmocka_unit_test(a_label_with_a_byte_too_many_is_refused),
        cmocka_unit_test(a_text_behind_a_number_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
