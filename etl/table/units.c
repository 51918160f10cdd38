#include "table/units.h"

#include "schema/convert.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/unit.h"
#include "text/words.h"

/* The filled cell to the left says 单位 and nothing else. */
static bool
stands_behind_word(const Sheet *sheet, size_t index, size_t column, Arena *arena)
{
    while (column-- > 0) {
        Text cell = sheet_cell(sheet, index, (int)column);
        if (!character_all_blank(cell))
            return unitnote_is_word(cell, arena);
    }
    return false;
}

/* A unit alone in its row is that of the table, and so is one behind a cell 单位 or at a title's end; among other cells it is that of something else. */
static UnitNote
said_in(const Sheet *sheet, size_t index, size_t column, Arena *arena)
{
    Text cell = sheet_cell(sheet, index, (int)column);
    UnitNote note = unitnote_read(cell, arena);
    if (note.count > 0)
        return note;
    bool alone = sheet_filled_count(sheet, index) == 1;
    Text name = unitnote_alone(cell, arena);
    if (name.len > 0 && (stands_behind_word(sheet, index, column, arena) || (alone && unit_concerns(name, TEXT("元")))))
        return (UnitNote){.names = {name}, .count = 1};
    return alone ? unitnote_titled(cell, arena) : note;
}

UnitNote
units_in_row(const Sheet *sheet, size_t index, Arena *arena)
{
    UnitNote units = {.count = 0};
    for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
        UnitNote said = said_in(sheet, index, column, arena);
        unitnote_add(&units, &said);
    }
    return units;
}

UnitNote
units_above(const Sheet *sheet, size_t first, size_t last, Arena *arena)
{
    UnitNote units = {.count = 0};
    for (size_t index = last; index-- > 0;) {
        if (index >= first && sheet_filled_count(sheet, index) > 1)
            continue;
        UnitNote said = units_in_row(sheet, index, arena);
        unitnote_add(&units, &said);
    }
    return units;
}

bool
units_is_label(Text label, Arena *arena)
{
    static const char *const labels[] = {"单位", "计量单位", "金额单位", "数量单位", NULL};
    return words_have(labels, fold_key(label, arena));
}

/* The place in the header of the figure that a column 单位 speaks of; SIZE_MAX where there is none. */
static size_t
figure_beside(const Header *header, size_t unit)
{
    for (size_t i = unit; i-- > 0;) {
        if (header->columns[i].field != NULL && header->columns[i].field->unit.len > 0)
            return i;
    }
    for (size_t i = unit + 1; i < header->column_count; i++) {
        if (header->columns[i].field != NULL && header->columns[i].field->unit.len > 0)
            return i;
    }
    return SIZE_MAX;
}

int *
units_columns(const Header *header, Arena *arena)
{
    int *columns = arena_array(arena, header->column_count, sizeof *columns);
    for (size_t i = 0; i < header->column_count; i++)
        columns[i] = -1;
    for (size_t i = 0; i < header->column_count; i++) {
        const HeaderColumn *head = &header->columns[i];
        size_t figure = head->field == NULL && units_is_label(head->label, arena) ? figure_beside(header, i) : SIZE_MAX;
        if (figure != SIZE_MAX)
            columns[figure] = head->column;
    }
    return columns;
}

static TypedCell
convert_one(const Field *field, Text label, Text unit, Arena *arena)
{
    FindingList findings = findinglist_new(arena);
    Converter converter = {.arena = arena, .findings = &findings};
    CellInput input = {.place = {TEXT(""), 1, 0}, .raw = TEXT("1"), .marks = TEXT(""), .label = label, .unit = unit};
    return convert_cell(&converter, field, &input);
}

Text
units_factor(const Field *field, Text label, Text unit, Arena *arena)
{
    return convert_one(field, label, unit, arena).factor;
}

bool
units_labelled(const Field *field, Text label, Arena *arena)
{
    return text_equal(convert_one(field, label, TEXT_NONE, arena).unit_source, TEXT("head"));
}

static bool
differs(const UnitNote *note, const UploadKind *kind, Arena *arena)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        Text own = kind->fields[i].unit;
        Text said = own.len > 0 ? unitnote_for(note, own, arena) : TEXT_NONE;
        if (said.len > 0 && !text_equal(said, unit_name(own, arena)))
            return true;
    }
    return false;
}

bool
units_are_said_below(const Sheet *sheet, size_t index, const UploadKind *kind, Arena *arena)
{
    for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
        UnitNote note = said_in(sheet, index, column, arena);
        if (differs(&note, kind, arena))
            return true;
    }
    return false;
}

bool
units_is_row(const Sheet *sheet, size_t index, Arena *arena)
{
    bool any = false;
    for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
        Text cell = sheet_cell(sheet, index, (int)column);
        if (character_all_blank(cell))
            continue;
        if (unitnote_alone(cell, arena).len == 0)
            return false;
        any = true;
    }
    return any;
}
