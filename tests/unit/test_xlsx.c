#include "reading.h"

#include <stdio.h>

#include "base/limits.h"
#include "package/part.h"
#include "xlsx/xlsx_format.h"
#include "xlsx/xlsx_text.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT_MAIN "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT_OFFICE "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

static const Part types = {
    "[Content_Types].xml",
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/xl/workbook.xml' "
    "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"};
static const Part package_relations = {"_rels/.rels",
                                       "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
                                       "/officeDocument' Target='xl/workbook.xml'/></Relationships>"};
static const Part book_relations = {"xl/_rels/workbook.xml.rels",
                                    "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
                                    "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='" OFFICE
                                    "/styles' Target='/xl/styles.xml'/><Relationship Id='r3' Type='" OFFICE
                                    "/sharedStrings' Target='../xl/sharedStrings.xml'/></Relationships>"};
static const Part book = {"xl/workbook.xml", "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE
                                             "'><sheets><sheet name='表' sheetId='1' r:id='r1'/></sheets></workbook>"};
/* Styles 1 percent, 2 date, 3 date and time, 4 elapsed, 5 built-in 31 (年月日), 6 a code in quotes, 7 time. */
static const Part styles = {
    "xl/styles.xml",
    "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='164' formatCode='yyyy/m/d'/><numFmt numFmtId='165' "
    "formatCode='yyyy-mm-dd hh:mm'/><numFmt numFmtId='166' formatCode='[h]:mm'/><numFmt numFmtId='167' "
    "formatCode='0&quot;days&quot;'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf "
    "numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf "
    "numFmtId='31'/><xf numFmtId='167'/><xf numFmtId='20'/></cellXfs></styleSheet>"};
static const Part strings = {
    "xl/sharedStrings.xml", "<sst xmlns='" MAIN "'><si><t>平台</t></si><si><r><t>甲</t></r><r><t xml:space='preserve'> "
                            "乙</t></r></si><si><t>福州</t><rPh sb='0' eb='1'><t>fúzhōu</t></rPh></si><si><t/></si>"
                            "<si><t>a_x000A_b_x005F_x000D_</t></si></sst>"};

#define SHEET(inner) "<worksheet xmlns='" MAIN "'>" inner "</worksheet>"
#define ROW(cells) SHEET("<sheetData><row r='1'>" cells "</row></sheetData>")

static Reading
read_parts(const Part *parts, size_t count)
{
    size_t len;
    char *bytes = pack(parts, count, &len);
    Reading reading = read_upload(bytes, len);
    free(bytes);
    return reading;
}

static Reading
read_sheet(const char *sheet)
{
    Part parts[] = {
        types, package_relations, book_relations, book, styles, strings, {"xl/worksheets/sheet1.xml", sheet}};
    return read_parts(parts, sizeof parts / sizeof parts[0]);
}

/* `rows`: what stands between the header line and the end mark. */
static void
assert_sheet(const char *sheet, const char *rows)
{
    Reading reading = read_sheet(sheet);
    assert_string_equal(reading.refused, "");
    char *start = strstr(reading.rows, "cells\n");
    assert_non_null(start);
    *strstr(start, "\\#end") = '\0';
    assert_string_equal(start + strlen("cells\n"), rows);
    reading_free(&reading);
}

static void
assert_sheet_finding(const char *sheet, const char *finding)
{
    Reading reading = read_sheet(sheet);
    assert_has(reading.findings, finding);
    reading_free(&reading);
}

static void
assert_sheet_refused(const char *sheet, const char *code)
{
    Reading reading = read_sheet(sheet);
    assert_string_equal(reading.refused, code);
    reading_free(&reading);
}

static void
strings_are_shared_inline_or_rich(void **state)
{
    (void)state;
    assert_sheet(ROW("<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>"
                     "<c r='D1' t='s'><v>3</v></c><c r='E1' t='s'><v>4</v></c>"),
                 "表\t1\tB:rich\t平台\t甲 乙\t福州\t\ta\\nb_x000D_\n");
    assert_sheet(
        ROW("<c r='A1' t='inlineStr'><is><t>一</t><rPh><t>yi</t></rPh></is></c>"
            "<c r='B1' t='inlineStr'><is><r><t>二</t></r></is></c><c r='C1' t='str'><f>A1</f><v>x&amp;y</v></c>"),
        "表\t1\tB:rich C:formula\t一\t二\tx&y\n");
}

static void
numbers_are_exact_decimal_text(void **state)
{
    (void)state;
    assert_sheet(
        ROW("<c><v>13800138000</v></c><c><v>1.3800138E10</v></c><c><v>0.30000000000000004</v></c>"
            "<c><v>-1.5e-3</v></c><c><v>1E+2</v></c><c><v>99999999.999999999</v></c><c><v>0</v></c>"),
        "表\t1\tA:number B:number C:number D:number E:number F:number G:number\t13800138000\t13800138000\t0.3\t"
        "-0.0015\t100\t100000000\t0\n");
}

static void
long_numbers_keep_their_digits_and_are_found(void **state)
{
    (void)state;
    const char *sheet = ROW("<c><v>913501000000000012</v></c>");
    assert_sheet(sheet, "表\t1\tA:number,long_number\t913501000000000012\n");
    assert_sheet_finding(sheet, "表\tA1\t1\t\\N\twarning\tlong_number\t913501000000000012\t913501000000000012\t");
}

static void
percents_and_dates_follow_their_format(void **state)
{
    (void)state;
    assert_sheet(
        ROW("<c s='1'><v>0.62</v></c><c s='1'><v>0.625</v></c><c s='1'><v>1</v></c><c s='2'><v>45047</v></c>"
            "<c s='3'><v>45047.604166666664</v></c><c s='4'><v>1.1458333333333333</v></c><c s='5'><v>45047</v></c>"
            "<c s='6'><v>3</v></c><c s='7'><v>0.5</v></c><c s='2'><v>45047.5</v></c><c s='3'><v>45047</v></c>"),
        "表\t1\tA:percent B:percent C:percent D:date E:date F:time G:date H:number I:time J:date K:date\t"
        "62%\t62.5%\t100%\t2023-05-01\t2023-05-01T14:30:00\t27:30:00\t2023-05-01\t3\t12:00:00\t"
        "2023-05-01T12:00:00\t2023-05-01T00:00:00\n");
}

static void
the_calendar_of_1900_has_its_gaps(void **state)
{
    (void)state;
    const char *sheet = ROW("<c s='2'><v>1</v></c><c s='2'><v>59</v></c><c s='2'><v>61</v></c><c s='2'><v>60</v></c>"
                            "<c s='2'><v>-1</v></c><c s='2'><v>2958465</v></c><c s='2'><v>2958466</v></c>");
    assert_sheet(sheet,
                 "表\t1\tA:date B:date C:date D:number E:number F:date G:number\t1900-01-01\t1900-02-28\t1900-03-01\t"
                 "60\t-1\t9999-12-31\t2958466\n");
    assert_sheet_finding(sheet, "表\tD1\t1\t\\N\twarning\tdate_impossible\t60\t60\t");
}

static void
formulas_give_their_stored_value_or_a_finding(void **state)
{
    (void)state;
    const char *sheet =
        ROW("<c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c><f>A1</f><v></v></c><c t='str'><f>A1</f><v></v></c>");
    assert_sheet(sheet, "表\t1\tA:formula,number B:formula_no_value C:formula_no_value D:formula\t2\t\\N\t\\N\t\n");
    assert_sheet_finding(sheet, "表\tB1\t1\t\\N\terror\tformula_no_value\t");
}

static void
errors_and_booleans_show_as_in_the_sheet(void **state)
{
    (void)state;
    const char *sheet = ROW("<c t='e'><v>#DIV/0!</v></c><c t='b'><v>1</v></c><c t='b'><v>0</v></c>");
    assert_sheet(sheet, "表\t1\tA:error\t#DIV/0!\tTRUE\tFALSE\n");
    assert_sheet_finding(sheet, "表\tA1\t1\t\\N\terror\tcell_error\t#DIV/0!\t");
}

/* The dates of ISO 8601 that some programs write instead of numbers. */
static void
iso_dates_and_times_are_shown_as_they_are(void **state)
{
    (void)state;
    assert_sheet(
        ROW("<c t='d'><v>14:30</v></c><c t='d'><v>T23:59:59</v></c><c t='d'><v>00:00:00.125</v></c>"
            "<c t='d'><v>2023-05-01</v></c><c t='d'><v>2023-05-01Z</v></c><c t='d'><v>2023-05-01T08:30</v></c>"
            "<c t='d'><v>2023-05-01T00:00:00</v></c><c t='d' s='2'><v>2023-05-01T00:00:00</v></c>"
            "<c t='d' s='2'><v>2023-05-01T08:30:00</v></c>"),
        "表\t1\tA:time B:time C:time D:date E:date F:date G:date H:date I:date\t14:30\t23:59:59\t00:00:00.125\t"
        "2023-05-01\t2023-05-01\t2023-05-01T08:30\t2023-05-01T00:00:00\t2023-05-01\t2023-05-01T08:30:00\n");
}

static void
what_is_no_iso_date_is_told(void **state)
{
    const char *const wrong[] = {
        "24:00",    "14:60",      "14:30:60",   "14:30:00.",  "14:30:00.1x",      "14:30:0",          "14-30", "1:30",
        "14:30-00", "2023-02-30", "2023/05/01", "2023-05/01", "2023-05-01X08:00", "2023-05-01T25:00", "2023-5"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char sheet[512], finding[128];
        snprintf(sheet, sizeof sheet, ROW("<c t='d'><v>%s</v></c>"), wrong[i]);
        snprintf(finding, sizeof finding, "表\tA1\t1\t\\N\terror\tdate_unreadable\t%s\t", wrong[i]);
        assert_sheet_finding(sheet, finding);
    }
}

static void
booleans_and_numbers_of_strings_that_are_none_are_damage(void **state)
{
    (void)state;
    assert_sheet(ROW("<c t='b'><v>true</v></c><c t='b'><v>false</v></c>"), "表\t1\t\tTRUE\tFALSE\n");
    assert_sheet_refused(ROW("<c t='b'><v>2</v></c>"), "workbook_damaged");
    assert_sheet_refused(ROW("<c t='s'><v>1a</v></c>"), "workbook_damaged");
    assert_sheet_refused(ROW("<c t='s'><v>99999999999999999999</v></c>"), "workbook_damaged");
}

static void
places_may_be_left_out_and_the_dimension_is_not_believed(void **state)
{
    (void)state;
    assert_sheet(SHEET("<dimension ref='A1'/><sheetData><row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                       "<row r='5'/><row><c><v>4</v></c></row></sheetData>"),
                 "表\t1\tA:number D:number E:number\t1\t\\N\t\\N\t2\t3\n表\t6\tA:number\t4\n");
}

static void
hidden_and_merged_are_told(void **state)
{
    (void)state;
    assert_sheet(
        SHEET("<cols><col min='2' max='3' hidden='1'/></cols><sheetData><row r='2' hidden='1'><c r='A2'><v>1</v></c>"
              "<c r='B2' s='1'><v>0.5</v></c></row></sheetData><mergeCells><mergeCell ref='A1:C1'/></mergeCells>"),
        "表\t2\t*:hidden A:number B:hidden,percent\t1\t50%\n\\#merge\t表\tA1:C1\n\\#hidden\t表\tcolumns\tB:C\n");
}

static void
blank_cells_make_no_row(void **state)
{
    (void)state;
    assert_sheet(SHEET("<sheetData><row r='1'><c r='A1' s='2'/></row><row r='2'><c r='B2'><v>1</v></c><c r='C2' s='1'/>"
                       "</row></sheetData>"),
                 "表\t2\tB:number\t\\N\t1\n");
}

static void
a_cell_given_twice_is_found(void **state)
{
    (void)state;
    assert_sheet_finding(ROW("<c r='A1'><v>1</v></c><c r='A1'><v>2</v></c>"),
                         "表\tA1\t1\t\\N\terror\tcell_twice\t1\t2\t");
}

static void
broken_sheets_are_refused(void **state)
{
    (void)state;
    assert_sheet_refused("<worksheet xmlns='" MAIN "'><sheetData><row>", "workbook_damaged");
    assert_sheet_refused(ROW("<c t='s'><v>99</v></c>"), "workbook_damaged");
    assert_sheet_refused(ROW("<c t='s'><v>-1</v></c>"), "workbook_damaged");
    assert_sheet_refused(ROW("<c r='A2'><v>1</v></c>"), "workbook_damaged");
    assert_sheet_refused(ROW("<c r='ZZZZ1'><v>1</v></c>"), "workbook_damaged");
    assert_sheet_refused(ROW("<c t='new'><v>1</v></c>"), "workbook_damaged");
    assert_sheet_refused("<!DOCTYPE x [<!ENTITY a 'b'>]>" ROW("<c><v>1</v></c>"), "xml_doctype");
    assert_sheet_refused(SHEET("<sheetData/>"), "empty_file");
}

static void
strict_workbooks_sheets_in_order_and_1904(void **state)
{
    (void)state;
    Part parts[] = {
        types,
        {"_rels/.rels", "<p:Relationships xmlns:p='" PACKAGE "'><p:Relationship Id='r1' Type='" STRICT_OFFICE
                        "/officeDocument' Target='/xl/workbook.xml'/></p:Relationships>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" STRICT_OFFICE
         "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='" STRICT_OFFICE
         "/worksheet' Target='worksheets/sheet2.xml'/><Relationship Id='s' Type='" STRICT_OFFICE
         "/styles' Target='styles.xml'/></Relationships>"},
        {"xl/workbook.xml",
         "<x:workbook xmlns:x='" STRICT_MAIN "' xmlns:r='" STRICT_OFFICE
         "' conformance='strict'><x:workbookPr date1904='true'/><x:sheets><x:sheet name='二' sheetId='2' "
         "r:id='b'/><x:sheet name='一' sheetId='1' state='veryHidden' r:id='a'/></x:sheets></x:workbook>"},
        styles,
        {"xl/worksheets/sheet1.xml",
         "<worksheet xmlns='" STRICT_MAIN "'><sheetData><row><c s='2'><v>43585</v></c></row></sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<worksheet xmlns='" STRICT_MAIN
         "'><sheetData><row><c t='d' s='2'><v>2023-05-01T00:00:00</v></c></row></sheetData></worksheet>"}};
    Reading reading = read_parts(parts, sizeof parts / sizeof parts[0]);
    assert_has(reading.rows, "\\#fact\tconformance\tstrict\n\\#fact\tdate1904\ttrue\n\\#sheet\t二\tvisible\n"
                             "sheet\trow_no\tmarks\tcells\n二\t1\tA:date\t2023-05-01\n"
                             "\\#sheet\t一\tvery_hidden\n一\t1\tA:date\t2023-05-01\n\\#end\tcomplete\t2\t-\n");
    reading_free(&reading);
}

static void
targets_are_resolved(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    assert_true(text_equal(part_resolve(TEXT("xl/workbook.xml"), TEXT("worksheets/a.xml"), arena),
                           TEXT("xl/worksheets/a.xml")));
    assert_true(text_equal(part_resolve(TEXT("xl/workbook.xml"), TEXT("/xl/a.xml"), arena), TEXT("xl/a.xml")));
    assert_true(text_equal(part_resolve(TEXT("xl/w/a.xml"), TEXT("../.././b.xml"), arena), TEXT("b.xml")));
    assert_true(text_equal(part_resolve(TEXT("a.xml"), TEXT("../../b.xml"), arena), TEXT("b.xml")));
    assert_true(text_equal(part_relations(TEXT("xl/w/a.xml"), arena), TEXT("xl/w/_rels/a.xml.rels")));
    arena_free(arena);
}

static void
format_codes_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(xlsx_format_code(TEXT("General")), XLSX_PLAIN);
    assert_int_equal(xlsx_format_code(TEXT("G/通用格式\"年\"")), XLSX_PLAIN);
    assert_int_equal(xlsx_format_code(TEXT("0.00E+00")), XLSX_PLAIN);
    assert_int_equal(xlsx_format_code(TEXT("#,##0_);[Red](#,##0)")), XLSX_PLAIN);
    assert_int_equal(xlsx_format_code(TEXT("[$-804]yyyy\"年\"m\"月\"")), XLSX_DATE);
    assert_int_equal(xlsx_format_code(TEXT("[DBNum1][$-804]m\"月\"d\"日\"")), XLSX_DATE);
    assert_int_equal(xlsx_format_code(TEXT("mmm")), XLSX_DATE);
    assert_int_equal(xlsx_format_code(TEXT("mm:ss.0")), XLSX_TIME);
    assert_int_equal(xlsx_format_code(TEXT("上午/下午h\"时\"mm\"分\"")), XLSX_TIME);
    assert_int_equal(xlsx_format_code(TEXT("yyyy-mm-dd h:mm AM/PM")), XLSX_DATE_TIME);
    assert_int_equal(xlsx_format_code(TEXT("[mm]:ss")), XLSX_ELAPSED);
    assert_int_equal(xlsx_format_code(TEXT("0.0%;-0.0%")), XLSX_PERCENT);
    assert_int_equal(xlsx_format_code(TEXT("0\\%")), XLSX_PLAIN);
    assert_int_equal(xlsx_format_builtin(14), XLSX_DATE);
    assert_int_equal(xlsx_format_builtin(57), XLSX_DATE);
    assert_int_equal(xlsx_format_builtin(32), XLSX_TIME);
    assert_int_equal(xlsx_format_builtin(49), XLSX_PLAIN);
}

static void
assert_unescaped(const char *written, const char *expected)
{
    char bytes[64];
    size_t len = strlen(written);
    memcpy(bytes, written, len);
    len = xlsx_text_unescape(bytes, len);
    assert_int_equal(len, strlen(expected));
    assert_memory_equal(bytes, expected, len);
}

static void
escapes_that_text_cannot_hold_stay(void **state)
{
    (void)state;
    assert_unescaped("_x798F__x5DDE_", "福州");
    assert_unescaped("_xD842__xDFB7_", "𠮷");
    assert_unescaped("_x0000__xD842_x_xDFB7_", "_x0000__xD842_x_xDFB7_");
    assert_unescaped("_x00G0__x12_", "_x00G0__x12_");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_shared_inline_or_rich),
        cmocka_unit_test(numbers_are_exact_decimal_text),
        cmocka_unit_test(long_numbers_keep_their_digits_and_are_found),
        cmocka_unit_test(percents_and_dates_follow_their_format),
        cmocka_unit_test(the_calendar_of_1900_has_its_gaps),
        cmocka_unit_test(formulas_give_their_stored_value_or_a_finding),
        cmocka_unit_test(errors_and_booleans_show_as_in_the_sheet),
        cmocka_unit_test(iso_dates_and_times_are_shown_as_they_are),
        cmocka_unit_test(what_is_no_iso_date_is_told),
        cmocka_unit_test(booleans_and_numbers_of_strings_that_are_none_are_damage),
        cmocka_unit_test(places_may_be_left_out_and_the_dimension_is_not_believed),
        cmocka_unit_test(hidden_and_merged_are_told),
        cmocka_unit_test(blank_cells_make_no_row),
        cmocka_unit_test(a_cell_given_twice_is_found),
        cmocka_unit_test(broken_sheets_are_refused),
        cmocka_unit_test(strict_workbooks_sheets_in_order_and_1904),
        cmocka_unit_test(targets_are_resolved),
        cmocka_unit_test(format_codes_are_told_apart),
        cmocka_unit_test(escapes_that_text_cannot_hold_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
