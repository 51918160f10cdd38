/*
 * Findings: the submitter's data is wrong or doubtful. A stream of its own, COPY text:
 *
 *   sheet<TAB>cell<TAB>row<TAB>field<TAB>severity<TAB>code<TAB>raw<TAB>read_as<TAB>expected<TAB>subject        header line
 *   one line per finding
 *   \#end<TAB>complete<TAB>LINES<TAB>-
 *
 * field is the label a clerk sees; severity error or warning; code stands in schemas/messages.json, where its Chinese
 * text is; raw what was read, read_as what it was taken for, expected what should stand there; subject the natural
 * key of the row (folded name), or \N. row is \N for a whole file or sheet.
 */
#ifndef HUIZONG_ROWS_FINDING_H
#define HUIZONG_ROWS_FINDING_H

#include "rows/copytext.h"
#include "rows/row.h"

typedef struct Finding {
    Place place;
    Text field;
    bool error; /* else a warning */
    const char *code;
    Text raw;
    Text read_as;
    Text expected;
    Text subject;
} Finding;

typedef struct FindingWriter FindingWriter;

/* Creates or truncates `path`. NULL path: findings are counted and dropped. */
FindingWriter *
finding_open(const char *path, Err *err);

bool
finding_add(FindingWriter *writer, const Finding *finding, Err *err);

uint64_t
finding_count(const FindingWriter *writer);

/* The end mark, flush, close; frees the writer in any case. Call it before the data stream's own end mark. */
bool
finding_close(FindingWriter *writer, Err *err);

/* Frees without an end mark: the findings are torn, as they should be after a fault. */
void
finding_abandon(FindingWriter *writer);

/* Reading: as copytext_next, but the header line and the end mark are checked; fields as in the header line. */
typedef struct FindingReader FindingReader;

FindingReader *
finding_reader_open(const char *path, Err *err);

/* Ten fields, borrowed until the next call; false with ERR_NONE at the end mark, with ERR_DATA where the stream is
 * torn. */
bool
finding_next(FindingReader *reader, Text **fields, Err *err);

void
finding_reader_close(FindingReader *reader);

#endif
