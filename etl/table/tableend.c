#include "table/tableend.h"

#include "table/bodyrow.h"
#include "text/character.h"

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

static bool
all_expected_filled(const Sheet *sheet, const Header *header, size_t index)
{
    for (size_t i = 0; i < header->column_count; i++) {
        const HeaderColumn *column = &header->columns[i];
        if (column->field != NULL && column->field->expected &&
            character_all_blank(sheet_cell(sheet, index, column->column)))
            return false;
    }
    return true;
}

/* The first entry below the end; the sheet's row count where there is none. */
static size_t
find_entry(const Sheet *sheet, const Header *header, const HeadBlock *block, size_t end, Arena *arena)
{
    size_t index = end;
    while (index < sheet->row_count &&
           (!all_expected_filled(sheet, header, index) || headblock_stands_in(block, sheet->rows[index].place.row_no) ||
            bodyrow_role(sheet, header, block, index, arena) != BODY_DATA))
        index++;
    return index;
}

bool
tableend_finding(const Sheet *sheet, const Header *header, const HeadBlock *block, size_t end, Arena *arena,
                 Finding *finding)
{
    if (end == sheet->row_count)
        return false;
    int first = sheet_first_filled(sheet, end);
    *finding = (Finding){.place = sheet->rows[end].place, .error = true, .raw = sheet_cell(sheet, end, first)};
    if (bodyrow_role(sheet, header, block, end, arena) == BODY_OTHER_TABLE) {
        finding->code = "second_table";
        finding->place.column = first;
        return true;
    }
    size_t entry = find_entry(sheet, header, block, end, arena);
    if (entry == sheet->row_count)
        return false;
    finding->code = "rows_after_end";
    finding->place = sheet->rows[entry].place;
    return true;
}
