/*
 * A list within the typed rows: behind the control line of its table and the cells of its head block (item 0) stand
 *
 *   \#list<TAB>part_no<TAB>part_of                     第n册/共m册; 1 and 1 where nothing says so
 *   \#labels<TAB>label…                                the header as written, with a unit said above it that counts; from column A on, \N where there is none
 *   \#columns<TAB>field key…                           what a tuple holds between its key and `extra`
 *   \#extras<TAB>label…                                of the cells in `extra`; the bare word where there are none
 *   \#rows<TAB>BYTES<TAB>ROWS                          then, behind the line feed, BYTES bytes: ROWS tuples of COPY BINARY without signature and trailer
 *   \#reject<TAB>row_no<TAB>code,code<TAB>cell…        a row that was not taken, as written (同上 and merged cells spelt out), from column A on
 *   \#takeback<TAB>row_no                              a row that was sent before is a reject after all; its \#reject line is the next
 *   \#list-end<TAB>READ<TAB>LOADED<TAB>REJECTED        LOADED: rows sent, without those taken back; READ = LOADED + REJECTED
 *
 * A tuple: row_no int4, key int8 (null where the row has no natural key), the columns (sequence, integer, year: int8;
 * decimal, percent: numeric; boolean: bool; all others: text), extra, raw (column and text as written, in turn, of cells
 * whose value is not just what was written; column: a field's key behind its list's, or x:label): each of the two one
 * bytea, UTF-8 packed as COPY writes a line, empty where there is none.
 * Nothing stands between a list's lines, and a list without its end is torn.
 */
#ifndef HUIZONG_ROWS_TYPEDLIST_H
#define HUIZONG_ROWS_TYPEDLIST_H

#include "rows/typedrow.h"

/* Rows of a block are refused beyond this size, by writer and reader alike. */
#define TYPEDLIST_BLOCK_MAX ((size_t)64 * 1024 * 1024)

typedef struct Texts {
    const Text *items;
    size_t count;
} Texts;

typedef struct ListHead {
    uint64_t part_no;
    uint64_t part_of;
    Texts labels;
    Texts columns;
    Texts extras;
} ListHead;

bool
typedlist_begin(TypedWriter *writer, const ListHead *head, Err *err);

/* `tuples` is written as it is. */
bool
typedlist_rows(TypedWriter *writer, Text tuples, uint64_t rows, Err *err);

/* `codes` are joined by commas. */
bool
typedlist_reject(TypedWriter *writer, uint64_t row_no, Text codes, Texts cells, Err *err);

/* To be followed by the row's typedlist_reject. */
bool
typedlist_takeback(TypedWriter *writer, uint64_t row_no, Err *err);

bool
typedlist_end(TypedWriter *writer, uint64_t loaded, uint64_t rejected, Err *err);

#endif
