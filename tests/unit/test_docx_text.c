#include "expect.h"

#include "docx/docx_text.h"

/* Pieces, parted by |; those that begin with _ are underlined. */
static void
add_pieces(DocxText *text, const char *pieces)
{
    while (*pieces != '\0') {
        bool underlined = *pieces == '_';
        pieces += underlined;
        size_t len = strcspn(pieces, "|");
        assert_true(docx_text_add(text, (Text){pieces, len}, underlined));
        pieces += len + (pieces[len] == '|');
    }
}

static void
expect_read(const char *pieces, const char *expected)
{
    DocxText text;

    docx_text_open(&text, 64);
    docx_text_begin(&text);
    add_pieces(&text, pieces);
    assert_true(docx_text_settle(&text, NULL));
    expect_text(buf_view(&text.text), expected);
    docx_text_close(&text);
}

static void
underlined_blanks_are_a_line(void **state)
{
    (void)state;
    expect_read("共|_ |台", "共____台");
    expect_read("共|_  |_　|_\t|台", "共____台");
    expect_read("_  ", "____");
    expect_read("_  |\n|_  ", "____\n____");
}

static void
blanks_around_what_is_underlined_go(void **state)
{
    (void)state;
    expect_read("共|_ 12 |台", "共12台");
    expect_read("_  |_闽云|_ 平台|_  |（章）", "闽云 平台（章）");
    expect_read("_ 12 ", "12");
    expect_read("共 |_ 12 | 台", "共 12 台");
}

static void
words_stay_parted(void **state)
{
    (void)state;
    expect_read("ABC|_ Cloud |2.0", "ABC Cloud 2.0");
    expect_read("_Cloud |_ |2", "Cloud 2");
    expect_read("_12 |_台", "12 台");
    expect_read("1|_ ，2 |，3", "1，2，3");
}

static void
what_is_not_underlined_stays(void **state)
{
    (void)state;
    expect_read("  共 12  ", "  共 12  ");
    expect_read("共____|_____", "共________");
}

static void
a_blank_result_becomes_a_line(void **state)
{
    size_t len;
    DocxText text;

    (void)state;
    docx_text_open(&text, 64);
    docx_text_begin(&text);
    add_pieces(&text, "共");
    assert_true(docx_text_settle(&text, &len));
    add_pieces(&text, "\xE2\x80\x82\xE2\x80\x82");
    assert_true(docx_text_settle(&text, NULL) && docx_text_fill(&text, len));
    assert_true(docx_text_fill(&text, len));
    add_pieces(&text, "台");
    expect_text(buf_view(&text.text), "共____台");
    docx_text_close(&text);
}

static void
a_text_beyond_its_ceiling_is_told(void **state)
{
    DocxText text;

    (void)state;
    docx_text_open(&text, 4);
    docx_text_begin(&text);
    assert_true(docx_text_add(&text, TEXT("abc"), false) && docx_text_add(&text, TEXT(" "), true));
    assert_false(docx_text_settle(&text, NULL));
    docx_text_begin(&text);
    assert_false(docx_text_add(&text, TEXT("abcde"), false));
    docx_text_close(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(underlined_blanks_are_a_line),
        cmocka_unit_test(blanks_around_what_is_underlined_go),
        cmocka_unit_test(words_stay_parted),
        cmocka_unit_test(what_is_not_underlined_stays),
        cmocka_unit_test(a_blank_result_becomes_a_line),
        cmocka_unit_test(a_text_beyond_its_ceiling_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
