#include "table/header.h"

#include "schema/label.h"
#include "text/character.h"
#include "text/fold.h"

#include <string.h>

enum { MAX_COLUMNS = 128, WAYS = 2, LEAST_COLUMNS = 2 };

/* A column's label in one way to see the header rows, and the texts that may name its field. */
typedef struct Candidate {
    HeaderColumn head;
    Label ways[WAYS];
    size_t way_count;
    LabelMatch match;
} Candidate;

typedef struct Candidates {
    Candidate *items;
    size_t count;
} Candidates;

static void
add_way(Candidate *candidate, Text written, Arena *arena)
{
    candidate->ways[candidate->way_count++] = label_new(written, arena);
}

static int
columns_of(const Sheet *sheet, size_t index)
{
    size_t width = sheet->rows[index].cell_count;
    return width < MAX_COLUMNS ? (int)width : MAX_COLUMNS;
}

static Candidates
candidates_of_row(const Sheet *sheet, size_t index, Arena *arena)
{
    int width = columns_of(sheet, index);
    Candidates found = {arena_array(arena, (size_t)width, sizeof(Candidate)), 0};
    for (int column = 0; column < width; column++) {
        Text written = sheet_cell(sheet, index, column);
        if (character_all_blank(written))
            continue;
        Candidate *candidate = &found.items[found.count++];
        candidate->head = (HeaderColumn){column, fold_clean(written, arena), NULL};
        add_way(candidate, written, arena);
    }
    return found;
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

static void
add_grouped(Candidates *found, const Sheet *sheet, size_t index, int column, Arena *arena)
{
    Text group = group_label(sheet, index, column);
    Text sub = sheet_cell(sheet, index + 1, column);
    bool has_sub = !character_all_blank(sub);
    if (!has_sub && character_all_blank(sheet_cell(sheet, index, column)))
        return;
    Candidate *candidate = &found->items[found->count++];
    if (!has_sub) {
        candidate->head = (HeaderColumn){column, fold_clean(group, arena), NULL};
        add_way(candidate, group, arena);
        return;
    }
    Text joined = arena_printf(arena, "%" TEXT_FMT "/%" TEXT_FMT, TEXT_ARG(group), TEXT_ARG(sub));
    candidate->head = (HeaderColumn){column, fold_clean(character_all_blank(group) ? sub : joined, arena), NULL};
    add_way(candidate, sub, arena);
    if (!character_all_blank(group))
        add_way(candidate, arena_printf(arena, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(group), TEXT_ARG(sub)), arena);
}

static Candidates
candidates_of_pair(const Sheet *sheet, size_t index, Arena *arena)
{
    int upper = columns_of(sheet, index);
    int lower = columns_of(sheet, index + 1);
    int width = upper > lower ? upper : lower;
    Candidates found = {arena_array(arena, (size_t)width, sizeof(Candidate)), 0};
    for (int column = 0; column < width; column++)
        add_grouped(&found, sheet, index, column, arena);
    return found;
}

static LabelMatch
candidate_match(const Candidate *candidate, const Field *field)
{
    LabelMatch best = LABEL_NONE;
    for (size_t i = 0; i < candidate->way_count; i++) {
        LabelMatch match = label_match(&candidate->ways[i], field);
        if (match > best)
            best = match;
    }
    return best;
}

static bool
field_taken(const Candidates *found, const Field *field)
{
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].head.field == field)
            return true;
    }
    return false;
}

/* How well each candidate names each field: matches[candidate * field_count + field]; fields of the head block not at all. */
static LabelMatch *
match_all(const Candidates *found, const UploadKind *kind, Arena *arena)
{
    LabelMatch *matches = arena_array(arena, found->count * kind->field_count, sizeof *matches);
    for (size_t i = 0; i < found->count; i++) {
        for (size_t j = 0; j < kind->field_count; j++) {
            if (!kind->fields[j].in_head)
                matches[i * kind->field_count + j] = candidate_match(&found->items[i], &kind->fields[j]);
        }
    }
    return matches;
}

static void
assign_at(Candidates *found, Candidate *candidate, const UploadKind *kind, const LabelMatch *matches, LabelMatch level)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (matches[i] != level || field_taken(found, &kind->fields[i]))
            continue;
        candidate->head.field = &kind->fields[i];
        candidate->match = level;
        return;
    }
}

/* Each column at most one field and each field at most one column, the surest matches first. */
static void
assign(Candidates *found, const UploadKind *kind, Arena *arena)
{
    const LabelMatch *matches = match_all(found, kind, arena);
    for (size_t i = 0; i < found->count; i++)
        found->items[i].head.field = NULL;
    for (int level = LABEL_EXACT; level > LABEL_NONE; level--) {
        for (size_t i = 0; i < found->count; i++) {
            if (found->items[i].head.field == NULL)
                assign_at(found, &found->items[i], kind, &matches[i * kind->field_count], (LabelMatch)level);
        }
    }
}

static Header
header_from(const Candidates *found, const UploadKind *kind, size_t first, size_t last)
{
    Header header = {.kind = kind, .first = first, .last = last};
    for (size_t i = 0; i < found->count; i++) {
        const Field *field = found->items[i].head.field;
        if (field == NULL)
            continue;
        header.score += found->items[i].match;
        header.fields_found++;
        header.expected_found += field->expected;
    }
    return header;
}

static size_t
expected_count(const UploadKind *kind)
{
    size_t count = 0;
    for (size_t i = 0; i < kind->field_count; i++)
        count += kind->fields[i].expected && !kind->fields[i].in_head;
    return count;
}

static bool
fits(const Header *header)
{
    return header->kind != NULL && header->fields_found >= LEAST_COLUMNS &&
           header->expected_found == expected_count(header->kind);
}

static bool
is_better(const Header *left, const Header *right)
{
    if (fits(left) != fits(right))
        return fits(left);
    if (!fits(left) && left->expected_found != right->expected_found)
        return left->expected_found > right->expected_found;
    return left->score > right->score;
}

/* `arena` outlives the candidates. */
static void
keep_columns(Header *header, const Candidates *found, Arena *arena)
{
    header->columns = arena_array(arena, found->count, sizeof *header->columns);
    header->column_count = found->count;
    for (size_t i = 0; i < found->count; i++) {
        header->columns[i] = found->items[i].head;
        header->columns[i].label = arena_text(arena, found->items[i].head.label);
    }
}

/* The search through a sheet: the best header of each kind so far. `scratch` is emptied row by row. */
typedef struct Search {
    const Sheet *sheet;
    const UploadSet *set;
    Header *best;
    Arena *arena;
    Arena *scratch;
} Search;

static void
try_candidates(Search *search, Candidates *found, size_t first, size_t last)
{
    for (size_t i = 0; i < search->set->kind_count; i++) {
        Header *best = &search->best[i];
        assign(found, &search->set->kinds[i], search->scratch);
        Header header = header_from(found, &search->set->kinds[i], first, last);
        if (header.fields_found == 0 || (best->kind != NULL && !is_better(&header, best)))
            continue;
        keep_columns(&header, found, search->arena);
        *best = header;
    }
}

/* All rows ahead of all pairs, so that a second row is taken in only where it adds something. */
static void
try_rows(Search *search)
{
    const Sheet *sheet = search->sheet;
    size_t count = sheet->row_count < HEADER_SEARCH_ROWS ? sheet->row_count : HEADER_SEARCH_ROWS;
    for (size_t i = 0; i < count; i++) {
        arena_reset(search->scratch);
        Candidates single = candidates_of_row(sheet, i, search->scratch);
        try_candidates(search, &single, i, i);
    }
    for (size_t i = 0; i + 1 < count; i++) {
        if (sheet->rows[i + 1].place.row_no != sheet->rows[i].place.row_no + 1)
            continue;
        arena_reset(search->scratch);
        Candidates pair = candidates_of_pair(sheet, i, search->scratch);
        try_candidates(search, &pair, i, i + 1);
    }
}

static bool
title_in(Text stem, const UploadKind *kind, Arena *arena)
{
    return text_find(fold_key(stem, arena), fold_key(kind->title, arena), 0) != SIZE_MAX;
}

/* Two kinds fit equally well: the file's name may tell which is meant. */
static void
settle_tie(Header *best, const Header *other, Text stem, Arena *arena)
{
    bool best_named = title_in(stem, best->kind, arena);
    bool other_named = title_in(stem, other->kind, arena);
    if (other_named && !best_named)
        *best = *other;
    else if (other_named == best_named)
        best->rival = other->kind;
}

static HeaderVerdict
choose(const Search *search, Text stem, Header *header)
{
    *header = (Header){0};
    for (size_t i = 0; i < search->set->kind_count; i++) {
        Header *other = &search->best[i];
        if (other->kind == NULL)
            continue;
        if (header->kind == NULL || is_better(other, header))
            *header = *other;
        else if (fits(other) && other->score == header->score)
            settle_tie(header, other, stem, search->arena);
    }
    if (!fits(header))
        return HEADER_NONE;
    return header->rival == NULL ? HEADER_FOUND : HEADER_AMBIGUOUS;
}

HeaderVerdict
header_find(const Sheet *sheet, const UploadSet *set, Text stem, Arena *arena, Header *header)
{
    Search search = {sheet, set, arena_array(arena, set->kind_count, sizeof(Header)), arena, arena_new()};
    try_rows(&search);
    arena_free(search.scratch);
    return choose(&search, stem, header);
}

const HeaderColumn *
header_column(const Header *header, const Field *field)
{
    for (size_t i = 0; i < header->column_count; i++) {
        if (header->columns[i].field == field)
            return &header->columns[i];
    }
    return NULL;
}

const HeaderColumn *
header_at(const Header *header, int column)
{
    for (size_t i = 0; i < header->column_count; i++) {
        if (header->columns[i].column == column)
            return &header->columns[i];
    }
    return NULL;
}

static bool
row_repeats(const Sheet *sheet, size_t index, size_t header_index, Arena *arena)
{
    for (size_t i = 0; i < sheet->rows[index].cell_count; i++) {
        Text cell = sheet_cell(sheet, index, (int)i);
        if (character_all_blank(cell))
            continue;
        if (!text_equal(fold_key(cell, arena), fold_key(sheet_cell(sheet, header_index, (int)i), arena)))
            return false;
    }
    return true;
}

bool
header_repeats(const Header *header, const Sheet *sheet, size_t index, Arena *arena)
{
    return row_repeats(sheet, index, header->first, arena) || row_repeats(sheet, index, header->last, arena);
}

Text
header_expected_labels(const Header *header, const UploadKind *kind, bool missing_only, Arena *arena)
{
    Text joined = TEXT_NONE;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        if (!field->expected || field->in_head || (missing_only && header_column(header, field) != NULL))
            continue;
        if (joined.len == 0)
            joined = field->title;
        else
            joined = arena_printf(arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(joined), TEXT_ARG(field->title));
    }
    return joined;
}
