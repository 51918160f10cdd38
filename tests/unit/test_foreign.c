#include "intake/foreign.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

static void
uploads_are_not_foreign(void **state)
{
    (void)state;
    assert_null(foreign_reason(TEXT("汇总表.xlsx"), S_IFREG));
    assert_null(foreign_reason(TEXT("~汇总表.xlsx"), S_IFREG));
    assert_null(foreign_reason(TEXT("part.csv"), S_IFREG));
    assert_null(foreign_reason(TEXT("Thumbs.db.csv"), S_IFREG));
    assert_null(foreign_reason(TEXT("x"), S_IFREG));
    assert_null(foreign_reason(TEXT(".隐藏.csv"), S_IFREG));
}

static void
lock_files_are_known_by_both_office_families(void **state)
{
    (void)state;
    assert_string_equal(foreign_reason(TEXT("~$汇总表.xlsx"), S_IFREG), "lock_file");
    assert_string_equal(foreign_reason(TEXT(".~lock.汇总表.xlsx#"), S_IFREG), "lock_file");
    assert_string_equal(foreign_reason(TEXT(".~汇总表.xlsx"), S_IFREG), "lock_file");
}

static void
system_files_are_known_in_any_case(void **state)
{
    (void)state;
    assert_string_equal(foreign_reason(TEXT("Thumbs.db"), S_IFREG), "system_file");
    assert_string_equal(foreign_reason(TEXT("THUMBS.DB"), S_IFREG), "system_file");
    assert_string_equal(foreign_reason(TEXT("Desktop.ini"), S_IFREG), "system_file");
    assert_string_equal(foreign_reason(TEXT(".DS_Store"), S_IFREG), "system_file");
    assert_string_equal(foreign_reason(TEXT("._汇总表.xlsx"), S_IFREG), "system_file");
}

static void
unfinished_downloads_are_half_copied(void **state)
{
    (void)state;
    assert_string_equal(foreign_reason(TEXT("汇总表.xlsx.part"), S_IFREG), "half_copied");
    assert_string_equal(foreign_reason(TEXT("汇总表.crdownload"), S_IFREG), "half_copied");
    assert_string_equal(foreign_reason(TEXT("~WRL0001.TMP"), S_IFREG), "half_copied");
}

static void
the_type_goes_before_the_name(void **state)
{
    (void)state;
    assert_string_equal(foreign_reason(TEXT("汇总表.xlsx"), S_IFLNK), "symlink");
    assert_string_equal(foreign_reason(TEXT("~$汇总表.xlsx"), S_IFLNK), "symlink");
    assert_string_equal(foreign_reason(TEXT("汇总表.xlsx"), S_IFIFO), "not_a_file");
    assert_string_equal(foreign_reason(TEXT("汇总表.xlsx"), S_IFSOCK), "not_a_file");
    assert_string_equal(foreign_reason(TEXT("汇总表.xlsx"), S_IFBLK), "not_a_file");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uploads_are_not_foreign),
        cmocka_unit_test(lock_files_are_known_by_both_office_families),
        cmocka_unit_test(system_files_are_known_in_any_case),
        cmocka_unit_test(unfinished_downloads_are_half_copied),
        cmocka_unit_test(the_type_goes_before_the_name),
    };
    return cmocka_run_group_tests_name("foreign", tests, NULL, NULL);
}
