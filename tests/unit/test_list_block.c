#include "list_cases.h"

#include "list/platform.h"

#define HEAD "工业设备清单", "平台名称：榕城工联平台"
#define DEVICES "序号|设备名称|设备ID|数量"
#define OTHER_AT(cell, row, raw) "\t" cell "\t" row "\t\\N\terror\tlist_other_platform\t" raw "\t\\N\t榕城工联平台\t"

static void
what_stands_below_another_platforms_name_is_not_read(void **state)
{
    const ListCase cases[] = {
        {"its label above its header",
         ROWS(HEAD, DEVICES, "1|泵|A1|1", "", "平台名称：闽都云平台", DEVICES, "1|泵|B1|1"), "1\t1\t0",
         OTHER_AT("A6", "6", "闽都云平台")},
        {"label and name in two cells", ROWS(HEAD, DEVICES, "1|泵|A1|1", "平台名称|闽都云平台", DEVICES, "1|泵|B1|1"),
         "1\t1\t0", OTHER_AT("B5", "5", "闽都云平台")},
        {"without a second header", ROWS(HEAD, DEVICES, "1|泵|A1|1", "平台名称：闽都云平台", "2|泵|B1|1"), "1\t1\t0",
         OTHER_AT("A5", "5", "闽都云平台")},
        {"a title with it", ROWS(HEAD, DEVICES, "1|泵|A1|1", "闽都云平台工业设备清单", DEVICES, "1|泵|B1|1"), "1\t1\t0",
         OTHER_AT("A5", "5", "闽都云平台工业设备清单")},
        {"a title with it and no header", ROWS(HEAD, DEVICES, "1|泵|A1|1", "工业设备清单（闽都云平台）", "2|泵|B1|1"),
         "1\t1\t0", OTHER_AT("A5", "5", "工业设备清单（闽都云平台）")},
        {"a heading above its header", ROWS(HEAD, DEVICES, "1|泵|A1|1", "二、闽都云平台", DEVICES, "1|泵|B1|1"),
         "1\t1\t0", OTHER_AT("A5", "5", "二、闽都云平台")},
        {"a heading, and then its label",
         ROWS(HEAD, DEVICES, "1|泵|A1|1", "二、闽都云平台", "平台名称：闽都云平台", "2|泵|B1|1"), "1\t1\t0",
         OTHER_AT("A5", "5", "二、闽都云平台")},
        {"another unit there as well",
         ROWS(HEAD, DEVICES, "1|泵|A1|1", "平台名称：闽都云平台", "序号|设备名称|设备ID|数量（万台）", "1|泵|B1|1"),
         "1\t1\t0", OTHER_AT("A5", "5", "闽都云平台")},
        {"below a title that names its own",
         ROWS("榕城工联平台工业设备清单", DEVICES, "1|泵|A1|1", "闽都云平台工业设备清单", DEVICES, "1|泵|B1|1"),
         "1\t1\t0", OTHER_AT("A4", "4", "闽都云平台工业设备清单")},
        {"below a heading that names its own",
         ROWS(DEVICES, "一、榕城工联平台", "1|泵|A1|1", "二、闽都云平台", DEVICES, "1|泵|B1|1"), "1\t1\t0",
         OTHER_AT("A4", "4", "二、闽都云平台")},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "工业设备清单");
}

static void
below_its_own_name_and_mere_headings_a_list_goes_on(void **state)
{
    const ListCase cases[] = {
        {"its head on every page", ROWS(HEAD, DEVICES, "1|泵|A1|1", "平台名称：榕城工联平台", DEVICES, "2|泵|A2|1"),
         "2\t2\t0", NULL},
        {"its name at greater length",
         ROWS(HEAD, DEVICES, "1|泵|A1|1", "平台名称：榕城工联工业互联网平台", DEVICES, "2|泵|A2|1"), "2\t2\t0", NULL},
        {"its title on every page",
         ROWS(HEAD, DEVICES, "1|泵|A1|1", "榕城工联平台工业设备清单（续）", DEVICES, "2|泵|A2|1"), "2\t2\t0",
         "\tA5\t5\t\\N\twarning\tremark_row_skipped\t榕城工联平台工业设备清单（续）\t"},
        {"a part of the platform", ROWS(HEAD, DEVICES, "1|泵|A1|1", "二、能源管理平台", "2|泵|A2|1"), "2\t2\t0",
         "\tA5\t5\t\\N\twarning\tremark_row_skipped\t二、能源管理平台\t"},
        {"any platform", ROWS(HEAD, DEVICES, "1|泵|A1|1", "二、其他平台设备", DEVICES, "2|泵|A2|1"), "2\t2\t0",
         "\tA5\t5\t\\N\twarning\tremark_row_skipped\t二、其他平台设备\t"},
        {"a workshop", ROWS(HEAD, DEVICES, "1|泵|A1|1", "二号车间工业设备清单", DEVICES, "2|泵|A2|1"), "2\t2\t0",
         "\tA5\t5\t\\N\twarning\tremark_row_skipped\t二号车间工业设备清单\t"},
        {"another name with nothing below", ROWS(HEAD, DEVICES, "1|泵|A1|1", "平台名称：闽都云平台"), "1\t1\t0",
         "\tA5\t5\t\\N\twarning\tremark_row_skipped\t闽都云平台\t"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "工业设备清单");
}

#define FIRMS(unit) "序号|企业名称|服务金额" unit "|联系人"

static void
what_counts_in_another_unit_is_not_read(void **state)
{
    const ListCase cases[] = {
        {"a header right below entries",
         ROWS(FIRMS("（万元）"), "1|甲公司|1|林某", FIRMS("（元）"), "2|乙公司|20000|林某"), "1\t1\t0",
         "\tC3\t3\t\\N\terror\tlist_other_unit\t服务金额（元）\t"},
        {"below a title",
         ROWS(FIRMS("（万元）"), "1|甲公司|1|林某", "服务工业企业清单（续）|||", FIRMS("（元）"),
              "2|乙公司|20000|林某"),
         "1\t1\t0", "\tC4\t4\t\\N\terror\tlist_other_unit\t服务金额（元）\t"},
        {"where the first says none", ROWS(FIRMS(""), "1|甲公司|1|林某", FIRMS("（元）"), "2|乙公司|20000|林某"),
         "1\t1\t0", "\tC3\t3\t\\N\terror\tlist_other_unit\t服务金额（元）\t"},
        {"a unit above the same header",
         ROWS(FIRMS(""), "1|甲公司|1|林某", "单位：元", FIRMS(""), "2|乙公司|20000|林某"), "1\t1\t0",
         "\tA3\t3\t\\N\terror\tlist_other_unit\t单位：元\t"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "服务工业企业清单");
}

static void
a_header_again_in_other_words_is_one(void **state)
{
    const ListCase cases[] = {
        {"the same unit, unsaid and said", ROWS(FIRMS(""), "1|甲公司|1|林某", FIRMS("（万元）"), "2|乙公司|2|林某"),
         "2\t2\t0", NULL},
        {"a note", ROWS(FIRMS(""), "1|甲公司|1|林某", "序号|企业名称（全称）|服务金额|联系人", "2|乙公司|2|林某"),
         "2\t2\t0", NULL},
        {"the unit above both",
         ROWS("单位：元", FIRMS(""), "1|甲公司|1|林某", "单位：元", FIRMS(""), "2|乙公司|2|林某"), "2\t2\t0",
         "\tA4\t4\t\\N\twarning\tunit_below_unread\t单位：元\t"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "服务工业企业清单");
}

static void
identifiers_that_end_in_zeros_are_doubted(void **state)
{
    const ListCase cases[] = {
        {"all of them", ROWS("序号|设备名称|设备ID", "1|泵|350100202205010000", "2|泵|A1", "3|泵|350100202205020000"),
         "3\t3\t0", "\tC2\t2\t设备ID\twarning\tidentifiers_rounded\t350100202205010000\t"},
        {"one has other digits",
         ROWS("序号|设备名称|设备ID", "1|泵|350100202205010000", "2|泵|350100202205020001", "3|泵|350100202205030000"),
         "3\t3\t0", NULL},
        {"no more than chance", ROWS("序号|设备名称|设备ID", "1|泵|3501002022050100", "2|泵|3501002022050110"),
         "2\t2\t0", NULL},
        {"letters among them", ROWS("序号|设备名称|设备ID", "1|泵|35010020220501A0000", "2|泵|35010020220502A0000"),
         "2\t2\t0", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "工业设备清单");
}

static void
platforms_are_named_by_titles_and_headings(void **state)
{
    static const struct {
        const char *line, *name; /* "": it names none */
    } cases[] = {{"闽都云平台工业设备清单", "闽都云平台"},
                 {"附件1：闽都云平台工业设备清单", "闽都云平台"},
                 {"（二）闽都云平台", "闽都云平台"},
                 {"闽都云平台接入设备", "闽都云平台"},
                 {"工业设备清单（闽都 云平台）", "闽都云平台"},
                 {"工业互联网平台设备清单", ""},
                 {"本平台设备", ""},
                 {"以下设备均接入福建公共服务平台", ""},
                 {"闽都云平台由福州市建设", ""},
                 {"福州市工业设备清单", ""}};
    UploadKind kind = {.title = TEXT("工业设备清单"), .words = (Text[]){TEXT("设备")}, .word_count = 1};
    Arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Text name = platform_named(text_of(cases[i].line), &kind, arena);
        if (!text_equal(name, text_of(cases[i].name)))
            fail_msg("%s: %" TEXT_FMT, cases[i].line, TEXT_ARG(name));
    }
    assert_true(platform_is_same(TEXT("榕城工联"), TEXT("榕城工联工业互联网平台"), false));
    assert_true(platform_is_same(TEXT("榕城工联平台"), TEXT("2.榕城工联平台"), true));
    assert_false(platform_is_same(TEXT("云山平台"), TEXT("云山二号平台"), false));
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_stands_below_another_platforms_name_is_not_read),
        TEST(below_its_own_name_and_mere_headings_a_list_goes_on),
        TEST(what_counts_in_another_unit_is_not_read),
        TEST(a_header_again_in_other_words_is_one),
        TEST(identifiers_that_end_in_zeros_are_doubted),
        cmocka_unit_test(platforms_are_named_by_titles_and_headings),
    };

    return cmocka_run_group_tests_name("list block", tests, NULL, NULL);
}
