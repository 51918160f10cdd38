#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "html/html_style.h"
#include "xlsx/xlsx_format.h"

static HtmlStyle
read_style(const char *sheet, const char *tag, Arena *arena)
{
    HtmlStyles styles;
    HtmlTokens tokens = {0};
    HtmlToken token;
    html_styles_open(&styles, arena);
    assert_true(html_styles_add(&styles, text_of(sheet)));
    assert_int_equal(html_token_next(&tokens, text_of(tag), true, &token), HTML_TOKEN);
    return html_style_of(&styles, &token, arena);
}

static HtmlStyle
style_of(const char *sheet, const char *tag)
{
    Arena *arena = arena_new();
    HtmlStyle style = read_style(sheet, tag, arena);
    arena_free(arena);
    return style;
}

/* `code` NULL: none. */
static void
assert_class_format(const char *sheet, const char *tag, const char *code)
{
    Arena *arena = arena_new();
    assert_true(text_equal(read_style(sheet, tag, arena).format, text_of(code)));
    arena_free(arena);
}

static void
assert_format(const char *declarations, XlsxFormat format)
{
    HtmlStyle style = {0};
    Text parent = TEXT("");
    Arena *arena = arena_new();
    html_css_read(text_of(declarations), &style, &parent, arena);
    assert_non_null(style.format.ptr);
    assert_int_equal(xlsx_format_code(style.format), format);
    arena_free(arena);
}

static void
number_formats_with_their_escapes(void **state)
{
    (void)state;
    assert_format("mso-number-format:\"\\@\"", XLSX_PLAIN);
    assert_format("color:red; MSO-Number-Format : '0%' ;", XLSX_PERCENT);
    assert_format("mso-number-format:0\\.00%", XLSX_PERCENT);
    assert_format("mso-number-format:Percent", XLSX_PERCENT);
    assert_format("mso-number-format:\"Short Date\";a:b", XLSX_DATE);
    assert_format("mso-number-format:Standard", XLSX_PLAIN);
    assert_format("mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022d\\0022日\\0022\\;\\@\"", XLSX_DATE);
    assert_format("mso-number-format:\"0\\0022 d;\\0022\"", XLSX_PLAIN);
    assert_format("mso-number-format:\"\\[h\\]\\:mm\"", XLSX_ELAPSED);
    assert_format("vnd.ms-excel.numberformat:yyyy-mm-dd hh:mm", XLSX_DATE_TIME);
}

static void
what_is_hidden(void **state)
{
    (void)state;
    assert_true(style_of("", "<tr style='display:none'>").hidden);
    assert_true(style_of("", "<tr style=\" COLOR:red ; Display : NONE !important\">").hidden);
    assert_true(style_of("", "<tr style='visibility:collapse'>").hidden);
    assert_true(style_of("", "<td hidden>").hidden);
    assert_true(style_of(".a{display:none}", "<td class='x a'>").hidden);
    assert_true(style_of("td.a,.b{display:none}", "<td class=b>").hidden);
    assert_false(style_of(".a{display:none}", "<td class='ab'>").hidden);
    assert_false(style_of(".a{display:none}", "<td class=a style='display:table-cell'>").hidden);
    assert_false(style_of("/* .a{display:none} */ .b{}", "<td class=a>").hidden);
    assert_true(style_of("<!-- .a{color:red} .a{display:none} -->", "<td class=a>").hidden);
    assert_false(style_of(".a{display:none} .a{display:block}", "<td class=a>").hidden);
}

static void
what_hides_somewhere_is_doubtful(void **state)
{
    (void)state;
    assert_true(style_of("@media print { .a{display:none} }", "<td class=a>").doubtful);
    assert_true(style_of(".menu .a{display:none}", "<td class=a>").doubtful);
    assert_true(style_of(".a:hover{display:none}", "<td class=a>").doubtful);
    assert_true(style_of(".a{display:none} .b{display:block}", "<td class='a b'>").doubtful);
    assert_false(style_of(".a .b{display:none}", "<td class=a>").doubtful);
    assert_false(style_of("@media print { .a{color:red} } .b{display:none}", "<td class=a>").doubtful);
    assert_true(style_of("@media print { .a{color:red} } .b{display:none}", "<td class=b>").hidden);
    assert_false(style_of("@media print { .b{display:none} }", "<td class=b style='display:block'>").doubtful);
}

static void
what_hides_elements_without_a_class(void **state)
{
    (void)state;
    assert_true(style_of("rt{display:none}", "<rt>").hidden);
    assert_true(style_of("#old, .b{display:none}", "<tr id=old>").hidden);
    assert_false(style_of("#old{display:none}", "<tr id=new>").hidden);
    assert_true(style_of("td span{display:none}", "<span>").doubtful);
    assert_true(style_of("tr[data-off='1']{display:none}", "<tr data-off=0>").doubtful);
    assert_false(style_of("tr[data-off]{display:none}", "<tr>").doubtful);
    assert_true(style_of("tr:nth-child(2){display:none}", "<tr>").doubtful);
    assert_false(style_of("tr:hover{display:none}", "<tr>").doubtful);
    assert_false(style_of("td::before{display:none}", "<td>").doubtful);
    assert_false(style_of("@media print { td{display:none} }", "<td>").doubtful);
    assert_false(style_of("@page{display:none}", "<td>").hidden);
    assert_false(style_of(".menu td{display:none}", "<td>").doubtful);
    assert_true(style_of(".a{display:none !important}", "<td class=a style='display:block'>").doubtful);
    assert_false(style_of(".a{display:none !important}", "<td class=a style='display:block !important'>").doubtful);
}

static void
a_class_around_counts_once_it_was_seen(void **state)
{
    HtmlStyles styles;
    HtmlTokens tokens = {0};
    HtmlToken token;
    Arena *arena = arena_new();
    (void)state;
    html_styles_open(&styles, arena);
    assert_true(html_styles_add(&styles, TEXT(".deleted > td{display:none}")));
    assert_int_equal(html_token_next(&tokens, TEXT("<td>"), true, &token), HTML_TOKEN);
    assert_false(html_style_of(&styles, &token, arena).doubtful);
    assert_int_equal(html_token_next(&tokens, TEXT("<tr class='row deleted'>"), true, &token), HTML_TOKEN);
    assert_false(html_style_of(&styles, &token, arena).doubtful);
    assert_int_equal(html_token_next(&tokens, TEXT("<td>"), true, &token), HTML_TOKEN);
    assert_true(html_style_of(&styles, &token, arena).doubtful);
    arena_free(arena);
}

static void
what_is_struck_through(void **state)
{
    (void)state;
    assert_true(style_of("", "<td style='text-decoration:line-through'>").struck);
    assert_true(style_of("", "<td style='color:red;TEXT-DECORATION : underline LINE-THROUGH red !important'>").struck);
    assert_true(style_of("", "<td style='text-decoration-line:line-through'>").struck);
    assert_false(style_of("", "<td style='text-decoration:line-throug'>").struck);
    assert_false(style_of("", "<td style='text-decoration:underline'>").struck);
    assert_false(style_of("", "<td style='text-decoration:line-through;text-decoration:none'>").struck);
    assert_true(style_of("", "<s style='text-decoration:none'>").unstruck);
    assert_false(style_of("", "<s style='text-decoration-color:red'>").unstruck);
    assert_true(style_of(".a{text-decoration:line-through}", "<td class='x a'>").struck);
    assert_false(style_of(".a{text-decoration:line-through}", "<td class=a style='text-decoration:none'>").struck);
    assert_false(style_of(".a{text-decoration:line-through} .a{text-decoration:none}", "<td class=a>").struck);
    assert_true(style_of(".a{text-decoration:line-through} .a{color:red}", "<td class=a>").struck);
    assert_true(style_of(".a{text-decoration:line-through} .b{text-decoration:none}", "<td class='a b'>").struck);
    assert_true(style_of(".a{text-decoration:line-through} .b{text-decoration:none}", "<td class='b a'>").struck);
}

static void
what_is_struck_through_somewhere(void **state)
{
    (void)state;
    assert_true(style_of("#list .a{text-decoration:line-through}", "<td class=a>").struck);
    assert_false(style_of(".a td{text-decoration:line-through}", "<td class=a>").struck);
    assert_false(style_of(".a:hover{text-decoration:line-through}", "<td class=a>").struck);
    assert_false(style_of("@media print{.a{text-decoration:line-through}}", "<td class=a>").struck);
    assert_true(style_of(".a{text-decoration:line-through} #list .a{text-decoration:none}", "<td class=a>").struck);
}

static void
formats_come_from_the_style_that_a_class_is_based_on(void **state)
{
    (void)state;
    static const char sheet[] = ".s0{mso-number-format:0%} .xl1{mso-style-parent:s0} .xl2{mso-style-parent:xl1;"
                                "mso-number-format:General} .xl3{mso-style-parent:xl3}";
    assert_class_format(sheet, "<td class=xl1>", "0%");
    assert_class_format(sheet, "<td class=xl2>", "General");
    assert_class_format(sheet, "<td class=xl3>", NULL);
    assert_class_format(sheet, "<td class=xl1 style='mso-number-format:\"Short Date\"'>", "yyyy/m/d");
}

static void
sheets_that_are_broken_end(void **state)
{
    (void)state;
    static const char *const sheets[] = {
        "", "{", "}", ".a{", "@media{", ".a{x:'", "/*", "<!--", "@import 'x'; .a", ",,,{}", ".{}"};
    for (size_t i = 0; i < sizeof sheets / sizeof sheets[0]; i++)
        assert_false(style_of(sheets[i], "<td class=a>").hidden);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number_formats_with_their_escapes),
        cmocka_unit_test(what_is_hidden),
        cmocka_unit_test(what_hides_somewhere_is_doubtful),
        cmocka_unit_test(what_hides_elements_without_a_class),
        cmocka_unit_test(a_class_around_counts_once_it_was_seen),
        cmocka_unit_test(what_is_struck_through),
        cmocka_unit_test(what_is_struck_through_somewhere),
        cmocka_unit_test(formats_come_from_the_style_that_a_class_is_based_on),
        cmocka_unit_test(sheets_that_are_broken_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
