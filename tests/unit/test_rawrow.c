#include "expect.h"

#include "rows/rawrow.h"

static const char whole[] = "\\#huizong-raw\t1\n"
                            "\\#fact\tformat\tcsv\n"
                            "\\#sheet\t表1\tvisible\n"
                            "sheet\trow_no\tmarks\tcells\n"
                            "表1\t1\t\t序号\t\\N\t\n"
                            "表1\t7\tB:formula\ta\\tb\n"
                            "\\#merge\t表1\tA1:C1\n"
                            "\\#hidden\t表1\tcolumns\tC:D\n"
                            "\\#sheet\t表2\thidden\n"
                            "\\#end\tcomplete\t2\t-\n";

static void
write_rows(RawWriter *writer, Err *err)
{
    Text first[] = {TEXT("序号"), TEXT_NONE, TEXT("")};
    Text second[] = {TEXT("a\tb")};

    assert_true(rawrow_fact(writer, TEXT("format"), TEXT("csv"), err));
    assert_true(rawrow_sheet(writer, TEXT("表1"), "visible", err));
    assert_true(rawrow_row(writer, &(Row){{TEXT("表1"), 1, -1}, TEXT_NONE, first, 3}, err));
    assert_true(rawrow_row(writer, &(Row){{TEXT("表1"), 7, -1}, TEXT("B:formula"), second, 1}, err));
    assert_true(rawrow_merge(writer, TEXT("表1"), TEXT("A1:C1"), err));
    assert_true(rawrow_hidden_columns(writer, TEXT("表1"), TEXT("C:D"), err));
    assert_true(rawrow_sheet(writer, TEXT("表2"), "hidden", err));
    assert_true(rawrow_end(writer, NULL, err));
}

static void
rawrow_writes_the_stream_of_its_header(void **state)
{
    int fd = readable(TEXT(""));
    RawWriter *writer = rawrow_writer_new(fd);
    char bytes[1000];
    Err err;

    (void)state;
    write_rows(writer, &err);
    expect_text(written(fd, bytes, sizeof bytes), whole);
    rawrow_writer_free(writer);
    close(fd);
}

static void
rawrow_reads_every_item(void **state)
{
    static const RawKind kinds[] = {RAW_FACT,  RAW_SHEET,          RAW_ROW,   RAW_ROW,
                                    RAW_MERGE, RAW_HIDDEN_COLUMNS, RAW_SHEET, RAW_END};
    RawReader *reader = rawrow_reader_new(readable(TEXT(whole)));
    RawItem items[8];
    Err err;

    (void)state;
    for (size_t i = 0; i < 8; i++) {
        assert_true(rawrow_next(reader, &items[i], &err));
        assert_int_equal(items[i].kind, kinds[i]);
        if (i == 2) {
            expect_text(items[i].row.place.sheet, "表1");
            assert_int_equal(items[i].row.cell_count, 3);
            expect_text(items[i].row.marks, "");
            expect_text(items[i].row.cells[1], NULL);
            expect_text(items[i].row.cells[2], "");
        }
        if (i == 3) {
            assert_int_equal(items[i].row.place.row_no, 7);
            expect_text(items[i].row.cells[0], "a\tb");
        }
        if (i == 5)
            expect_text(items[i].value, "C:D");
    }
    assert_true(items[7].complete);
    assert_int_equal(items[7].rows, 2);
    assert_false(rawrow_next(reader, &items[0], &err));
    assert_int_equal(err.code, ERR_NONE);
    rawrow_reader_free(reader);
}

static void
rawrow_refusal_before_any_sheet_is_well_formed(void **state)
{
    int fd = readable(TEXT(""));
    RawWriter *writer = rawrow_writer_new(fd);
    RawReader *reader = rawrow_reader_new(fd);
    RawItem item;
    Err err;

    (void)state;
    assert_true(rawrow_end(writer, "encoding_unknown", &err));
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    assert_true(rawrow_next(reader, &item, &err));
    assert_int_equal(item.kind, RAW_END);
    assert_false(item.complete);
    expect_text(item.refused_code, "encoding_unknown");
    rawrow_reader_free(reader);
    rawrow_writer_free(writer);
    close(fd);
}

static ErrCode
fault_of(Text stream)
{
    RawReader *reader = rawrow_reader_new(readable(stream));
    RawItem item;
    Err err;

    while (rawrow_next(reader, &item, &err))
        continue;
    rawrow_reader_free(reader);
    return err.code;
}

static void
rawrow_stream_cut_anywhere_is_torn(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(whole)), ERR_NONE);
    for (size_t len = 0; len < sizeof whole - 1; len++)
        assert_int_equal(fault_of((Text){whole, len}), ERR_DATA);
}

#define HEAD "\\#huizong-raw\t1\n\\#sheet\ts\tvisible\nsheet\trow_no\tmarks\tcells\n"

static void
rawrow_ill_formed_streams_are_refused(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(HEAD "s\t1\t\ta\n\\#end\tcomplete\t1\t-\n")), ERR_NONE);
    assert_int_equal(fault_of(TEXT(HEAD "s\t1\t\ta\n\\#end\tcomplete\t2\t-\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT(HEAD "s\t1\t\ta\n\\#end\tcomplete\t1\t-\ns\t2\t\tb\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT(HEAD "\\#end\trefused\t0\t\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT(HEAD "\\#end\tperhaps\t0\t-\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT(HEAD "s\tx\t\ta\n\\#end\tcomplete\t1\t-\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT(HEAD "\\#what\ta\tb\n\\#end\tcomplete\t0\t-\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT("\\#huizong-raw\t2\n\\#end\tcomplete\t0\t-\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT("\\#huizong-raw\t1\ns\t1\t\ta\n\\#end\tcomplete\t1\t-\n")), ERR_DATA);
}

/* A cell that holds the end mark's own text must not end the stream. */
static void
rawrow_cell_cannot_forge_an_end_mark(void **state)
{
    int fd = readable(TEXT(""));
    RawWriter *writer = rawrow_writer_new(fd);
    Text cell = TEXT("x\n\\#end\tcomplete\t0\t-\n");
    RawReader *reader;
    RawItem item;
    Err err;

    (void)state;
    assert_true(rawrow_sheet(writer, TEXT("\\#end"), "visible", &err));
    assert_true(rawrow_row(writer, &(Row){{TEXT("\\#end"), 1, -1}, TEXT_NONE, &cell, 1}, &err));
    assert_true(rawrow_end(writer, NULL, &err));
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    reader = rawrow_reader_new(fd);
    assert_true(rawrow_next(reader, &item, &err));
    assert_true(rawrow_next(reader, &item, &err));
    assert_int_equal(item.kind, RAW_ROW);
    expect_text(item.row.cells[0], "x\n\\#end\tcomplete\t0\t-\n");
    assert_true(rawrow_next(reader, &item, &err));
    assert_int_equal(item.kind, RAW_END);
    rawrow_reader_free(reader);
    rawrow_writer_free(writer);
    close(fd);
}

static void
rawrow_marks_are_found_by_column(void **state)
{
    Text marks = TEXT("C:formula D:hidden,percent AA:date *:hidden");

    (void)state;
    assert_true(rawrow_marked(marks, 2, TEXT("formula")));
    assert_true(rawrow_marked(marks, 3, TEXT("percent")));
    assert_true(rawrow_marked(marks, 26, TEXT("date")));
    assert_true(rawrow_marked(marks, -1, TEXT("hidden")));
    assert_false(rawrow_marked(marks, 2, TEXT("hidden")));
    assert_false(rawrow_marked(marks, 2, TEXT("form")));
    assert_false(rawrow_marked(marks, 0, TEXT("date")));
    assert_false(rawrow_marked(TEXT(""), 0, TEXT("date")));
}

/* Each answers for its column as the whole does, also where a cell comes twice. */
static void
rawrow_marks_apart_are_those_of_their_columns(void **state)
{
    Text marks = TEXT("*:hidden C:formula A:date C:percent XFD:yuan D:error");
    Text own[4];

    (void)state;
    rawrow_marks_apart(marks, own, 4);
    expect_text(own[0], "A:date");
    assert_int_equal(own[1].len, 0);
    assert_true(rawrow_marked(own[2], 2, TEXT("formula")));
    assert_true(rawrow_marked(own[2], 2, TEXT("percent")));
    assert_false(rawrow_marked(own[2], 2, TEXT("date")));
    expect_text(own[3], "D:error");
    rawrow_marks_apart(TEXT(""), own, 4);
    assert_int_equal(own[0].len, 0);
}

static void
rawrow_write_to_a_full_disk_is_a_fault(void **state)
{
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    RawWriter *writer = rawrow_writer_new(fd);
    Err err = {.code = ERR_NONE};

    (void)state;
    assert_false(rawrow_end(writer, NULL, &err));
    assert_int_equal(err.code, ERR_IO);
    rawrow_writer_free(writer);
    close(fd);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rawrow_writes_the_stream_of_its_header),
        cmocka_unit_test(rawrow_reads_every_item),
        cmocka_unit_test(rawrow_refusal_before_any_sheet_is_well_formed),
        cmocka_unit_test(rawrow_stream_cut_anywhere_is_torn),
        cmocka_unit_test(rawrow_ill_formed_streams_are_refused),
        cmocka_unit_test(rawrow_cell_cannot_forge_an_end_mark),
        cmocka_unit_test(rawrow_marks_are_found_by_column),
        cmocka_unit_test(rawrow_marks_apart_are_those_of_their_columns),
        cmocka_unit_test(rawrow_write_to_a_full_disk_is_a_fault),
    };

    return cmocka_run_group_tests_name("rawrow", tests, NULL, NULL);
}
