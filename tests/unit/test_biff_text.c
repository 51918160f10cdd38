#include "biff_kit.h"

enum {
    FORMULA = 0x0006,
    CONTINUE = 0x003C,
    CODEPAGE = 0x0042,
    RSTRING = 0x00D6,
    XF = 0x00E0,
    SST = 0x00FC,
    LABELSST = 0x00FD,
    NUMBER = 0x0203,
    LABEL = 0x0204,
    STRING = 0x0207,
    FORMAT = 0x041E
};

/* The string of that number is the only cell of a sheet. */
static void
assert_shared(Kit *kit, unsigned index, const char *row)
{
    kit_sheet(kit);
    kit_record(kit, LABELSST, "wwwl", 0u, 0u, 0u, index);
    kit_assert(kit, row);
}

static Kit *
table_of(unsigned count)
{
    Kit *kit = kit_new(KIT_BIFF8);
    kit_record(kit, SST, "ll", count, count);
    return kit;
}

static void
a_string_goes_on_and_changes_its_width(void **state)
{
    (void)state;
    Kit *kit = table_of(1);
    kit_record(kit, 0, "wbs", 6u, 0u, "ab");
    kit_record(kit, CONTINUE, "bww", 1u, 0x5E73u, 0x53F0u);
    kit_record(kit, CONTINUE, "bs", 0u, "cd");
    assert_shared(kit, 0, "s\t1\t\tab平台cd\n");
}

static void
a_string_goes_on_right_behind_its_head(void **state)
{
    (void)state;
    Kit *kit = table_of(2);
    kit_record(kit, 0, "wbsw", 1u, 0u, "x", 2u);
    kit_record(kit, 0, "b", 0u);
    kit_record(kit, CONTINUE, "bww", 1u, 0x5E73u, 0x53F0u);
    assert_shared(kit, 1, "s\t1\t\t平台\n");
}

static void
between_strings_no_flags_are_repeated(void **state)
{
    (void)state;
    Kit *kit = table_of(3);
    kit_record(kit, 0, "wbswb", 2u, 0u, "ab", 0u, 0u);
    kit_record(kit, CONTINUE, "wbs", 2u, 0u, "cd");
    assert_shared(kit, 2, "s\t1\t\tcd\n");
}

static void
runs_and_pinyin_go_on_without_flags(void **state)
{
    (void)state;
    Kit *kit = table_of(2);
    kit_record(kit, 0, "wbwlsww", 2u, 0x0Cu, 2u, 6u, "ab", 0u, 1u);
    kit_record(kit, CONTINUE, "wwbbb", 1u, 2u, 1u, 1u, 1u);
    kit_record(kit, CONTINUE, "bbbwbs", 1u, 1u, 1u, 2u, 0u, "cd");
    kit_sheet(kit);
    kit_record(kit, LABELSST, "wwwl", 0u, 0u, 0u, 0u);
    kit_record(kit, LABELSST, "wwwl", 0u, 1u, 0u, 1u);
    kit_assert(kit, "s\t1\tA:rich\tab\tcd\n");
}

static void
even_a_head_may_be_cut(void **state)
{
    (void)state;
    Kit *kit = table_of(1);
    kit_record(kit, 0, "b", 2u);
    kit_record(kit, CONTINUE, "bb", 0u, 8u);
    kit_record(kit, CONTINUE, "ws", 1u, "ab");
    kit_record(kit, CONTINUE, "ww", 0u, 0u);
    assert_shared(kit, 0, "s\t1\tA:rich\tab\n");
}

static void
surrogates_are_joined_across_records_and_halves_are_escaped(void **state)
{
    (void)state;
    Kit *kit = table_of(1);
    kit_record(kit, 0, "wbw", 6u, 1u, 0xD842u);
    kit_record(kit, CONTINUE, "bwwwww", 1u, 0xDFB7u, 0xD842u, 0x61u, 0u, 0xDC00u);
    assert_shared(kit, 0, "s\t1\t\t𠮷_xD842_a_x0000__xDC00_\n");
}

static void
strings_that_are_not_there_are_refused(void **state)
{
    (void)state;
    Kit *kit = table_of(1);
    kit_record(kit, 0, "wbs", 3u, 0u, "ab");
    kit_sheet(kit);
    kit_assert_refused(kit, "workbook_damaged");
    kit = table_of(2);
    kit_record(kit, 0, "wbs", 2u, 0u, "ab");
    kit_sheet(kit);
    kit_record(kit, LABELSST, "wwwl", 0u, 0u, 0u, 1u);
    kit_assert_refused(kit, "workbook_damaged");
    kit = table_of(1);
    kit_record(kit, 0, "wbww", 2u, 1u, 0x61u, 0u);
    kit->bytes[kit->record + 2]--;
    kit->len--;
    kit_record(kit, CONTINUE, "bw", 1u, 0x61u);
    kit_sheet(kit);
    kit_assert_refused(kit, "workbook_damaged");
}

/* 平台, in the bytes of code page 936; two of them are ASCII letters' codes. */
static Kit *
book_of_code_page(unsigned code_page, const char *text)
{
    Kit *kit = kit_new(KIT_BIFF5);
    kit_record(kit, CODEPAGE, "w", code_page);
    kit_record(kit, FORMAT, "wbs", 164u, 5u, "0\"\x81\x79\"");
    kit_record(kit, XF, "ww", 0u, 164u);
    kit_sheet(kit);
    kit_record(kit, LABEL, "wwwws", 0u, 0u, 0u, (unsigned)strlen(text), text);
    return kit;
}

static void
excel_95_is_read_in_code_page_936(void **state)
{
    (void)state;
    Kit *kit = book_of_code_page(936, "\xC6\xBD\xCC\xA8");
    kit_record(kit, RSTRING, "wwwwsbbb", 0u, 1u, 0u, 2u, "\xC6\xBD", 1u, 0u, 1u);
    kit_record(kit, NUMBER, "wwwd", 0u, 2u, 0u, 5.0);
    kit_record(kit, FORMULA, "wwwbbbbbbwwlw", 0u, 3u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0xFFFFu, 0u, 0u, 0u);
    kit_record(kit, STRING, "ws", 4u, "\xC6");
    kit_record(kit, CONTINUE, "s", "\xBD\xCC\xA8");
    kit_assert(kit, "s\t1\tB:rich C:number D:formula\t平台\t平\t5\t平台\n");
    Reading reading = kit_read(book_of_code_page(936, "ab"));
    assert_has(reading.rows, "\\#fact\tbiff\t5\n\\#fact\tencoding\tCP936\n");
    reading_free(&reading);
    kit_assert(book_of_code_page(1252, "ab"), "s\t1\t\tab\n");
    kit_assert_refused(book_of_code_page(1252, "\xC6\xBD"), "xls_code_page");
    kit_assert_finding(book_of_code_page(10001, "\xC6\xBD"), "xls_code_page\t10001\t");
    kit_assert_refused(book_of_code_page(936, "\xC6\xFF"), "workbook_damaged");
}

static void
other_code_pages_are_read_as_named_and_strictly(void **state)
{
    (void)state;
    kit_assert(book_of_code_page(1251, "\xCF\xEB\xE0\xED"), "s\t1\t\tПлан\n");
    kit_assert(book_of_code_page(932, "\x95\x5C"), "s\t1\t\t表\n");
    kit_assert(book_of_code_page(950, "\xAA\xED"), "s\t1\t\t表\n");
    kit_assert(book_of_code_page(949, "\xC7\xA5"), "s\t1\t\t표\n");
    kit_assert(book_of_code_page(10000, "caf\x8E"), "s\t1\t\tcafé\n");
    kit_assert_refused(book_of_code_page(932, "\x95"), "xls_code_page");
    kit_assert_refused(book_of_code_page(1253, "\xD2"), "xls_code_page");
}

static void
latin_is_believed_with_a_finding_where_it_is_not_chinese(void **state)
{
    (void)state;
    kit_assert(book_of_code_page(1252, "caf\xE9 \x80"), "s\t1\t\tcafé €\n");
    kit_assert_finding(book_of_code_page(1252, "caf\xE9"), "xls_code_page_assumed\t1252\tcafé\t");
    kit_assert_refused(book_of_code_page(1252, "\x81"), "xls_code_page");
    kit_assert_refused(book_of_code_page(0, "\xE9"), "xls_code_page");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_string_goes_on_and_changes_its_width),
        cmocka_unit_test(a_string_goes_on_right_behind_its_head),
        cmocka_unit_test(between_strings_no_flags_are_repeated),
        cmocka_unit_test(runs_and_pinyin_go_on_without_flags),
        cmocka_unit_test(even_a_head_may_be_cut),
        cmocka_unit_test(surrogates_are_joined_across_records_and_halves_are_escaped),
        cmocka_unit_test(strings_that_are_not_there_are_refused),
        cmocka_unit_test(excel_95_is_read_in_code_page_936),
        cmocka_unit_test(other_code_pages_are_read_as_named_and_strictly),
        cmocka_unit_test(latin_is_believed_with_a_finding_where_it_is_not_chinese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
