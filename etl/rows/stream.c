#include "rows/stream.h"

#include "base/file.h"

#include <inttypes.h>
#include <stdio.h>

/* Small pieces let the stages of a pipe overlap. */
enum { PIECE = 64 * 1024 };

void
stream_writer_init(StreamWriter *writer, int fd)
{
    *writer = (StreamWriter){.fd = fd, .buf = buf_new(PIECE + STREAM_LINE_MAX)};
}

void
stream_writer_free(StreamWriter *writer)
{
    buf_free(&writer->buf);
}

static void
note(StreamWriter *writer, bool fitted)
{
    writer->too_long |= !fitted;
    writer->in_line = true;
}

void
stream_control(StreamWriter *writer, const char *word)
{
    note(writer, buf_printf(&writer->buf, "\\#%s", word));
}

void
stream_literal(StreamWriter *writer, const char *line)
{
    note(writer, buf_text(&writer->buf, text_of(line)));
}

void
stream_field(StreamWriter *writer, Text field)
{
    if (writer->in_line)
        note(writer, buf_char(&writer->buf, '\t'));
    note(writer, copytext_field(&writer->buf, field));
}

void
stream_number(StreamWriter *writer, uint64_t number)
{
    char digits[20]; /* of the largest; written from the end, for a list has millions of rows */
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    stream_field(writer, (Text){digits + at, sizeof digits - at});
}

static bool
literal_once(StreamWriter *writer, bool *written, const char *line, Err *err)
{
    if (*written)
        return true;
    *written = true;
    stream_literal(writer, line);
    return stream_end_line(writer, err);
}

bool
stream_begin(StreamWriter *writer, const StreamForm *form, Err *err)
{
    return literal_once(writer, &writer->begun, form->first_line, err);
}

bool
stream_header(StreamWriter *writer, const StreamForm *form, Err *err)
{
    return literal_once(writer, &writer->header_written, form->header_line, err);
}

static bool
flush(StreamWriter *writer, Err *err)
{
    if (!file_write_all(writer->fd, writer->buf.ptr, writer->buf.len))
        return err_set(err, ERR_IO, "could not write stream: %m");
    buf_clear(&writer->buf);
    return true;
}

bool
stream_end_line(StreamWriter *writer, Err *err)
{
    note(writer, buf_char(&writer->buf, '\n'));
    writer->in_line = false;
    if (writer->too_long)
        return err_set(err, ERR_DATA, "stream line %" PRIu64 " is longer than %zu bytes", writer->lines + 1,
                       STREAM_LINE_MAX);
    return writer->buf.len < PIECE || flush(writer, err);
}

bool
stream_end_data_line(StreamWriter *writer, Err *err)
{
    writer->lines++;
    return stream_end_line(writer, err);
}

bool
stream_bytes(StreamWriter *writer, Text bytes, Err *err)
{
    if (!flush(writer, err))
        return false;
    return file_write_all(writer->fd, bytes.ptr, bytes.len) || err_set(err, ERR_IO, "could not write stream: %m");
}

bool
stream_end(StreamWriter *writer, const char *refused_code, Err *err)
{
    stream_control(writer, "end");
    stream_field(writer, refused_code == NULL ? TEXT("complete") : TEXT("refused"));
    stream_number(writer, writer->lines);
    stream_field(writer, refused_code == NULL ? TEXT("-") : text_of(refused_code));
    return stream_end_line(writer, err) && flush(writer, err);
}

bool
stream_is_control(Text raw, Text word)
{
    Text rest = text_sub(raw, 2, raw.len);

    if (!text_starts_with(raw, TEXT("\\#")) || !text_starts_with(rest, word))
        return false;
    return rest.len == word.len || rest.ptr[word.len] == '\t';
}

bool
stream_read_end(const Text *fields, size_t field_count, uint64_t lines_read, StreamEnd *end, Err *err)
{
    if (field_count != 4 || !text_read_count(fields[2], &end->lines))
        return err_set(err, ERR_DATA, "stream is ill-formed: bad end mark");
    if (end->lines != lines_read)
        return err_set(err, ERR_DATA, "stream is torn: end mark says %" PRIu64 " lines, read %" PRIu64, end->lines,
                       lines_read);
    end->complete = text_equal(fields[1], TEXT("complete"));
    end->refused_code = end->complete ? TEXT_NONE : fields[3];
    if (!end->complete && (!text_equal(fields[1], TEXT("refused")) || fields[3].len == 0))
        return err_set(err, ERR_DATA, "stream is ill-formed: end mark without a verdict");
    return true;
}

bool
stream_expect_nothing(CopyReader *reader, Err *err)
{
    Text *fields;
    size_t count;
    Text raw;

    if (copytext_next(reader, &fields, &count, &raw, err))
        return err_set(err, ERR_DATA, "stream is ill-formed: a line follows the end mark");
    return err->code == ERR_NONE;
}

bool
stream_expect_line(CopyReader *reader, Text line, Err *err)
{
    Text *fields;
    size_t count;
    Text raw;

    if (!copytext_next(reader, &fields, &count, &raw, err)) {
        if (err->code == ERR_NONE)
            err_set(err, ERR_DATA, "stream is torn: it ends before the line \"%" TEXT_FMT "\"", TEXT_ARG(line));
        return false;
    }
    if (!text_equal(raw, line))
        return err_set(err, ERR_DATA, "stream is ill-formed: expected the line \"%" TEXT_FMT "\"", TEXT_ARG(line));
    return true;
}

void
stream_reader_init(StreamReader *reader, int fd, const StreamForm *form)
{
    *reader = (StreamReader){.form = form, .lines = copytext_open(fd, STREAM_LINE_MAX)};
}

void
stream_reader_free(StreamReader *reader)
{
    copytext_close(reader->lines);
}

static bool
read_fixed_lines(StreamReader *reader, Err *err)
{
    if (!reader->begun && !stream_expect_line(reader->lines, text_of(reader->form->first_line), err))
        return false;
    reader->begun = true;
    if (reader->header_due && !stream_expect_line(reader->lines, text_of(reader->form->header_line), err))
        return false;
    reader->header_read |= reader->header_due;
    reader->header_due = false;
    return true;
}

bool
stream_next(StreamReader *reader, Text **fields, size_t *field_count, Text *raw, Err *err)
{
    err->code = ERR_NONE;
    if (reader->ended)
        return stream_expect_nothing(reader->lines, err) && false;
    if (!read_fixed_lines(reader, err))
        return false;
    if (copytext_next(reader->lines, fields, field_count, raw, err))
        return true;
    if (err->code == ERR_NONE)
        err_set(err, ERR_DATA, "%s are torn: no end mark after %" PRIu64 " %s", reader->form->name, reader->rows,
                reader->form->counted);
    return false;
}

bool
stream_take_bytes(StreamReader *reader, size_t len, Text *bytes, Err *err)
{
    if (copytext_bytes(reader->lines, len, bytes, err))
        return true;
    if (err->code == ERR_NONE)
        err_set(err, ERR_DATA, "%s are torn: they end within a block of %zu bytes", reader->form->name, len);
    return false;
}
