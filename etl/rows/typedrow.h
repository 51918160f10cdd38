/*
 * Typed rows, the stream from normalise to load: COPY text escaping, one line per cell (forms, summaries and
 * registers are long).
 *
 *   \#huizong-typed<TAB>1
 *   \#fact<TAB>name<TAB>value                     the file's facts, handed on from extract, and normalise's own (title, skipped_sheet …)
 *   \#table<TAB>kind<TAB>sheet<TAB>title          the rows that follow belong to this table (kind: summary, document, register_receipts …)
 *   sheet<TAB>row_no<TAB>item<TAB>cell<TAB>field<TAB>state<TAB>value<TAB>text<TAB>raw<TAB>unit_source<TAB>factor<TAB>folded     the header line, once
 *   one line per cell
 *   \#end<TAB>complete<TAB>LINES<TAB>-   or   \#end<TAB>refused<TAB>LINES<TAB>CODE
 *
 * item: 0 = the head block, then 1, 2, 3 … the table's data rows in order. field: the schema's field key, or
 * "x:<label as written>" for an extra column.
 * state: number, none (无), blank, text, bad (a finding says why; `raw` holds what was written). value: canonical
 * decimal for numbers and integers, else \N. text: the cleaned text, ISO text for dates, else \N. raw: what the cell
 * held. unit_source: label, head, cell, assumed or \N. factor: decimal text or \N. folded: fold_key of text for
 * fields with x:match, else \N.
 * A blank cell of a known column has a line (state blank); an absent column has none.
 * A list has lines of its own: rows/typedlist.h.
 */
#ifndef HUIZONG_ROWS_TYPEDROW_H
#define HUIZONG_ROWS_TYPEDROW_H

#include "rows/copytext.h"
#include "rows/row.h"

typedef struct TypedCell {
    Place place;
    uint64_t item;
    Text field;
    Text state;
    Text value;
    Text text;
    Text raw;
    Text unit_source;
    Text factor;
    Text folded;
} TypedCell;

typedef struct TypedWriter TypedWriter;

TypedWriter *
typedrow_writer_new(int fd);

void
typedrow_writer_free(TypedWriter *writer);

bool
typedrow_fact(TypedWriter *writer, Text name, Text value, Err *err);

bool
typedrow_table(TypedWriter *writer, Text kind, Text sheet, Text title, Err *err);

bool
typedrow_cell(TypedWriter *writer, const TypedCell *cell, Err *err);

bool
typedrow_end(TypedWriter *writer, const char *refused_code, Err *err);

typedef enum TypedKind {
    TYPED_FACT,
    TYPED_TABLE,
    TYPED_CELL,
    TYPED_END,
    TYPED_LIST, /* a list begins */
    TYPED_LIST_LABELS,
    TYPED_LIST_COLUMNS,
    TYPED_LIST_EXTRAS,
    TYPED_LIST_ROWS,
    TYPED_LIST_REJECT,
    TYPED_LIST_TAKEBACK,
    TYPED_LIST_END
} TypedKind;

typedef struct TypedItem {
    TypedKind kind;
    Text name;  /* fact: name; table: kind; reject: its codes */
    Text value; /* fact: value; table: sheet; rows: the tuples' bytes, not looked at */
    Text title; /* table */
    TypedCell cell;
    Text cell_name; /* "C5" */
    bool complete;
    uint64_t lines; /* end: cells; rows: tuples; list end: rows read */
    Text refused_code;
    uint64_t part_no; /* list */
    uint64_t part_of;
    const Text *fields; /* labels, columns, extras; reject: its cells; a TEXT_NONE is absent */
    size_t field_count;
    uint64_t row_no; /* reject, takeback */
    uint64_t loaded; /* list end; its counts agree with what was read */
    uint64_t rejected;
} TypedItem;

typedef struct TypedReader TypedReader;

TypedReader *
typedrow_reader_new(int fd);

void
typedrow_reader_free(TypedReader *reader);

/* As rawrow_next. */
bool
typedrow_next(TypedReader *reader, TypedItem *item, Err *err);

#endif
