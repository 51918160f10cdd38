/* What the lists of corrections are made of at one clock: the queries sql/report/slip_*, each by recipient. Texts are borrowed until slipdata_close. */
#ifndef HUIZONG_SLIP_SLIPDATA_H
#define HUIZONG_SLIP_SLIPDATA_H

#include "db/db.h"

/* The columns are said in the queries. */
typedef enum SlipTable {
    SLIP_RECIPIENTS,
    SLIP_UPLOADS,
    SLIP_NOMINATIONS,
    SLIP_FINDINGS,
    SLIP_OPEN,
    SLIP_TABLE_COUNT
} SlipTable;

typedef struct SlipData {
    DbResult *tables[SLIP_TABLE_COUNT];
} SlipData;

/* Rows from `first` to before `end`. */
typedef struct SlipRange {
    size_t first;
    size_t end;
} SlipRange;

/* In any case slipdata_close frees. */
bool
slipdata_read(SlipData *data, Db *db, Text cycle, Text as_of, Err *err);

void
slipdata_close(SlipData *data);

/* The clock of the last outbox that appeared before that of `as_of`, in `arena`; TEXT_NONE where there was none. */
bool
slipdata_before(Db *db, Text cycle, Text as_of, Arena *arena, Text *before, Err *err);

size_t
slipdata_rows(const SlipData *data, SlipTable table);

Text
slipdata_cell(const SlipData *data, SlipTable table, size_t row, const char *column);

/* The rows of one recipient; not of SLIP_RECIPIENTS, which has its own order, nor of SLIP_OPEN. */
SlipRange
slipdata_range(const SlipData *data, SlipTable table, Text unit_code, Text applicant);

#endif
