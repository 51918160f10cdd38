/*
 * What the outputs say of one cycle: its files' definitions, and the report queries (sql/report) read in one
 * transaction. Texts are borrowed from the State.
 */
#ifndef HUIZONG_RESULTS_STATE_H
#define HUIZONG_RESULTS_STATE_H

#include "db/db.h"
#include "rows/messages.h"
#include "schema/cycle.h"
#include "schema/upload.h"

/* One per query of sql/report; the columns are said there. */
typedef enum StateTable {
    STATE_CYCLE,
    STATE_OFFICE,
    STATE_UNITS,
    STATE_NOMINATIONS,
    STATE_UPLOADS,
    STATE_DECISIONS,
    STATE_FINDINGS,
    STATE_QUOTA,
    STATE_APPLICATIONS,
    STATE_REGISTERS,
    STATE_INDICATORS,
    STATE_REJECTED,
    STATE_ONWARD,
    STATE_ONWARD_LISTS,
    STATE_EXPORT,
    STATE_INDICATOR_PLATFORMS,
    STATE_WAIVERS,
    STATE_HOLDS,
    STATE_LATE_RECEIPTS,
    STATE_PAPER,
    STATE_DUPLICATES,
    STATE_TABLE_COUNT
} StateTable;

/* What only the outputs themselves can find, for instance that a final package says something else. */
typedef struct StateFinding {
    const char *severity;
    const char *code;
    Text raw;
} StateFinding;

enum { STATE_FINDING_MAX = 4 };

typedef struct State {
    const Cycle *cycle;
    const UploadSet *definitions;
    const UploadKind *summary;     /* the official table */
    const UploadKind *application; /* the form, or NULL where the cycle has none */
    Messages *messages;
    Text as_of; /* ISO, in the cycle's offset */
    int64_t as_of_instant;
    DbResult *tables[STATE_TABLE_COUNT];
    StateFinding findings[STATE_FINDING_MAX];
    size_t finding_count;
    Arena *arena;
} State;

/* Reads the definitions in schemas_dir. `as_of` as --as-of gives it; NULL is now. Close it in any case. */
bool
state_define(State *state, const char *schemas_dir, const char *cycle, const char *as_of, Arena *arena, Err *err);

/* Runs the report queries in one transaction, beside others that read; ERR_LOCKED where one writes. ERR_CONFIG where the database knows the cycle by other definitions. */
bool
state_read(State *state, Db *db, Err *err);

void
state_close(State *state);

/* One more row of STATE_FINDINGS, behind those of the database. */
void
state_add_finding(State *state, StateFinding finding);

size_t
state_rows(const State *state, StateTable table);

/* SQL NULL and an unknown column are TEXT_NONE. */
Text
state_cell(const State *state, StateTable table, size_t row, const char *column);

/* The number of a column, for many cells of it by state_at; -1 where there is none. */
int
state_column(const State *state, StateTable table, const char *column);

Text
state_at(const State *state, StateTable table, size_t row, int column);

/* How many rows of a table hold `value` in `column`. */
size_t
state_count(const State *state, StateTable table, const char *column, Text value);

/* The nominations that are recommended or exempt. */
size_t
state_standing(const State *state);

/* False: the office's own table bears no contact and no phone. */
bool
state_office_registered(const State *state);

/* The catalogue's short name of "<group>_<word>", for instance of decision_recommended. */
Text
state_word(const State *state, const char *group, Text word);

/* "late;over_quota" to "逾期送达；超出名额", in `arena`. */
Text
state_titles(const State *state, Text codes, Arena *arena);

/* True where `codes`, parted by ";", holds the code. */
bool
state_codes_hold(Text codes, Text code);

#endif
