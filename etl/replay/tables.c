#include "replay/tables.h"

#include <unistd.h>

#include "rows/rawrow.h"

/* One of the two files while it is read. */
typedef struct Side {
    Extraction extraction;
    RawReader *reader;
    RawItem item;
    size_t sheet_no; /* of the row at hand, from 1 */
    Text sheet;
    bool ended;
    bool failed;
} Side;

typedef struct Comparison {
    const TablePair *pair;
    Side sides[2];
    size_t told;
    Arena *arena;
} Comparison;

/* The next row; facts, merges and hidden columns are passed over. */
static void
advance(Side *side, Arena *arena, Err *err)
{
    while (rawrow_next(side->reader, &side->item, err)) {
        if (side->item.kind == RAW_SHEET) {
            side->sheet_no++;
            side->sheet = arena_text(arena, side->item.name);
        }
        if (side->item.kind == RAW_ROW)
            return;
    }
    side->ended = true;
    side->failed = err->code != ERR_NONE;
}

static bool
start(Side *side, const char *path, const char *schemas, Arena *arena, Err *err)
{
    side->extraction = (Extraction){.program = extraction_program(arena, err),
                                    .limits = extraction_limits(schemas, arena),
                                    .path = path,
                                    .confined = true};
    if (side->extraction.program == NULL || !extraction_start(&side->extraction, err))
        return false;
    side->reader = rawrow_reader_new(side->extraction.rows);
    return true;
}

static bool
finish(Side *side, Err *err)
{
    Err own = {0};
    if (side->reader == NULL)
        return true;
    rawrow_reader_free(side->reader);
    close(side->extraction.rows);
    bool ok = extraction_end(&side->extraction, &own);
    if (!ok && err->code == ERR_NONE)
        *err = own;
    return ok;
}

static Text
cell_of(const Side *side, bool at_hand, size_t column)
{
    bool there = at_hand && column < side->item.row.cell_count;
    return there ? side->item.row.cells[column] : TEXT_NONE;
}

static bool
tell(Comparison *comparison, DifferenceKind kind, const Place *place, Text before, Text after, Err *err)
{
    Difference difference = {.kind = kind, .file = comparison->pair->file, .before = before, .after = after};
    if (place != NULL) {
        difference.sheet = place->sheet;
        difference.place = row_cell_name(*place, comparison->arena);
    }
    comparison->told++;
    return comparison->pair->receive(comparison->pair->context, &difference, err);
}

/* The row at hand of either side, or of both; absent and empty are one. */
static bool
compare_row(Comparison *comparison, const bool *at_hand, Err *err)
{
    const Side *sides = comparison->sides;
    const Side *one = &sides[at_hand[0] ? 0 : 1];
    size_t count = 0;
    for (int i = 0; i < 2; i++)
        if (at_hand[i] && sides[i].item.row.cell_count > count)
            count = sides[i].item.row.cell_count;
    for (size_t column = 0; column < count && comparison->told <= DIFFERENCES_PER_FILE; column++) {
        Text before = cell_of(&sides[0], at_hand[0], column);
        Text after = cell_of(&sides[1], at_hand[1], column);
        const Place place = {one->sheet, one->item.row.place.row_no, (int)column};
        bool last = comparison->told == DIFFERENCES_PER_FILE;
        if (!text_equal(before, after) &&
            !tell(comparison, last ? DIFFERENCE_MORE : DIFFERENCE_CELL, &place, before, after, err))
            return false;
    }
    return true;
}

/* Negative: the first side's row comes before the other's. */
static int
order_of(const Side *sides)
{
    if (sides[0].ended || sides[1].ended)
        return sides[0].ended ? 1 : -1;
    if (sides[0].sheet_no != sides[1].sheet_no)
        return sides[0].sheet_no < sides[1].sheet_no ? -1 : 1;
    uint64_t one = sides[0].item.row.place.row_no;
    uint64_t other = sides[1].item.row.place.row_no;
    return (one > other) - (one < other);
}

static bool
compare_rows(Comparison *comparison, Err *err)
{
    Side *sides = comparison->sides;
    Arena *arena = comparison->arena;
    advance(&sides[0], arena, err);
    if (!sides[0].failed)
        advance(&sides[1], arena, err);
    while (!sides[0].failed && !sides[1].failed && !(sides[0].ended && sides[1].ended)) {
        int order = order_of(sides);
        const bool at_hand[2] = {order <= 0, order >= 0};
        if (!compare_row(comparison, at_hand, err))
            return false;
        for (int i = 0; i < 2 && err->code == ERR_NONE; i++)
            if (at_hand[i])
                advance(&sides[i], arena, err);
    }
    return err->code == ERR_NONE;
}

bool
tables_compare(const TablePair *pair, Arena *arena, Err *err)
{
    Comparison comparison = {.pair = pair, .arena = arena};
    Side *sides = comparison.sides;
    bool ok = start(&sides[0], pair->before, pair->schemas, arena, err) &&
              start(&sides[1], pair->after, pair->schemas, arena, err) && compare_rows(&comparison, err);
    for (int i = 0; i < 2; i++)
        ok = finish(&sides[i], err) && ok;
    return ok && (comparison.told > 0 || tell(&comparison, DIFFERENCE_LOOK, NULL, TEXT_NONE, TEXT_NONE, err));
}
