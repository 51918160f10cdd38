#include "table/candidate.h"

#include "text/character.h"
#include "text/fold.h"

static void
add_way(Candidate *candidate, Text written, Arena *arena)
{
    candidate->ways[candidate->way_count++] = label_new(written, arena);
}

static int
width_of(const Sheet *sheet, size_t first, size_t span)
{
    size_t width = 0;
    for (size_t index = first; index < first + span; index++) {
        if (sheet->rows[index].cell_count > width)
            width = sheet->rows[index].cell_count;
    }
    return width < HEADER_MAX_COLUMNS ? (int)width : HEADER_MAX_COLUMNS;
}

/* The label over a group of sub-labels: the merged cell's, or without merged cells the nearest to the left. */
static Text
group_label(const Sheet *sheet, size_t index, int column)
{
    Text label = sheet_merged_cell(sheet, index, column);
    if (sheet_merge_at(sheet, sheet->rows[index].place.row_no, column) != NULL)
        return label;
    while (column > 0 && character_all_blank(label))
        label = sheet_cell(sheet, index, --column);
    return label;
}

static Text
joined(Text left, Text between, Text right, Arena *arena)
{
    return left.len == 0 ? right : arena_join(arena, left, between, right);
}

/* The lowest row that holds something of its own in the column, or SIZE_MAX. */
static size_t
lowest_filled(const Sheet *sheet, size_t first, size_t span, int column)
{
    for (size_t index = first + span; index-- > first;) {
        if (!character_all_blank(sheet_cell(sheet, index, column)))
            return index;
    }
    return SIZE_MAX;
}

static void
add_column(Candidates *found, const Sheet *sheet, size_t first, size_t span, int column, Arena *arena)
{
    size_t lowest = lowest_filled(sheet, first, span, column);
    if (lowest == SIZE_MAX)
        return;
    Candidate *candidate = &found->items[found->count++];
    Text own = sheet_cell(sheet, lowest, column);
    Text groups = TEXT_NONE;
    Text nearest = TEXT_NONE;
    for (size_t index = first; index < lowest; index++) {
        Text group = group_label(sheet, index, column);
        if (character_all_blank(group) || text_equal(group, nearest))
            continue;
        nearest = group;
        groups = joined(groups, TEXT("/"), group, arena);
    }
    candidate->head =
        (HeaderColumn){.column = column, .label = fold_clean(joined(groups, TEXT("/"), own, arena), arena)};
    add_way(candidate, own, arena);
    if (nearest.len > 0)
        add_way(candidate, joined(nearest, TEXT(""), own, arena), arena);
}

Candidates
candidates_of(const Sheet *sheet, size_t first, size_t span, Arena *arena)
{
    int width = width_of(sheet, first, span);
    Candidates found = {arena_array(arena, (size_t)width, sizeof(Candidate)), 0};
    for (int column = 0; column < width; column++)
        add_column(&found, sheet, first, span, column, arena);
    return found;
}
