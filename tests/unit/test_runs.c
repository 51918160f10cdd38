#include "expect.h"

#include "text/runs.h"
#include "xlsx/xlsx_text.h"

static void
figures_are_raised_and_lowered(void **state)
{
    (void)state;
    expect_text(runs_character(runs_script(TEXT("superscript")), TEXT("7")), "⁷");
    expect_text(runs_character(runs_script(TEXT("subscript")), TEXT("0")), "₀");
    expect_text(runs_character(runs_script(TEXT("baseline")), TEXT("7")), "7");
    expect_text(runs_character(RUN_RAISED, TEXT("注")), "注");
    expect_text(runs_character(RUN_UNSET, TEXT("7")), "7");
}

static void
square_metres_stay_as_they_are(void **state)
{
    (void)state;
    assert_false(runs_apart(RUN_RAISED, TEXT("5000m")));
    assert_false(runs_apart(RUN_LOWERED, TEXT("CO")));
    assert_true(runs_apart(RUN_RAISED, TEXT("50010")));
    assert_true(runs_apart(RUN_RAISED, TEXT("")));
    assert_false(runs_apart(RUN_BASELINE, TEXT("50010")));
}

static void
only_parts_of_figures_join(void **state)
{
    (void)state;
    assert_true(runs_join(TEXT("30"), TEXT("38")));
    assert_true(runs_join(TEXT("共30 "), TEXT(" 万台")));
    assert_true(runs_join(TEXT("3,"), TEXT("000")));
    assert_false(runs_join(TEXT("30个"), TEXT("38")));
    assert_false(runs_join(TEXT(""), TEXT("38")));
    assert_false(runs_join(TEXT("30"), TEXT("  ")));
}

/* One run of rich text: its property, or NULL. */
static void
add_run(XlsxText *text, const char *property, const char *value, const char *piece)
{
    const char *none[] = {NULL}, *attributes[] = {value != NULL ? "val" : NULL, value, NULL};
    xlsx_text_start(text, "r", none);
    if (property != NULL)
        xlsx_text_start(text, property, attributes);
    xlsx_text_start(text, "t", none);
    assert_true(xlsx_text_add(text, text_of(piece)));
    xlsx_text_end(text, "t");
}

static void
runs_of_a_cell_do_not_join_figures(void **state)
{
    XlsxText text;

    (void)state;
    xlsx_text_open(&text, 64);
    xlsx_text_begin(&text);
    add_run(&text, NULL, NULL, "50010");
    add_run(&text, "vertAlign", "superscript", "1");
    add_run(&text, NULL, NULL, "台");
    expect_text(buf_view(&text.text), "50010¹台");
    xlsx_text_begin(&text);
    add_run(&text, "strike", NULL, "30");
    add_run(&text, NULL, NULL, "38");
    expect_text(buf_view(&text.text), "30\xCC\xB6"
                                      "38");
    assert_true(text.runs.struck);
    xlsx_text_begin(&text);
    add_run(&text, NULL, NULL, "5");
    add_run(&text, "strike", NULL, "万");
    expect_text(buf_view(&text.text), "5万\xCC\xB6");
    xlsx_text_begin(&text);
    add_run(&text, "vertAlign", "superscript", "_x0031_");
    expect_text(buf_view(&text.text), "_x0031_");
    xlsx_text_close(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_raised_and_lowered),
        cmocka_unit_test(square_metres_stay_as_they_are),
        cmocka_unit_test(only_parts_of_figures_join),
        cmocka_unit_test(runs_of_a_cell_do_not_join_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
