#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/refusals.h"
#include "base/tree.h"
#include "schema/cycle.h"
#include "schema/cycle_folder.h"

/* Guangdong's package with one thing changed. */
typedef struct Change {
    const char *what;
    const char *was;
    const char *becomes;
    const char *refusal; /* a part of the message */
} Change;

static char folder[] = "/tmp/huizong-cycle-XXXXXX";
static Arena *arena;

static const char *
schemas(void)
{
    const char *dir = getenv("HUIZONG_SCHEMAS");
    return dir != NULL ? dir : "schemas";
}

static Text
package_of(const char *cycle)
{
    Err err = {0};
    Text package;
    const char *path = arena_printf(arena, "%s/%s/datapackage.json", schemas(), cycle).ptr;
    assert_true(file_read(path, 1024 * 1024, arena, &package, &err));
    return package;
}

static Text
changed(Text package, const Change *change)
{
    size_t at = text_find(package, text_of(change->was), 0);
    if (at == SIZE_MAX)
        fail_msg("%s: nothing to change", change->what);
    return arena_printf(arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(text_sub(package, 0, at)), change->becomes,
                        TEXT_ARG(text_sub(package, at + strlen(change->was), SIZE_MAX)));
}

static Cycle *
read_changed(const Change *change, Err *err)
{
    const char *path = arena_printf(arena, "%s/guangdong-2022/datapackage.json", folder).ptr;
    Err fault = {0};
    *err = (Err){0};
    assert_true(file_write(path, changed(package_of("guangdong-2022"), change), 0644, &fault));
    return cycle_read(folder, "guangdong-2022", arena, err);
}

static void
each_wrong_value_is_refused_with_file_and_path(void **state)
{
    static const Change CHANGES[] = {
        {"unknown key", "\"quota_advise\":", "\"quota_advice\":", "x:cycle.quota_advice: unknown key"},
        {"unknown key in a value", "{\"value\": 2022, \"clause\"", "{\"value\": 2022, \"claus\": \"\", \"clause\"",
         "x:cycle.form_year.claus: unknown key"},
        {"impossible date", "2022-03-10\"", "2022-02-30\"", "x:cycle.notice_date.value: not a date"},
        {"impossible hour", "T15:00:00+08:00", "T25:00:00+08:00", "x:cycle.deadline.value: not an instant"},
        {"deadline without offset", "T15:00:00+08:00", "T15:00:00", "x:cycle.deadline.value: not an instant"},
        {"zone mismatch", "T15:00:00+08:00", "T15:00:00+09:00", "x:cycle.deadline.value: another offset than zone"},
        {"deadline before the notice", "2022-03-18T15", "2022-03-08T15", "x:cycle.deadline.value: not after"},
        {"wrong type", "{\"value\": 2022, \"clause\"", "{\"value\": \"2022\", \"clause\"", "x:cycle.form_year.value: "},
        {"negative quota", "\"quota\": {\"value\": 2", "\"quota\": {\"value\": -2", "x:cycle.quota.value: -2 is not"},
        {"unknown word", "\"value\": \"refuse\"", "\"value\": \"maybe\"",
         "x:cycle.late.value: unknown word; known are refuse, decide"},
        {"neither clause nor assumed",
         "\"zone\": {\"value\": \"+08:00\", \"assumed\": true, \"why\": \"通知未写时区，按北京时间\"}",
         "\"zone\": {\"value\": \"+08:00\"}", "x:cycle.zone: neither clause nor assumed"},
        {"assumed without why",
         "\"zone\": {\"value\": \"+08:00\", \"assumed\": true, \"why\": \"通知未写时区，按北京时间\"}",
         "\"zone\": {\"value\": \"+08:00\", \"assumed\": true}", "x:cycle.zone: assumed without why"},
        {"unknown unit type", "\"type\": \"city\"", "\"type\": \"town\"",
         "x:cycle.units.value[0](440100).type: unknown unit type"},
        {"shared alias, folded", "\"aliases\": [\"韶关\"", "\"aliases\": [\"廣州 \", \" 广州\"",
         "x:cycle.units.value[1](440200).aliases[1]: \" 广州\" also names unit 440100"},
        {"shared code", "\"code\": \"440200\"", "\"code\": \"440100\"",
         "x:cycle.units.value[1](440100).code: \"440100\" also names unit 440100"},
        {"rule twice", "\"code\": \"quota_order_assumed\"", "\"code\": \"over_quota\"",
         "x:rules[2](over_quota): a rule of that code is there already"},
        {"another folder's name", "\"name\": \"guangdong-2022\"", "\"name\": \"guangdong-2023\"",
         "name: not the name of its folder"},
        {"figures of a year after the form's", "\"base_year\": {\"value\": 2021", "\"base_year\": {\"value\": 2023",
         "x:cycle.base_year.value: after form_year"},
        {"counting that has not begun", "\"since_year\": {\"value\": 2020", "\"since_year\": {\"value\": 2022",
         "x:cycle.since_year.value: after base_year"},
        {"onward before the units' deadline", "\"onward_deadline\": {\"value\": null",
         "\"onward_deadline\": {\"value\": \"2022-03-18T14:59:59+08:00\"",
         "x:cycle.onward_deadline.value: before deadline"},
        {"advice below the quota", "\"quota_advise\": {\"value\": null", "\"quota_advise\": {\"value\": 1",
         "x:cycle.quota_advise.value: below quota"},
        {"an annex without number", "\"附件4\"", "\"附件\"", "x:cycle.attachment_no.value: not the number of an annex"},
        {"a number that is of no annex", "\"附件4\"", "\"4\"",
         "x:cycle.attachment_no.value: not the number of an annex"},
        {"an annex of two numbers", "\"附件4\"", "\"附件3/4\"",
         "x:cycle.attachment_no.value: not the number of an annex"},
        {"a code with a letter among its digits", "\"code\": \"440200\"", "\"code\": \"44a2\"",
         "x:cycle.units.value[1](44a2).code: neither six digits"},
        {"a code a digit short", "\"code\": \"440200\"", "\"code\": \"44020\"",
         "x:cycle.units.value[1](44020).code: neither six digits"},
        {"a day of one digit", "2022-03-10\"", "2022-3-10\"", "x:cycle.notice_date.value: not a date like"},
        {"a deadline of one digit", "2022-03-18T15:00:00", "2022-3-18T15:00:00",
         "x:cycle.deadline.value: not an instant like"},
        {"a deadline without seconds", "T15:00:00", "T15:00", "x:cycle.deadline.value: not an instant like"},
        {"a zone without colon", "\"zone\": {\"value\": \"+08:00\"", "\"zone\": {\"value\": \"+0800\"",
         "x:cycle.zone.value: not an offset like +08:00"},
        {"an alias of which nothing is left", "\"aliases\": [\"韶关\"", "\"aliases\": [\" \"",
         "x:cycle.units.value[1](440200).aliases[0]: nothing is left"},
        {"a prefix of another province than the units", "\"region_prefix\": {\"value\": \"44\"",
         "\"region_prefix\": {\"value\": \"35\"", "x:cycle.region_prefix.value: unit 440100 is of another region"},
        {"the same key twice", "\"form_year\":", "\"form_year\": null, \"form_year\":", "duplicate object key"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(CHANGES) / sizeof(CHANGES[0]); i++) {
        Err err = {0};
        assert_null(read_changed(&CHANGES[i], &err));
        assert_int_equal(err.code, ERR_CONFIG);
        if (strstr(err.message, CHANGES[i].refusal) == NULL || strstr(err.message, folder) == NULL)
            fail_msg("%s: %s", CHANGES[i].what, err.message);
    }
}

static void
the_annex_bears_a_number_as_notices_write_it(void **state)
{
    static const char *const NUMBERS[] = {"附件12", "附件3-1", "附件三", "附件十二"};
    (void)state;
    for (size_t i = 0; i < sizeof(NUMBERS) / sizeof(NUMBERS[0]); i++) {
        Change change = {NUMBERS[i], "附件4\"", arena_printf(arena, "%s\"", NUMBERS[i]).ptr, ""};
        Err err = {0};
        Cycle *cycle = read_changed(&change, &err);
        assert_string_equal(err.message, "");
        assert_true(text_equal(cycle->attachment_no, text_of(NUMBERS[i])));
    }
}

static void
all_that_is_wrong_is_told_by_place(void **state)
{
    static const char *const WANT[] = {"x:cycle.deadline.value: not an instant", "x:cycle.zone.value: not an offset",
                                       "x:cycle.quota.value: an integer", "x:cycle.copies.value: an object is expected",
                                       "x:cycle.units.value[1](440200).type: unknown unit type"};
    static const Change WRONG[] = {
        {"deadline", "T15:00:00+08:00", "T15", ""},
        {"zone", "\"zone\": {\"value\": \"+08:00\"", "\"zone\": {\"value\": \"+0800\"", ""},
        {"quota", "\"quota\": {\"value\": 2", "\"quota\": {\"value\": \"2\"", ""},
        {"copies", "\"copies\": {\"value\": {\"application\": 3, \"summary\": 2, \"disc\": 2}",
         "\"copies\": {\"value\": 3", ""},
        {"type", "\"short\": \"韶关市\", \"type\": \"city\"", "\"short\": \"韶关市\", \"type\": \"town\"", ""}};
    Text package = package_of("guangdong-2022");
    Err err = {.all = refusals_new(arena)};
    Err fault = {0};
    (void)state;
    for (size_t i = 0; i < sizeof(WRONG) / sizeof(WRONG[0]); i++)
        package = changed(package, &WRONG[i]);
    const char *path = arena_printf(arena, "%s/guangdong-2022/datapackage.json", folder).ptr;
    assert_true(file_write(path, package, 0644, &fault));
    assert_null(cycle_read(folder, "guangdong-2022", arena, &err));
    refusals_sort(err.all);
    for (size_t i = 0; i < sizeof(WANT) / sizeof(WANT[0]); i++) {
        if (text_find(refusals_message(err.all, i), text_of(WANT[i]), 0) == SIZE_MAX)
            fail_msg("%s: %s", WANT[i], refusals_message(err.all, i).ptr);
    }
    assert_int_equal(refusals_count(err.all), sizeof(WANT) / sizeof(WANT[0]));
}

static void
guangdong_is_read_as_its_notice_says(void **state)
{
    Err err = {0};
    Cycle *cycle = cycle_read(schemas(), "guangdong-2022", arena, &err);
    (void)state;
    assert_string_equal(err.message, "");
    assert_non_null(cycle);
    assert_int_equal(cycle->deadline, 1647586800);  /* date -d 2022-03-18T15:00:00+08:00 +%s */
    assert_int_equal(cycle->notice_at, 1646841600); /* date -d 2022-03-10T00:00:00+08:00 +%s */
    assert_true(cycle->deadline_inclusive);
    assert_int_equal(cycle->quota, 2);
    assert_int_equal(cycle->quota_advise, -1);
    assert_int_equal(cycle->unit_count, 23);
    assert_true(text_equal(cycle->units[0].name, TEXT("广州市工业和信息化局")));
    assert_true(cycle->direct_route);
    assert_int_equal(cycle->copies.disc, 2);
}

static void
fujian_ends_with_its_last_day(void **state)
{
    Err err = {0};
    Cycle *cycle = cycle_read(schemas(), "fujian-2023", arena, &err);
    (void)state;
    assert_non_null(cycle);
    assert_int_equal(cycle->deadline, 1686585600); /* date -d 2023-06-13T00:00:00+08:00 +%s */
    assert_true(text_equal(cycle->late, TEXT("decide")));
    assert_false(cycle->direct_route);
}

static void
guangzhou_has_no_quota_but_advises(void **state)
{
    Err err = {0};
    Cycle *cycle = cycle_read(schemas(), "guangzhou-2022", arena, &err);
    (void)state;
    assert_non_null(cycle);
    assert_int_equal(cycle->quota, -1);
    assert_int_equal(cycle->quota_advise, 2);
}

static const CycleUnit *
unit_called(const Cycle *cycle, const char *folded)
{
    for (size_t i = 0; i < cycle->alias_count; i++) {
        if (text_equal(cycle->aliases[i].folded, text_of(folded)))
            return &cycle->units[cycle->aliases[i].unit];
    }
    return NULL;
}

static void
pingtan_is_found_by_name_and_by_its_county_code(void **state)
{
    Err err = {0};
    Cycle *cycle = cycle_read(schemas(), "fujian-2023", arena, &err);
    (void)state;
    assert_non_null(cycle);
    const CycleUnit *unit = unit_called(cycle, "350128");
    assert_non_null(unit);
    assert_true(text_equal(unit->type, TEXT("zone")));
    assert_ptr_equal(unit, unit_called(cycle, "平潭综合实验区经发局"));
}

static void
only_folders_with_a_cycle_are_cycles(void **state)
{
    static const char *const WANT[] = {"fujian-2023", "guangdong-2022", "guangzhou-2022"};
    Err err = {0};
    const char **names = cycle_folder_list(schemas(), arena, &err);
    (void)state;
    assert_non_null(names);
    for (size_t i = 0; i < 3; i++) {
        assert_non_null(names[i]);
        assert_string_equal(names[i], WANT[i]);
    }
    assert_null(names[3]);
}

static void
the_digest_follows_the_content(void **state)
{
    char before[HASH_HEX + 1], after[HASH_HEX + 1];
    Err err = {0};
    const char *path = arena_printf(arena, "%s/guangdong-2022/summary.json", folder).ptr;
    const char *cycle = arena_printf(arena, "%s/guangdong-2022", folder).ptr;
    (void)state;
    assert_true(file_write(path, TEXT("{}"), 0644, &err));
    assert_true(cycle_folder_digest(cycle, before, arena, &err));
    assert_true(file_write(path, TEXT("{ }"), 0644, &err));
    assert_true(cycle_folder_digest(cycle, after, arena, &err));
    assert_string_not_equal(before, after);
    assert_true(file_write(path, TEXT("{}"), 0644, &err));
    assert_true(cycle_folder_digest(cycle, after, arena, &err));
    assert_string_equal(before, after);
}

static int
set_up(void **state)
{
    Err err = {0};
    (void)state;
    arena = arena_new();
    return mkdtemp(folder) != NULL && tree_make(arena_printf(arena, "%s/guangdong-2022", folder).ptr, 0755, &err) ? 0
                                                                                                                  : -1;
}

static int
tear_down(void **state)
{
    Err err = {0};
    (void)state;
    arena_free(arena);
    return tree_remove(folder, &err) ? 0 : -1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guangdong_is_read_as_its_notice_says),
        cmocka_unit_test(fujian_ends_with_its_last_day),
        cmocka_unit_test(guangzhou_has_no_quota_but_advises),
        cmocka_unit_test(pingtan_is_found_by_name_and_by_its_county_code),
        cmocka_unit_test(each_wrong_value_is_refused_with_file_and_path),
        cmocka_unit_test(the_annex_bears_a_number_as_notices_write_it),
        cmocka_unit_test(all_that_is_wrong_is_told_by_place),
        cmocka_unit_test(only_folders_with_a_cycle_are_cycles),
        cmocka_unit_test(the_digest_follows_the_content),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
