#include "results/lookup.h"

#include <stdlib.h>

typedef struct Entry {
    Text value;
    size_t row;
} Entry;

struct Lookup {
    Entry *entries; /* by value, then row */
    size_t count;
};

static int
by_value(const void *left, const void *right)
{
    const Entry *one = left;
    const Entry *other = right;
    int order = text_compare(one->value, other->value);
    return order != 0 ? order : (one->row > other->row) - (one->row < other->row);
}

const Lookup *
lookup_new(const State *state, StateTable table, const char *column)
{
    Lookup *lookup = arena_alloc(state->arena, sizeof *lookup);
    lookup->count = state_rows(state, table);
    lookup->entries = arena_array(state->arena, lookup->count, sizeof *lookup->entries);
    for (size_t row = 0; row < lookup->count; row++)
        lookup->entries[row] = (Entry){state_cell(state, table, row, column), row};
    if (lookup->count > 0)
        qsort(lookup->entries, lookup->count, sizeof *lookup->entries, by_value);
    return lookup;
}

size_t
lookup_row(const Lookup *lookup, Text value)
{
    size_t low = 0;
    size_t high = lookup->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(lookup->entries[middle].value, value) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < lookup->count && text_equal(lookup->entries[low].value, value);
    return found ? lookup->entries[low].row : SIZE_MAX;
}
