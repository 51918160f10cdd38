/*
 * The stream between normalise and load: whatever the bytes are, it is read to its end mark or is torn; what was read and is written again reads as the same.
 */
#include "bytes.h"

#include <string.h>

#include "rows/typedlist.h"
#include "rows/typedrow.h"

static bool
write_item(TypedWriter *writer, const TypedItem *item, ListHead *head, Arena *arena, Err *err)
{
    Texts fields = {item->fields, item->field_count};
    switch (item->kind) {
    case TYPED_FACT:
        return typedrow_fact(writer, item->name, item->value, err);
    case TYPED_TABLE:
        return typedrow_table(writer, item->name, item->value, item->title, err);
    case TYPED_CELL:
        return typedrow_cell(writer, &item->cell, err);
    case TYPED_LIST:
        head->part_no = item->part_no;
        head->part_of = item->part_of;
        return true;
    case TYPED_LIST_LABELS:
    case TYPED_LIST_COLUMNS:
    case TYPED_LIST_EXTRAS: {
        Text *kept = arena_array(arena, fields.count, sizeof *kept);
        for (size_t i = 0; i < fields.count; i++)
            kept[i] = fields.items[i].ptr == NULL ? TEXT_NONE : arena_text(arena, fields.items[i]);
        fields.items = kept;
        *(item->kind == TYPED_LIST_LABELS    ? &head->labels
          : item->kind == TYPED_LIST_COLUMNS ? &head->columns
                                             : &head->extras) = fields;
        return item->kind != TYPED_LIST_EXTRAS || typedlist_begin(writer, head, err);
    }
    case TYPED_LIST_ROWS:
        return typedlist_rows(writer, item->value, item->lines, err);
    case TYPED_LIST_REJECT:
        return typedlist_reject(writer, item->row_no, item->name, fields, err);
    case TYPED_LIST_TAKEBACK:
        return typedlist_takeback(writer, item->row_no, err);
    case TYPED_LIST_END:
        return typedlist_end(writer, item->loaded, item->rejected, err);
    case TYPED_END: {
        char *code = item->complete ? NULL : arena_string(arena, item->refused_code);
        return typedrow_end(writer, code, err);
    }
    }
    return false;
}

/* Reads a stream and writes what it holds to *copy; false where it is torn. */
static bool
copy_stream(int from, int to)
{
    Err err = {0}, fault = {0};
    TypedItem item = {0};
    ListHead head = {0};
    uint64_t cells = 0;
    bool ended = false;
    Arena *arena = arena_new();
    TypedReader *reader = typedrow_reader_new(from);
    TypedWriter *writer = typedrow_writer_new(to);
    while (typedrow_next(reader, &item, &err)) {
        PROMISE(!ended);
        ended = item.kind == TYPED_END;
        cells += item.kind == TYPED_CELL;
        PROMISE(!ended || item.lines == cells);
        PROMISE(write_item(writer, &item, &head, arena, &fault));
    }
    PROMISE(err.code == (ended && err.code == ERR_NONE ? ERR_NONE : ERR_DATA));
    typedrow_writer_free(writer);
    typedrow_reader_free(reader);
    arena_free(arena);
    return err.code == ERR_NONE;
}

static bool
files_equal(int left, int right)
{
    char a[4096], b[4096];
    ssize_t len = 0, other = 0;
    lseek(left, 0, SEEK_SET);
    lseek(right, 0, SEEK_SET);
    do {
        len = read(left, a, sizeof a);
        other = read(right, b, sizeof b);
        if (len != other || (len > 0 && memcmp(a, b, (size_t)len) != 0))
            return false;
    } while (len > 0);
    return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    int in = bytes_file(bytes, len), copy = bytes_file("", 0), again = bytes_file("", 0);
    if (copy_stream(in, copy)) {
        lseek(copy, 0, SEEK_SET);
        PROMISE(copy_stream(copy, again) && files_equal(copy, again));
    }
    close(in);
    close(copy);
    close(again);
    return 0;
}
