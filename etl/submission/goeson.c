#include "submission/goeson.h"

#include "schema/convert.h"
#include "table/bodyword.h"
#include "text/decimal.h"
#include "text/fold.h"

/* So many rows tell what the sheet holds; notes are in two cells; of so many cells one may be wrong. */
enum { LOOKED_AT = 20, NOTE_CELLS = 2, CELLS_A_SLIP = 5 };

void
goeson_note(ReadHeader **headers, const Header *header, Arena *arena)
{
    ReadHeader *new = arena_alloc(arena, sizeof *new);
    HeaderColumn *columns = arena_array(arena, header->column_count, sizeof *columns);
    *new = (ReadHeader){.kind = header->kind, .columns = columns, .next = *headers};
    for (size_t i = 0; i < header->column_count; i++) {
        if (header->columns[i].field != NULL)
            columns[new->column_count++] = header->columns[i];
    }
    *headers = new;
}

static bool
is_number(Text cell)
{
    Decimal number;
    Text rest;
    return decimal_read(cell, &number, &rest) && rest.len == 0;
}

static bool
is_bad(const Field *field, Text cell, Gbk *gbk, Arena *arena)
{
    FindingList findings = findinglist_new(arena);
    Converter converter = {gbk, arena, &findings, TEXT_NONE};
    CellInput input = {.raw = cell};
    return text_equal(convert_cell(&converter, field, &input).state, TEXT("bad"));
}

/* Its key stands in it, and what stands in its other columns is what they ask for. */
static bool
fits(const ReadHeader *header, const Sheet *sheet, size_t index, Gbk *gbk, Arena *arena)
{
    size_t filled = 0;
    size_t bad = 0;
    for (size_t i = 0; i < header->column_count; i++) {
        const Field *field = header->columns[i].field;
        Text cell = sheet_merged_cell(sheet, index, header->columns[i].column);
        bool blank = fold_key(cell, arena).len == 0;
        bool key = (field->expected && !field->personal && field->type != FIELD_SEQUENCE) || field->match;
        bool name = field->type == FIELD_NAME || field->type == FIELD_PERSON;
        if (key && (blank || (name && is_number(cell))))
            return false;
        filled += !blank;
        bad += !blank && is_bad(field, cell, gbk, arena);
    }
    int first = sheet_first_filled(sheet, index);
    return filled > NOTE_CELLS && filled + 1 >= header->column_count && bad <= filled / CELLS_A_SLIP &&
           sheet_filled_count(sheet, index) <= header->columns[header->column_count - 1].column + (size_t)1 &&
           !bodyword_is_note(fold_key(sheet_cell(sheet, index, first), arena));
}

/* Most of its first rows do, and the first of some width: a legend has labels there. */
static bool
is_of(const ReadHeader *header, const Sheet *sheet, Gbk *gbk, Arena *arena)
{
    size_t rows = sheet->row_count < LOOKED_AT ? sheet->row_count : LOOKED_AT;
    size_t fitting = 0;
    for (size_t index = 0; index < rows; index++) {
        bool fitting_row = fits(header, sheet, index, gbk, arena);
        if (!fitting_row && fitting == 0 && sheet_filled_count(sheet, index) > NOTE_CELLS)
            return false;
        fitting += fitting_row;
    }
    return fitting > 0 && fitting * 2 >= rows;
}

const UploadKind *
goeson_kind(const ReadHeader *headers, const Sheet *sheet, Gbk *gbk, Arena *arena)
{
    for (const ReadHeader *header = headers; header != NULL; header = header->next) {
        if (header->column_count > 0 && is_of(header, sheet, gbk, arena))
            return header->kind;
    }
    return NULL;
}
