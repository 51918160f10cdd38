#include "list/plan.h"

#include "rows/returned.h"
#include "table/units.h"
#include "text/character.h"
#include "text/fold.h"

/* What its label says counts for a column; where another unit is said above the table, that is told once, and not at every figure. */
static ListColumn
plan_column(const List *list, const Field *field, const HeaderColumn *head, const UnitNote *units)
{
    Text unit = unitnote_for(units, field->unit, list->arena);
    if (unit.len > 0 && units_labelled(field, head->label, list->arena))
        unit = TEXT_NONE;
    return column_plan(field, head->column, head->label, unit, list->arena);
}

static void
plan_fields(List *list, const Header *header, const UnitNote *units)
{
    const UploadKind *kind = header->kind;
    list->columns = arena_array(list->arena, kind->field_count, sizeof *list->columns);
    const int *unit_columns = units_columns(header, list->arena);
    for (size_t i = 0; i < kind->field_count; i++) {
        const HeaderColumn *head = header_column(header, &kind->fields[i]);
        if (head == NULL)
            continue;
        ListColumn *column = &list->columns[list->column_count++];
        *column = plan_column(list, &kind->fields[i], head, units);
        column->unit_column = unit_columns[head - header->columns];
    }
    list->matched = arena_array(list->arena, list->column_count, sizeof *list->matched);
    for (size_t i = 0; i < list->column_count; i++) {
        if (list->columns[i].field->match)
            list->matched[list->matched_count++] = i;
    }
    list->sequence = list->column_count;
    list->unique = list->column_count;
    for (size_t i = list->column_count; i-- > 0;) {
        if (list->columns[i].field->type == FIELD_SEQUENCE)
            list->sequence = i;
        if (list->columns[i].field->unique)
            list->unique = i;
    }
    list->unique_is_key = list->matched_count == 1 && list->matched[0] == list->unique;
}

/* A column without a label that at least half of the rows fill; where fewer do, their cells stand there by mistake. */
static bool
is_filled_column(const Sheet *sheet, size_t from, int column)
{
    size_t filled = 0;
    for (size_t index = from; index < sheet->row_count; index++)
        filled += !character_all_blank(sheet_cell(sheet, index, column));
    return filled > 0 && filled * 2 >= sheet->row_count - from;
}

/* What the office puts before the rows that it gives back. */
static bool
is_of_given_back(Text label, Arena *arena)
{
    Text folded = fold_key(label, arena);
    return text_equal(folded, TEXT(RETURNED_REASON)) || text_equal(folded, TEXT(RETURNED_ROW_NO));
}

static void
add_extra(List *list, int column, const HeaderColumn *head)
{
    ExtraColumn *extra = &list->extras[list->extra_count++];
    *extra = (ExtraColumn){.column = column, .labelled = head != NULL};
    Text name = row_column_name(column, list->arena);
    extra->label = head != NULL ? arena_text(list->arena, head->label)
                                : arena_printf(list->arena, "column %" TEXT_FMT, TEXT_ARG(name));
    extra->name = arena_join(list->arena, TEXT("x:"), extra->label, TEXT(""));
    list->supplement |= is_of_given_back(extra->label, list->arena);
}

static void
plan_extras(List *list, const Sheet *sheet, const Header *header)
{
    int width = sheet_width(sheet);
    list->known = arena_array(list->arena, (size_t)width, sizeof *list->known);
    list->extras = arena_array(list->arena, (size_t)width, sizeof *list->extras);
    for (int column = 0; column < width; column++) {
        const HeaderColumn *head = header_at(header, column);
        bool field = head != NULL && head->field != NULL;
        bool extra = !field && (head != NULL || is_filled_column(sheet, header->last + 1, column));
        if (extra)
            add_extra(list, column, head);
        list->known[column] = field ? 'K' : extra ? 'E' : '\0';
        if (field || extra)
            list->known_width = (size_t)column + 1;
    }
    for (size_t column = 0; column < list->known_width; column++)
        list->known_gaps |= list->known[column] == '\0';
}

void
plan_columns(List *list, const Sheet *sheet, const Header *header)
{
    UnitNote units = units_above(sheet, header->first, header->last, list->arena);
    UnitNote named = unitnote_named(sheet->name, list->arena);
    unitnote_add(&units, &named);
    plan_fields(list, header, &units);
    plan_extras(list, sheet, header);
    list->told_merged = arena_array(list->arena, list->column_count, sizeof(bool));
    list->told_hidden = arena_array(list->arena, (size_t)sheet_width(sheet), sizeof(bool));
    list->raw_pairs = arena_array(list->arena, 2 * (list->column_count + list->extra_count), sizeof(Text));
    list->extra_cells = arena_array(list->arena, list->extra_count, sizeof(Text));
    list->above.fields = arena_array(list->arena, list->column_count, sizeof(size_t));
    list->above.next = arena_array(list->arena, list->column_count, sizeof(size_t));
}

/* With the unit above the table where that counts: rows that come back have only their header. */
static Text
label_with_unit(const List *list, const ListColumn *column)
{
    if (!column->unit_needed)
        return column->label;
    return arena_printf(list->arena, "%" TEXT_FMT "（%" TEXT_FMT "）", TEXT_ARG(column->label), TEXT_ARG(column->unit));
}

Texts
plan_labels(const List *list)
{
    Text *labels = arena_array(list->arena, list->known_width, sizeof *labels);
    for (size_t i = 0; i < list->column_count; i++)
        labels[list->columns[i].column] = label_with_unit(list, &list->columns[i]);
    for (size_t i = 0; i < list->extra_count; i++) {
        if (list->extras[i].labelled)
            labels[list->extras[i].column] = list->extras[i].label;
    }
    return (Texts){labels, list->known_width};
}
