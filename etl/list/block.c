#include "list/block.h"

#include "list/platform.h"
#include "table/kindname.h"
#include "table/units.h"
#include "text/character.h"
#include "text/fold.h"

static Text
named_in_head(const List *list)
{
    for (size_t i = 0; i < list->head.count; i++) {
        const HeadValue *value = &list->head.values[i];
        if (value->field->type == FIELD_NAME && value->value.len > 0)
            return arena_text(list->arena, fold_clean(value->value, list->row));
    }
    return TEXT_NONE;
}

static Text
named_in_row(const Sheet *sheet, size_t index, const UploadKind *kind, Arena *arena)
{
    int column = sheet_first_filled(sheet, index);
    return sheet_filled_count(sheet, index) == 1 ? platform_named(sheet_cell(sheet, index, column), kind, arena)
                                                 : TEXT_NONE;
}

static Text
named_above(const List *list, const Sheet *sheet)
{
    Text name = TEXT_NONE;
    for (size_t index = 0; index < list->header.first && name.len == 0; index++)
        name = named_in_row(sheet, index, list->header.kind, list->arena);
    return name;
}

void
block_open(List *list, const Sheet *sheet)
{
    const UploadKind *kind = list->header.kind;
    list->platform = named_in_head(list);
    if (list->platform.len == 0)
        list->platform = named_above(list, sheet);
    if (list->platform.len == 0)
        list->platform = platform_named(sheet->name, kind, list->arena);
    if (list->platform.len == 0)
        list->platform = platform_named(list->setting.stem, kind, list->arena);
}

/* The value behind 平台名称 in the row, with its place; false where there is none. */
static bool
find_labelled(const List *list, size_t index, Finding *line)
{
    HeadBlock block = headblock_new(list->header.kind, list->row);
    headblock_read(&block, list->sheet, index, index + 1, list->row);
    for (size_t i = 0; i < block.count; i++) {
        const HeadValue *value = &block.values[i];
        if (value->field->type != FIELD_NAME || value->value.len == 0)
            continue;
        line->place = value->place;
        line->raw = value->value;
        return true;
    }
    return false;
}

/* Above the first entry a heading may name the list's own platform, where nothing else does. */
static bool
names_other_platform(List *list, size_t index, Finding *line)
{
    bool labelled = find_labelled(list, index, line);
    Text name =
        labelled ? fold_key(line->raw, list->row) : named_in_row(list->sheet, index, list->header.kind, list->row);
    if (name.len == 0)
        return false;
    if (list->platform.len == 0 && state_read_count(list) == 0)
        list->platform = arena_text(list->arena, name);
    return list->platform.len == 0 || !platform_is_same(fold_key(list->platform, list->row), name, !labelled);
}

static bool
says_other_unit(const List *list, size_t index)
{
    UnitNote note = units_in_row(list->sheet, index, list->row);
    for (size_t i = 0; note.count > 0 && i < list->column_count; i++) {
        const ListColumn *column = &list->columns[i];
        const Field *field = column->field;
        Text said = field->unit.len > 0 ? unitnote_for(&note, field->unit, list->row) : TEXT_NONE;
        if (said.len > 0 && !text_equal(units_factor(field, TEXT_NONE, said, list->row),
                                        units_factor(field, column->label, column->unit, list->row)))
            return true;
    }
    return false;
}

/* With its label, or with what the list is called, a platform is the list's; without it may be a heading. */
static bool
is_title(const List *list, size_t index)
{
    Finding line;
    Text cell = sheet_cell(list->sheet, index, sheet_first_filled(list->sheet, index));
    return find_labelled(list, index, &line) || kindname_find(cell, list->header.kind, list->row).len > 0;
}

bool
block_begins(List *list, size_t index, int column, const char *code)
{
    Finding line = {.place = {list->sheet->name, list->sheet->rows[index].place.row_no, column},
                    .error = true,
                    .raw = sheet_cell(list->sheet, index, column)};
    bool other = column >= 0 && names_other_platform(list, index, &line);
    bool title = other && is_title(list, index);
    if (block_is_open(list)) {
        list->line_heads_rows |= title;
        return false;
    }
    if (column < 0 || (!other && !says_other_unit(list, index)))
        return false;
    line.code = other ? "list_other_platform" : "list_other_unit";
    line.expected = other ? list->platform : TEXT_NONE;
    line.raw = arena_text(list->arena, line.raw);
    list->line = line;
    list->line_heads_rows = title;
    list->line_alone = code != NULL ? code : "remark_row_skipped";
    return true;
}

static bool
tell_alone(List *list, Err *err)
{
    list->line.code = list->line_alone;
    list->line.error = false;
    list->line.expected = TEXT_NONE;
    bool ok = told_add(list->told, &list->line, err);
    list->line.code = NULL;
    return ok;
}

/* Entries right below a unit are in that of the list, and below a mere heading they may be of a part of its platform. */
bool
block_follow(List *list, bool header, Err *err)
{
    if (!header && !list->line_heads_rows)
        return tell_alone(list, err);
    list->stopped = true;
    bool ok = told_add(list->told, &list->line, err);
    list->line.code = NULL;
    return ok;
}

bool
block_end(List *list, Err *err)
{
    return !block_is_open(list) || tell_alone(list, err);
}
