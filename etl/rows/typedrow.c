#include "rows/typedrow.h"

#include "rows/typedstream.h"

#include <inttypes.h>

static const StreamForm form = {
    .name = "typed rows",
    .counted = "lines",
    .first_line = "\\#huizong-typed\t1",
    .header_line = "sheet\trow_no\titem\tcell\tfield\tstate\tvalue\ttext\traw\tunit_source\tfactor\tfolded",
};

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

TypedWriter *
typedrow_writer_new(int fd)
{
    TypedWriter *writer = mem_alloc(sizeof *writer);

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

bool
typedrow_fact(TypedWriter *writer, Text name, Text value, Err *err)
{
    if (!stream_begin(&writer->stream, &form, err))
        return false;
    stream_control(&writer->stream, "fact");
    stream_field(&writer->stream, name);
    stream_field(&writer->stream, value);
    return stream_end_line(&writer->stream, err);
}

bool
typedrow_table(TypedWriter *writer, Text kind, Text sheet, Text title, Err *err)
{
    if (!stream_begin(&writer->stream, &form, err))
        return false;
    stream_control(&writer->stream, "table");
    stream_field(&writer->stream, kind);
    stream_field(&writer->stream, sheet);
    stream_field(&writer->stream, title);
    return stream_end_line(&writer->stream, err) && stream_header(&writer->stream, &form, err);
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
    return stream_begin(&writer->stream, &form, err) && stream_end(&writer->stream, refused_code, err);
}

TypedReader *
typedrow_reader_new(int fd)
{
    TypedReader *reader = mem_alloc(sizeof *reader);

    *reader = (TypedReader){.list = LIST_NONE};
    stream_reader_init(&reader->stream, fd, &form);
    return reader;
}

void
typedrow_reader_free(TypedReader *reader)
{
    if (reader == NULL)
        return;
    stream_reader_free(&reader->stream);
    mem_free(reader);
}

/* Row and column as the line says them; false where the cell's name is one of another row. A name that is none leaves the column open. */
static bool
read_place(const Text *fields, TypedCell *cell)
{
    uint64_t row_no;

    cell->place.sheet = fields[CELL_SHEET];
    cell->place.column = -1;
    if (!text_read_count(fields[CELL_ROW_NO], &cell->place.row_no))
        return false;
    return !row_read_cell(fields[CELL_NAME], &row_no, &cell->place.column) || row_no == cell->place.row_no;
}

static bool
read_cell(TypedReader *reader, const Text *fields, size_t count, TypedItem *item, Err *err)
{
    TypedCell *cell = &item->cell;

    item->kind = TYPED_CELL;
    if (!reader->stream.header_read)
        return err_set(err, ERR_DATA, "typed rows are ill-formed: a cell before the header line");
    if (count != CELL_FIELDS || !read_place(fields, cell) || !text_read_count(fields[CELL_ITEM], &cell->item))
        return err_set(err, ERR_DATA, "typed rows are ill-formed: bad line %" PRIu64, reader->stream.rows + 1);
    item->cell_name = fields[CELL_NAME];
    cell->field = fields[CELL_FIELD];
    cell->state = fields[CELL_STATE];
    cell->value = fields[CELL_VALUE];
    cell->text = fields[CELL_TEXT];
    cell->raw = fields[CELL_RAW];
    cell->unit_source = fields[CELL_UNIT_SOURCE];
    cell->factor = fields[CELL_FACTOR];
    cell->folded = fields[CELL_FOLDED];
    reader->stream.rows++;
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

    if (!stream_read_end(fields, count, reader->stream.rows, &end, err))
        return false;
    item->kind = TYPED_END;
    item->complete = end.complete;
    item->lines = end.lines;
    item->refused_code = end.refused_code;
    reader->stream.ended = true;
    return true;
}

static bool
read_item(TypedReader *reader, const Text *fields, size_t count, Text raw, TypedItem *item, Err *err)
{
    TypedKind kind;

    if (typedlist_is_control(raw, &kind))
        return typedlist_read(reader, kind, fields, count, item, err);
    if (reader->list != LIST_NONE)
        return err_set(err, ERR_DATA, "typed rows are torn: a list without its end");
    if (!text_starts_with(raw, TEXT("\\#")))
        return read_cell(reader, fields, count, item, err);
    if (stream_is_control(raw, TEXT("fact")))
        return read_control(item, TYPED_FACT, fields, count, 3, err);
    if (stream_is_control(raw, TEXT("table"))) {
        reader->stream.header_due = !reader->stream.header_read;
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

    if (!stream_next(&reader->stream, &fields, &count, &raw, err))
        return false;
    *item = (TypedItem){.kind = TYPED_CELL};
    return read_item(reader, fields, count, raw, item, err);
}
