/* Which line of report/indicators speaks of which platform and which field of the form. */
#ifndef HUIZONG_RESULTS_INDICATOR_TABLE_H
#define HUIZONG_RESULTS_INDICATOR_TABLE_H

#include "results/state.h"

typedef struct IndicatorTable {
    const State *state;
    const Field **fields; /* what is shown of the form, in its order: all but personal ones */
    size_t field_count;
    size_t *platforms; /* the first line of each platform */
    size_t platform_count;
    size_t *lines; /* by platform and field; INDICATOR_NONE where the form does not have the field */
} IndicatorTable;

#define INDICATOR_NONE SIZE_MAX

/*
 * In the state's arena; the cycle has an application form. Of the platforms of these rows of STATE_NOMINATIONS, in their
 * order; NULL: of all that stand, by unit.
 */
IndicatorTable *
indicator_table_new(const State *state, const size_t *nominations, size_t count);

/* What the platform's line says in that column. */
Text
indicator_platform(const IndicatorTable *table, size_t platform, const char *column);

bool
indicator_has_form(const IndicatorTable *table, size_t platform);

size_t
indicator_line(const IndicatorTable *table, size_t platform, size_t field);

/* The label with what it stands under, and which of several blanks it is. */
Text
indicator_label(const Field *field, Arena *arena);

/* That figures of the two years may not be compared; TEXT_NONE where they may. */
Text
indicator_comparable(const Field *field, Arena *arena);

#endif
