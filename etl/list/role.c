#include "list/role.h"

#include <string.h>

#include "list/block.h"
#include "list/cell.h"
#include "list/plain.h"
#include "table/bodyrow.h"
#include "table/rehead.h"
#include "table/units.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/fold.h"
#include "text/numeral.h"

/* An entry fills so many known columns; what looks like a total or a note, but fills so many with the expected ones, is one. */
enum { LEAST_FILLED = 2, FILLED_ENTRY = 3, WIDE = 3, LABEL_SLACK = 8, SUM_WORD = 16 };

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

/* As 汇总, 平均, Total do. */
static inline bool
begins_as_sum(Text cell)
{
    unsigned char first = cell.len > 0 ? (unsigned char)cell.ptr[0] : ' ';
    if (first < 0x80)
        return memchr("TtSsGgAa", first, 8) != NULL;
    return text_starts_with(cell, TEXT("汇")) || text_starts_with(cell, TEXT("平")) ||
           text_starts_with(cell, TEXT("均"));
}

/* Most words for a total end in 计: 合计, 小计. */
static inline bool
may_be_sum(Text cell)
{
    return text_find(cell, TEXT("计"), 0) != SIZE_MAX || (cell.len <= SUM_WORD && begins_as_sum(cell));
}

/* In lists without numbers the first cell tells notes, signatures and a head block from entries. */
static bool
first_cell_is_ordinary(const List *list, Text cell, Text label)
{
    if (!plain_begins_a_name(cell) || may_be_sum(cell) || begins_in(cell, label) ||
        memchr(cell.ptr, ':', cell.len) != NULL || memchr(cell.ptr, '(', cell.len) != NULL ||
        memchr(cell.ptr, 0xEF, cell.len) != NULL)
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

/* What begins so is no filler. */
static inline bool
begins_surely(Text cell)
{
    return cell.len > 0 && ((cell.ptr[0] >= '0' && cell.ptr[0] <= '9') || plain_begins_a_name(cell));
}

/* A thing with a value of its own and so many cells is no total, whatever its name. */
static inline bool
is_surely_no_sum(const List *list, const Row *row, size_t filled)
{
    if (filled >= FILLED_ENTRY && list->unique < list->column_count &&
        begins_surely(state_cell(row, list->columns[list->unique].column)))
        return true;
    for (size_t i = 0; i < list->column_count; i++) {
        if (list->columns[i].field->expected && may_be_sum(state_cell(row, list->columns[i].column)))
            return false;
    }
    return true;
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
    return filled >= LEAST_FILLED && is_surely_no_sum(list, row, filled);
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
read_number(const List *list, const Row *row, Decimal *number)
{
    return list->sequence < list->column_count &&
           numeral_ordinal(fold_key(state_cell(row, list->columns[list->sequence].column), list->row), list->row,
                           number);
}

static bool
is_numbered(const List *list, const Row *row)
{
    Decimal number;
    return read_number(list, row, &number);
}

/* All that says something but the number, in columns known and unknown. */
static size_t
filled_cells(const List *list, const Row *row)
{
    size_t filled = 0;
    int number = list->sequence < list->column_count ? list->columns[list->sequence].column : -1;
    for (size_t i = 0; i < row->cell_count; i++)
        filled += (int)i != number && says_something(row->cells[i]);
    return filled;
}

int
role_figure(const List *list, const Row *row)
{
    for (size_t i = 0; i < list->column_count; i++) {
        const ListColumn *column = &list->columns[i];
        if (i != list->sequence && (column->form == COLUMN_INTEGER || column->form == COLUMN_NUMERIC) &&
            says_something(state_cell(row, column->column)))
            return column->column;
    }
    return -1;
}

/* Below a total entries go on with any number; below notes, which are numbered too, with one that no entry above can have. */
static bool
goes_on(const List *list, const Row *row)
{
    Decimal number;
    uint64_t count;
    if (!read_number(list, row, &number))
        return false;
    return list->after_sum ||
           (text_read_count(decimal_text(&number, list->row), &count) && count > state_read_count(list));
}

/*
 * Behind the end what fills the columns as entries do is taken where it is numbered as one; else it may be lost, or half
 * of one.
 */
static Role
role_after_end(const List *list, const Row *row, const char **code)
{
    size_t known = filled_columns(list, row);
    if (known >= LEAST_FILLED || (known > 0 && goes_on(list, row)))
        return ROLE_TAKEN;
    if (known > 0 && filled_cells(list, row) >= LEAST_FILLED)
        return skipped(code, "list_row_unread");
    if (known > 0 || (filled_cells(list, row) > 0 && is_numbered(list, row)) || cell_has_own_value(list, row))
        return skipped(code, "row_after_end_unread");
    return ROLE_NONE;
}

/* Cells that say something in words. */
static size_t
filled_in_words(const List *list, const Row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < list->column_count; i++)
        filled += list->columns[i].form == COLUMN_TEXT && i != list->sequence &&
                  says_something(state_cell(row, list->columns[i].column));
    return filled;
}

static bool
says_units(const List *list, size_t index)
{
    return units_are_said_below(list->sheet, index, list->header.kind, list->row);
}

/* What begins as notes do but fills its columns is an entry; of what calls itself a total figures prove nothing. */
static Role
role_of_end(List *list, size_t index, const char **code)
{
    const Row *row = &list->sheet->rows[index];
    bool sum = bodyrow_is_sum(list->sheet, &list->header, index, list->row);
    size_t filled = filled_columns(list, row);
    if (filled >= FILLED_ENTRY && (!sum || cell_has_own_value(list, row) || filled_in_words(list, row) >= FILLED_ENTRY))
        return ROLE_TAKEN;
    list->after_end = true;
    list->after_sum = sum;
    if (sum && filled > 0 && cell_has_own_value(list, row))
        return skipped(code, "remark_row_skipped");
    return says_units(list, index) ? skipped(code, "unit_below_unread") : ROLE_NONE;
}

static bool
begins_other_table(const List *list, const Row *row)
{
    return list->setting.others != NULL && othertables_begin(list->setting.others, &list->header, row, list->row);
}

/* Below a line that is of another list already its header is no news. */
static Role
role_of_other_table(const List *list, size_t index, const char **code)
{
    if (rehead_of(&list->header, list->sheet, index, list->row) != REHEAD_OTHERWISE)
        return skipped(code, "second_table");
    return block_is_open(list) ? ROLE_HEADER : skipped(code, "list_other_unit");
}

/* A value of its own makes an entry, and so do a number and a figure; a figure without a number may be a part of that above. */
static Role
role_of_continuation(const List *list, const Row *row, const char **code)
{
    bool figure = role_figure(list, row) >= 0;
    if (cell_has_own_value(list, row) || (figure && is_numbered(list, row)))
        return ROLE_TAKEN;
    return skipped(code, figure ? "list_figure_merged" : "list_row_merged");
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
        return list->after_end ? role_after_end(list, row, code) : ROLE_TAKEN;
    case BODY_CONTINUATION:
        return role_of_continuation(list, row, code);
    case BODY_SAMPLE:
        return skipped(code, "sample_row_skipped");
    case BODY_REMARK:
        if (says_units(list, index))
            return skipped(code, "unit_below_unread");
        return list->after_end ? ROLE_NONE : skipped(code, "remark_row_skipped");
    case BODY_END:
        return role_of_end(list, index, code);
    case BODY_OTHER_TABLE:
        return role_of_other_table(list, index, code);
    case BODY_HEADER:
        list->after_end = false;
        return ROLE_HEADER;
    case BODY_NOTHING:
        break;
    }
    return ROLE_NONE;
}
