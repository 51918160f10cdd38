#include "expect.h"

#include "docx/docx_overlay.h"

static void
signs_over_a_box_are_what_a_person_sees(void **state)
{
    static const struct {
        const char *code, *seen;
    } cases[] = {
        {"EQ \\o\\ac(□,√)", "☑"},     {"eq \\o\\ac(√,□)", "☑"},           {"EQ\\o(□;✔)", "☑"},
        {"EQ \\O\\al( □ , √ )", "☑"}, {"EQ \\o\\ac(○,\\s\\up2(√))", "☑"}, {"EQ \\o\\ac(□,×)", "☒"},
        {"EQ \\o\\ac(○,3)", "③"},     {"eq \\o\\ac(○,21)", "㉑"},         {"EQ \\o(□,)", "□"},
    };
    Arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_text(docx_overlay_text(text_of(cases[i].code), arena), cases[i].seen);
    arena_free(arena);
}

static void
anything_else_is_not_known(void **state)
{
    static const char *const codes[] = {"EQ \\f(1,2)",      "EQ \\o\\ac(□,1)", "EQ \\o\\ac(○,51)", "EQ \\o\\ac(○,0)",
                                        "EQ \\o(□,√,√)",    "EQ \\o(□)",       "EQ \\o(□,√",       "EQ \\o",
                                        "EQ \\o\\ac(是,√)", "EQ (□,√)",        "EQ \\o\\ac(○,密)", ""};
    Arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        assert_null(docx_overlay_text(text_of(codes[i]), arena).ptr);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_over_a_box_are_what_a_person_sees),
        cmocka_unit_test(anything_else_is_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
