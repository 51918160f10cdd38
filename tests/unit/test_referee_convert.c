/* Python's decimal and datetime as referee of whole cells: referee_convert.py prints cells and what they are, which must be ours. */
#include "convert_kit.h"

#include "rows/copytext.h"

enum { CASES = 20000 + 5000 + 1000, FIELD_COUNT = 9 };

enum { CASE_FIELD, CASE_LABEL, CASE_RAW, CASE_STATE, CASE_ANSWER, CASE_SOURCE, CASE_FIELDS };

static const Field *fields[FIELD_COUNT];

static void
find_fields(void)
{
    static const char *const keys[FIELD_COUNT] = {"rev_3y",          "ent_profit_prev",    "platform_investment",
                                                  "eq_total",        "killer_daily_calls", "employees",
                                                  "ent_established", "platform_built",     "ent_profile"};
    for (size_t i = 0; i < FIELD_COUNT; i++)
        fields[i] = kit_schema_field("application", keys[i]);
}

static const Field *
field_named(Text key)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (text_equal(fields[i]->key, key))
            return fields[i];
    }
    fail_msg("no field %" TEXT_FMT, TEXT_ARG(key));
    return NULL;
}

static Text
first_error(void)
{
    for (size_t i = 0; i < findings.count; i++) {
        if (findings.items[i].error)
            return text_of(findings.items[i].code);
    }
    return TEXT_NONE;
}

/* Of a long text the warning with its count, else the text or the error. */
static Text
answer_of(const Field *field, const TypedCell *cell, Arena *arena)
{
    if (field->type == FIELD_LONGTEXT)
        return findings.count == 0
                   ? TEXT("")
                   : arena_printf(arena, "%s %" TEXT_FMT, findings.items[0].code, TEXT_ARG(findings.items[0].read_as));
    return text_equal(cell->state, TEXT("bad")) ? first_error() : cell->text;
}

static void
check_case(const Text *want, Arena *arena)
{
    const Field *field = field_named(want[CASE_FIELD]);
    findings = findinglist_new(arena);
    Converter converter = {gbk, arena, &findings, TEXT_NONE};
    CellInput input = {.place = {TEXT("S"), 7, 2}, .raw = want[CASE_RAW], .label = want[CASE_LABEL]};
    TypedCell cell = convert_cell(&converter, field, &input);
    Text answer = answer_of(field, &cell, arena);
    bool number = text_equal(cell.state, TEXT("number"));
    if (!text_equal(cell.state, want[CASE_STATE]) || !text_equal(answer, want[CASE_ANSWER]) ||
        (number && !text_equal(cell.unit_source, want[CASE_SOURCE])))
        fail_msg("%" TEXT_FMT " \"%" TEXT_FMT "\" under \"%" TEXT_FMT "\": got %" TEXT_FMT " \"%" TEXT_FMT
                 "\" from %" TEXT_FMT ", expected %" TEXT_FMT " \"%" TEXT_FMT "\" from %" TEXT_FMT,
                 TEXT_ARG(want[CASE_FIELD]), TEXT_ARG(want[CASE_RAW]), TEXT_ARG(want[CASE_LABEL]), TEXT_ARG(cell.state),
                 TEXT_ARG(answer), TEXT_ARG(cell.unit_source), TEXT_ARG(want[CASE_STATE]), TEXT_ARG(want[CASE_ANSWER]),
                 TEXT_ARG(want[CASE_SOURCE]));
}

static void
cells_are_what_python_makes_of_them(void **state)
{
    FILE *python = popen("/usr/bin/python3 tests/unit/referee_convert.py", "r");
    Arena *arena = arena_new();
    Text *want;
    size_t count;
    Text raw;
    Err err = {0};
    int cases = 0;
    (void)state;
    assert_non_null(python);
    find_fields();
    CopyReader *reader = copytext_open(fileno(python), 100000);
    while (copytext_next(reader, &want, &count, &raw, &err)) {
        assert_int_equal(count, CASE_FIELDS);
        check_case(want, arena);
        arena_reset(arena);
        cases++;
    }
    assert_int_equal(err.code, ERR_NONE);
    assert_int_equal(cases, CASES);
    copytext_close(reader);
    arena_free(arena);
    assert_int_equal(pclose(python), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {TEST(cells_are_what_python_makes_of_them)};
    return cmocka_run_group_tests_name("referee_convert", tests, NULL, NULL);
}
