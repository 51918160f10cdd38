/* For the tests of schema/convert: one cell at a time, and its findings. */
#ifndef HUIZONG_TESTS_CONVERT_KIT_H
#define HUIZONG_TESTS_CONVERT_KIT_H

#include "table_kit.h"

#include <stdlib.h>

#include "schema/convert.h"

static Gbk *gbk;
static FindingList findings;

typedef struct Case {
    const char *raw;
    const char *state;
    const char *value; /* NULL: absent */
    const char *text;
    const char *code; /* of the only finding; NULL: none */
} Case;

static inline int
set_up(void **state)
{
    Err err = {0};
    kit_set_up(state);
    gbk = gbk_open(&err);
    return gbk == NULL;
}

static inline int
tear_down(void **state)
{
    gbk_close(gbk);
    return kit_tear_down(state);
}

static inline TypedCell
convert(const Field *field, const char *raw, const char *label, const char *marks)
{
    findings = findinglist_new(kit_arena);
    Converter converter = {gbk, kit_arena, &findings, TEXT("甲|乙")};
    CellInput input = {
        .place = {TEXT("S"), 7, 2}, .raw = text_of(raw), .marks = text_of(marks), .label = text_of(label)};
    return convert_cell(&converter, field, &input);
}

static inline void
assert_same(const char *raw, const char *what, Text got, const char *want)
{
    Text wanted = want == NULL ? TEXT_NONE : text_of(want);
    if ((got.ptr == NULL) != (want == NULL) || !text_equal(got, wanted))
        fail_msg("\"%s\": %s is \"%" TEXT_FMT "\", expected \"%" TEXT_FMT "\"", raw, what, TEXT_ARG(got),
                 TEXT_ARG(wanted));
}

static inline void
assert_cases(const Field *field, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        TypedCell cell = convert(field, cases[i].raw, "", "");
        assert_same(cases[i].raw, "state", cell.state, cases[i].state);
        assert_same(cases[i].raw, "value", cell.value, cases[i].value);
        assert_same(cases[i].raw, "text", cell.text, cases[i].text);
        assert_same(cases[i].raw, "raw", cell.raw, cases[i].raw);
        assert_same(cases[i].raw, "finding", findings.count > 0 ? text_of(findings.items[0].code) : TEXT_NONE,
                    cases[i].code);
        assert_int_equal(findings.count, cases[i].code != NULL);
    }
}

#define ASSERT_CASES(field, cases) assert_cases(&(field), cases, sizeof(cases) / sizeof((cases)[0]))

/* The schemas of the cycle that the forms' tests are about. */
static inline const UploadSet *
kit_schemas(void)
{
    Err err = {0};
    const char *dir = getenv("HUIZONG_SCHEMAS");
    const UploadSet *set = upload_read(dir != NULL ? dir : "schemas", "fujian-2023", kit_arena, &err);
    assert_string_equal(err.message, "");
    return set;
}

static inline const Field *
kit_schema_field(const char *kind, const char *key)
{
    const UploadSet *set = kit_schemas();
    for (size_t i = 0; i < set->kind_count; i++) {
        for (size_t k = 0; text_equal(set->kinds[i].kind, text_of(kind)) && k < set->kinds[i].field_count; k++) {
            if (text_equal(set->kinds[i].fields[k].key, text_of(key)))
                return &set->kinds[i].fields[k];
        }
    }
    fail_msg("no field %s", key);
    return NULL;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
