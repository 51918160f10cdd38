#include "list/column.h"

#include "list/plain.h"
#include "list/shortdate.h"
#include "rows/copybinary.h"
#include "schema/field.h"
#include "table/units.h"
#include "text/filler.h"
#include "text/fold.h"

/* Numbers of so many digits fit, with any factor that is taken. */
enum { DIGITS_MAX = 12, WIDE_DIGIT = 3 };

#define FACTOR_MAX INT64_C(100000)

static ColumnForm
form_of(const Field *field)
{
    switch (field->type) {
    case FIELD_SEQUENCE:
    case FIELD_INTEGER:
    case FIELD_YEAR:
        return COLUMN_INTEGER;
    case FIELD_DECIMAL:
    case FIELD_PERCENT:
        return COLUMN_NUMERIC;
    case FIELD_BOOLEAN:
        return COLUMN_BOOLEAN;
    default:
        return COLUMN_TEXT;
    }
}

/* A choice that reads as a filler, or as another before it when folded, is not found by its bytes alone. */
static bool
choices_are_plain(const Field *field, Arena *arena)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        if (filler_kind(field->choices[i]) != FILLER_NOT ||
            !text_equal(fold_clean(field->choices[i], arena), field->choices[i]))
            return false;
        for (size_t j = 0; j < i; j++) {
            if (text_equal(fold_key(field->choices[i], arena), fold_key(field->choices[j], arena)))
                return false;
        }
    }
    return field->choice_count > 0;
}

static ColumnWay
way_of(const Field *field, Arena *arena)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_PERSON:
    case FIELD_UNIT:
        return WAY_TEXT;
    case FIELD_SEQUENCE:
    case FIELD_INTEGER:
        return WAY_INTEGER;
    case FIELD_DECIMAL:
        return WAY_DECIMAL;
    case FIELD_ENUM:
    case FIELD_BOOLEAN:
        return choices_are_plain(field, arena) ? WAY_CHOICE : WAY_LONG;
    case FIELD_DATE:
        return WAY_DATE;
    default:
        return WAY_LONG;
    }
}

/* Whole numbers within a billion billion; false for any other text. */
static bool
read_whole(Text text, int64_t *number)
{
    uint64_t count;
    if (!text_read_count(text, &count) || text.len > 18)
        return false;
    *number = (int64_t)count;
    return true;
}

static bool
read_bounds(ListColumn *column)
{
    const Field *field = column->field;
    int64_t most;
    column->least = field->type == FIELD_SEQUENCE ? 1 : 0;
    column->most = INT64_MAX;
    if (field->minimum.len > 0 && field->minimum.ptr[0] != '-' && !read_whole(field->minimum, &column->least))
        return false;
    if (field->maximum.len > 0 && !read_whole(field->maximum, &column->most))
        return false;
    if (field->most.len > 0 && !read_whole(field->most, &most))
        return false;
    if (field->most.len > 0 && most < column->most)
        column->most = most;
    return true;
}

/* The unit above the table; of cells in one that the field does not accept each is refused, unless the label says another. */
static void
plan_unit(ListColumn *plan, Arena *arena)
{
    const Field *field = plan->field;
    if (field->unit.len == 0)
        plan->unit = TEXT_NONE;
    Text factor = units_factor(field, plan->label, plan->unit, arena);
    bool known = factor.len > 0 || field->unit.len == 0;
    plan->unit_needed = plan->unit.len > 0 && !text_equal(units_factor(field, plan->label, TEXT_NONE, arena), factor);
    bool whole = factor.len == 0 || (read_whole(factor, &plan->factor) && plan->factor <= FACTOR_MAX);
    if (!known || !whole || text_equal(field->unit, TEXT("%")) || (plan->way == WAY_DECIMAL && plan->factor != 1))
        plan->way = WAY_LONG;
}

static Text
name_of(const Field *field)
{
    size_t point = text_find(field->key, TEXT("."), 0);
    return point == SIZE_MAX ? field->key : text_sub(field->key, point + 1, SIZE_MAX);
}

ListColumn
column_plan(const Field *field, int column, Text label, Text unit, Arena *arena)
{
    ListColumn plan = {.field = field,
                       .name = name_of(field),
                       .column = column,
                       .label = label,
                       .unit = unit,
                       .unit_column = -1,
                       .factor = 1,
                       .longest = field_longest(field)};
    plan.said = arena_array(arena, field->word_count, sizeof *plan.said);
    plan.form = form_of(field);
    plan.way = way_of(field, arena);
    if (plan.form != COLUMN_INTEGER && plan.form != COLUMN_NUMERIC)
        return plan;
    plan_unit(&plan, arena);
    if (!read_bounds(&plan))
        plan.way = WAY_LONG;
    return plan;
}

/* The digit at a place, in ASCII or full width; -1 for anything else. */
static inline int
digit_at(Text text, size_t at, size_t *len)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr + at;
    *len = 1;
    if (*bytes >= '0' && *bytes <= '9')
        return *bytes - '0';
    if (at + WIDE_DIGIT > text.len || bytes[0] != 0xEF || bytes[1] != 0xBC || bytes[2] < 0x90 || bytes[2] > 0x99)
        return -1;
    *len = WIDE_DIGIT;
    return bytes[2] - 0x90;
}

/* The ASCII digits at the front of at most DIGITS_MAX bytes. */
static inline size_t
read_ascii_digits(Text raw, int64_t *number)
{
    size_t at = 0;
    *number = 0;
    for (; at < raw.len && at < DIGITS_MAX && raw.ptr[at] >= '0' && raw.ptr[at] <= '9'; at++)
        *number = *number * 10 + (raw.ptr[at] - '0');
    return at;
}

/* Digits without a superfluous zero in front, and nothing else; *wide: some are of full width. */
static inline bool
read_digits(Text raw, int64_t *number, bool *wide)
{
    int digits = 0;
    size_t len;
    *wide = false;
    if (raw.len > 0 && read_ascii_digits(raw, number) == raw.len)
        return raw.len == 1 || raw.ptr[0] != '0';
    *number = 0;
    for (size_t at = 0; at < raw.len; at += len) {
        int digit = digit_at(raw, at, &len);
        if (digit < 0 || ++digits > DIGITS_MAX || (digits == 2 && *number == 0))
            return false;
        *wide |= len > 1;
        *number = *number * 10 + digit;
    }
    return digits > 0;
}

static bool
short_integer(const ListColumn *column, Text raw, char **at, bool *as_written)
{
    int64_t number;
    bool wide;
    if (!read_digits(raw, &number, &wide))
        return false;
    int64_t value = number * column->factor;
    if (value < column->least || value > column->most)
        return false;
    *at = copybinary_int8(*at, value);
    *as_written = value == number && !wide;
    return true;
}

/* "12" or "12.5", as decimal_text writes them. */
static bool
short_decimal(const ListColumn *column, Text raw, char **at, bool *as_written)
{
    size_t point = text_find(raw, TEXT("."), 0);
    Text whole = text_sub(raw, 0, point == SIZE_MAX ? raw.len : point);
    Text fraction = point == SIZE_MAX ? TEXT_NONE : text_sub(raw, point + 1, raw.len);
    int64_t number;
    uint64_t below;
    bool wide;
    if (!read_digits(whole, &number, &wide) || wide || number < column->least || number >= column->most)
        return false;
    if (point != SIZE_MAX && (fraction.len == 0 || fraction.len > DIGITS_MAX || fraction.ptr[fraction.len - 1] == '0' ||
                              !text_read_count(fraction, &below)))
        return false;
    *at = copybinary_numeric(*at, raw);
    *as_written = true;
    return true;
}

static inline uint64_t
word_at(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Choices are short: their first and last eight bytes, which may overlap, are mostly all of them. */
static inline bool
is_choice(Text raw, Text choice)
{
    size_t word = sizeof(uint64_t);
    if (raw.len != choice.len)
        return false;
    if (raw.len < word || raw.len > 2 * word)
        return memcmp(raw.ptr, choice.ptr, raw.len) == 0;
    return word_at(raw.ptr) == word_at(choice.ptr) &&
           word_at(raw.ptr + raw.len - word) == word_at(choice.ptr + raw.len - word);
}

static size_t
find_choice(const Field *field, Text raw)
{
    size_t i = 0;
    while (i < field->choice_count && !is_choice(raw, field->choices[i]))
        i++;
    return i;
}

/* The choice that a word stands for which has been told of; a long one may not find room. */
static size_t
find_said(const ListColumn *column, Text raw)
{
    const Field *field = column->field;
    for (size_t i = 0; i < field->word_count; i++) {
        size_t choice = field->words[i].choice;
        if (column->said[i].len > 0 && is_choice(raw, column->said[i]) &&
            field->choices[choice].len + COPYBINARY_FIELD_ROOM <= COLUMN_ROOM)
            return choice;
    }
    return field->choice_count;
}

static bool
short_choice(const ListColumn *column, Text raw, char **at, bool *as_written)
{
    const Field *field = column->field;
    size_t i = find_choice(field, raw);
    *as_written = i < field->choice_count;
    if (!*as_written)
        i = find_said(column, raw);
    if (i == field->choice_count || (column->form == COLUMN_BOOLEAN && i > 1))
        return false;
    *at = column->form == COLUMN_BOOLEAN ? copybinary_bool(*at, i == 0) : copybinary_text(*at, field->choices[i]);
    return true;
}

static bool
short_date(const ListColumn *column, Text raw, char **at, bool *as_written)
{
    return shortdate_write(raw, column->field->partial, at, as_written);
}

bool
column_needs_look(const ListColumn *column, Text raw)
{
    return (column->field->unique && memchr(raw.ptr, '+', raw.len) != NULL) ||
           (column->field->type == FIELD_PERSON && raw.ptr[0] >= '0' && raw.ptr[0] <= '9');
}

static bool
short_text(const ListColumn *column, Text raw, char **at, bool *as_written)
{
    if (raw.len > column->longest || !plain_text(raw) || column_needs_look(column, raw))
        return false;
    *at = copybinary_text(*at, raw);
    *as_written = true;
    return true;
}

static bool
short_none(const ListColumn *column, Text raw, char **at, bool *as_written)
{
    (void)column;
    (void)raw;
    (void)at;
    (void)as_written;
    return false;
}

bool
column_short(const ListColumn *column, Text raw, char **at, bool *as_written)
{
    static bool (*const ways[])(const ListColumn *column, Text raw, char **at, bool *as_written) = {
        [WAY_LONG] = short_none,       [WAY_TEXT] = short_text,     [WAY_INTEGER] = short_integer,
        [WAY_DECIMAL] = short_decimal, [WAY_CHOICE] = short_choice, [WAY_DATE] = short_date,
    };
    return ways[column->way](column, raw, at, as_written);
}
