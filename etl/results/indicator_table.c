#include "results/indicator_table.h"

#include <inttypes.h>
#include <stdlib.h>

#include "results/lookup.h"
#include "schema/cycle_words.h"

static void
choose_fields(IndicatorTable *table)
{
    const UploadKind *form = table->state->application;
    table->fields = arena_array(table->state->arena, form->field_count, sizeof(const Field *));
    for (size_t i = 0; i < form->field_count; i++)
        if (!form->fields[i].personal)
            table->fields[table->field_count++] = &form->fields[i];
}

static const char *const COLUMNS[INDICATOR_COLUMNS] = {
    [INDICATOR_FORM] = "form_no",
    [INDICATOR_FIELD] = "field",
    [INDICATOR_STATE] = "state",
    [INDICATOR_VALUE] = "value",
    [INDICATOR_TEXT] = "text",
    [INDICATOR_RAW] = "raw",
    [INDICATOR_UNIT_SOURCE] = "unit_source",
    [INDICATOR_COUNTED] = "counted",
    [INDICATOR_FACTOR] = "factor",
    [INDICATOR_SHEET] = "sheet",
    [INDICATOR_CELL] = "cell",
};

/* A field of the form by its key. */
typedef struct Key {
    Text key;
    size_t place;
} Key;

static int
compare_keys(const void *left, const void *right)
{
    return text_compare(((const Key *)left)->key, ((const Key *)right)->key);
}

static Key *
sorted_keys(const IndicatorTable *table)
{
    Key *keys = arena_array(table->state->arena, table->field_count, sizeof *keys);
    for (size_t i = 0; i < table->field_count; i++)
        keys[i] = (Key){table->fields[i]->key, i};
    qsort(keys, table->field_count, sizeof *keys, compare_keys);
    return keys;
}

/* Forms are numbered from 1; what is no number is 0. */
static size_t
form_number(Text written)
{
    uint64_t number;
    return text_read_count(written, &number) ? (size_t)number : 0;
}

static void
find_platforms(IndicatorTable *table)
{
    table->platform_count = state_rows(table->state, STATE_INDICATOR_PLATFORMS);
    table->platforms = arena_array(table->state->arena, table->platform_count, sizeof(size_t));
    for (size_t i = 0; i < table->platform_count; i++)
        table->platforms[i] = i;
}

static void
find_forms(IndicatorTable *table)
{
    table->forms = arena_array(table->state->arena, table->platform_count, sizeof(size_t));
    for (size_t i = 0; i < table->platform_count; i++) {
        table->forms[i] = form_number(indicator_platform(table, i, "form_no"));
        if (table->forms[i] > table->form_count)
            table->form_count = table->forms[i];
    }
}

/* Keeps the platforms of the nominations, in the order of these. */
static void
choose_platforms(IndicatorTable *table, const size_t *nominations, size_t count)
{
    const State *state = table->state;
    const Lookup *lines = lookup_new(state, STATE_INDICATOR_PLATFORMS, "key");
    table->platforms = arena_array(state->arena, count, sizeof(size_t));
    table->platform_count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t line = lookup_row(lines, state_cell(state, STATE_NOMINATIONS, nominations[i], "key"));
        if (line != SIZE_MAX)
            table->platforms[table->platform_count++] = line;
    }
}

/* The first cell of a field counts, and one that is filled in before those that are not. */
static void
place_line(IndicatorTable *table, size_t line, size_t form, size_t field)
{
    size_t *place = &table->lines[(form - 1) * table->field_count + field];
    if (*place == INDICATOR_NONE || (text_equal(indicator_cell(table, *place, INDICATOR_STATE), TEXT("blank")) &&
                                     !text_equal(indicator_cell(table, line, INDICATOR_STATE), TEXT("blank"))))
        *place = line;
}

static void
place_lines(IndicatorTable *table)
{
    const Key *keys = sorted_keys(table);
    size_t places = table->form_count * table->field_count;
    table->lines = arena_array(table->state->arena, places, sizeof(size_t));
    for (size_t i = 0; i < places; i++)
        table->lines[i] = INDICATOR_NONE;
    for (size_t line = 0; line < state_rows(table->state, STATE_INDICATORS); line++) {
        Key wanted = {.key = indicator_cell(table, line, INDICATOR_FIELD)};
        const Key *key = bsearch(&wanted, keys, table->field_count, sizeof *keys, compare_keys);
        size_t form = form_number(indicator_cell(table, line, INDICATOR_FORM));
        if (key != NULL && form > 0 && form <= table->form_count)
            place_line(table, line, form, key->place);
    }
}

IndicatorTable *
indicator_table_new(const State *state, const size_t *nominations, size_t count)
{
    IndicatorTable *table = arena_alloc(state->arena, sizeof *table);
    table->state = state;
    for (int i = 0; i < INDICATOR_COLUMNS; i++)
        table->columns[i] = state_column(state, STATE_INDICATORS, COLUMNS[i]);
    choose_fields(table);
    find_platforms(table);
    if (nominations != NULL)
        choose_platforms(table, nominations, count);
    find_forms(table);
    place_lines(table);
    return table;
}

Text
indicator_platform(const IndicatorTable *table, size_t platform, const char *column)
{
    return state_cell(table->state, STATE_INDICATOR_PLATFORMS, table->platforms[platform], column);
}

bool
indicator_has_form(const IndicatorTable *table, size_t platform)
{
    return table->forms[platform] > 0;
}

size_t
indicator_line(const IndicatorTable *table, size_t platform, size_t field)
{
    size_t form = table->forms[platform];
    return form == 0 ? INDICATOR_NONE : table->lines[(form - 1) * table->field_count + field];
}

Text
indicator_cell(const IndicatorTable *table, size_t line, IndicatorColumn column)
{
    return state_at(table->state, STATE_INDICATORS, line, table->columns[column]);
}

Text
indicator_label(const Field *field, Arena *arena)
{
    Text label = field->title;
    if (field->group.len > 0)
        label = arena_printf(arena, "%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(field->group), TEXT_ARG(label));
    if (field->blank > 0)
        label = arena_printf(arena, "%" TEXT_FMT "（第%" PRId64 "空）", TEXT_ARG(label), field->blank);
    return label;
}

Text
indicator_comparable(const Field *field, Arena *arena)
{
    return field->comparable == COMPARABLE_SAME ? TEXT_NONE
                                                : cycle_word_comparable(field->comparable, TEXT_NONE, arena);
}
