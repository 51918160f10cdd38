/* A slip as the workbook 退回修改意见: its points, its corrections, and marked copies of the recipient's own sheets. */
#ifndef HUIZONG_SLIP_SLIPBOOK_H
#define HUIZONG_SLIP_SLIPBOOK_H

#include "slip/slip.h"

/*
 * Where the raw cells come from. The export holds a database login, so it reads no strange byte itself: huizong-extract reads them, as a child that sees nothing of the
 * environment, and only its stream of rows comes back. Nothing is kept between nights: an extraction takes milliseconds, and only files with a finding in a row have one.
 */
typedef struct SlipSource {
    const char *archive; /* NULL: there are no copies */
    const char *extract;
    const char *limits; /* or NULL */
    int lost; /* gets a line in Chinese for each original that the archive has no longer as it came: it has no copy; -1: such a one is ERR_DATA */
} SlipSource;

bool
slipbook_write(const State *state, const SlipSource *source, Slip *slip, const char *path, Arena *arena, Err *err);

/* "影响接收的2件，须改正的3处": what there is to do, or that there is nothing. In `arena`. */
Text
slipbook_lead(const State *state, const Slip *slip, Arena *arena);

/* "2023年6月12日 24:00". In `arena`. */
Text
slipbook_deadline(const State *state, Arena *arena);

#endif
