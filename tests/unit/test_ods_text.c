#include "expect.h"

#include "ods/ods_name.h"
#include "ods/ods_text.h"

/*
 * A paragraph in signs: [ and ] its ends, s S two and ten blanks of an element, ~ a blank of an element that does not
 * say how many, > a tab, / a line break, * a span; what else is characters.
 */
static bool
read_sign(OdsText *text, char sign)
{
    static const char *const none[] = {NULL};
    static const char *const two[] = {ODS_TEXT("c"), "2", NULL};
    static const char *const ten[] = {ODS_TEXT("c"), "10", NULL};
    switch (sign) {
    case '[':
        return ods_text_paragraph(text);
    case ']':
        return ods_text_end_paragraph(text);
    case 's':
        return ods_text_element(text, "s", two);
    case 'S':
        return ods_text_element(text, "s", ten);
    case '~':
        return ods_text_element(text, "s", none);
    case '>':
        return ods_text_element(text, "tab", none);
    case '/':
        return ods_text_element(text, "line-break", none);
    case '*':
        return ods_text_element(text, "span", none);
    default:
        return ods_text_add(text, (Text){&sign, 1});
    }
}

static void
expect_read(const char *signs, const char *wanted)
{
    OdsText text;
    ods_text_open(&text, 64);
    ods_text_begin(&text);
    for (; *signs != '\0'; signs++)
        assert_true(read_sign(&text, *signs));
    expect_text(text.text.len > 0 ? buf_view(&text.text) : TEXT(""), wanted);
    ods_text_close(&text);
}

static void
white_space_inside_is_one_blank(void **state)
{
    (void)state;
    expect_read("[a\n   b]", "a b");
    expect_read("[a  \nb]", "a b");
    expect_read("[a\t\r\nb]", "a b");
    expect_read("[a\n*\nb]", "a b");
    expect_read("[a\xC2\xA0\nb]", "a\xC2\xA0 b");
}

static void
white_space_at_an_end_is_none(void **state)
{
    (void)state;
    expect_read("[\n   a\n ]", "a");
    expect_read("[\ta\r]", "a");
    expect_read("[\n]", "");
    expect_read("[ \n~a~\n ]", " a ");
}

static void
blanks_alone_stay(void **state)
{
    (void)state;
    expect_read("[a  b]", "a  b");
    expect_read("[a * b]", "a  b");
    expect_read("[  a ]", "  a ");
    expect_read("[ ][  ]", " \n  ");
    expect_read("[ ~ a]", "   a");
    expect_read("[\n][ a]", "\n a");
}

static void
elements_stand_for_what_would_collapse(void **state)
{
    (void)state;
    expect_read("[~a]", " a");
    expect_read("[a ~b]", "a  b");
    expect_read("[a sb]", "a   b");
    expect_read("[S]", "          ");
    expect_read("[a~ b]", "a  b");
    expect_read("[a>b/c]", "a\tb\nc");
    expect_read("[>]", "\t");
}

static void
paragraphs_are_lines(void **state)
{
    (void)state;
    expect_read("[a][b]", "a\nb");
    expect_read("[a][]", "a\n");
    expect_read("[][]", "\n");
    expect_read("[a\n][\n b]", "a\nb");
    expect_read("[a][ b]", "a\n b");
}

static void
text_says_whether_there_was_a_span_or_any_paragraph(void **state)
{
    OdsText text;

    (void)state;
    ods_text_open(&text, 64);
    ods_text_begin(&text);
    assert_false(text.paragraph);
    assert_true(read_sign(&text, '[') && read_sign(&text, '*') && read_sign(&text, ']'));
    assert_true(text.paragraph && text.rich);
    ods_text_begin(&text);
    assert_false(text.paragraph || text.rich);
    ods_text_close(&text);
}

static void
text_beyond_its_ceiling_is_told(void **state)
{
    static const char *const many[] = {ODS_TEXT("c"), "18446744073709551615", NULL};
    OdsText text;

    (void)state;
    ods_text_open(&text, 4);
    ods_text_begin(&text);
    assert_true(ods_text_paragraph(&text) && ods_text_add(&text, TEXT("abcd")));
    assert_false(ods_text_add(&text, TEXT("e")));
    ods_text_begin(&text);
    assert_true(ods_text_paragraph(&text));
    assert_false(ods_text_element(&text, "s", many));
    ods_text_begin(&text);
    assert_true(ods_text_paragraph(&text) && ods_text_add(&text, TEXT("abcd")) && ods_text_end_paragraph(&text));
    assert_false(ods_text_paragraph(&text));
    ods_text_close(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_inside_is_one_blank),
        cmocka_unit_test(white_space_at_an_end_is_none),
        cmocka_unit_test(blanks_alone_stay),
        cmocka_unit_test(elements_stand_for_what_would_collapse),
        cmocka_unit_test(paragraphs_are_lines),
        cmocka_unit_test(text_says_whether_there_was_a_span_or_any_paragraph),
        cmocka_unit_test(text_beyond_its_ceiling_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
