/*
 * What the three streams between the stages have in common: lines of COPY text, control lines that begin with \#, a
 * first line naming the format, an end mark with count and verdict. A stream without its end mark is torn, whatever
 * its last line looks like.
 */
#ifndef HUIZONG_ROWS_STREAM_H
#define HUIZONG_ROWS_STREAM_H

#include "rows/copytext.h"

#include <stdint.h>

/* A line longer than this is refused by writer and reader alike. */
#define STREAM_LINE_MAX ((size_t)64 * 1024 * 1024)

/* What never changes in a stream of tables, and its words for messages. */
typedef struct StreamForm {
    const char *name;    /* "raw rows" */
    const char *counted; /* what the end mark counts: "rows" */
    const char *first_line;
    const char *header_line; /* once, behind the control line of the first table */
} StreamForm;

/* Fields are added one by one, stream_end_line writes the line out (in large pieces). */
typedef struct StreamWriter {
    int fd;
    Buf buf;
    bool in_line;
    bool too_long;
    bool begun; /* the first line is written */
    bool header_written;
    uint64_t lines; /* data lines, as the end mark counts them */
} StreamWriter;

void
stream_writer_init(StreamWriter *writer, int fd);

void
stream_writer_free(StreamWriter *writer);

/* The first line, before anything else; the header line, behind the first table's control line. Each is written once. */
bool
stream_begin(StreamWriter *writer, const StreamForm *form, Err *err);

bool
stream_header(StreamWriter *writer, const StreamForm *form, Err *err);

/* Begins a control line: `word` without its \#. */
void
stream_control(StreamWriter *writer, const char *word);

/* `line` as it is, without its line feed: the header lines. */
void
stream_literal(StreamWriter *writer, const char *line);

void
stream_field(StreamWriter *writer, Text field);

void
stream_number(StreamWriter *writer, uint64_t number);

bool
stream_end_line(StreamWriter *writer, Err *err);

/* As stream_end_line, for a line that the end mark counts. */
bool
stream_end_data_line(StreamWriter *writer, Err *err);

/* Bytes that are no line, between two lines. */
bool
stream_bytes(StreamWriter *writer, Text bytes, Err *err);

/* The end mark and everything that is still in the buffer. refused_code NULL: complete. */
bool
stream_end(StreamWriter *writer, const char *refused_code, Err *err);

/* What an end mark says. */
typedef struct StreamEnd {
    bool complete;
    uint64_t lines;
    Text refused_code; /* TEXT_NONE where complete; borrowed from the reader's line */
} StreamEnd;

/* True where `raw` is a control line of this word. */
bool
stream_is_control(Text raw, Text word);

/* Reads the fields of an end mark and compares its count with the lines that were read. */
bool
stream_read_end(const Text *fields, size_t field_count, uint64_t lines_read, StreamEnd *end, Err *err);

/* True with ERR_NONE at the end of the stream; ERR_DATA where anything follows the end mark. */
bool
stream_expect_nothing(CopyReader *reader, Err *err);

/* The first line of a stream must be this one, byte by byte. */
bool
stream_expect_line(CopyReader *reader, Text line, Err *err);

/* Reads a stream of tables. Whoever reads the lines sets header_due at a table's control line, counts rows and sets ended at the end mark. */
typedef struct StreamReader {
    const StreamForm *form;
    CopyReader *lines;
    bool begun;
    bool header_due; /* the table before was the first */
    bool header_read;
    bool ended;
    uint64_t rows;
} StreamReader;

void
stream_reader_init(StreamReader *reader, int fd, const StreamForm *form);

void
stream_reader_free(StreamReader *reader);

/*
 * The next line that is neither the first nor the header, as copytext_next gives it. False with ERR_NONE where nothing follows the end mark; ERR_DATA where
 * the stream is torn or a fixed line is another.
 */
bool
stream_next(StreamReader *reader, Text **fields, size_t *field_count, Text *raw, Err *err);

/* As copytext_bytes, and a stream that has not so many is torn. */
bool
stream_take_bytes(StreamReader *reader, size_t len, Text *bytes, Err *err);

#endif
