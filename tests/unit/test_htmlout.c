#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "out/htmlout.h"
#include "out/svg.h"

static void
assert_page(const HtmlOut *html, const char *expected)
{
    Arena *arena = arena_new();
    assert_false(html->full);
    assert_string_equal(arena_string(arena, buf_view(&html->page)), expected);
    arena_free(arena);
}

static void
htmlout_escapes_what_comes_from_data(void **state)
{
    (void)state;
    HtmlOut html = htmlout_begin();
    htmlout_element(&html, "td", " class=\"n\"", TEXT("</td><script>alert('甲')</script> & \"乙\"\x01"));
    assert_page(&html, "<td class=\"n\">&lt;/td&gt;&lt;script&gt;alert(&#39;甲&#39;)&lt;/script&gt; &amp; "
                       "&quot;乙&quot;</td>");
    htmlout_end(&html);
}

static void
htmlout_writes_nothing_for_no_text(void **state)
{
    (void)state;
    HtmlOut html = htmlout_begin();
    htmlout_element(&html, "p", "", TEXT_NONE);
    assert_page(&html, "<p></p>");
    htmlout_end(&html);
}

static void
htmlout_refuses_a_page_beyond_its_ceiling(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    Text piece = {arena_alloc(arena, 1024 * 1024), 1024 * 1024};
    HtmlOut html = htmlout_begin();
    memset((char *)(uintptr_t)piece.ptr, 'a', piece.len);
    for (int i = 0; i < 17; i++)
        htmlout_text(&html, piece);
    assert_false(htmlout_write(&html, "/nowhere/page.html", &err));
    assert_int_equal(err.code, ERR_DATA);
    htmlout_end(&html);
    arena_free(arena);
}

static bool
holds(const HtmlOut *html, const char *part)
{
    return text_find(buf_view(&html->page), text_of(part), 0) != SIZE_MAX;
}

/* The drawing is 360 wide, of which 190 are for bars: half of the longest is 95. */
static void
svg_bars_have_one_scale(void **state)
{
    (void)state;
    const SvgBar bars[] = {{TEXT("甲"), 2, 4, TEXT("2/4"), "s5"}, {TEXT("<乙>"), 0, 4, TEXT("0/4"), "s5"}};
    HtmlOut html = htmlout_begin();
    svg_bars(&html, TEXT("名额"), TEXT("说明"), bars, 2);
    assert_true(holds(&html, "<rect class=\"s5\" x=\"106\" y=\"6\" width=\"95\""));
    assert_true(holds(&html, "<rect class=\"room\" x=\"106\" y=\"6\" width=\"190\""));
    assert_true(holds(&html, "<rect class=\"s5\" x=\"106\" y=\"28\" width=\"0\""));
    assert_true(holds(&html, "&lt;乙&gt;"));
    assert_true(holds(&html, "<title>名额</title><desc>说明</desc>"));
    htmlout_end(&html);
}

static void
svg_steps_end_at_the_line_of_all(void **state)
{
    (void)state;
    const SvgPoint points[] = {{TEXT("6月5日"), 0}, {TEXT("6月6日"), 10}};
    const SvgPoint alone[] = {{TEXT("6月5日"), 0}};
    HtmlOut html = htmlout_begin();
    svg_steps(&html, TEXT("进度"), TEXT("说明"), points, 2, 10, TEXT("应报10家"));
    assert_true(holds(&html, "d=\"M26 190L346 26\""));
    assert_true(holds(&html, "<line class=\"most\" x1=\"26\" y1=\"26\""));
    svg_steps(&html, TEXT("进度"), TEXT("说明"), alone, 1, 0, TEXT("应报0家"));
    assert_true(holds(&html, "d=\"M26 190\""));
    htmlout_end(&html);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(htmlout_escapes_what_comes_from_data),
        cmocka_unit_test(htmlout_writes_nothing_for_no_text),
        cmocka_unit_test(htmlout_refuses_a_page_beyond_its_ceiling),
        cmocka_unit_test(svg_bars_have_one_scale),
        cmocka_unit_test(svg_steps_end_at_the_line_of_all),
    };

    return cmocka_run_group_tests_name("htmlout", tests, NULL, NULL);
}
