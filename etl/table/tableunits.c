#include "table/tableunits.h"

#include "table/bodyrow.h"
#include "text/character.h"
#include "text/filler.h"

TableUnits
tableunits_new(const Sheet *sheet, const Header *header, Arena *arena)
{
    return (TableUnits){.sheet = sheet,
                        .header = header,
                        .above = units_above(sheet, header->first, header->last, arena),
                        .named = unitnote_named(sheet->name, arena),
                        .columns = units_columns(header, arena)};
}

static Text
said_for(const UnitNote *note, const HeaderColumn *head, Arena *arena)
{
    if (head == NULL || head->field == NULL || head->field->unit.len == 0)
        return TEXT_NONE;
    return unitnote_for(note, head->field->unit, arena);
}

Text
tableunits_above(const TableUnits *units, const HeaderColumn *head, Arena *arena)
{
    return said_for(&units->above, head, arena);
}

Text
tableunits_named(const TableUnits *units, const HeaderColumn *head, Arena *arena)
{
    return said_for(&units->named, head, arena);
}

/* 单位 ahead of all figures may be whose they are: 序号 | 单位 | 平台名称. */
static bool
is_beside(int figure, int unit)
{
    return unit == figure + 1 || unit == figure - 1;
}

Text
tableunits_beside(const TableUnits *units, const HeaderColumn *head, size_t index, Arena *arena)
{
    if (head == NULL || head->field == NULL)
        return TEXT_NONE;
    int column = units->columns[head - units->header->columns];
    if (column < 0)
        return TEXT_NONE;
    Text said = sheet_cell(units->sheet, index, column);
    if (character_all_blank(said))
        said = bodyrow_inherited(units->sheet, index, column);
    if (character_all_blank(said) || filler_kind(said) != FILLER_NOT)
        return TEXT_NONE;
    return is_beside(head->column, column) || unitnote_alone(said, arena).len > 0 ? said : TEXT_NONE;
}

bool
tableunits_names_units(const TableUnits *units, int column)
{
    for (size_t i = 0; i < units->header->column_count; i++) {
        if (units->columns[i] == column)
            return true;
    }
    return false;
}
