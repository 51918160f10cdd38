#include "expect.h"

#include "rows/typedrow.h"

static const char whole[] = "\\#huizong-typed\t1\n"
                            "\\#fact\ttitle\t汇总表\n"
                            "\\#table\tsummary\t表1\t推荐信息汇总表\n"
                            "sheet\trow_no\titem\tcell\tfield\tstate\tvalue\ttext\traw\tunit_source\tfactor\tfolded\n"
                            "表1\t5\t1\tB5\tsum_platform_name\ttext\t\\N\t甲 平台\t甲  平台\t\\N\t\\N\t甲平台\n"
                            "表1\t5\t1\tA5\tsum_seq\tnumber\t1\t1\t１\t\\N\t\\N\t\\N\n"
                            "\\#end\tcomplete\t2\t-\n";

static void
write_cells(TypedWriter *writer, Err *err)
{
    TypedCell name = {.place = {TEXT("表1"), 5, 1},
                      .item = 1,
                      .field = TEXT("sum_platform_name"),
                      .state = TEXT("text"),
                      .text = TEXT("甲 平台"),
                      .raw = TEXT("甲  平台"),
                      .folded = TEXT("甲平台")};
    TypedCell sequence = {.place = {TEXT("表1"), 5, 0},
                          .item = 1,
                          .field = TEXT("sum_seq"),
                          .state = TEXT("number"),
                          .value = TEXT("1"),
                          .text = TEXT("1"),
                          .raw = TEXT("１")};

    assert_true(typedrow_fact(writer, TEXT("title"), TEXT("汇总表"), err));
    assert_true(typedrow_table(writer, TEXT("summary"), TEXT("表1"), TEXT("推荐信息汇总表"), err));
    assert_true(typedrow_cell(writer, &name, err));
    assert_true(typedrow_cell(writer, &sequence, err));
    assert_true(typedrow_end(writer, NULL, err));
}

static void
typedrow_writes_the_stream_of_its_header(void **state)
{
    int fd = readable(TEXT(""));
    TypedWriter *writer = typedrow_writer_new(fd);
    char bytes[1000];
    Err err;

    (void)state;
    write_cells(writer, &err);
    expect_text(written(fd, bytes, sizeof bytes), whole);
    typedrow_writer_free(writer);
    close(fd);
}

static void
typedrow_reads_every_item(void **state)
{
    TypedReader *reader = typedrow_reader_new(readable(TEXT(whole)));
    TypedItem item;
    Err err;

    (void)state;
    assert_true(typedrow_next(reader, &item, &err));
    assert_int_equal(item.kind, TYPED_FACT);
    expect_text(item.value, "汇总表");
    assert_true(typedrow_next(reader, &item, &err));
    assert_int_equal(item.kind, TYPED_TABLE);
    expect_text(item.name, "summary");
    expect_text(item.value, "表1");
    expect_text(item.title, "推荐信息汇总表");
    assert_true(typedrow_next(reader, &item, &err));
    assert_int_equal(item.kind, TYPED_CELL);
    expect_text(item.cell_name, "B5");
    assert_int_equal(item.cell.place.column, 1);
    assert_int_equal(item.cell.place.row_no, 5);
    assert_int_equal(item.cell.item, 1);
    expect_text(item.cell.value, NULL);
    expect_text(item.cell.raw, "甲  平台");
    expect_text(item.cell.folded, "甲平台");
    assert_true(typedrow_next(reader, &item, &err));
    assert_true(typedrow_next(reader, &item, &err));
    assert_int_equal(item.kind, TYPED_END);
    assert_int_equal(item.lines, 2);
    assert_false(typedrow_next(reader, &item, &err));
    assert_int_equal(err.code, ERR_NONE);
    typedrow_reader_free(reader);
}

static ErrCode
fault_of(Text stream)
{
    TypedReader *reader = typedrow_reader_new(readable(stream));
    TypedItem item;
    Err err;

    while (typedrow_next(reader, &item, &err))
        continue;
    typedrow_reader_free(reader);
    return err.code;
}

static void
typedrow_stream_cut_anywhere_is_torn(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(whole)), ERR_NONE);
    for (size_t len = 0; len < sizeof whole - 1; len++)
        assert_int_equal(fault_of((Text){whole, len}), ERR_DATA);
}

static void
a_cell_named_as_one_of_another_row_is_refused(void **state)
{
    static const char STREAM[] =
        "\\#huizong-typed\t1\n\\#table\tsummary\tS\tt\n"
        "sheet\trow_no\titem\tcell\tfield\tstate\tvalue\ttext\traw\tunit_source\tfactor\tfolded\n"
        "S\t%d\t1\tB5\tsum_platform\ttext\t\\N\ta\ta\t\\N\t\\N\ta\n\\#end\tcomplete\t1\t-\n";
    char stream[512];
    (void)state;
    snprintf(stream, sizeof stream, STREAM, 5);
    assert_int_equal(fault_of(text_of(stream)), ERR_NONE);
    snprintf(stream, sizeof stream, STREAM, 6);
    assert_int_equal(fault_of(text_of(stream)), ERR_DATA);
}

static void
typedrow_ill_formed_streams_are_refused(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT("\\#huizong-typed\t1\n\\#end\trefused\t0\tno_table\n")), ERR_NONE);
    assert_int_equal(fault_of(TEXT("\\#huizong-raw\t1\n\\#end\trefused\t0\tno_table\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT("\\#huizong-typed\t1\na\t1\n\\#end\tcomplete\t1\t-\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT("\\#huizong-typed\t1\n\\#table\tsummary\n\\#end\tcomplete\t0\t-\n")), ERR_DATA);
    assert_int_equal(fault_of(TEXT("\\#huizong-typed\t1\n\\#end\tcomplete\t0\t-\n\\#fact\ta\tb\n")), ERR_DATA);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typedrow_writes_the_stream_of_its_header),
        cmocka_unit_test(typedrow_reads_every_item),
        cmocka_unit_test(typedrow_stream_cut_anywhere_is_torn),
        cmocka_unit_test(a_cell_named_as_one_of_another_row_is_refused),
        cmocka_unit_test(typedrow_ill_formed_streams_are_refused),
    };

    return cmocka_run_group_tests_name("typedrow", tests, NULL, NULL);
}
