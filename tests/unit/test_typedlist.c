#include "expect.h"

#include "rows/typedlist.h"

#define HEADER "sheet\trow_no\titem\tcell\tfield\tstate\tvalue\ttext\traw\tunit_source\tfactor\tfolded\n"
#define BEFORE "\\#huizong-typed\t1\n\\#table\tequipment\t表1\t\\N\n" HEADER
#define HEAD "\\#list\t1\t3\n\\#labels\t序号\t\\N\t设备名称\n\\#columns\tatt_equipment.name\n\\#extras\n"
#define BLOCK "\\#end\n\n\t\\"
#define END "\\#end\tcomplete\t0\t-\n"

/* The block holds what would be an end mark, were it looked into. */
static const char whole[] = BEFORE HEAD "\\#rows\t9\t2\n" BLOCK "\\#reject\t6\tnumber_bad,date_bad\tx\\ty\t\\N\n"
                                        "\\#takeback\t4\n"
                                        "\\#reject\t4\tlist_key_repeated\ta\n"
                                        "\\#list-end\t3\t1\t2\n" END;

static void
write_list(TypedWriter *writer, Err *err)
{
    const Text labels[] = {TEXT("序号"), TEXT_NONE, TEXT("设备名称")};
    const Text columns[] = {TEXT("att_equipment.name")};
    const Text cells[] = {TEXT("x\ty"), TEXT_NONE};
    const Text other[] = {TEXT("a")};
    const ListHead head = {.part_no = 1, .part_of = 3, .labels = {labels, 3}, .columns = {columns, 1}};

    assert_true(typedrow_table(writer, TEXT("equipment"), TEXT("表1"), TEXT_NONE, err));
    assert_true(typedlist_begin(writer, &head, err));
    assert_true(typedlist_rows(writer, TEXT(BLOCK), 2, err));
    assert_true(typedlist_reject(writer, 6, TEXT("number_bad,date_bad"), (Texts){cells, 2}, err));
    assert_true(typedlist_takeback(writer, 4, err));
    assert_true(typedlist_reject(writer, 4, TEXT("list_key_repeated"), (Texts){other, 1}, err));
    assert_true(typedlist_end(writer, 1, 2, err));
    assert_true(typedrow_end(writer, NULL, err));
}

static void
typedlist_writes_the_stream_of_its_header(void **state)
{
    int fd = readable(TEXT(""));
    TypedWriter *writer = typedrow_writer_new(fd);
    char bytes[1000];
    Err err;

    (void)state;
    write_list(writer, &err);
    expect_text(written(fd, bytes, sizeof bytes), whole);
    typedrow_writer_free(writer);
    close(fd);
}

static void
expect_next(TypedReader *reader, TypedItem *item, TypedKind kind)
{
    Err err;

    assert_true(typedrow_next(reader, item, &err));
    assert_int_equal(item->kind, kind);
}

static void
typedlist_reads_every_item(void **state)
{
    TypedReader *reader = typedrow_reader_new(readable(TEXT(whole)));
    TypedItem item;

    (void)state;
    expect_next(reader, &item, TYPED_TABLE);
    expect_next(reader, &item, TYPED_LIST);
    assert_int_equal(item.part_no, 1);
    assert_int_equal(item.part_of, 3);
    expect_next(reader, &item, TYPED_LIST_LABELS);
    assert_int_equal(item.field_count, 3);
    expect_text(item.fields[1], NULL);
    expect_text(item.fields[2], "设备名称");
    expect_next(reader, &item, TYPED_LIST_COLUMNS);
    assert_int_equal(item.field_count, 1);
    expect_next(reader, &item, TYPED_LIST_EXTRAS);
    assert_int_equal(item.field_count, 0);
    expect_next(reader, &item, TYPED_LIST_ROWS);
    expect_text(item.value, BLOCK);
    assert_int_equal(item.lines, 2);
    expect_next(reader, &item, TYPED_LIST_REJECT);
    assert_int_equal(item.row_no, 6);
    expect_text(item.name, "number_bad,date_bad");
    expect_text(item.fields[0], "x\ty");
    expect_text(item.fields[1], NULL);
    expect_next(reader, &item, TYPED_LIST_TAKEBACK);
    assert_int_equal(item.row_no, 4);
    expect_next(reader, &item, TYPED_LIST_REJECT);
    expect_next(reader, &item, TYPED_LIST_END);
    assert_int_equal(item.lines, 3);
    assert_int_equal(item.loaded, 1);
    assert_int_equal(item.rejected, 2);
    expect_next(reader, &item, TYPED_END);
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
a_list_cut_anywhere_is_torn(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(whole)), ERR_NONE);
    for (size_t len = 0; len < sizeof whole - 1; len++)
        assert_int_equal(fault_of((Text){whole, len}), ERR_DATA);
}

static void
a_list_must_be_ended(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#list-end\t0\t0\t0\n" END)), ERR_NONE);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#table\tequipment\t表2\t\\N\n\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD HEAD "\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#list-end\t0\t0\t0\n\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
}

static void
the_counts_of_a_list_must_agree(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t1\t1\nx\\#list-end\t1\t1\t0\n" END)), ERR_NONE);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t1\t1\nx\\#list-end\t2\t2\t0\n" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t1\t1\nx\\#list-end\t2\t1\t0\n" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t1\t1\nx\\#list-end\t1\t0\t1\n" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#reject\t6\tnumber_bad\tx\n\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
}

static void
a_row_taken_back_is_rejected_right_then(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t1\t1\nx\\#takeback\t6\n\\#reject\t6\tcode\tx\n"
                                               "\\#list-end\t1\t0\t1\n" END)),
                     ERR_NONE);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t1\t1\nx\\#takeback\t6\n\\#reject\t7\tcode\tx\n"
                                               "\\#list-end\t1\t0\t1\n" END)),
                     ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t1\t1\nx\\#takeback\t6\n\\#list-end\t0\t0\t0\n" END)),
                     ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#takeback\t6\n\\#reject\t6\tcode\tx\n\\#list-end\t1\t0\t1\n" END)),
                     ERR_DATA);
}

static void
lines_out_of_place_are_refused(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT("\\#huizong-typed\t1\n" HEAD "\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
    assert_int_equal(
        fault_of(TEXT(BEFORE "\\#list\t4\t3\n\\#labels\n\\#columns\n\\#extras\n\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
    assert_int_equal(
        fault_of(TEXT(BEFORE "\\#list\t1\t1\n\\#columns\n\\#labels\n\\#extras\n\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE "\\#rows\t1\t1\nx" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#fact\ta\tb\n\\#list-end\t0\t0\t0\n" END)), ERR_DATA);
    assert_int_equal(fault_of(TEXT(BEFORE HEAD "\\#rows\t99999999999\t1\nx\\#list-end\t1\t1\t0\n" END)), ERR_DATA);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typedlist_writes_the_stream_of_its_header),
        cmocka_unit_test(typedlist_reads_every_item),
        cmocka_unit_test(a_list_cut_anywhere_is_torn),
        cmocka_unit_test(a_list_must_be_ended),
        cmocka_unit_test(the_counts_of_a_list_must_agree),
        cmocka_unit_test(a_row_taken_back_is_rejected_right_then),
        cmocka_unit_test(lines_out_of_place_are_refused),
    };

    return cmocka_run_group_tests_name("typedlist", tests, NULL, NULL);
}
