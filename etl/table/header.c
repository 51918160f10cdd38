#include "table/header.h"

#include "table/claim.h"
#include "table/units.h"
#include "text/character.h"
#include "text/fold.h"

/* A column that only one kind knows says so much more than one that several have. */
enum { LEAST_COLUMNS = 2, OWN_COLUMN_WEIGHT = 3, NAME_SOURCES = 3 };

static Header
header_from(const Candidates *found, const UploadKind *kind, size_t first, size_t last)
{
    Header header = {.kind = kind, .first = first, .last = last};
    for (size_t i = 0; i < found->count; i++) {
        const Field *field = found->items[i].head.field;
        if (field == NULL)
            continue;
        header.score += found->items[i].match * (found->items[i].kinds == 1 ? OWN_COLUMN_WEIGHT : 1);
        header.own_columns += found->items[i].kinds == 1;
        header.own_names += found->items[i].alias == 0 && label_trust(found->items[i].match) == LABEL_BARE;
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

/* A list that is named needs less to be known by. */
static bool
fits(const Header *header)
{
    if (header->kind == NULL)
        return false;
    bool whole = header->expected_found == expected_count(header->kind);
    bool several = header->fields_found >= LEAST_COLUMNS;
    return header->name.len > 0 ? header->expected_found > 0 && (whole || several) : whole && several;
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

/* By field: what its aliases begin with. */
typedef struct KindBegins {
    const LabelSet *fields;
} KindBegins;

/* The search through a sheet: the best header of each kind so far. `scratch` is emptied row by row. */
typedef struct Search {
    const Sheet *sheet;
    const UploadSet *set;
    KindBegins *begins; /* by kind */
    Header *best;
    Arena *arena;
    Arena *scratch;
} Search;

static void
try_candidates(Search *search, Candidates *found, size_t first, size_t last)
{
    for (size_t i = 0; i < search->set->kind_count; i++) {
        Header *best = &search->best[i];
        if (search->set->kinds[i].layout == LAYOUT_FORM)
            continue;
        claim_settle(found, &search->set->kinds[i], search->begins[i].fields, search->scratch);
        Header header = header_from(found, &search->set->kinds[i], first, last);
        if (header.fields_found == 0 || (best->kind != NULL && !is_better(&header, best)))
            continue;
        keep_columns(&header, found, search->arena);
        *best = header;
    }
}

static bool
has_column(const UploadKind *kind, const Candidate *candidate)
{
    size_t alias;
    for (size_t i = 0; i < kind->field_count * candidate->way_count; i++) {
        const Field *field = &kind->fields[i / candidate->way_count];
        const Label *way = &candidate->ways[i % candidate->way_count];
        if (!field->in_head && label_trust(label_match(way, field, &alias)) == LABEL_BARE)
            return true;
    }
    return false;
}

static void
count_kinds(const UploadSet *set, Candidates *found)
{
    for (size_t i = 0; i < found->count; i++) {
        for (size_t j = 0; j < set->kind_count; j++)
            found->items[i].kinds +=
                set->kinds[j].layout != LAYOUT_FORM && has_column(&set->kinds[j], &found->items[i]);
    }
}

/* A header of `span` rows, which stand right below one another. */
static void
try_span(Search *search, size_t first, size_t span)
{
    const Row *rows = search->sheet->rows;
    size_t last = first + span - 1;
    if (rows[last].place.row_no != rows[first].place.row_no + span - 1)
        return;
    arena_reset(search->scratch);
    Candidates found = candidates_of(search->sheet, first, span, search->scratch);
    count_kinds(search->set, &found);
    try_candidates(search, &found, first, last);
}

/* All single rows ahead of all pairs, so that a further row is taken in only where it adds something. */
static void
try_rows(Search *search)
{
    size_t rows = search->sheet->row_count;
    size_t count = rows < HEADER_SEARCH_ROWS ? rows : HEADER_SEARCH_ROWS;
    for (size_t span = 1; span <= HEADER_MAX_ROWS; span++) {
        for (size_t first = 0; first + span <= count; first++)
            try_span(search, first, span);
    }
}

static bool
title_in(Text stem, const UploadKind *kind, Arena *arena)
{
    return text_find(fold_key(stem, arena), fold_key(kind->title, arena), 0) != SIZE_MAX;
}

/* Two kinds fit equally well: a column's own name says more than another way to call it, then the file's name may tell which is meant. */
static void
settle_tie(Header *best, const Header *other, Text stem, Arena *arena)
{
    bool best_named = title_in(stem, best->kind, arena);
    bool other_named = title_in(stem, other->kind, arena);
    if (other->own_names != best->own_names)
        *best = other->own_names > best->own_names ? *other : *best;
    else if (other_named && !best_named)
        *best = *other;
    else if (other_named == best_named)
        best->rival = other->kind;
}

/* The lists are named by the titles above them; where these name none, by the sheet's name, else by the file's. */
static void
find_names(Search *search, Text stem)
{
    bool named = false;
    for (size_t source = 0; source < NAME_SOURCES && !named; source++) {
        for (size_t i = 0; i < search->set->kind_count; i++) {
            Header *header = &search->best[i];
            if (header->kind == NULL || header->kind->layout != LAYOUT_LIST)
                continue;
            header->name = source == 0
                               ? kindname_above(search->sheet, header->first, header->kind, search->arena)
                               : kindname_find(source == 1 ? search->sheet->name : stem, header->kind, search->arena);
            named = named || header->name.len > 0;
        }
    }
}

/* Of two lists that both fit, the one that is named. */
static bool
goes_before(const Header *left, const Header *right)
{
    bool lists = left->kind->layout == LAYOUT_LIST && right->kind->layout == LAYOUT_LIST;
    return lists && fits(left) && kindname_is_surer(left->name, right->name);
}

/* Lists ask for little: what says more of a table's labels is that table, with a column missing; but a list that is named is one, or that has a column of its own. */
static void
yield_to_table(const Search *search, Header *header)
{
    if (header->name.len > 0 || header->own_columns > 0)
        return;
    for (size_t i = 0; i < search->set->kind_count; i++) {
        const Header *other = &search->best[i];
        if (other->kind != NULL && other->kind->layout == LAYOUT_TABLE && other->score > header->score)
            *header = *other;
    }
}

static HeaderVerdict
choose(Search *search, Text stem, Header *header)
{
    *header = (Header){0};
    find_names(search, stem);
    for (size_t i = 0; i < search->set->kind_count; i++) {
        Header *other = &search->best[i];
        if (other->kind == NULL || other->name.other || (header->kind != NULL && goes_before(header, other)))
            continue;
        if (header->kind == NULL || goes_before(other, header) || is_better(other, header))
            *header = *other;
        else if (fits(other) && other->score == header->score)
            settle_tie(header, other, stem, search->arena);
    }
    if (fits(header) && header->kind->layout == LAYOUT_LIST)
        yield_to_table(search, header);
    if (!fits(header))
        return HEADER_NONE;
    return header->rival == NULL ? HEADER_FOUND : HEADER_AMBIGUOUS;
}

static KindBegins
begins_of(const UploadKind *kind, Arena *arena)
{
    LabelSet *begins = arena_array(arena, kind->field_count, sizeof *begins);
    for (size_t i = 0; i < kind->field_count; i++)
        begins[i] = label_begins(&kind->fields[i]);
    return (KindBegins){begins};
}

static HeaderColumn *
column_at(const Header *header, int column)
{
    for (size_t i = 0; i < header->column_count; i++) {
        if (header->columns[i].column == column)
            return &header->columns[i];
    }
    return NULL;
}

void
header_take_units(Header *header, const Sheet *sheet, Arena *arena)
{
    size_t below = header->last + 1;
    if (below >= sheet->row_count || sheet->rows[below].place.row_no != sheet->rows[header->last].place.row_no + 1 ||
        !units_is_row(sheet, below, arena))
        return;
    for (size_t column = 0; column < sheet->rows[below].cell_count; column++) {
        HeaderColumn *head = column_at(header, (int)column);
        Text unit = sheet_cell(sheet, below, (int)column);
        if (head != NULL && !character_all_blank(unit))
            head->label = arena_printf(arena, "%" TEXT_FMT "（%" TEXT_FMT "）", TEXT_ARG(head->label),
                                       TEXT_ARG(unitnote_alone(unit, arena)));
    }
    header->last = below;
}

HeaderVerdict
header_find(const Sheet *sheet, const UploadSet *set, Text stem, Arena *arena, Header *header)
{
    Search search = {.sheet = sheet, .set = set, .arena = arena, .scratch = arena_new()};
    search.best = arena_array(arena, set->kind_count, sizeof *search.best);
    search.begins = arena_array(arena, set->kind_count, sizeof *search.begins);
    for (size_t i = 0; i < set->kind_count; i++)
        search.begins[i] = begins_of(&set->kinds[i], arena);
    try_rows(&search);
    arena_free(search.scratch);
    HeaderVerdict verdict = choose(&search, stem, header);
    if (verdict == HEADER_FOUND)
        header_take_units(header, sheet, arena);
    return verdict;
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
    return column_at(header, column);
}

bool
header_is_whole(const Header *header)
{
    for (size_t i = 0; i < header->kind->field_count; i++) {
        const Field *field = &header->kind->fields[i];
        if (field->required && !field->in_head && header_column(header, field) == NULL)
            return false;
    }
    return header->kind->layout == LAYOUT_TABLE;
}

bool
header_goes_beyond(const Header *header, const Sheet *sheet, int column)
{
    for (size_t index = header->first; column >= HEADER_MAX_COLUMNS && index <= header->last; index++) {
        if (!character_all_blank(sheet_cell(sheet, index, column)))
            return true;
    }
    return false;
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
    for (size_t i = header->first; i <= header->last; i++) {
        if (row_repeats(sheet, index, i, arena))
            return true;
    }
    return false;
}

Text
header_missing_labels(const Header *header, Arena *arena)
{
    Text joined = TEXT_NONE;
    for (size_t i = 0; i < header->kind->field_count; i++) {
        const Field *field = &header->kind->fields[i];
        if (field->required && !field->in_head && header_column(header, field) == NULL)
            joined = joined.len == 0 ? field->title : arena_join(arena, joined, TEXT("、"), field->title);
    }
    return joined;
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
