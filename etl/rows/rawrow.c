#include "rows/rawrow.h"

#include "base/limits.h"
#include "rows/stream.h"

#include <inttypes.h>

static const StreamForm form = {
    .name = "raw rows",
    .counted = "rows",
    .first_line = "\\#huizong-raw\t1",
    .header_line = "sheet\trow_no\tmarks\tcells",
};

/* sheet, row_no and marks stand before the cells. */
enum { LEADING_FIELDS = 3 };

struct RawWriter {
    StreamWriter stream;
    RawReceive receive; /* or NULL */
    void *context;
    uint64_t rows; /* that were received */
};

RawWriter *
rawrow_writer_new(int fd)
{
    RawWriter *writer = mem_alloc(sizeof *writer);

    *writer = (RawWriter){.receive = NULL};
    stream_writer_init(&writer->stream, fd);
    return writer;
}

RawWriter *
rawrow_writer_to(RawReceive receive, void *context)
{
    RawWriter *writer = rawrow_writer_new(-1);

    writer->receive = receive;
    writer->context = context;
    return writer;
}

void
rawrow_writer_free(RawWriter *writer)
{
    if (writer == NULL)
        return;
    stream_writer_free(&writer->stream);
    mem_free(writer);
}

static bool
hand_over(RawWriter *writer, RawKind kind, Text name, Text value, Err *err)
{
    RawItem item = {.kind = kind, .name = name, .value = value};
    return writer->receive(writer->context, &item, err);
}

static bool
control(RawWriter *writer, const char *word, Text name, Text value, Err *err)
{
    if (!stream_begin(&writer->stream, &form, err))
        return false;
    stream_control(&writer->stream, word);
    stream_field(&writer->stream, name);
    stream_field(&writer->stream, value);
    return stream_end_line(&writer->stream, err);
}

bool
rawrow_fact(RawWriter *writer, Text name, Text value, Err *err)
{
    if (writer->receive != NULL)
        return hand_over(writer, RAW_FACT, name, value, err);
    return control(writer, "fact", name, value, err);
}

bool
rawrow_sheet(RawWriter *writer, Text name, const char *visibility, Err *err)
{
    if (writer->receive != NULL)
        return hand_over(writer, RAW_SHEET, name, text_of(visibility), err);
    return control(writer, "sheet", name, text_of(visibility), err) && stream_header(&writer->stream, &form, err);
}

static bool
hand_over_row(RawWriter *writer, const Row *row, Err *err)
{
    RawItem item = {.kind = RAW_ROW, .row = *row};
    if (item.row.marks.ptr == NULL)
        item.row.marks = TEXT("");
    item.row.place.column = -1;
    writer->rows++;
    return writer->receive(writer->context, &item, err);
}

bool
rawrow_row(RawWriter *writer, const Row *row, Err *err)
{
    StreamWriter *stream = &writer->stream;

    if (writer->receive != NULL)
        return hand_over_row(writer, row, err);
    stream_field(stream, row->place.sheet);
    stream_number(stream, row->place.row_no);
    stream_field(stream, row->marks.ptr == NULL ? TEXT("") : row->marks);
    for (size_t i = 0; i < row->cell_count; i++)
        stream_field(stream, row->cells[i]);
    return stream_end_data_line(stream, err);
}

bool
rawrow_merge(RawWriter *writer, Text sheet, Text range, Err *err)
{
    if (writer->receive != NULL)
        return hand_over(writer, RAW_MERGE, sheet, range, err);
    return control(writer, "merge", sheet, range, err);
}

bool
rawrow_hidden_columns(RawWriter *writer, Text sheet, Text range, Err *err)
{
    if (writer->receive != NULL)
        return hand_over(writer, RAW_HIDDEN_COLUMNS, sheet, range, err);
    stream_control(&writer->stream, "hidden");
    stream_field(&writer->stream, sheet);
    stream_field(&writer->stream, TEXT("columns"));
    stream_field(&writer->stream, range);
    return stream_end_line(&writer->stream, err);
}

static bool
hand_over_end(RawWriter *writer, const char *refused_code, Err *err)
{
    RawItem item = {.kind = RAW_END, .complete = refused_code == NULL, .rows = writer->rows};
    if (refused_code != NULL)
        item.refused_code = text_of(refused_code);
    return writer->receive(writer->context, &item, err);
}

bool
rawrow_end(RawWriter *writer, const char *refused_code, Err *err)
{
    if (writer->receive != NULL)
        return hand_over_end(writer, refused_code, err);
    return stream_begin(&writer->stream, &form, err) && stream_end(&writer->stream, refused_code, err);
}

struct RawReader {
    StreamReader stream;
};

RawReader *
rawrow_reader_new(int fd)
{
    RawReader *reader = mem_alloc(sizeof *reader);

    stream_reader_init(&reader->stream, fd, &form);
    return reader;
}

void
rawrow_reader_free(RawReader *reader)
{
    if (reader == NULL)
        return;
    stream_reader_free(&reader->stream);
    mem_free(reader);
}

static bool
read_row(RawReader *reader, Text *fields, size_t count, RawItem *item, Err *err)
{
    Row *row = &item->row;

    item->kind = RAW_ROW;
    if (!reader->stream.header_read)
        return err_set(err, ERR_DATA, "raw rows are ill-formed: a row before the header line");
    if (count < LEADING_FIELDS || fields[0].ptr == NULL || !text_read_count(fields[1], &row->place.row_no))
        return err_set(err, ERR_DATA, "raw rows are ill-formed: row %" PRIu64 " has no place", reader->stream.rows + 1);
    row->place.sheet = fields[0];
    row->place.column = -1;
    row->marks = fields[2];
    row->cells = fields + LEADING_FIELDS;
    row->cell_count = count - LEADING_FIELDS;
    reader->stream.rows++;
    return true;
}

/* name and value stand at the given fields of a control line that must have `wanted` of them. */
static bool
read_control(RawItem *item, RawKind kind, const Text *fields, size_t count, size_t wanted, Err *err)
{
    if (count != wanted)
        return err_set(err, ERR_DATA, "raw rows are ill-formed: control line \"%" TEXT_FMT "\" has %zu fields",
                       TEXT_ARG(fields[0]), count);
    item->kind = kind;
    item->name = fields[1];
    item->value = fields[wanted - 1];
    return true;
}

static bool
read_end(RawReader *reader, const Text *fields, size_t count, RawItem *item, Err *err)
{
    StreamEnd end;

    if (!stream_read_end(fields, count, reader->stream.rows, &end, err))
        return false;
    *item = (RawItem){.kind = RAW_END, .complete = end.complete, .rows = end.lines, .refused_code = end.refused_code};
    reader->stream.ended = true;
    return true;
}

static bool
read_item(RawReader *reader, Text *fields, size_t count, Text raw, RawItem *item, Err *err)
{
    if (raw.len < 2 || raw.ptr[0] != '\\' || raw.ptr[1] != '#')
        return read_row(reader, fields, count, item, err);
    if (stream_is_control(raw, TEXT("fact")))
        return read_control(item, RAW_FACT, fields, count, 3, err);
    if (stream_is_control(raw, TEXT("sheet"))) {
        reader->stream.header_due = !reader->stream.header_read;
        return read_control(item, RAW_SHEET, fields, count, 3, err);
    }
    if (stream_is_control(raw, TEXT("merge")))
        return read_control(item, RAW_MERGE, fields, count, 3, err);
    if (stream_is_control(raw, TEXT("hidden")))
        return read_control(item, RAW_HIDDEN_COLUMNS, fields, count, 4, err);
    if (stream_is_control(raw, TEXT("end")))
        return read_end(reader, fields, count, item, err);
    return err_set(err, ERR_DATA, "raw rows are ill-formed: unknown control line \"%" TEXT_FMT "\"",
                   TEXT_ARG(fields[0]));
}

bool
rawrow_next(RawReader *reader, RawItem *item, Err *err)
{
    Text *fields;
    size_t count;
    Text raw;

    if (!stream_next(&reader->stream, &fields, &count, &raw, err))
        return false;
    *item = (RawItem){.kind = RAW_ROW};
    return read_item(reader, fields, count, raw, item, err);
}

enum { NO_COLUMN = -2 };

/* A part of a row's marks: "C:formula,percent". */
typedef struct Mark {
    Text text;
    int column; /* -1 for "*" */
    Text words;
} Mark;

/* "C", or "*". */
static int
column_named(Text name)
{
    int number = 0;

    if (text_equal(name, TEXT("*")))
        return -1;
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] < 'A' || name.ptr[i] > 'Z' || number > LIMIT_COLUMNS)
            return NO_COLUMN;
        number = number * 26 + (name.ptr[i] - 'A' + 1);
    }
    return number == 0 ? NO_COLUMN : number - 1;
}

/* The mark at *at, which moves behind it; false at the end. */
static bool
next_mark(Text marks, size_t *at, Mark *mark)
{
    if (*at >= marks.len)
        return false;
    size_t blank = text_find(marks, TEXT(" "), *at);
    size_t end = blank == SIZE_MAX ? marks.len : blank;
    mark->text = text_sub(marks, *at, end - *at);
    size_t colon = text_find(mark->text, TEXT(":"), 0);
    mark->column = colon == SIZE_MAX ? NO_COLUMN : column_named(text_sub(mark->text, 0, colon));
    mark->words = colon == SIZE_MAX ? TEXT("") : text_sub(mark->text, colon + 1, mark->text.len);
    *at = end + 1;
    return true;
}

static bool
has_word(Text words, Text word)
{
    size_t at = 0;

    while (at < words.len) {
        size_t comma = text_find(words, TEXT(","), at);
        size_t end = comma == SIZE_MAX ? words.len : comma;

        if (text_equal(text_sub(words, at, end - at), word))
            return true;
        at = end + 1;
    }
    return false;
}

bool
rawrow_marked(Text marks, int column, Text word)
{
    size_t at = 0;
    Mark mark;

    while (next_mark(marks, &at, &mark)) {
        if (mark.column == column && has_word(mark.words, word))
            return true;
    }
    return false;
}

/* A cell that comes twice has all that stands between its marks too. */
void
rawrow_marks_apart(Text marks, Text *own, size_t count)
{
    size_t at = 0;
    Mark mark;

    for (size_t i = 0; i < count; i++)
        own[i] = TEXT("");
    while (next_mark(marks, &at, &mark)) {
        if (mark.column < 0 || (size_t)mark.column >= count)
            continue;
        Text *known = &own[mark.column];
        const char *from = known->len > 0 ? known->ptr : mark.text.ptr;
        *known = (Text){from, (size_t)(mark.text.ptr + mark.text.len - from)};
    }
}
