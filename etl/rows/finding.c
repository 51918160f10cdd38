#include "rows/finding.h"

#include "rows/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <unistd.h>

#define HEADER_LINE "sheet\tcell\trow\tfield\tseverity\tcode\traw\tread_as\texpected\tsubject"

enum { FINDING_FIELDS = 10, NO_FILE = -1 };

struct FindingWriter {
    StreamWriter stream; /* fd NO_FILE: counted and dropped */
};

FindingWriter *
finding_open(const char *path, Err *err)
{
    FindingWriter *writer;
    int fd = NO_FILE;

    if (path != NULL) {
        /* Findings quote what people wrote: nobody else's business. */
        fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (fd < 0) {
            err_set(err, ERR_CANNOT_CREATE, "could not create findings file \"%s\": %m", path);
            return NULL;
        }
    }
    writer = mem_alloc(sizeof *writer);
    stream_writer_init(&writer->stream, fd);
    if (fd == NO_FILE)
        return writer;
    stream_literal(&writer->stream, HEADER_LINE);
    if (stream_end_line(&writer->stream, err))
        return writer;
    finding_abandon(writer);
    return NULL;
}

/* A row that no table of the database could name is no place. */
static void
write_place(StreamWriter *stream, Place place)
{
    char cell[ROW_CELL_MAX];
    if (place.row_no > INT32_MAX)
        place.row_no = 0;
    Text name = row_write_cell(place, cell);

    stream_field(stream, place.sheet);
    stream_field(stream, name.len == 0 ? TEXT_NONE : name);
    if (place.row_no == 0)
        stream_field(stream, TEXT_NONE);
    else
        stream_number(stream, place.row_no);
}

bool
finding_add(FindingWriter *writer, const Finding *finding, Err *err)
{
    StreamWriter *stream = &writer->stream;

    if (stream->fd == NO_FILE) {
        stream->lines++;
        return true;
    }
    write_place(stream, finding->place);
    stream_field(stream, finding->field);
    stream_field(stream, finding->error ? TEXT("error") : TEXT("warning"));
    stream_field(stream, text_of(finding->code));
    stream_field(stream, finding->raw);
    stream_field(stream, finding->read_as);
    stream_field(stream, finding->expected);
    stream_field(stream, finding->subject);
    return stream_end_data_line(stream, err);
}

uint64_t
finding_count(const FindingWriter *writer)
{
    return writer->stream.lines;
}

bool
finding_close(FindingWriter *writer, Err *err)
{
    bool ok = true;

    if (writer->stream.fd != NO_FILE) {
        ok = stream_end(&writer->stream, NULL, err);
        if (close(writer->stream.fd) != 0 && ok)
            ok = err_set(err, ERR_IO, "could not close findings file: %m");
        writer->stream.fd = NO_FILE;
    }
    finding_abandon(writer);
    return ok;
}

void
finding_abandon(FindingWriter *writer)
{
    if (writer == NULL)
        return;
    if (writer->stream.fd != NO_FILE)
        close(writer->stream.fd);
    stream_writer_free(&writer->stream);
    mem_free(writer);
}

struct FindingReader {
    CopyReader *lines;
    int fd;
    uint64_t count;
    bool ended;
};

FindingReader *
finding_reader_open(const char *path, Err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    FindingReader *reader;

    if (fd < 0) {
        err_set(err, ERR_NO_INPUT, "could not open findings file \"%s\": %m", path);
        return NULL;
    }
    reader = mem_alloc(sizeof *reader);
    *reader = (FindingReader){.lines = copytext_open(fd, STREAM_LINE_MAX), .fd = fd};
    if (!stream_expect_line(reader->lines, TEXT(HEADER_LINE), err)) {
        err_prefix(err, "findings file \"%s\"", path);
        finding_reader_close(reader);
        return NULL;
    }
    return reader;
}

static bool
read_end(FindingReader *reader, const Text *fields, size_t count, Err *err)
{
    StreamEnd end;

    if (!stream_read_end(fields, count, reader->count, &end, err))
        return false;
    if (!end.complete)
        return err_set(err, ERR_DATA, "findings are ill-formed: a verdict other than complete");
    reader->ended = true;
    return stream_expect_nothing(reader->lines, err);
}

bool
finding_next(FindingReader *reader, Text **fields, Err *err)
{
    size_t count;
    Text raw;

    err->code = ERR_NONE;
    if (reader->ended)
        return false;
    if (!copytext_next(reader->lines, fields, &count, &raw, err)) {
        if (err->code == ERR_NONE)
            err_set(err, ERR_DATA, "findings are torn: no end mark after %" PRIu64 " lines", reader->count);
        return false;
    }
    if (stream_is_control(raw, TEXT("end")))
        return read_end(reader, *fields, count, err) && false;
    if (count != FINDING_FIELDS)
        return err_set(err, ERR_DATA, "findings are ill-formed: line %" PRIu64 " has %zu fields", reader->count + 1,
                       count);
    reader->count++;
    return true;
}

void
finding_reader_close(FindingReader *reader)
{
    if (reader == NULL)
        return;
    copytext_close(reader->lines);
    close(reader->fd);
    mem_free(reader);
}
