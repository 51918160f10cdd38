#include "rows/typedlist.h"

#include "rows/typedstream.h"

#include <inttypes.h>

static void
add_fields(StreamWriter *stream, Texts texts)
{
    for (size_t i = 0; i < texts.count; i++)
        stream_field(stream, texts.items[i]);
}

static bool
write_fields(StreamWriter *stream, const char *word, Texts texts, Err *err)
{
    stream_control(stream, word);
    add_fields(stream, texts);
    return stream_end_line(stream, err);
}

bool
typedlist_begin(TypedWriter *writer, const ListHead *head, Err *err)
{
    StreamWriter *stream = &writer->stream;

    stream_control(stream, "list");
    stream_number(stream, head->part_no);
    stream_number(stream, head->part_of);
    return stream_end_line(stream, err) && write_fields(stream, "labels", head->labels, err) &&
           write_fields(stream, "columns", head->columns, err) && write_fields(stream, "extras", head->extras, err);
}

bool
typedlist_rows(TypedWriter *writer, Text tuples, uint64_t rows, Err *err)
{
    StreamWriter *stream = &writer->stream;

    if (tuples.len > TYPEDLIST_BLOCK_MAX)
        return err_set(err, ERR_BUG, "typed rows: a block of %zu bytes", tuples.len);
    stream_control(stream, "rows");
    stream_number(stream, tuples.len);
    stream_number(stream, rows);
    return stream_end_line(stream, err) && stream_bytes(stream, tuples, err);
}

bool
typedlist_reject(TypedWriter *writer, uint64_t row_no, Text codes, Texts cells, Err *err)
{
    StreamWriter *stream = &writer->stream;

    stream_control(stream, "reject");
    stream_number(stream, row_no);
    stream_field(stream, codes);
    add_fields(stream, cells);
    return stream_end_line(stream, err);
}

bool
typedlist_takeback(TypedWriter *writer, uint64_t row_no, Err *err)
{
    stream_control(&writer->stream, "takeback");
    stream_number(&writer->stream, row_no);
    return stream_end_line(&writer->stream, err);
}

bool
typedlist_end(TypedWriter *writer, uint64_t loaded, uint64_t rejected, Err *err)
{
    stream_control(&writer->stream, "list-end");
    stream_number(&writer->stream, loaded + rejected);
    stream_number(&writer->stream, loaded);
    stream_number(&writer->stream, rejected);
    return stream_end_line(&writer->stream, err);
}

/* In the order of TypedKind, from TYPED_LIST on. */
static const char *const words[] = {"list", "labels", "columns", "extras", "rows", "reject", "takeback", "list-end"};

enum { WORDS = sizeof words / sizeof *words };

bool
typedlist_is_control(Text raw, TypedKind *kind)
{
    for (size_t i = 0; i < WORDS; i++) {
        if (!stream_is_control(raw, text_of(words[i])))
            continue;
        *kind = TYPED_LIST + (TypedKind)i;
        return true;
    }
    return false;
}

static bool
ill_formed(TypedKind kind, Err *err)
{
    return err_set(err, ERR_DATA, "typed rows are ill-formed: bad line \"\\#%s\" of a list", words[kind - TYPED_LIST]);
}

/* Every line has its place: the head's lines in their order, a reject line behind a row that was taken back. */
static bool
in_place(const TypedReader *reader, TypedKind kind)
{
    static const ListState states[] = {
        [TYPED_LIST] = LIST_NONE,
        [TYPED_LIST_LABELS] = LIST_LABELS_DUE,
        [TYPED_LIST_COLUMNS] = LIST_COLUMNS_DUE,
        [TYPED_LIST_EXTRAS] = LIST_EXTRAS_DUE,
        [TYPED_LIST_ROWS] = LIST_OPEN,
        [TYPED_LIST_REJECT] = LIST_OPEN,
        [TYPED_LIST_TAKEBACK] = LIST_OPEN,
        [TYPED_LIST_END] = LIST_OPEN,
    };

    return reader->list == states[kind] && (reader->taken_back == 0 || kind == TYPED_LIST_REJECT);
}

static bool
read_counts(const Text *fields, size_t count, uint64_t *numbers, size_t wanted)
{
    if (count != wanted + 1)
        return false;
    for (size_t i = 0; i < wanted; i++) {
        if (!text_read_count(fields[i + 1], &numbers[i]))
            return false;
    }
    return true;
}

static bool
read_begin(TypedReader *reader, const Text *fields, size_t count, TypedItem *item)
{
    uint64_t parts[2];

    if (!reader->stream.header_read || !read_counts(fields, count, parts, 2) || parts[0] < 1 || parts[0] > parts[1])
        return false;
    item->part_no = parts[0];
    item->part_of = parts[1];
    reader->list = LIST_LABELS_DUE;
    reader->loaded = 0;
    reader->rejected = 0;
    return true;
}

static bool
read_rows(TypedReader *reader, const Text *fields, size_t count, TypedItem *item, Err *err)
{
    uint64_t numbers[2];

    if (!read_counts(fields, count, numbers, 2) || numbers[0] > TYPEDLIST_BLOCK_MAX)
        return ill_formed(TYPED_LIST_ROWS, err);
    item->lines = numbers[1];
    reader->loaded += numbers[1];
    return stream_take_bytes(&reader->stream, numbers[0], &item->value, err);
}

static bool
read_reject(TypedReader *reader, const Text *fields, size_t count, TypedItem *item)
{
    if (count < 3 || !text_read_count(fields[1], &item->row_no) || fields[2].len == 0 ||
        (reader->taken_back != 0 && reader->taken_back != item->row_no))
        return false;
    reader->taken_back = 0;
    reader->rejected++;
    item->name = fields[2];
    item->fields = fields + 3;
    item->field_count = count - 3;
    return true;
}

static bool
read_takeback(TypedReader *reader, const Text *fields, size_t count, TypedItem *item)
{
    if (!read_counts(fields, count, &item->row_no, 1) || item->row_no == 0 || reader->loaded == 0)
        return false;
    reader->taken_back = item->row_no;
    reader->loaded--;
    return true;
}

static bool
read_list_end(TypedReader *reader, const Text *fields, size_t count, TypedItem *item, Err *err)
{
    uint64_t numbers[3];

    if (!read_counts(fields, count, numbers, 3))
        return ill_formed(TYPED_LIST_END, err);
    if (numbers[1] != reader->loaded || numbers[2] != reader->rejected || numbers[0] != numbers[1] + numbers[2])
        return err_set(err, ERR_DATA,
                       "typed rows are torn: the end of a list says %" PRIu64 " rows loaded, %" PRIu64
                       " rejected, read %" PRIu64 " and %" PRIu64,
                       numbers[1], numbers[2], reader->loaded, reader->rejected);
    item->lines = numbers[0];
    item->loaded = numbers[1];
    item->rejected = numbers[2];
    reader->list = LIST_NONE;
    return true;
}

static void
read_labels(TypedReader *reader, const Text *fields, size_t count, TypedItem *item)
{
    item->fields = fields + 1;
    item->field_count = count - 1;
    reader->list++;
}

bool
typedlist_read(TypedReader *reader, TypedKind kind, const Text *fields, size_t count, TypedItem *item, Err *err)
{
    bool ok = in_place(reader, kind);

    item->kind = kind;
    if (!ok)
        return ill_formed(kind, err);
    if (kind == TYPED_LIST_ROWS)
        return read_rows(reader, fields, count, item, err);
    if (kind == TYPED_LIST_END)
        return read_list_end(reader, fields, count, item, err);
    if (kind == TYPED_LIST)
        ok = read_begin(reader, fields, count, item);
    else if (kind == TYPED_LIST_REJECT)
        ok = read_reject(reader, fields, count, item);
    else if (kind == TYPED_LIST_TAKEBACK)
        ok = read_takeback(reader, fields, count, item);
    else
        read_labels(reader, fields, count, item);
    return ok || ill_formed(kind, err);
}
