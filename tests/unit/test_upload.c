#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"
#include "schema/upload.h"

static char folder[] = "/tmp/huizong-upload-XXXXXX";
static Arena *arena;

static const char *
schemas(void)
{
    const char *dir = getenv("HUIZONG_SCHEMAS");
    return dir != NULL ? dir : "schemas";
}

static const UploadKind *
kind_of(const UploadSet *set, const char *name)
{
    for (size_t i = 0; i < set->kind_count; i++) {
        if (text_equal(set->kinds[i].kind, text_of(name)))
            return &set->kinds[i];
    }
    fail_msg("no kind %s", name);
    return NULL;
}

static const Field *
field_of(const UploadKind *kind, const char *key)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (text_equal(kind->fields[i].key, text_of(key)))
            return &kind->fields[i];
    }
    fail_msg("no field %s", key);
    return NULL;
}

static bool
has_label(const Field *field, const char *folded)
{
    for (size_t i = 0; i < field->alias_count; i++) {
        if (text_equal(field->aliases[i], text_of(folded)))
            return true;
    }
    return false;
}

static void
the_summary_has_the_columns_of_fujians_attachment(void **state)
{
    static const char *const PRINTED[] = {"序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"};
    Err err = {0};
    UploadSet *set = upload_read(schemas(), "fujian-2023", arena, &err);
    size_t column = 0;
    (void)state;
    assert_string_equal(err.message, "");
    assert_non_null(set);
    assert_int_equal(set->form_year, 2023);
    const UploadKind *summary = kind_of(set, "summary");
    for (size_t i = 0; i < summary->field_count; i++) {
        const Field *field = &summary->fields[i];
        if (!field->in_head && field->printed)
            assert_true(text_equal(field->title, text_of(PRINTED[column++])));
    }
    assert_int_equal(column, 5);
}

static void
a_label_is_known_with_and_without_its_note(void **state)
{
    Err err = {0};
    UploadSet *set = upload_read(schemas(), "guangdong-2022", arena, &err);
    (void)state;
    assert_non_null(set);
    const Field *mobile = field_of(kind_of(set, "summary"), "sum_mobile");
    assert_true(has_label(mobile, "联系方式(手机)"));
    assert_true(has_label(mobile, "联系方式"));
    assert_int_equal(mobile->type, FIELD_MOBILE);
    assert_true(mobile->personal);
    assert_false(field_of(kind_of(set, "summary"), "ent_org_code")->printed);
}

static void
every_register_is_known_by_its_file_name(void **state)
{
    static const char *const STEMS[][2] = {
        {"register_office", "本单位"},        {"register_receipts", "收件登记"},  {"register_winners", "历年入选名单"},
        {"register_waivers", "超额批准"},     {"register_matches", "匹配裁定"},   {"register_decisions", "审查决定"},
        {"register_withdrawals", "撤回登记"}, {"register_selection", "遴选结果"}, {"register_units", "推荐单位名录"}};
    Err err = {0};
    UploadSet *set = upload_read(schemas(), "registers", arena, &err);
    (void)state;
    assert_string_equal(err.message, "");
    assert_non_null(set);
    assert_int_equal(set->form_year, 0);
    assert_int_equal(set->kind_count, sizeof(STEMS) / sizeof(STEMS[0]));
    for (size_t i = 0; i < set->kind_count; i++) {
        const UploadKind *kind = kind_of(set, STEMS[i][0]);
        assert_true(text_equal(kind->title, text_of(STEMS[i][1])));
        assert_false(field_of(kind, "batch")->expected);
    }
    assert_int_equal(field_of(kind_of(set, "register_decisions"), "decision")->choice_count, 3);
}

/* One field of a schema, and what its reader says of it. */
static void
assert_refused(const char *fields, const char *refusal)
{
    Err err = {0};
    const char *path = arena_printf(arena, "%s/try/summary.json", folder).ptr;
    assert_true(file_write(path, arena_printf(arena, "{\"fields\": [%s]}", fields), 0644, &err));
    assert_null(upload_read(folder, "try", arena, &err));
    assert_int_equal(err.code, ERR_CONFIG);
    if (strstr(err.message, refusal) == NULL || strstr(err.message, "try/summary.json") == NULL)
        fail_msg("%s: %s", refusal, err.message);
}

#define FIELD(key, title, more)                                                                                        \
    "{\"name\": \"" key "\", \"title\": \"" title                                                                      \
    "\", \"type\": \"string\", \"x:place\": \"row\", \"x:clause\": \"一\"" more "}"

static void
a_wrong_field_is_refused_with_file_and_path(void **state)
{
    (void)state;
    assert_refused("", "fields: no field");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"nmae\""), "fields[0].x:type: unknown type");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:alias\": []"), "fields[0].x:alias: unknown key");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:match\": 1"), "fields[0].x:match: ");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:column\": \"maybe\""), "x:column: unknown word");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\", \"x:width\": 0"), "x:width: a width is");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"enum\""), "fields[0]: an enum without");
    assert_refused("{\"name\": \"a\", \"title\": \"甲\", \"x:type\": \"name\", \"x:place\": \"row\"}",
                   "fields[0]: neither x:clause nor x:assumed");
}

static void
a_label_with_two_meanings_is_refused(void **state)
{
    (void)state;
    assert_refused(
        FIELD("a", "名称", ", \"x:type\": \"name\"") "," FIELD("b", "名称（全称）", ", \"x:type\": \"name\""),
        "fields[1]: shares a label");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"name\"") "," FIELD("a", "乙", ", \"x:type\": \"name\""),
                   "fields[1]: a field of that name");
}

static int
set_up(void **state)
{
    static const char PACKAGE[] = "{\"name\": \"try\", \"resources\": [{\"name\": \"summary\", \"title\": \"表\", "
                                  "\"data\": [], \"schema\": \"summary.json\"}]}";
    Err err = {0};
    (void)state;
    arena = arena_new();
    if (mkdtemp(folder) == NULL || !tree_make(arena_printf(arena, "%s/try", folder).ptr, 0755, &err))
        return -1;
    const char *path = arena_printf(arena, "%s/try/datapackage.json", folder).ptr;
    return file_write(path, text_of(PACKAGE), 0644, &err) ? 0 : -1;
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
        cmocka_unit_test(the_summary_has_the_columns_of_fujians_attachment),
        cmocka_unit_test(a_label_is_known_with_and_without_its_note),
        cmocka_unit_test(every_register_is_known_by_its_file_name),
        cmocka_unit_test(a_wrong_field_is_refused_with_file_and_path),
        cmocka_unit_test(a_label_with_two_meanings_is_refused),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
