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

/* Fields are added one by one, stream_end_line writes the line out (in large pieces). */
typedef struct StreamWriter {
    int fd;
    Buf buf;
    bool in_line;
    bool too_long;
    uint64_t lines; /* data lines, as the end mark counts them */
} StreamWriter;

void
stream_writer_init(StreamWriter *writer, int fd);

void
stream_writer_free(StreamWriter *writer);

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

#endif
