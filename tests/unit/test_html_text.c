#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "html/html_entity.h"
#include "html/html_text.h"

/* `source` with | for <br> and ^ for the bound of a block. */
static HtmlTextState
build(HtmlText *text, const char *source)
{
    HtmlTextState state = HTML_TEXT_GOOD;
    Text unknown;
    for (size_t at = 0; source[at] != '\0' && state == HTML_TEXT_GOOD; at++) {
        size_t len = strcspn(source + at, "|^");
        state = html_text_add(text, (Text){source + at, len}, &unknown);
        at += len;
        if (source[at] == '\0')
            break;
        if (source[at] == '|')
            html_text_break(text);
        else
            html_text_block(text);
    }
    return state;
}

static void
assert_text(const char *source, const char *wanted)
{
    HtmlText text = html_text_new(1024);
    assert_int_equal(build(&text, source), HTML_TEXT_GOOD);
    assert_true(text_equal(html_text_view(&text), text_of(wanted)));
    html_text_free(&text);
}

static void
blanks_are_joined_and_ends_have_none(void **state)
{
    (void)state;
    assert_text("", "");
    assert_text(" \r\n\t ", "");
    assert_text("  a \n\r\t b  ", "a b");
    assert_text("\xE3\x80\x80"
                "a",
                "\xE3\x80\x80"
                "a");
}

static void
no_break_spaces_are_blanks_that_stay(void **state)
{
    (void)state;
    assert_text("&nbsp;", "");
    assert_text("&nbsp; a&nbsp;", "a");
    assert_text("a&nbsp;b", "a b");
    assert_text("a&nbsp;&nbsp;b", "a  b");
    assert_text("a &nbsp; b", "a   b");
    assert_text("a\xC2\xA0\xC2\xB7", "a \xC2\xB7");
}

static void
lines_begin_by_breaks_and_blocks(void **state)
{
    (void)state;
    assert_text("a|b", "a\nb");
    assert_text(" a | b ", "a\nb");
    assert_text("|a||b|", "a\n\nb");
    assert_text("^a^^b^", "a\nb");
    assert_text("a|^b", "a\nb");
    assert_text("a^|b", "a\n\nb");
    assert_text("a&nbsp;|&nbsp;b", "a\nb");
}

static void
references_as_browsers_read_them(void **state)
{
    (void)state;
    assert_text("&lt;&#60;&#x3c;&#X3C;", "<<<<");
    assert_text("&#38397;&#x1F600;", "闽\xF0\x9F\x98\x80");
    assert_text("&#128;&#x99;", "€™");
    assert_text("&copy2&amp", "©2&");
    assert_text("AT&T & R&D &; &# &#x; &hearts ", "AT&T & R&D &; &# &#x; &hearts");
    assert_text("&hearts;&Auml;&auml;", "♥Ää");
}

static void
assert_unknown(const char *source)
{
    HtmlText text = html_text_new(1024);
    assert_int_equal(build(&text, source), HTML_TEXT_UNKNOWN);
    html_text_free(&text);
}

static void
what_is_no_character_is_told(void **state)
{
    (void)state;
    assert_unknown("a&bigstar;");
    assert_unknown("&#0;");
    assert_unknown("&#xD800;");
    assert_unknown("&#x110000;");
    assert_unknown("&#99999999999999999999;");
    assert_unknown("&#129;");
}

static void
an_attribute_keeps_what_may_be_an_address(void **state)
{
    (void)state;
    char out[HTML_ENTITY_OUT];
    size_t taken, len;
    assert_int_equal(html_entity_read(TEXT("&copy=1"), true, &taken, out, &len), HTML_ENTITY_NONE);
    assert_int_equal(html_entity_read(TEXT("&copyx"), true, &taken, out, &len), HTML_ENTITY_NONE);
    assert_int_equal(html_entity_read(TEXT("&copy "), true, &taken, out, &len), HTML_ENTITY_GOOD);
    assert_int_equal(html_entity_read(TEXT("&copy;x"), true, &taken, out, &len), HTML_ENTITY_GOOD);
    assert_int_equal(taken, 6);
}

static void
the_ceiling_is_told(void **state)
{
    (void)state;
    HtmlText text = html_text_new(4);
    Text unknown;
    assert_int_equal(html_text_add(&text, TEXT("abcde"), &unknown), HTML_TEXT_TOO_LONG);
    html_text_clear(&text);
    assert_int_equal(html_text_add(&text, TEXT("a&nbsp;&nbsp;&nbsp;&nbsp;b"), &unknown), HTML_TEXT_TOO_LONG);
    html_text_free(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_are_joined_and_ends_have_none),
        cmocka_unit_test(no_break_spaces_are_blanks_that_stay),
        cmocka_unit_test(lines_begin_by_breaks_and_blocks),
        cmocka_unit_test(references_as_browsers_read_them),
        cmocka_unit_test(what_is_no_character_is_told),
        cmocka_unit_test(an_attribute_keeps_what_may_be_an_address),
        cmocka_unit_test(the_ceiling_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
