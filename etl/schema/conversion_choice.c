#include "schema/conversion.h"

#include "text/fold.h"
#include "text/tick.h"

static Text
choices_text(const Field *field, Arena *arena)
{
    Text joined = TEXT_NONE;
    for (size_t i = 0; i < field->choice_count; i++)
        joined = arena_printf(arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(joined), i == 0 ? "" : "、",
                              TEXT_ARG(field->choices[i]));
    return joined;
}

/* The choice that is written as it is printed, or NULL. */
static const Text *
written_choice(const Conversion *conversion)
{
    const Field *field = conversion->field;
    Arena *arena = conversion->converter->arena;
    Text folded = fold_key(conversion->clean, arena);
    for (size_t i = 0; i < field->choice_count; i++) {
        if (text_equal(folded, fold_key(field->choices[i], arena)))
            return &field->choices[i];
    }
    return NULL;
}

/* A spreadsheet's own yes and no. */
static const Text *
stored_truth(const Conversion *conversion)
{
    const Field *field = conversion->field;
    if (field->type != FIELD_BOOLEAN || field->choices == NULL)
        return NULL;
    if (text_equal(conversion->clean, TEXT("TRUE")))
        return &field->choices[0];
    return text_equal(conversion->clean, TEXT("FALSE")) ? &field->choices[1] : NULL;
}

static void
refuse_ticks(Conversion *conversion, TickState state)
{
    static const char *const codes[] = {
        [TICK_ABSENT] = "choice_unknown",       [TICK_ONE] = NULL,
        [TICK_ALONE] = "choice_unclear",        [TICK_NONE] = "choice_not_ticked",
        [TICK_SEVERAL] = "choice_ticked_twice", [TICK_UNCLEAR] = "choice_unclear",
    };
    Text clean = conversion->clean;
    conversion_set_text(conversion, clean);
    conversion_refuse(conversion, codes[state], clean, choices_text(conversion->field, conversion->converter->arena));
}

/* Boxes stand in forms; a lone tick in a cell that asks yes or no says yes. */
static void
take_ticked(Conversion *conversion)
{
    const Field *field = conversion->field;
    bool boxes = field->section != NULL || field->type == FIELD_BOOLEAN;
    size_t chosen = 0;
    TickState state = TICK_ABSENT;
    if (boxes)
        state =
            tick_read(conversion->clean, field->choices, field->choice_count, conversion->converter->arena, &chosen);
    if (state == TICK_ALONE && field->type == FIELD_BOOLEAN)
        state = TICK_ONE;
    if (state == TICK_ONE)
        conversion_set_text(conversion, field->choices[chosen]);
    else
        refuse_ticks(conversion, state);
}

void
conversion_choice(Conversion *conversion)
{
    const Field *field = conversion->field;
    const Text *choice = written_choice(conversion);
    if (choice == NULL)
        choice = stored_truth(conversion);
    if (choice != NULL) {
        conversion_set_text(conversion, *choice);
    } else if (field->open) {
        conversion_text(conversion);
        conversion_report(conversion, false, "choice_not_listed", conversion->clean,
                          choices_text(field, conversion->converter->arena));
    } else {
        take_ticked(conversion);
    }
}

/* One box of several: √, ☑5G, 5G□, or 是 and 否 in its place. Its label alone says nothing of a tick. */
static TickState
read_box(const Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    Text clean = conversion->clean;
    size_t chosen;
    TickState state = tick_read(clean, &conversion->field->title, 1, arena, &chosen);
    if (text_equal(clean, TEXT("是")) || text_equal(clean, TEXT("TRUE")))
        return TICK_ALONE;
    if (text_equal(clean, TEXT("否")) || text_equal(clean, TEXT("FALSE")))
        return TICK_NONE;
    bool alone = state == TICK_ONE && text_equal(fold_key(clean, arena), fold_key(conversion->field->title, arena));
    return alone ? TICK_UNCLEAR : state;
}

void
conversion_tick(Conversion *conversion)
{
    TickState state = read_box(conversion);
    if (state == TICK_ONE || state == TICK_ALONE) {
        conversion_set_text(conversion, TEXT("是"));
    } else if (state == TICK_NONE) {
        conversion_set_text(conversion, TEXT("否"));
    } else {
        conversion_set_text(conversion, conversion->clean);
        conversion_refuse(conversion, "choice_unclear", conversion->clean, TEXT("√或空着的□"));
    }
}
