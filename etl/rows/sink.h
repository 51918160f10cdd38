/*
 * Where every reader puts what it finds: raw rows and findings. A reader's function returns false where it stops for
 * good: then sink->refused is the code of the refusal (its finding has been written), or it is NULL and *err tells the
 * fault.
 */
#ifndef HUIZONG_ROWS_SINK_H
#define HUIZONG_ROWS_SINK_H

#include "base/limits.h"
#include "rows/finding.h"
#include "rows/rawrow.h"
#include "rows/told.h"

/* Findings that are told one by one: of a kind that every cell may deserve, of any other kind, and in all of a file. */
enum { SINK_MANY = 100, SINK_EACH = 1000, SINK_FILE = 20000 };

typedef struct Sink {
    RawWriter *rows;
    FindingWriter *findings;
    Arena *run;          /* until the end of the file */
    Arena *row;          /* reset with every row */
    const char *refused; /* in static storage */
    uint64_t row_count;
    uint64_t byte_count; /* of the cells of all rows, an absent one being three */
    uint64_t cell_count; /* of those that are there */
    const Limits *limits;
    uint64_t source_size; /* bytes of the file; 0: not known */
    Told *many;           /* what sink_warn_many has told; NULL: nothing yet */
    Told *each;           /* what else was told of cells; NULL: nothing yet */
} Sink;

/*
 * What a finding says beyond its code: where, what was read, what it was taken for, what should stand there. Any text
 * may be TEXT_NONE.
 */
typedef struct Remark {
    Place place;
    Text raw;
    Text read_as;
    Text expected;
} Remark;

/* The whole file, or the whole sheet. */
Place
sink_place(Text sheet);

/* Writes the refusal's finding (an error of the file) and sets sink->refused. Always false. */
bool
sink_refuse(Sink *sink, const char *code, Remark remark, Err *err);

/* Of a cell, the first SINK_EACH of a sheet and SINK_FILE of a file are told, the rest by sink_end as cell_findings_more; so with sink_warn. */
bool
sink_error(Sink *sink, const char *code, Remark remark, Err *err);

bool
sink_warn(Sink *sink, const char *code, Remark remark, Err *err);

/* A warning that every cell may deserve: the first SINK_MANY of a sheet are told, the rest by sink_end as `more_code`. */
bool
sink_warn_many(Sink *sink, const char *code, const char *more_code, Remark remark, Err *err);

/* All has been read: how many more of each such warning there were. */
bool
sink_end(Sink *sink, Err *err);

/* The limits that hold: the defaults where the sink names none. */
const Limits *
sink_limits(const Sink *sink);

/* False where so many bytes came out of the file as no honest file gives (limits.ratio). */
bool
sink_plausible(const Sink *sink, uint64_t bytes);

/* For whatever takes a reader long, every 64 KiB or so: refuses with reading_too_long beyond the processor time. */
bool
sink_in_time(Sink *sink, Err *err);

/*
 * A sheet begins. Its name goes along with every row, cell and finding of it: one that is longer than any program writes is refused (sheet_name_too_long).
 */
bool
sink_sheet(Sink *sink, Text name, const char *visibility, Err *err);

/*
 * Hands the row on and counts it; the row arena is reset afterwards. Refusals: cell_too_long, row_too_long,
 * too_many_cells, text_too_large.
 */
bool
sink_row(Sink *sink, const Row *row, Err *err);

#endif
