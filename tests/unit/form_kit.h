/* For the tests of etl/form: the labels of the cycle's own form, and texts written down as literals. */
#ifndef HUIZONG_TESTS_FORM_KIT_H
#define HUIZONG_TESTS_FORM_KIT_H

#include "convert_kit.h"

#include "asked/form_marks.h"

static Arena *kit_scratch;
static FormLabels kit_labels;

static inline int
form_set_up(void **state)
{
    if (set_up(state) != 0)
        return 1;
    kit_scratch = arena_new();
    kit_labels = form_labels_new(kit_schemas(), kit_arena);
    return 0;
}

static inline int
form_tear_down(void **state)
{
    arena_free(kit_scratch);
    return tear_down(state);
}

static inline FormText
kit_text(const char *cell)
{
    return form_text_new(text_of(cell), kit_scratch, kit_arena);
}

static inline const Field *
form_field(const char *key)
{
    for (size_t i = 0; i < kit_labels.kind->field_count; i++) {
        if (text_equal(kit_labels.kind->fields[i].key, text_of(key)))
            return &kit_labels.kind->fields[i];
    }
    fail_msg("no field %s", key);
    return NULL;
}

#define FORM_TEST(name) cmocka_unit_test_setup_teardown(name, form_set_up, form_tear_down)

#endif
