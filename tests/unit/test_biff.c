#include "biff_kit.h"

enum {
    FORMULA = 0x0006,
    DATEMODE = 0x0022,
    FILEPASS = 0x002F,
    CONTINUE = 0x003C,
    COLINFO = 0x007D,
    MULRK = 0x00BD,
    RSTRING = 0x00D6,
    XF = 0x00E0,
    MERGEDCELLS = 0x00E5,
    NUMBER = 0x0203,
    LABEL = 0x0204,
    BOOLERR = 0x0205,
    STRING = 0x0207,
    ROW = 0x0208,
    RK = 0x027E,
    FORMAT = 0x041E,
    SHAREDFORMULA = 0x04BC
};

static Kit *
sheet_of(unsigned version)
{
    Kit *kit = kit_new(version);
    kit_sheet(kit);
    return kit;
}

static void
numbers_are_the_shortest_text(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 0.1);
    kit_record(kit, NUMBER, "wwwd", 0u, 1u, 0u, 0.1 + 0.2);
    kit_record(kit, NUMBER, "wwwd", 0u, 2u, 0u, 13800138000.0);
    kit_record(kit, NUMBER, "wwwd", 0u, 3u, 0u, 999999999999999.0);
    kit_record(kit, NUMBER, "wwwd", 0u, 4u, 0u, 913501000000000012.0);
    kit_record(kit, NUMBER, "wwwd", 0u, 5u, 0u, -0.0);
    kit_assert(kit, "s\t1\tA:number B:number C:number D:number E:number,long_number F:number\t"
                    "0.1\t0.3\t13800138000\t999999999999999\t913501000000000000\t0\n");
}

/* Integer, integer in hundredths, double, double in hundredths; both signs. */
static void
rk_has_four_forms(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    kit_record(kit, RK, "wwwl", 0u, 0u, 0u, 7u << 2 | 2u);
    kit_record(kit, RK, "wwwl", 0u, 1u, 0u, 12345u << 2 | 3u);
    kit_record(kit, RK, "wwwl", 0u, 2u, 0u, 0x3FF80000u);
    kit_record(kit, RK, "wwwl", 0u, 3u, 0u, 0x3FF80001u);
    kit_record(kit, RK, "wwwl", 0u, 4u, 0u, 0xFFFFFFFEu);
    kit_record(kit, RK, "wwwl", 0u, 5u, 0u, 0x80000002u);
    kit_record(kit, MULRK, "wwwlwlw", 0u, 6u, 0u, 1u << 2 | 2u, 0u, 0xC0000000u, 7u);
    kit_assert(kit, "s\t1\tA:number B:number C:number D:number E:number F:number G:number H:number\t"
                    "7\t123.45\t1.5\t0.015\t-1\t-536870912\t1\t-2\n");
}

static void
labels_hold_their_text_themselves(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    kit_record(kit, LABEL, "wwwwbu", 0u, 0u, 0u, 2u, 1u, "ab");
    kit_record(kit, RSTRING, "wwwwbswww", 0u, 1u, 0u, 2u, 0u, "cd", 1u, 0u, 0u);
    kit_record(kit, LABEL, "wwwwb", 0u, 2u, 0u, 0u, 0u);
    kit_record(kit, 0x0201, "www", 0u, 4u, 0u);
    kit_record(kit, 0x00BE, "wwwww", 0u, 5u, 0u, 0u, 6u);
    kit_assert(kit, "s\t1\tB:rich\tab\tcd\t\n");
}

static void
formulas_give_their_stored_result(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    kit_record(kit, FORMULA, "wwwdwlw", 0u, 0u, 0u, 1.24, 0u, 0u, 0u);
    kit_record(kit, FORMULA, "wwwbbbbbbwwlw", 0u, 1u, 0u, 1u, 0u, 1u, 0u, 0u, 0u, 0xFFFFu, 0u, 0u, 0u);
    kit_record(kit, FORMULA, "wwwbbbbbbwwlw", 0u, 2u, 0u, 2u, 0u, 0x2Au, 0u, 0u, 0u, 0xFFFFu, 0u, 0u, 0u);
    kit_record(kit, FORMULA, "wwwbbbbbbwwlw", 0u, 3u, 0u, 3u, 0u, 0u, 0u, 0u, 0u, 0xFFFFu, 0u, 0u, 0u);
    kit_record(kit, BOOLERR, "wwwbb", 0u, 4u, 0u, 0x07u, 1u);
    kit_record(kit, BOOLERR, "wwwbbb", 0u, 5u, 0u, 0u, 0u, 0u);
    kit_assert(kit, "s\t1\tA:formula,number B:formula C:formula,error D:formula E:error\t"
                    "1.24\tTRUE\t#N/A\t\t#DIV/0!\tFALSE\n");
}

static void
text_formula(Kit *kit, unsigned column)
{
    kit_record(kit, FORMULA, "wwwbbbbbbwwlw", 0u, column, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0xFFFFu, 0u, 0u, 0u);
}

static void
a_formulas_text_stands_behind_it(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    text_formula(kit, 0);
    kit_record(kit, SHAREDFORMULA, "wbbwww", 0u, 0u, 1u, 0u, 0u, 0u);
    kit_record(kit, STRING, "wbs", 2u, 0u, "ab");
    text_formula(kit, 1);
    kit_record(kit, STRING, "wbs", 4u, 0u, "cd");
    kit_record(kit, CONTINUE, "bww", 1u, 0x5E73u, 0x53F0u);
    text_formula(kit, 2);
    kit_record(kit, NUMBER, "wwwd", 0u, 3u, 0u, 1.0);
    kit_assert(kit, "s\t1\tA:formula B:formula C:formula_no_value D:number\tab\tcd平台\t\\N\t1\n");
}

static void
formats_say_what_a_number_is(void **state)
{
    (void)state;
    for (unsigned mode = 0; mode < 2; mode++) {
        Kit *kit = kit_new(KIT_BIFF8);
        kit_record(kit, DATEMODE, "w", mode);
        kit_record(kit, FORMAT, "wwbs", 164u, 10u, 0u, "yyyy/mm/dd");
        kit_record(kit, FORMAT, "wwbu", 165u, 5u, 1u, "0.00%");
        kit_record(kit, XF, "ww", 0u, 0u);
        kit_record(kit, XF, "ww", 0u, 164u);
        kit_record(kit, XF, "ww", 0u, 165u);
        kit_record(kit, XF, "ww", 0u, 22u);
        kit_sheet(kit);
        kit_record(kit, NUMBER, "wwwd", 0u, 0u, 1u, 45047.0);
        kit_record(kit, RK, "wwwl", 0u, 1u, 2u, 62u << 2 | 3u);
        kit_record(kit, NUMBER, "wwwd", 0u, 2u, 3u, 45047.5);
        kit_assert(kit, mode == 0 ? "s\t1\tA:date B:percent C:date\t2023-05-01\t62%\t2023-05-01T12:00:00\n"
                                  : "s\t1\tA:date B:percent C:date\t2027-05-02\t62%\t2027-05-02T12:00:00\n");
    }
}

static void
rows_come_in_order_and_hidden_things_are_told(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    kit_record(kit, COLINFO, "wwwwww", 1u, 2u, 2000u, 0u, 1u, 0u);
    kit_record(kit, COLINFO, "wwwwww", 4u, 4u, 0u, 0u, 0u, 0u);
    kit_record(kit, NUMBER, "wwwd", 5u, 1u, 0u, 3.0);
    kit_record(kit, NUMBER, "wwwd", 2u, 0u, 0u, 1.0);
    kit_record(kit, NUMBER, "wwwd", 5u, 0u, 0u, 2.0);
    kit_record(kit, ROW, "wwwwwwww", 5u, 0u, 2u, 255u, 0u, 0u, 0x20u, 0u);
    kit_record(kit, MERGEDCELLS, "wwwww", 1u, 0u, 1u, 0u, 2u);
    kit_assert(kit, "s\t3\tA:number\t1\ns\t6\t*:hidden B:hidden,number A:number\t2\t3\n"
                    "\\#merge\ts\tA1:C2\n\\#hidden\ts\tcolumns\tB:C\n\\#hidden\ts\tcolumns\tE:E\n");
}

static void
a_charts_own_cells_are_not_the_sheets(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    kit_record(kit, 0x0809, "wwll", 0x0600u, 0x20u, 0u, 0u);
    kit_record(kit, NUMBER, "wwwd", 0u, 1u, 0u, 9.0);
    kit_record(kit, 0x000A, "");
    kit_record(kit, NUMBER, "wwwd", 0u, 2u, 0u, 2.0);
    kit_assert(kit, "s\t1\tA:number C:number\t1\t\\N\t2\n");
}

static void
sheets_of_other_kinds_are_told(void **state)
{
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_begin_sheet(kit, 0, 2, 0x20);
    kit_assert_finding(kit, "s\t\\N\t\\N\t\\N\twarning\tsheet_no_cells\tchart\t");
    kit = kit_new(KIT_BIFF8);
    kit_begin_sheet(kit, 2, 0, 0x10);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    kit_record(kit, 0x000A, "");
    Reading reading = kit_read(kit);
    assert_has(reading.rows, "\\#sheet\ts\tvery_hidden\n");
    reading_free(&reading);
}

static void
passwords_are_refused_by_name(void **state)
{
    (void)state;
    Kit *kit = kit_new(KIT_BIFF8);
    kit_record(kit, FILEPASS, "www", 1u, 1u, 1u);
    kit_sheet(kit);
    kit_assert_finding(kit, "spreadsheet_encrypted\tRC4\t");
    kit = kit_new(KIT_BIFF5);
    kit_record(kit, FILEPASS, "www", 0u, 1u, 1u);
    kit_sheet(kit);
    kit_assert_finding(kit, "spreadsheet_encrypted\tXOR\t");
}

static void
older_workbooks_are_refused_by_name(void **state)
{
    (void)state;
    static const unsigned char web_export[] = {9, 8, 8, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0};
    assert_refused(web_export, sizeof web_export, "xls_too_old");
    assert_refused("\x09\0\x04\0\x02\0\x10\0", 8, "xls_too_old");
}

/* A record before the last whole one, which a damaged workbook must not lose in silence. */
static void
assert_damaged(unsigned type, const char *fields, unsigned first, unsigned second, unsigned third, unsigned fourth)
{
    Kit *kit = kit_new(KIT_BIFF8);
    kit_record(kit, XF, "ww", 0u, 0u);
    kit_sheet(kit);
    kit_record(kit, type, fields, first, second, third, fourth, 0u, 0u, 0u);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    kit_assert_refused(kit, "workbook_damaged");
}

static void
damaged_records_are_refused(void **state)
{
    (void)state;
    assert_damaged(0x0002, "wwwl", 0, 0, 0, 0);
    assert_damaged(0x007E, "wwwl", 0, 0, 0, 0);
    assert_damaged(0x0303, "wwwl", 0, 0, 0, 0);
    assert_damaged(RK, "wwww", 0, 0, 0, 0);
    assert_damaged(RK, "wwwl", 0, 256, 0, 0);
    assert_damaged(RK, "wwwl", 0, 0, 1, 0);
    assert_damaged(MULRK, "wwwlw", 0, 1, 0, 0);
    assert_damaged(BOOLERR, "wwwbb", 0, 0, 0, 2);
    assert_damaged(BOOLERR, "wwwbw", 0, 0, 0, 2);
    assert_damaged(MERGEDCELLS, "wwww", 1, 0, 0, 0);
    assert_damaged(FILEPASS, "www", 1, 1, 1, 0);
}

static void
a_stream_without_its_end_is_refused(void **state)
{
    (void)state;
    Kit *kit = sheet_of(KIT_BIFF8);
    kit_record(kit, NUMBER, "wwwd", 0u, 0u, 0u, 1.0);
    for (size_t len = 10; len < kit->len; len++)
        assert_refused(kit->bytes, len, "workbook_damaged");
    free(kit);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_the_shortest_text),
        cmocka_unit_test(rk_has_four_forms),
        cmocka_unit_test(labels_hold_their_text_themselves),
        cmocka_unit_test(formulas_give_their_stored_result),
        cmocka_unit_test(a_formulas_text_stands_behind_it),
        cmocka_unit_test(formats_say_what_a_number_is),
        cmocka_unit_test(rows_come_in_order_and_hidden_things_are_told),
        cmocka_unit_test(a_charts_own_cells_are_not_the_sheets),
        cmocka_unit_test(sheets_of_other_kinds_are_told),
        cmocka_unit_test(passwords_are_refused_by_name),
        cmocka_unit_test(older_workbooks_are_refused_by_name),
        cmocka_unit_test(damaged_records_are_refused),
        cmocka_unit_test(a_stream_without_its_end_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
