#include "list/role.h"

#include <string.h>

#include "list/plain.h"
#include "table/bodyrow.h"
#include "table/units.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/fold.h"
#include "text/numeral.h"

/* An entry fills so many known columns; what looks like a total or a note, but fills so many with the expected ones, is one. */
enum { LEAST_FILLED = 2, FILLED_ENTRY = 3, WIDE = 3, LABEL_SLACK = 8 };

/* 1, 12, 305: as lists are counted. */
static bool
is_number(Text cell)
{
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9')
            return false;
    }
    return cell.len > 0;
}

/* A label of two rows has the words of both. */
static bool
begins_in(Text cell, Text label)
{
    return cell.len >= WIDE && text_find(label, text_sub(cell, 0, WIDE), 0) != SIZE_MAX;
}

static bool
begins_alike(Text left, Text right)
{
    return left.len >= WIDE && right.len >= WIDE && memcmp(left.ptr, right.ptr, WIDE) == 0;
}

/* In lists without numbers the first cell tells notes, signatures and a head block from entries. */
static bool
first_cell_is_ordinary(const List *list, Text cell, Text label)
{
    if (!plain_begins_a_name(cell) || begins_in(cell, label) || memchr(cell.ptr, ':', cell.len) != NULL ||
        memchr(cell.ptr, '(', cell.len) != NULL || memchr(cell.ptr, 0xEF, cell.len) != NULL)
        return false;
    for (size_t i = 0; i < list->head.count; i++) {
        const Field *field = list->head.values[i].field;
        for (size_t j = 0; j < field->alias_count; j++) {
            if (begins_alike(cell, field->aliases[j]) && cell.len <= field->aliases[j].len + LABEL_SLACK)
                return false;
        }
    }
    return true;
}

static bool
begins_ordinarily(const List *list, const Row *row)
{
    size_t first = 0;
    while (first < row->cell_count && row->cells[first].len == 0)
        first++;
    if (first == row->cell_count)
        return false;
    if (list->sequence < list->column_count)
        return (int)first == list->columns[list->sequence].column && is_number(row->cells[first]);
    if (list->setting.others != NULL && othertables_may_begin(list->setting.others, row->cells[first]))
        return false;
    const HeaderColumn *head = header_at(&list->header, (int)first);
    return head != NULL && first_cell_is_ordinary(list, row->cells[first], head->label);
}

/* Digits and Latin letters begin most cells, and no word for a sample. */
static inline bool
may_be_sample(Text cell)
{
    unsigned char first = cell.len > 0 ? (unsigned char)cell.ptr[0] : '0';
    return !((first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z')) && plain_may_be_sample(cell);
}

/* A name may be a sample's in more ways than other cells. */
static bool
may_be_sample_name(Text cell)
{
    return text_find(cell, TEXT("例"), 0) != SIZE_MAX || text_find(cell, TEXT("样"), 0) != SIZE_MAX;
}

/* False where the cell makes its row odd; *filled counts those that surely say something. What begins as a name does is no sample. */
static inline bool
cell_is_ordinary(const Field *field, Text cell, size_t *filled)
{
    if (cell.len == 0)
        return !field->expected;
    bool digit = cell.ptr[0] >= '0' && cell.ptr[0] <= '9';
    bool name = !digit && plain_begins_a_name(cell);
    *filled += digit || name;
    if (!name)
        return !field->expected && field->type != FIELD_NAME && !may_be_sample(cell);
    return field->type != FIELD_NAME || !may_be_sample_name(cell);
}

bool
role_is_ordinary(const List *list, const Row *row)
{
    size_t filled = 0;
    if (!begins_ordinarily(list, row))
        return false;
    for (size_t i = 0; i < list->column_count; i++) {
        const ListColumn *column = &list->columns[i];
        if (i != list->sequence && !cell_is_ordinary(column->field, state_cell(row, column->column), &filled))
            return false;
    }
    for (size_t i = 0; i < list->extra_count; i++) {
        if (may_be_sample(state_cell(row, list->extras[i].column)))
            return false;
    }
    return filled >= LEAST_FILLED;
}

static bool
says_something(Text cell)
{
    Filler filler = filler_kind(cell);
    return filler != FILLER_BLANK && filler != FILLER_NONE;
}

/* The known columns but the number that say something; 0 where an expected one says nothing. */
static size_t
filled_columns(const List *list, const Row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < list->column_count; i++) {
        bool says = says_something(state_cell(row, list->columns[i].column));
        if (list->columns[i].field->expected && !says)
            return 0;
        filled += says && i != list->sequence;
    }
    return filled;
}

/* A value of its own where no two rows may have the same: a thing of its own, whatever it shares with the row above. */
static bool
has_own_value(const List *list, const Row *row)
{
    return list->unique < list->column_count && says_something(state_cell(row, list->columns[list->unique].column));
}

static Role
skipped(const char **code, const char *why)
{
    *code = why;
    return ROLE_SKIPPED;
}

static bool
is_blank(const Row *row)
{
    for (size_t i = 0; i < row->cell_count; i++) {
        if (!character_all_blank(row->cells[i]))
            return false;
    }
    return true;
}

/* 3, ３、 or 三. */
static bool
is_numbered(const List *list, const Row *row)
{
    Decimal number;
    return list->sequence < list->column_count &&
           numeral_ordinal(fold_key(state_cell(row, list->columns[list->sequence].column), list->row), list->row,
                           &number);
}

/* Behind the end: a number, or a value of its own, with something more. */
static bool
may_be_half_entry(const List *list, const Row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < list->column_count; i++)
        filled += i != list->sequence && says_something(state_cell(row, list->columns[i].column));
    return filled >= LEAST_FILLED && (is_numbered(list, row) || has_own_value(list, row));
}

static bool
begins_other_table(const List *list, const Row *row)
{
    return list->setting.others != NULL && othertables_begin(list->setting.others, &list->header, row, list->row);
}

static bool
says_units(const List *list, size_t index)
{
    return units_are_said_below(list->sheet, index, list->header.kind, list->row);
}

/* Below notes and signatures go on; above them a remark stands among the entries. */
Role
role_of(List *list, size_t index, const char **code)
{
    const Row *row = &list->sheet->rows[index];
    if (is_blank(row))
        return ROLE_NONE;
    BodyRole role = bodyrow_role(list->sheet, &list->header, &list->head, index, list->row);
    if (role != BODY_HEADER && begins_other_table(list, row))
        return skipped(code, "second_table");
    switch (role) {
    case BODY_DATA:
        if (!list->after_end || filled_columns(list, row) >= LEAST_FILLED)
            return ROLE_TAKEN;
        return may_be_half_entry(list, row) ? skipped(code, "row_after_end_unread") : ROLE_NONE;
    case BODY_CONTINUATION:
        return has_own_value(list, row) ? ROLE_TAKEN : skipped(code, "list_row_merged");
    case BODY_SAMPLE:
        return skipped(code, "sample_row_skipped");
    case BODY_REMARK:
        if (says_units(list, index))
            return skipped(code, "unit_below_unread");
        return list->after_end ? ROLE_NONE : skipped(code, "remark_row_skipped");
    case BODY_END:
        if (filled_columns(list, row) >= FILLED_ENTRY)
            return ROLE_TAKEN;
        list->after_end = true;
        return says_units(list, index) ? skipped(code, "unit_below_unread") : ROLE_NONE;
    case BODY_OTHER_TABLE:
        return skipped(code, "second_table");
    case BODY_NOTHING:
    case BODY_HEADER:
        break;
    }
    return ROLE_NONE;
}
