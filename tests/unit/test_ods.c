#include "reading.h"

#define SPACES                                                                                                         \
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                                                 \
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                                                   \
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
#define FRONT                                                                                                          \
    "<office:document " SPACES "office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:body>"        \
    "<office:spreadsheet><table:table table:name='表'>"
#define END "</table:table></office:spreadsheet></office:body></office:document>"
#define BOOK(inner) FRONT inner END
#define ROWS(count, cells) "<table:table-row table:number-rows-repeated='" count "'>" cells "</table:table-row>"
#define CELLS(count)                                                                                                   \
    "<table:table-cell office:value-type='string' table:number-columns-repeated='" count "'><text:p>甲</text:p>"      \
    "</table:table-cell>"
#define ERROR "<table:table-cell office:value-type='error'><text:p>#N/A</text:p></table:table-cell>"
#define NOTHING "<table:table-cell table:number-columns-repeated='18446744073709551615'/>"
#define MERGED "<table:table-cell table:number-columns-spanned='2'/>"

static void
assert_book_refused(const char *book, const char *code)
{
    assert_refused(book, strlen(book), code);
}

static void
repeats_out_of_proportion_are_refused(void **state)
{
    (void)state;
    assert_book_refused(BOOK(ROWS("1048576", CELLS("16384"))), "package_too_large");
    assert_book_refused(BOOK(ROWS("1020000", CELLS("1"))), "package_too_large");
    assert_book_refused(BOOK(ROWS("300000", ERROR)), "package_too_large");
    assert_book_refused(BOOK(ROWS("700000", MERGED MERGED)), "package_too_large");
    assert_book_refused(BOOK(ROWS("400000", CELLS("1")) ROWS("648576", CELLS("1"))), "package_too_large");
}

/* The more a file spells out, the more may repeat in it. */
static void
repeats_may_grow_with_what_is_spelled_out(void **state)
{
    enum { SPELLED = 20000 };
    static const char row[] = ROWS("1", CELLS("1")), last[] = ROWS("1010000", CELLS("1")) END;
    char *book = malloc(sizeof FRONT + SPELLED * sizeof row + sizeof last), *at = stpcpy(book, FRONT);

    (void)state;
    assert_book_refused(BOOK(ROWS("1010000", CELLS("1"))), "package_too_large");
    for (int i = 0; i < SPELLED; i++)
        at = stpcpy(at, row);
    stpcpy(at, last);
    Reading reading = read_upload(book, strlen(book));
    assert_string_equal(reading.refused, "");
    assert_has(reading.rows, "\\#end\tcomplete\t1030000\t-\n");
    reading_free(&reading);
    free(book);
}

static void
what_holds_nothing_may_repeat_without_end(void **state)
{
    static const char book[] = BOOK(ROWS("1", CELLS("1")) ROWS("18446744073709551615", NOTHING));

    (void)state;
    Reading reading = read_upload(book, sizeof book - 1);
    assert_has(reading.rows, "表\t1\t\t甲\n\\#end\tcomplete\t1\t-\n");
    reading_free(&reading);
}

static void
what_holds_something_may_not_leave_the_sheet(void **state)
{
    (void)state;
    assert_book_refused(BOOK(ROWS("1048576", NOTHING) ROWS("1", CELLS("1"))), "workbook_damaged");
    assert_book_refused(BOOK(ROWS("1", NOTHING CELLS("1"))), "too_many_columns");
    assert_book_refused(BOOK(ROWS("1", CELLS("16385"))), "too_many_columns");
    assert_book_refused(BOOK(ROWS("1", CELLS("16383") MERGED)), "workbook_damaged");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repeats_out_of_proportion_are_refused),
        cmocka_unit_test(repeats_may_grow_with_what_is_spelled_out),
        cmocka_unit_test(what_holds_nothing_may_repeat_without_end),
        cmocka_unit_test(what_holds_something_may_not_leave_the_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
