/* Python's decimal and datetime as referee: referee.py prints cases and answers, which must be ours. */
#include "expect.h"

#include "rows/copytext.h"
#include "text/calendar.h"
#include "text/decimal.h"

#include <inttypes.h>

enum { BEIJING = 480 };

static Decimal
read_decimal(Text written)
{
    Decimal number;
    Text rest;

    if (!decimal_read(written, &number, &rest) || rest.len > 0)
        fail_msg("\"%" TEXT_FMT "\" was not read whole", TEXT_ARG(written));
    return number;
}

static Text
answer_decimal(Text kind, Text left_text, Text right_text, Arena *arena)
{
    Decimal left = read_decimal(left_text);
    Decimal result = left;

    if (!text_equal(kind, TEXT("read"))) {
        Decimal right = read_decimal(right_text);

        if (text_equal(kind, TEXT("compare")))
            return arena_printf(arena, "%d", decimal_compare(&left, &right));
        if (text_equal(kind, TEXT("add")))
            assert_true(decimal_add(&left, &right, &result));
        else
            assert_true(decimal_multiply(&left, &right, &result));
    }
    return decimal_text(&result, arena);
}

static Text
answer_time(Text kind, Text left, Arena *arena)
{
    CalendarTime time;

    if (text_equal(kind, TEXT("iso")))
        return calendar_iso(strtoll(arena_string(arena, left), NULL, 10), BEIJING, arena);
    if (!calendar_read(left, &time))
        return TEXT("impossible");
    return arena_printf(arena, "%" PRId64, calendar_instant(&time, BEIJING));
}

static void
check_case(const Text *fields, Arena *arena)
{
    bool is_time = text_equal(fields[0], TEXT("iso")) || text_equal(fields[0], TEXT("instant"));
    Text answer =
        is_time ? answer_time(fields[0], fields[1], arena) : answer_decimal(fields[0], fields[1], fields[2], arena);

    if (!text_equal(answer, fields[3]))
        fail_msg("%" TEXT_FMT " \"%" TEXT_FMT "\" \"%" TEXT_FMT "\": got \"%" TEXT_FMT "\", expected \"%" TEXT_FMT "\"",
                 TEXT_ARG(fields[0]), TEXT_ARG(fields[1]), TEXT_ARG(fields[2]), TEXT_ARG(answer), TEXT_ARG(fields[3]));
}

static void
decimals_and_times_are_those_of_python(void **state)
{
    FILE *python = popen("/usr/bin/python3 tests/unit/referee.py", "r");
    CopyReader *reader;
    Arena *arena = arena_new();
    Text *fields;
    size_t count;
    Text raw;
    Err err;
    int cases = 0;

    (void)state;
    assert_non_null(python);
    reader = copytext_open(fileno(python), 10000);
    while (copytext_next(reader, &fields, &count, &raw, &err)) {
        assert_int_equal(count, 4);
        check_case(fields, arena);
        arena_reset(arena);
        cases++;
    }
    assert_int_equal(err.code, ERR_NONE);
    assert_int_equal(cases, 7 * 3000);
    copytext_close(reader);
    arena_free(arena);
    assert_int_equal(pclose(python), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(decimals_and_times_are_those_of_python)};

    return cmocka_run_group_tests_name("referee", tests, NULL, NULL);
}
