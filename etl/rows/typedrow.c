#include "rows/typedrow.h"

#include "rows/stream.h"

#include <inttypes.h>

#define FIRST_LINE "\\#huizong-typed\t1"
#define HEADER_LINE "sheet\trow_no\titem\tcell\tfield\tstate\tvalue\ttext\traw\tunit_source\tfactor\tfolded"

enum {
    CELL_SHEET,
    CELL_ROW_NO,
    CELL_ITEM,
    CELL_NAME,
    CELL_FIELD,
    CELL_STATE,
    CELL_VALUE,
    CELL_TEXT,
    CELL_RAW,
    CELL_UNIT_SOURCE,
    CELL_FACTOR,
    CELL_FOLDED,
    CELL_FIELDS
};

struct TypedWriter {
    StreamWriter stream;
    bool begun;
    bool header_written;
};

TypedWriter *
typedrow_writer_new(int fd)
{
    TypedWriter *writer = mem_alloc(sizeof *writer);

    *writer = (TypedWriter){.begun = false};
    stream_writer_init(&writer->stream, fd);
    return writer;
}

void
typedrow_writer_free(TypedWriter *writer)
{
    if (writer == NULL)
        return;
    stream_writer_free(&writer->stream);
    mem_free(writer);
}

static bool
begin(TypedWriter *writer, Err *err)
{
    if (writer->begun)
        return true;
    writer->begun = true;
    stream_literal(&writer->stream, FIRST_LINE);
    return stream_end_line(&writer->stream, err);
}

bool
typedrow_fact(TypedWriter *writer, Text name, Text value, Err *err)
{
    if (!begin(writer, err))
        return false;
    stream_control(&writer->stream, "fact");
    stream_field(&writer->stream, name);
    stream_field(&writer->stream, value);
    return stream_end_line(&writer->stream, err);
}

bool
typedrow_table(TypedWriter *writer, Text kind, Text sheet, Text title, Err *err)
{
    if (!begin(writer, err))
        return false;
    stream_control(&writer->stream, "table");
    stream_field(&writer->stream, kind);
    stream_field(&writer->stream, sheet);
    stream_field(&writer->stream, title);
    if (!stream_end_line(&writer->stream, err))
        return false;
    if (writer->header_written)
        return true;
    writer->header_written = true;
    stream_literal(&writer->stream, HEADER_LINE);
    return stream_end_line(&writer->stream, err);
}

bool
typedrow_cell(TypedWriter *writer, const TypedCell *cell, Err *err)
{
    StreamWriter *stream = &writer->stream;
    char name[ROW_CELL_MAX];

    stream_field(stream, cell->place.sheet.ptr == NULL ? TEXT("") : cell->place.sheet);
    stream_number(stream, cell->place.row_no);
    stream_number(stream, cell->item);
    stream_field(stream, row_write_cell(cell->place, name));
    stream_field(stream, cell->field);
    stream_field(stream, cell->state);
    stream_field(stream, cell->value);
    stream_field(stream, cell->text);
    stream_field(stream, cell->raw);
    stream_field(stream, cell->unit_source);
    stream_field(stream, cell->factor);
    stream_field(stream, cell->folded);
    return stream_end_data_line(stream, err);
}

bool
typedrow_end(TypedWriter *writer, const char *refused_code, Err *err)
{
    return begin(writer, err) && stream_end(&writer->stream, refused_code, err);
}

struct TypedReader {
    CopyReader *lines;
    bool begun;
    bool header_due; /* the table before was the first */
    bool header_read;
    bool ended;
    uint64_t cells;
};

TypedReader *
typedrow_reader_new(int fd)
{
    TypedReader *reader = mem_alloc(sizeof *reader);

    *reader = (TypedReader){.lines = copytext_open(fd, STREAM_LINE_MAX)};
    return reader;
}

void
typedrow_reader_free(TypedReader *reader)
{
    if (reader == NULL)
        return;
    copytext_close(reader->lines);
    mem_free(reader);
}

static bool
read_cell(TypedReader *reader, const Text *fields, size_t count, TypedItem *item, Err *err)
{
    TypedCell *cell = &item->cell;
    uint64_t row_no;

    item->kind = TYPED_CELL;
    if (!reader->header_read)
        return err_set(err, ERR_DATA, "typed rows are ill-formed: a cell before the header line");
    if (count != CELL_FIELDS || !text_read_count(fields[CELL_ROW_NO], &cell->place.row_no) ||
        !text_read_count(fields[CELL_ITEM], &cell->item))
        return err_set(err, ERR_DATA, "typed rows are ill-formed: bad line %" PRIu64, reader->cells + 1);
    item->cell_name = fields[CELL_NAME];
    cell->place.sheet = fields[CELL_SHEET];
    cell->place.column = -1;
    if (item->cell_name.len > 0 && !row_read_cell(item->cell_name, &row_no, &cell->place.column))
        cell->place.column = -1;
    cell->field = fields[CELL_FIELD];
    cell->state = fields[CELL_STATE];
    cell->value = fields[CELL_VALUE];
    cell->text = fields[CELL_TEXT];
    cell->raw = fields[CELL_RAW];
    cell->unit_source = fields[CELL_UNIT_SOURCE];
    cell->factor = fields[CELL_FACTOR];
    cell->folded = fields[CELL_FOLDED];
    reader->cells++;
    return true;
}

static bool
read_control(TypedItem *item, TypedKind kind, const Text *fields, size_t count, size_t wanted, Err *err)
{
    if (count != wanted)
        return err_set(err, ERR_DATA, "typed rows are ill-formed: control line \"%" TEXT_FMT "\" has %zu fields",
                       TEXT_ARG(fields[0]), count);
    item->kind = kind;
    item->name = fields[1];
    item->value = fields[2];
    item->title = kind == TYPED_TABLE ? fields[3] : TEXT_NONE;
    return true;
}

static bool
read_end(TypedReader *reader, const Text *fields, size_t count, TypedItem *item, Err *err)
{
    StreamEnd end;

    if (!stream_read_end(fields, count, reader->cells, &end, err))
        return false;
    item->kind = TYPED_END;
    item->complete = end.complete;
    item->lines = end.lines;
    item->refused_code = end.refused_code;
    reader->ended = true;
    return true;
}

static bool
read_item(TypedReader *reader, const Text *fields, size_t count, Text raw, TypedItem *item, Err *err)
{
    if (!text_starts_with(raw, TEXT("\\#")))
        return read_cell(reader, fields, count, item, err);
    if (stream_is_control(raw, TEXT("fact")))
        return read_control(item, TYPED_FACT, fields, count, 3, err);
    if (stream_is_control(raw, TEXT("table"))) {
        reader->header_due = !reader->header_read;
        return read_control(item, TYPED_TABLE, fields, count, 4, err);
    }
    if (stream_is_control(raw, TEXT("end")))
        return read_end(reader, fields, count, item, err);
    return err_set(err, ERR_DATA, "typed rows are ill-formed: unknown control line \"%" TEXT_FMT "\"",
                   TEXT_ARG(fields[0]));
}

bool
typedrow_next(TypedReader *reader, TypedItem *item, Err *err)
{
    Text *fields;
    size_t count;
    Text raw;

    err->code = ERR_NONE;
    if (reader->ended)
        return stream_expect_nothing(reader->lines, err) && false;
    if (!reader->begun && !stream_expect_line(reader->lines, TEXT(FIRST_LINE), err))
        return false;
    reader->begun = true;
    if (reader->header_due && !stream_expect_line(reader->lines, TEXT(HEADER_LINE), err))
        return false;
    reader->header_read |= reader->header_due;
    reader->header_due = false;
    if (!copytext_next(reader->lines, &fields, &count, &raw, err)) {
        if (err->code == ERR_NONE)
            err_set(err, ERR_DATA, "typed rows are torn: no end mark after %" PRIu64 " lines", reader->cells);
        return false;
    }
    *item = (TypedItem){.kind = TYPED_CELL};
    return read_item(reader, fields, count, raw, item, err);
}
