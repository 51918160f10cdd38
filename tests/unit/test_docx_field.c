#include "expect.h"

#include "docx/docx_field.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main|"

/* An element of w:ffData with its w:val; NULL: it has none. */
static void
form(DocxFields *fields, const char *element, const char *value, Arena *arena)
{
    const char *attributes[] = {value != NULL ? W "val" : NULL, value, NULL};
    docx_field_form(fields, element, attributes, arena);
}

static void
a_box_is_ticked_by_its_state_and_else_by_its_default(void **state)
{
    Arena *arena = arena_new();
    static const struct {
        const char *preset, *checked, *text;
    } boxes[] = {{"1", NULL, "☑"}, {"0", NULL, "☐"}, {"1", "0", "☐"}, {"0", "true", "☑"}, {NULL, "false", "☐"}};

    (void)state;
    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++) {
        DocxFields fields = {.count = 0};
        DocxField field;
        assert_true(docx_field_begin(&fields));
        form(&fields, "checkBox", NULL, arena);
        if (boxes[i].preset != NULL)
            form(&fields, "default", boxes[i].preset, arena);
        if (boxes[i].checked != NULL)
            form(&fields, "checked", boxes[i].checked, arena);
        assert_true(docx_field_end(&fields, &field));
        expect_text(docx_field_text(&field, arena), boxes[i].text);
    }
    arena_free(arena);
}

static void
a_list_says_its_chosen_entry(void **state)
{
    Arena *arena = arena_new();
    DocxFields fields = {.count = 0};
    DocxField field;

    (void)state;
    assert_true(docx_field_begin(&fields));
    form(&fields, "ddList", NULL, arena);
    form(&fields, "result", "1", arena);
    form(&fields, "listEntry", "国有", arena);
    form(&fields, "listEntry", "民营", arena);
    assert_true(docx_field_end(&fields, &field));
    expect_text(docx_field_text(&field, arena), "民营");
    arena_free(arena);
}

static void
only_results_are_text(void **state)
{
    DocxFields fields = {.count = 0};
    DocxField field;

    (void)state;
    assert_false(docx_field_hides(&fields) || docx_field_end(&fields, &field));
    assert_true(docx_field_begin(&fields) && docx_field_hides(&fields));
    docx_field_separate(&fields, 0, 1);
    assert_false(docx_field_hides(&fields));
    assert_true(docx_field_begin(&fields) && docx_field_hides(&fields));
    assert_true(docx_field_end(&fields, &field));
    assert_false(docx_field_hides(&fields));
    assert_true(docx_field_end(&fields, &field) && !docx_field_end(&fields, &field));
}

static void
a_table_of_contents_is_no_text(void **state)
{
    static const struct {
        const char *pieces[3];
        bool hides;
    } fields[] = {{{" TOC \\o", " x"}, true},
                  {{" ", "T", "oc"}, true},
                  {{"TOCX"}, false},
                  {{"PAGE TOC"}, false},
                  {{"HYPERLINK", " TOC"}, false}};

    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        DocxFields open = {.count = 0};
        assert_true(docx_field_begin(&open));
        for (size_t j = 0; j < 3 && fields[i].pieces[j] != NULL; j++)
            docx_field_instruct(&open, text_of(fields[i].pieces[j]));
        docx_field_separate(&open, 0, 1);
        assert_int_equal(docx_field_hides(&open), fields[i].hides);
    }
}

static void
fields_in_fields_have_an_end(void **state)
{
    DocxFields fields = {.count = 0};

    (void)state;
    for (int i = 0; i < LIMIT_DOCX_FIELDS; i++)
        assert_true(docx_field_begin(&fields));
    assert_false(docx_field_begin(&fields));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_is_ticked_by_its_state_and_else_by_its_default),
        cmocka_unit_test(a_list_says_its_chosen_entry),
        cmocka_unit_test(only_results_are_text),
        cmocka_unit_test(a_table_of_contents_is_no_text),
        cmocka_unit_test(fields_in_fields_have_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
