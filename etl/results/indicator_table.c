#include "results/indicator_table.h"

#include <inttypes.h>

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

/* The lines come by platform. */
static void
find_platforms(IndicatorTable *table)
{
    const State *state = table->state;
    size_t lines = state_rows(state, STATE_INDICATORS);
    table->platforms = arena_array(state->arena, lines, sizeof(size_t));
    for (size_t line = 0; line < lines; line++) {
        Text before = line > 0 ? state_cell(state, STATE_INDICATORS, line - 1, "no") : TEXT_NONE;
        if (!text_equal(before, state_cell(state, STATE_INDICATORS, line, "no")))
            table->platforms[table->platform_count++] = line;
    }
}

/* Keeps the platforms of the nominations, in the order of these. */
static void
choose_platforms(IndicatorTable *table, const size_t *nominations, size_t count)
{
    const State *state = table->state;
    const Lookup *lines = lookup_new(state, STATE_INDICATORS, "key");
    table->platforms = arena_array(state->arena, count, sizeof(size_t));
    table->platform_count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t line = lookup_row(lines, state_cell(state, STATE_NOMINATIONS, nominations[i], "key"));
        if (line != SIZE_MAX)
            table->platforms[table->platform_count++] = line;
    }
}

static bool
is_platforms(const IndicatorTable *table, size_t line, size_t platform)
{
    return line < state_rows(table->state, STATE_INDICATORS) &&
           text_equal(state_cell(table->state, STATE_INDICATORS, line, "no"),
                      indicator_platform(table, platform, "no"));
}

/* A platform's lines come in the order of the form. */
static void
place_lines(IndicatorTable *table, size_t platform)
{
    size_t *places = &table->lines[platform * table->field_count];
    size_t line = table->platforms[platform];
    for (size_t i = 0; i < table->field_count; i++) {
        bool has = is_platforms(table, line, platform) &&
                   text_equal(state_cell(table->state, STATE_INDICATORS, line, "field"), table->fields[i]->key);
        places[i] = has ? line++ : INDICATOR_NONE;
    }
}

IndicatorTable *
indicator_table_new(const State *state, const size_t *nominations, size_t count)
{
    IndicatorTable *table = arena_alloc(state->arena, sizeof *table);
    table->state = state;
    choose_fields(table);
    find_platforms(table);
    if (nominations != NULL)
        choose_platforms(table, nominations, count);
    table->lines = arena_array(state->arena, table->platform_count * table->field_count, sizeof(size_t));
    for (size_t i = 0; i < table->platform_count; i++)
        place_lines(table, i);
    return table;
}

Text
indicator_platform(const IndicatorTable *table, size_t platform, const char *column)
{
    return state_cell(table->state, STATE_INDICATORS, table->platforms[platform], column);
}

bool
indicator_has_form(const IndicatorTable *table, size_t platform)
{
    return indicator_platform(table, platform, "file").len > 0;
}

size_t
indicator_line(const IndicatorTable *table, size_t platform, size_t field)
{
    return table->lines[platform * table->field_count + field];
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
