#include "reading.h"

#include "base/limits.h"
#include "csv/csv_dialect.h"
#include "csv/csv_record.h"

/* The raw rows alone: what follows the header line, up to the end mark. */
static void
assert_rows(const char *csv, const char *expected)
{
    static const char header[] = "sheet\trow_no\tmarks\tcells\n";
    Reading reading = read_upload(csv, strlen(csv));
    char *rows = strstr(reading.rows, header);
    assert_non_null(rows);
    rows += strlen(header);
    char *end = strstr(rows, "\\#end");
    assert_non_null(end);
    *end = '\0';
    assert_string_equal(rows, expected);
    reading_free(&reading);
}

static void
assert_findings(const char *csv, size_t count, const char *part)
{
    Reading reading = read_upload(csv, strlen(csv));
    char end[64];
    snprintf(end, sizeof end, "\\#end\tcomplete\t%zu\t-", count);
    assert_has(reading.findings, end);
    assert_has(reading.findings, part);
    reading_free(&reading);
}

static void
line_ends_may_be_mixed(void **state)
{
    (void)state;
    assert_rows("a,b\r\nc,d\ne,f\rg,h", "\t1\t\ta\tb\n\t2\t\tc\td\n\t3\t\te\tf\n\t4\t\tg\th\n");
}

static void
rows_are_numbered_as_an_office_program_shows_them(void **state)
{
    (void)state;
    assert_rows("标题\n\n\"a\nb\",c\n\r\nd,e\n", "\t1\t\t标题\n\t3\t\ta\\nb\tc\n\t5\t\td\te\n");
}

static void
cells_keep_blanks_and_empty_text(void **state)
{
    (void)state;
    assert_rows(" a ,,\"\",\" b \"\n1,2,3,\n", "\t1\t\t a \t\t\t b \n\t2\t\t1\t2\t3\t\n");
}

static void
rows_may_be_ragged(void **state)
{
    (void)state;
    assert_rows("推荐单位：福州\n序号,平台,企业\n1,甲\n",
                "\t1\t\t推荐单位：福州\n\t2\t\t序号\t平台\t企业\n\t3\t\t1\t甲\n");
}

static void
quotes_are_doubled_inside_quotes(void **state)
{
    (void)state;
    assert_rows("\"say \"\"hi\"\", twice\",\"\"\"\"\n", "\t1\t\tsay \"hi\", twice\t\"\n");
}

static void
a_stray_quote_costs_no_row(void **state)
{
    (void)state;
    assert_rows("1,\"a\"x,b\n2,c,d\n", "\t1\tB:quote\t1\t\"a\"x\tb\n\t2\t\t2\tc\td\n");
    assert_rows("1,5\" pipe,b\n2,c,d\n", "\t1\tB:quote\t1\t5\" pipe\tb\n\t2\t\t2\tc\td\n");
    assert_rows("1,\"he said \"hi\" to me\",b\n", "\t1\tB:quote\t1\the said \"hi\" to me\tb\n");
    assert_rows("\"b\" ,c\n2,d\n", "\t1\tA:quote\tb\tc\n\t2\t\t2\td\n");
    assert_findings("1,2,3\n1,5\" pipe,b\n", 1, "\tB2\t2\t\\N\twarning\tstray_quote\t5\" pipe\t5\" pipe\t");
}

static void
a_quote_that_never_closes_costs_no_row(void **state)
{
    (void)state;
    assert_rows("a,\"b\nc,d\ne,f\n", "\t1\tB:quote\ta\t\"b\n\t2\t\tc\td\n\t3\t\te\tf\n");
    /* It meets the opening quote of a later row: neither swallows the lines between. */
    assert_rows("a,\"b\nc,\"d\"\n", "\t1\tB:quote\ta\t\"b\n\t2\t\tc\td\n");
}

static void
a_quoted_line_break_survives_a_stray_quote_in_its_record(void **state)
{
    (void)state;
    assert_rows("1,\"one\ntwo\",3\"x\n2,a,b\n", "\t1\tC:quote\t1\tone\\ntwo\t3\"x\n\t2\t\t2\ta\tb\n");
}

static void
a_guard_is_taken_off(void **state)
{
    (void)state;
    assert_rows("1,=\"013900139000\",x\n", "\t1\tB:guard\t1\t013900139000\tx\n");
    assert_rows("1,\"=\"\"0139\"\"\",x\n", "\t1\tB:guard\t1\t0139\tx\n");
    assert_rows("=1+1,=A1\n", "\t1\t\t=1+1\t=A1\n");
    assert_findings("1,=\"0139\",x\n", 0, "\\#end");
}

static void
assert_delimiter(const char *sample, const char *name)
{
    Text got = csv_delimiter_name(csv_delimiter(text_of(sample)));
    assert_int_equal(got.len, strlen(name));
    assert_memory_equal(got.ptr, name, got.len);
}

static void
errors_of_a_spreadsheet_are_told(void **state)
{
    const char csv[] = "1,#N/A,\"#REF!\",#3,# N/A\n2,#DIV/0! ,#DIV,x#N/A,\n";
    (void)state;
    assert_rows(csv, "\t1\tB:error C:error\t1\t#N/A\t#REF!\t#3\t# N/A\n\t2\tB:error\t2\t#DIV/0! \t#DIV\tx#N/A\t\n");
    assert_findings(csv, 3, "\tB1\t1\t\\N\terror\tcell_error\t#N/A\t");
    assert_findings(csv, 3, "\tC1\t1\t\\N\terror\tcell_error\t#REF!\t");
    assert_findings(csv, 3, "\tB2\t2\t\\N\terror\tcell_error\t#DIV/0! \t");
}

static void
lines_vote_for_the_delimiter(void **state)
{
    (void)state;
    assert_delimiter("汇总表\n推荐单位，福州；联系人，张\n序号,平台,企业,手机\n1,甲，乙,丙,1\n", "comma");
    assert_delimiter("a\tb\tc\n1\tx,y\tz\n2\tx,y\tz\n", "tab");
    assert_delimiter("a;b;c\n1;2,5;3\n", "semicolon");
    assert_delimiter("序号，平台，企业\n1，甲，乙\n", "fullwidth-comma");
    assert_delimiter("\"a;b;c;d\",x\n\"e;f;g;h\",y\n", "comma");
    assert_delimiter("只有一列\n甲\n", "comma");
    assert_delimiter("编号|名称|数量\n1|机床,刀具|3\n", "bar");
    assert_delimiter("名称;金额\n甲;1,5\n乙;2,25\n丙;3,0\n", "semicolon");
    assert_delimiter("名称\t金额\n甲\t1,234,567\n乙\t2,345,678\n", "tab");
    assert_delimiter("1,2,3\n4,5,6\n", "comma");
}

static void
a_first_line_may_name_the_delimiter(void **state)
{
    (void)state;
    assert_rows("sep=;\r\n甲,乙;丙\r\n", "\t1\t\t甲,乙\t丙\n");
    assert_rows("sep=^\n甲^乙,丙\n", "\t1\t\t甲\t乙,丙\n");
    assert_rows("sep=\n甲,乙\n", "\t1\t\tsep=\n\t2\t\t甲\t乙\n");
    assert_rows("sep=a\nbac\n", "\t1\t\tsep=a\n\t2\t\tbac\n");
    assert_rows("sep=;甲\n乙,丙\n", "\t1\t\tsep=;甲\n\t2\t\t乙\t丙\n");
}

static void
a_bad_byte_is_told_with_its_cell(void **state)
{
    static const struct {
        const char *csv, *cell;
    } bad[] = {{"a,b\nc,1\xFF,e\n", "\tB2\t2\t"},
               {"\xFF", "\tA1\t1\t"},
               {"a;b;c\n1;\"x\ny\";\xFF\n", "\tC2\t2\t"},
               {"a,b\n\xFF,c\n", "\tA2\t2\t"},
               {"\xD0\xF2\xBA\xC5,\xD0\xF2\n1,\xD0", "\tB2\t2\t"}};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        Reading reading = read_upload(bad[i].csv, strlen(bad[i].csv));
        assert_string_equal(reading.refused, "encoding_invalid");
        assert_has(reading.findings, bad[i].cell);
        reading_free(&reading);
    }
}

static void
fullwidth_commas_part_cells_outside_quotes(void **state)
{
    (void)state;
    assert_rows("序号，平台，企业\n1，\"甲，乙\",丙，丁\n",
                "\t1\t\t序号\t平台\t企业\n\t2\tB:quote C:quote\t1\t\"甲\t乙\",丙\t丁\n");
    assert_rows("序号，平台，企业\n1，\"甲，乙\"，丁\n", "\t1\t\t序号\t平台\t企业\n\t2\t\t1\t甲，乙\t丁\n");
}

/*
 * Records of growing length, one of them quoted over several blocks, so that every kind of cut at a block's end occurs.
 */
static void
blocks_may_end_anywhere(void **state)
{
    (void)state;
    enum { ROWS = 3000, LONG = 200000 };
    Buf csv = buf_new(LIMIT_CSV_RECORD), expected = buf_new(LIMIT_CSV_RECORD);
    char *filler = malloc(LONG);
    memset(filler, 'x', LONG);
    for (int i = 1; i <= ROWS; i++) {
        int len = i == ROWS / 2 ? LONG : i % 61;
        buf_printf(&csv, "%d,\"福\r\n%.*s\",z\r\n", i, len, filler);
        buf_printf(&expected, "\t%d\t\t%d\t福\\r\\n%.*s\tz\n", i, i, len, filler);
    }
    buf_char(&csv, '\0');
    buf_char(&expected, '\0');
    assert_rows(csv.ptr, expected.ptr);
    free(filler);
    buf_free(&csv);
    buf_free(&expected);
}

static void
limits_refuse_and_never_cut(void **state)
{
    (void)state;
    size_t len = LIMIT_CSV_RECORD + LIMIT_MIB;
    char *line = malloc(len);
    memset(line, 'x', len);
    assert_refused(line, len, "line_too_long");
    memset(line, ',', LIMIT_COLUMNS);
    assert_refused(line, LIMIT_COLUMNS, "too_many_columns");
    free(line);
}

static void
facts_tell_how_it_was_read(void **state)
{
    (void)state;
    Reading reading = read_upload("\xB8\xA3\xD6\xDD\tb\n", 7);
    assert_has(reading.rows,
               "\\#fact\tformat\tcsv\n\\#fact\tencoding\tGB18030\n\\#fact\tencoding_why\tnot utf-8, fits gb18030\n"
               "\\#fact\tdelimiter\ttab\n\\#sheet\t\tvisible\n");
    assert_has(reading.rows, "\\#end\tcomplete\t1\t-\n");
    reading_free(&reading);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line_ends_may_be_mixed),
        cmocka_unit_test(rows_are_numbered_as_an_office_program_shows_them),
        cmocka_unit_test(cells_keep_blanks_and_empty_text),
        cmocka_unit_test(rows_may_be_ragged),
        cmocka_unit_test(quotes_are_doubled_inside_quotes),
        cmocka_unit_test(a_stray_quote_costs_no_row),
        cmocka_unit_test(a_quote_that_never_closes_costs_no_row),
        cmocka_unit_test(a_quoted_line_break_survives_a_stray_quote_in_its_record),
        cmocka_unit_test(a_guard_is_taken_off),
        cmocka_unit_test(errors_of_a_spreadsheet_are_told),
        cmocka_unit_test(lines_vote_for_the_delimiter),
        cmocka_unit_test(a_first_line_may_name_the_delimiter),
        cmocka_unit_test(a_bad_byte_is_told_with_its_cell),
        cmocka_unit_test(fullwidth_commas_part_cells_outside_quotes),
        cmocka_unit_test(blocks_may_end_anywhere),
        cmocka_unit_test(limits_refuse_and_never_cut),
        cmocka_unit_test(facts_tell_how_it_was_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
