#include "expect.h"
#include "reading.h"

#include "xlsx/xlsx_over.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define RELATION(id, kind, target) "<Relationship Id='" id "' Type='" OFFICE "/" kind "' Target='" target "'/>"
#define RELATIONS(inner) "<Relationships xmlns='" PACKAGE "/relationships'>" inner "</Relationships>"

static const Part types = {
    "[Content_Types].xml",
    "<Types xmlns='" PACKAGE "/content-types'><Override PartName='/xl/workbook.xml' "
    "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"};
static const Part package = {"_rels/.rels", RELATIONS(RELATION("r", "officeDocument", "xl/workbook.xml"))};
static const Part links = {"xl/_rels/workbook.xml.rels", RELATIONS(RELATION("r", "worksheet", "sheet.xml"))};
static const Part book = {"xl/workbook.xml", "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE
                                             "'><sheets><sheet name='表' sheetId='1' r:id='r'/></sheets></workbook>"};
static const Part sheet = {"xl/sheet.xml", "<worksheet xmlns='" MAIN "'><sheetData><row r='2'><c r='A2' t='str'>"
                                           "<v>上市</v></c></row></sheetData></worksheet>"};
static const Part sheet_links = {"xl/_rels/sheet.xml.rels",
                                 RELATIONS(RELATION("v", "vmlDrawing", "v.vml") RELATION("d", "drawing", "d.xml"))};
static const Part shapes = {
    "xl/v.vml", "<xml xmlns:v='urn:schemas-microsoft-com:vml' xmlns:x='urn:schemas-microsoft-com:office:excel'>"
                "<v:shape><v:textbox><div>\n  是\n</div></v:textbox><x:ClientData ObjectType='Checkbox'>"
                "<x:Anchor>1,5,1,2,1,25,1,15</x:Anchor><x:Checked>1</x:Checked></x:ClientData></v:shape>"
                "<v:shape><v:textbox>否</v:textbox><x:ClientData ObjectType='Checkbox'>"
                "<x:Anchor>1,40,1,2,1,60,1,15</x:Anchor></x:ClientData></v:shape>"
                "<v:shape><v:textbox>选一项</v:textbox><x:ClientData ObjectType='Drop'>"
                "<x:Anchor>3,5,8,2,3,25,8,15</x:Anchor></x:ClientData></v:shape></xml>"};
static const Part drawing = {
    "xl/d.xml", "<d:wsDr xmlns:d='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing' "
                "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><d:twoCellAnchor><d:from><d:col>2"
                "</d:col><d:row>4</d:row></d:from><d:sp><d:txBody><a:p><a:r><a:t>已完成</a:t></a:r><a:r><a:t>60</a:t>"
                "</a:r></a:p><a:p><a:r><a:t>台</a:t></a:r></a:p></d:txBody></d:sp></d:twoCellAnchor></d:wsDr>"};

static void
what_lies_over_cells_is_read_or_told_with_its_place_and_words(void **state)
{
    Part parts[] = {types, package, links, book, sheet, sheet_links, shapes, drawing};
    size_t len;
    (void)state;
    char *bytes = pack(parts, sizeof parts / sizeof parts[0], &len);
    Reading reading = read_upload(bytes, len);
    free(bytes);
    assert_has(reading.rows, "\n表\t2\t\t上市\t☑是 ☐否\n\\#end");
    assert_has(reading.findings, "表\tB2\t2\t\\N\twarning\tcontrol_read\t☑是 ☐否\t1\t");
    assert_has(reading.findings, "表\tD9\t9\t\\N\twarning\tcontrol_not_read\t选一项\t1\t");
    assert_has(reading.findings, "表\tC5\t5\t\\N\twarning\ttext_box_not_read\t已完成60 台\t1\t");
    reading_free(&reading);
}

static void
the_first_is_told_and_all_are_counted(void **state)
{
    XlsxOver over;
    (void)state;
    xlsx_over_open(&over);
    xlsx_control_meet(&over, &over.boxes, 0, -1, TEXT("无处"));
    xlsx_control_meet(&over, &over.boxes, 9, 1, TEXT("下"));
    xlsx_control_meet(&over, &over.boxes, 3, 2, TEXT("上"));
    xlsx_control_meet(&over, &over.boxes, 3, 4, TEXT("右"));
    xlsx_control_meet(&over, &over.boxes, 0, -1, TEXT("无处"));
    assert_int_equal(over.boxes.count, 5);
    assert_int_equal(over.boxes.row_no, 3);
    assert_int_equal(over.boxes.column, 2);
    expect_text(over.boxes.said, "上");
    xlsx_over_close(&over);
}

static void
controls_have_a_ceiling(void **state)
{
    XlsxOver over;
    (void)state;
    xlsx_over_open(&over);
    for (int i = 0; i < XLSX_CONTROLS_MOST; i++)
        assert_non_null(xlsx_control_add(&over));
    assert_null(xlsx_control_add(&over));
    assert_int_equal(over.unread.count, 1);
    xlsx_over_close(&over);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lies_over_cells_is_read_or_told_with_its_place_and_words),
        cmocka_unit_test(the_first_is_told_and_all_are_counted),
        cmocka_unit_test(controls_have_a_ceiling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
