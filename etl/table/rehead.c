#include "table/rehead.h"

#include "schema/label.h"
#include "table/units.h"
#include "text/character.h"

/* One label among an entry's cells is a slip. */
enum { LABELS_LEAST = 2 };

static bool
is_label_in_header(const Header *header, const Sheet *sheet, int column, const Label *label, Arena *arena)
{
    for (size_t index = header->first; index <= header->last; index++) {
        Text there = label_new(sheet_cell(sheet, index, column), arena).bare;
        if (label->bare.len > 0 && text_equal(label->bare, there))
            return true;
    }
    return false;
}

static bool
is_label_of(const Header *header, const Sheet *sheet, const HeaderColumn *head, Text cell, Arena *arena)
{
    size_t alias;
    Label label = label_new(cell, arena);
    if (is_label_in_header(header, sheet, head->column, &label, arena))
        return true;
    return head->field != NULL && label_trust(label_match(&label, head->field, &alias)) == LABEL_BARE;
}

static bool
counts_otherwise(const HeaderColumn *head, Text cell, Arena *arena)
{
    return head->field != NULL && head->field->unit.len > 0 &&
           !text_equal(units_factor(head->field, head->label, TEXT_NONE, arena),
                       units_factor(head->field, cell, TEXT_NONE, arena));
}

const HeaderColumn *
rehead_other_unit(const Header *header, const Sheet *sheet, size_t index, Arena *arena)
{
    for (size_t i = 0; i < header->column_count; i++) {
        const HeaderColumn *head = &header->columns[i];
        Text cell = sheet_cell(sheet, index, head->column);
        if (!character_all_blank(cell) && counts_otherwise(head, cell, arena))
            return head;
    }
    return NULL;
}

static bool
is_of_labels(const Header *header, const Sheet *sheet, size_t index, Arena *arena)
{
    size_t labels = 0;
    for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
        Text cell = sheet_cell(sheet, index, (int)column);
        const HeaderColumn *head = header_at(header, (int)column);
        if (character_all_blank(cell))
            continue;
        if (head == NULL || !is_label_of(header, sheet, head, cell, arena))
            return false;
        labels++;
    }
    return labels >= LABELS_LEAST;
}

Rehead
rehead_of(const Header *header, const Sheet *sheet, size_t index, Arena *arena)
{
    if (header_repeats(header, sheet, index, arena))
        return REHEAD_SAME;
    if (!is_of_labels(header, sheet, index, arena))
        return REHEAD_NONE;
    return rehead_other_unit(header, sheet, index, arena) != NULL ? REHEAD_OTHERWISE : REHEAD_SAME;
}
