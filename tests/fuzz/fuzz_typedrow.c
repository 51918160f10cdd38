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

/* FNV-1a over a text, an absent one being none that can be written. */
static void
add_text(uint64_t *sum, Text text)
{
    for (size_t i = 0; i < text.len; i++)
        *sum = (*sum ^ (unsigned char)text.ptr[i]) * UINT64_C(0x100000001B3);
    *sum = (*sum ^ (text.ptr == NULL ? 0x200 : 0x100)) * UINT64_C(0x100000001B3);
}

/* All that an item says. */
static void
add_item(uint64_t *sum, const TypedItem *item)
{
    const TypedCell *cell = &item->cell;
    const Text texts[] = {item->name, item->value, item->title,  cell->field,       cell->state, cell->value,
                          cell->text, cell->raw,   cell->factor, cell->unit_source, cell->folded};
    const uint64_t numbers[] = {item->kind,
                                cell->place.row_no,
                                cell->item,
                                item->complete,
                                item->part_no,
                                item->part_of,
                                item->row_no,
                                item->loaded,
                                item->rejected,
                                item->lines,
                                (uint64_t)cell->place.column};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        add_text(sum, texts[i]);
    for (size_t i = 0; i < item->field_count; i++)
        add_text(sum, item->fields[i]);
    add_text(sum, (Text){(const char *)numbers, sizeof numbers});
}

/* Reads a stream, sums up what it holds, and writes that to `to`; false where it is torn or cannot be written. */
static bool
copy_stream(int from, int to, uint64_t *sum)
{
    Err err = {0}, fault = {0};
    TypedItem item = {0};
    ListHead head = {0};
    uint64_t cells = 0;
    bool ended = false, copied = true;
    Arena *arena = arena_new();
    TypedReader *reader = typedrow_reader_new(from);
    TypedWriter *writer = typedrow_writer_new(to);
    while (typedrow_next(reader, &item, &err)) {
        PROMISE(!ended);
        ended = item.kind == TYPED_END;
        cells += item.kind == TYPED_CELL;
        PROMISE(!ended || item.lines == cells);
        add_item(sum, &item);
        if (ended && !item.complete) /* the writer takes the code as a string */
            copied = item.refused_code.len > 0 && memchr(item.refused_code.ptr, '\0', item.refused_code.len) == NULL;
        PROMISE(write_item(writer, &item, &head, arena, &fault));
    }
    PROMISE(err.code == (ended && err.code == ERR_NONE ? ERR_NONE : ERR_DATA));
    typedrow_writer_free(writer);
    typedrow_reader_free(reader);
    arena_free(arena);
    return err.code == ERR_NONE && copied;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    uint64_t sum = 0, sum_again = 0;
    int in = bytes_file(bytes, len), copy = bytes_file("", 0), again = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (copy_stream(in, copy, &sum)) {
        lseek(copy, 0, SEEK_SET);
        PROMISE(copy_stream(copy, again, &sum_again) && sum == sum_again);
    }
    close(in);
    close(copy);
    close(again);
    return 0;
}
