/* Which line of report/indicators speaks of which platform and which field of the form. */
#ifndef HUIZONG_RESULTS_INDICATOR_TABLE_H
#define HUIZONG_RESULTS_INDICATOR_TABLE_H

#include "results/state.h"

/* The columns of report/indicators. */
typedef enum IndicatorColumn {
    INDICATOR_FORM,
    INDICATOR_FIELD,
    INDICATOR_STATE,
    INDICATOR_VALUE,
    INDICATOR_TEXT,
    INDICATOR_RAW,
    INDICATOR_UNIT_SOURCE,
    INDICATOR_COUNTED,
    INDICATOR_FACTOR,
    INDICATOR_SHEET,
    INDICATOR_CELL,
    INDICATOR_COLUMNS
} IndicatorColumn;

typedef struct IndicatorTable {
    const State *state;
    const Field **fields; /* what is shown of the form, in its order: all but personal ones */
    size_t field_count;
    size_t *platforms; /* lines of report/indicator_platforms */
    size_t platform_count;
    size_t *forms; /* by platform: its form, from 1; 0: none */
    size_t form_count;
    size_t *lines; /* by form and field; INDICATOR_NONE where the form does not have the field */
    int columns[INDICATOR_COLUMNS];
} IndicatorTable;

#define INDICATOR_NONE SIZE_MAX

/*
 * In the state's arena; the cycle has an application form. Of the platforms of these rows of STATE_NOMINATIONS, in their
 * order; NULL: of all that stand, by unit.
 */
IndicatorTable *
indicator_table_new(const State *state, const size_t *nominations, size_t count);

/* Of report/indicator_platforms. */
Text
indicator_platform(const IndicatorTable *table, size_t platform, const char *column);

bool
indicator_has_form(const IndicatorTable *table, size_t platform);

size_t
indicator_line(const IndicatorTable *table, size_t platform, size_t field);

Text
indicator_cell(const IndicatorTable *table, size_t line, IndicatorColumn column);

/* The label with what it stands under, and which of several blanks it is. */
Text
indicator_label(const Field *field, Arena *arena);

/* That figures of the two years may not be compared; TEXT_NONE where they may. */
Text
indicator_comparable(const Field *field, Arena *arena);

#endif
