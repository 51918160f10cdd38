/* One table of a sheet, from its header to its end: head block, title and rows, written as typed rows with their findings. */
#ifndef HUIZONG_TABLE_TABLE_H
#define HUIZONG_TABLE_TABLE_H

#include "charset/gbk.h"
#include "rows/finding.h"
#include "rows/typedrow.h"
#include "table/headblock.h"
#include "table/header.h"

/* Rows of a cycle's tables in one file: units recommend a few platforms, and thousands of them would occupy the night. Registers may fill a sheet. */
enum { TABLE_MAX_ROWS = 1000 };

typedef struct Table {
    const Sheet *sheet;
    const Header *header;
    HeadBlock head;
    const HeadBlock *apart; /* what other sheets of the file say of the head, which is not missing then; or NULL */
    Text title;             /* TEXT_NONE where there is none */
    size_t end;             /* index of the first row that is no part of the table */
} Table;

/* Where a table's rows and findings go. */
typedef struct TableSink {
    Gbk *gbk;
    TypedWriter *rows;
    FindingWriter *findings;
} TableSink;

/* Reads the head block above and below, and finds the end. Borrows sheet and header; lives in `arena`. */
Table
table_open(const Sheet *sheet, const Header *header, Arena *arena);

/* *entries: how many rows were data. */
bool
table_write(const Table *table, const TableSink *sink, size_t *entries, Err *err);

#endif
