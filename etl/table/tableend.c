#include "table/tableend.h"

#include "table/bodyrow.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/numeral.h"

/* So many known columns are more than a signature fills. */
enum { HALF_ENTRY = 3 };

size_t
tableend_find(const Sheet *sheet, const Header *header, const HeadBlock *block, Arena *arena)
{
    for (size_t index = header->last + 1; index < sheet->row_count; index++) {
        BodyRole role = bodyrow_role(sheet, header, block, index, arena);
        if (role == BODY_END || role == BODY_OTHER_TABLE)
            return index;
    }
    return sheet->row_count;
}

/* Where the table ended, and in what. */
typedef struct Below {
    const Sheet *sheet;
    const Header *header;
    const HeadBlock *block;
    size_t end;
    Arena *arena;
} Below;

/* The columns of a row that a field has. */
typedef struct Known {
    size_t expected; /* that an entry must fill */
    size_t filled;
    size_t expected_filled;
    bool numbered; /* 序号 holds a number */
    bool worded;   /* 序号 holds something else */
    int first;     /* expected and filled; -1: none */
} Known;

static void
know_cell(const Below *below, const HeaderColumn *column, Text cell, Known *known)
{
    Decimal number;
    bool blank = character_all_blank(cell);
    known->expected += column->field->expected;
    known->filled += !blank;
    if (column->field->type == FIELD_SEQUENCE && !blank) {
        known->numbered = numeral_ordinal(fold_key(cell, below->arena), below->arena, &number);
        known->worded = !known->numbered;
    }
    if (!column->field->expected || blank)
        return;
    known->expected_filled++;
    known->first = known->first < 0 ? column->column : known->first;
}

static Known
know_row(const Below *below, size_t index)
{
    Known known = {.first = -1};
    for (size_t i = 0; i < below->header->column_count; i++) {
        const HeaderColumn *column = &below->header->columns[i];
        if (column->field != NULL)
            know_cell(below, column, sheet_cell(below->sheet, index, column->column), &known);
    }
    return known;
}

/* All that is expected; or, for half an entry, a part of it with its number or with two cells more. */
static bool
is_like_entry(const Known *known, bool half)
{
    if (!half)
        return known->expected_filled == known->expected;
    return known->expected_filled > 0 && !known->worded && (known->numbered || known->filled >= HALF_ENTRY);
}

/* The first row at or below the end that is like an entry; the sheet's row count where there is none. */
static size_t
find_entry(const Below *below, bool half, Known *known)
{
    const Sheet *sheet = below->sheet;
    for (size_t index = below->end; index < sheet->row_count; index++) {
        *known = know_row(below, index);
        if (is_like_entry(known, half) && !headblock_stands_in(below->block, sheet->rows[index].place.row_no) &&
            bodyrow_role(sheet, below->header, below->block, index, below->arena) == BODY_DATA)
            return index;
    }
    return sheet->row_count;
}

/* What is like an entry is an error; what may be half of one is told, in case it was meant. */
static bool
find_rows(const Below *below, Finding *finding)
{
    Known known;
    size_t index = find_entry(below, false, &known);
    bool whole = index < below->sheet->row_count;
    if (!whole)
        index = find_entry(below, true, &known);
    if (index == below->sheet->row_count)
        return false;
    finding->code = whole ? "rows_after_end" : "row_after_end_unread";
    finding->error = whole;
    finding->place = below->sheet->rows[index].place;
    if (!whole)
        finding->raw = sheet_cell(below->sheet, index, known.first);
    return true;
}

bool
tableend_finding(const Sheet *sheet, const Header *header, const HeadBlock *block, size_t end, Arena *arena,
                 Finding *finding)
{
    if (end == sheet->row_count)
        return false;
    int first = sheet_first_filled(sheet, end);
    *finding = (Finding){.place = sheet->rows[end].place, .error = true, .raw = sheet_cell(sheet, end, first)};
    if (bodyrow_role(sheet, header, block, end, arena) != BODY_OTHER_TABLE)
        return find_rows(&(Below){sheet, header, block, end, arena}, finding);
    finding->code = "second_table";
    finding->place.column = first;
    return true;
}
