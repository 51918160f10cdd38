/* For the tests of figures: what the form reads of one. */
#ifndef HUIZONG_TESTS_NUMBER_KIT_H
#define HUIZONG_TESTS_NUMBER_KIT_H

#include "convert_kit.h"

/* A figure of the form as it is read: the only finding's code and what it was read as, NULL where there is none. */
typedef struct NumberCase {
    const char *field;
    const char *raw;
    const char *label;
    const char *value; /* NULL: bad */
    const char *source;
    const char *factor;
    const char *code;
} NumberCase;

static inline void
assert_number(const NumberCase *want)
{
    TypedCell cell = convert(kit_schema_field("application", want->field), want->raw, want->label, "");
    assert_same(want->raw, "state", cell.state, want->value != NULL ? "number" : "bad");
    assert_same(want->raw, "value", cell.value, want->value);
    if (want->value != NULL) {
        assert_same(want->raw, "unit_source", cell.unit_source, want->source);
        assert_same(want->raw, "factor", cell.factor, want->factor);
    }
    assert_same(want->raw, "raw", cell.raw, want->raw);
    assert_same(want->raw, "finding", findings.count > 0 ? text_of(findings.items[0].code) : TEXT_NONE, want->code);
    assert_int_equal(findings.count, want->code != NULL);
}

#define ASSERT_NUMBERS(cases)                                                                                          \
    for (size_t i = 0; i < sizeof(cases) / sizeof((cases)[0]); i++)                                                    \
    assert_number(&(cases)[i])

#endif
