#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "html/html_token.h"

/* The tokens as text: T text, S start tag with its attributes, E end tag, R raw, C comment, D declaration. */
static void
describe(const HtmlToken *token, Buf *out)
{
    static const char kinds[] = "TSERCD";
    buf_printf(out, "%c(%" TEXT_FMT "%" TEXT_FMT, kinds[token->kind], TEXT_ARG(token->name), TEXT_ARG(token->text));
    for (size_t i = 0; i < token->attribute_count; i++)
        buf_printf(out, " %" TEXT_FMT "=%" TEXT_FMT, TEXT_ARG(token->attributes[i].name),
                   TEXT_ARG(token->attributes[i].value));
    buf_char(out, ')');
}

/* Hands the page over in pieces that grow by `step` bytes, as a window would. */
static HtmlState
read_all(Text page, size_t step, Buf *out)
{
    HtmlTokens tokens = {0};
    HtmlToken token;
    size_t at = 0, end = 0;
    for (;;) {
        HtmlState state = html_token_next(&tokens, text_sub(page, at, end - at), end == page.len, &token);
        if (state == HTML_MORE)
            end = end + step < page.len ? end + step : page.len;
        else if (state != HTML_TOKEN)
            return state;
        else
            describe(&token, out);
        at += token.used;
    }
}

static void
assert_tokens(const char *page, HtmlState last, const char *wanted)
{
    Buf out = buf_new(65536);
    assert_int_equal(read_all(text_of(page), strlen(page) + 1, &out), last);
    buf_char(&out, '\0');
    assert_string_equal(out.ptr, wanted);
    buf_free(&out);
}

static void
tags_and_their_attributes(void **state)
{
    (void)state;
    assert_tokens("<TD colspan=2 Width = \"1>0\" nowrap x:num='3'/>a</Td >", HTML_ENDED,
                  "S(TD colspan=2 Width=1>0 nowrap= x:num=3)T(a)E(Td)");
    assert_tokens("<td width=10%><br/><a href=x/y>", HTML_ENDED, "S(td width=10%)S(br)S(a href=x/y)");
    assert_tokens("<a b=\"1\"c=2 =d e==f>", HTML_ENDED, "S(a b=1 c=2 d= e==f)");
}

static void
what_is_no_tag_is_text(void **state)
{
    (void)state;
    assert_tokens("a < b <5 <> <闽", HTML_ENDED, "T(a )T(< b )T(<5 )T(<> )T(<闽)");
}

static void
comments_and_declarations(void **state)
{
    (void)state;
    assert_tokens("<!DOCTYPE html><!-- a > -- b -->c<!--><!---><!----><![if x]></ d><?php e?>", HTML_ENDED,
                  "D(DOCTYPE html)C( a > -- b )T(c)C()C()C()D([if x])D( d)D(php e?)");
}

static void
scripts_and_styles_are_raw(void **state)
{
    (void)state;
    assert_tokens("<script x=1>if (a</b> '</scripts>')</SCRIPT\n><style></style><p>", HTML_ENDED,
                  "S(script x=1)R(SCRIPTif (a</b> '</scripts>'))E(SCRIPT)S(style)R(style)E(style)S(p)");
}

static void
a_page_that_ends_within_a_token_is_cut(void **state)
{
    (void)state;
    assert_tokens("<td", HTML_CUT, "");
    assert_tokens("<td a=\"x>", HTML_CUT, "");
    assert_tokens("a<", HTML_CUT, "T(a)");
    assert_tokens("<!-- a", HTML_CUT, "");
    assert_tokens("<style>a", HTML_CUT, "S(style)");
    assert_tokens("<style>", HTML_CUT, "S(style)");
    assert_tokens("", HTML_ENDED, "");
}

static void
what_may_swallow_cells_is_broken(void **state)
{
    (void)state;
    assert_tokens("<td <b>", HTML_BROKEN, "");
    assert_tokens("<td<b>", HTML_BROKEN, "");
    assert_tokens("<td a=<b>", HTML_BROKEN, "");
    assert_tokens("<a title=\"x</TD><td>\">", HTML_BROKEN, "");
    assert_tokens("<a title='1 < 2'>", HTML_ENDED, "S(a title=1 < 2)");
}

static void
more_attributes_than_the_limit_are_broken(void **state)
{
    (void)state;
    Buf page = buf_new(65536), out = buf_new(65536);
    buf_text(&page, TEXT("<a"));
    for (int i = 0; i <= LIMIT_HTML_ATTRIBUTES; i++)
        buf_text(&page, TEXT(" b"));
    buf_text(&page, TEXT(">"));
    assert_int_equal(read_all(buf_view(&page), page.len, &out), HTML_BROKEN);
    buf_free(&page);
    buf_free(&out);
}

/* Pieces of text may be cut anywhere but inside of a reference; put together they are the same. */
static void
the_window_changes_nothing(void **state)
{
    (void)state;
    const char *page =
        "<!DOCTYPE html><!-- x --><table a=\"b&amp;c\"><tr><td>1&nbsp;2<td>&#38397;<script>a</script></table>&lt";
    Buf whole = buf_new(65536);
    assert_int_equal(read_all(text_of(page), strlen(page), &whole), HTML_ENDED);
    for (size_t step = 1; step < 12; step++) {
        Buf parts = buf_new(65536);
        assert_int_equal(read_all(text_of(page), step, &parts), HTML_ENDED);
        for (size_t at = text_find(buf_view(&parts), TEXT(")T("), 0); at != SIZE_MAX;
             at = text_find(buf_view(&parts), TEXT(")T("), at + 1))
            if (parts.ptr[at - 1] != ')' && memchr("12", parts.ptr[at - 1], 2) != NULL) {
                memmove(parts.ptr + at, parts.ptr + at + 3, parts.len - at - 3);
                parts.len -= 3;
            }
        assert_true(text_equal(buf_view(&parts), buf_view(&whole)));
        buf_free(&parts);
    }
    buf_free(&whole);
}

static void
attributes_are_found_whatever_their_case(void **state)
{
    (void)state;
    HtmlTokens tokens = {0};
    HtmlToken token;
    Arena *arena = arena_new();
    Text page = TEXT("<td Class='a&amp;b&lt' x:num nowrap class=c>");
    assert_int_equal(html_token_next(&tokens, page, true, &token), HTML_TOKEN);
    assert_true(text_equal(html_token_attribute(&token, TEXT("CLASS")), TEXT("a&amp;b&lt")));
    assert_true(text_equal(html_token_text(&token, TEXT("class"), arena), TEXT("a&b<")));
    assert_true(html_token_attribute(&token, TEXT("x:num")).ptr != NULL);
    assert_int_equal(html_token_attribute(&token, TEXT("x:num")).len, 0);
    assert_null(html_token_attribute(&token, TEXT("style")).ptr);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_and_their_attributes),
        cmocka_unit_test(what_is_no_tag_is_text),
        cmocka_unit_test(comments_and_declarations),
        cmocka_unit_test(scripts_and_styles_are_raw),
        cmocka_unit_test(a_page_that_ends_within_a_token_is_cut),
        cmocka_unit_test(what_may_swallow_cells_is_broken),
        cmocka_unit_test(more_attributes_than_the_limit_are_broken),
        cmocka_unit_test(the_window_changes_nothing),
        cmocka_unit_test(attributes_are_found_whatever_their_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
