/*
 * How a cycle stands against its deadline at any moment, before or after: the state that the last night before that moment
 * knew, the time reckoned at the moment itself. Read from the database alone, by a login that sees no people's data.
 */
#ifndef HUIZONG_PROGRESS_PROGRESS_H
#define HUIZONG_PROGRESS_PROGRESS_H

#include "db/db.h"
#include "progress/wording.h"
#include "rows/messages.h"
#include "schema/cycle.h"

/* One per query of sql/progress; the columns are said there. */
typedef enum ProgressTable {
    PROGRESS_CLOCK,
    PROGRESS_UNITS,
    PROGRESS_ELSEWHERE,
    PROGRESS_BLOCKS,
    PROGRESS_DAYS,
    PROGRESS_CHANGES,
    PROGRESS_TABLE_COUNT
} ProgressTable;

typedef struct Progress {
    const Cycle *cycle;
    Messages *messages;
    Wording *words;
    Text as_of; /* ISO, in the cycle's offset */
    int64_t instant;
    DbResult *tables[PROGRESS_TABLE_COUNT];
    Arena *arena;
} Progress;

/* Reads the definitions in schemas_dir. `as_of` as --as-of gives it; NULL is now. Close it in any case. */
bool
progress_define(Progress *progress, const char *schemas_dir, const char *cycle, const char *as_of, Arena *arena,
                Err *err);

enum { PROGRESS_ALL = (1 << PROGRESS_TABLE_COUNT) - 1 };

/* Runs the queries of `tables` (1 << PROGRESS_UNITS …; PROGRESS_CLOCK in any case) on one snapshot, in a transaction that stays open. ERR_CONFIG where the database knows the
 * cycle by other definitions. `open` is what is open (sql/progress/open), where it is known already; TEXT_NONE: it is asked for. */
bool
progress_read(Progress *progress, Db *db, unsigned tables, Text open, Err *err);

void
progress_close(Progress *progress);

size_t
progress_rows(const Progress *progress, ProgressTable table);

/* SQL NULL is TEXT_NONE. */
Text
progress_cell(const Progress *progress, ProgressTable table, size_t row, const char *column);

/* 0 where it is none. */
int64_t
progress_number(const Progress *progress, ProgressTable table, size_t row, const char *column);

/* The sum of a column over the units. */
int64_t
progress_total(const Progress *progress, const char *column);

/* The same as text; where no unit has a value (no quota is printed), TEXT_NONE. */
Text
progress_total_text(const Progress *progress, const char *column);

/* True for a unit that is expected to report and is in that state. */
bool
progress_in_state(const Progress *progress, size_t unit, const char *state);

/* The short names of the expected units in that state, joined by 、; TEXT_NONE where there are none. */
Text
progress_names(const Progress *progress, const char *state);

Text
progress_word(const Progress *progress, const char *key);

/* The text of `key` with its places filled in turn. */
Text
progress_say(const Progress *progress, const char *key, const Text *values, size_t count);

/* With whole numbers. */
Text
progress_say_number(const Progress *progress, const char *key, int64_t number);

/* "unit_missing": how a unit's state is called. */
Text
progress_state_word(const Progress *progress, Text state);

/* "late;over_quota" to "逾期送达；超出名额". */
Text
progress_titles(const Progress *progress, Text codes);

#endif
