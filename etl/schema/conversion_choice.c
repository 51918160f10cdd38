#include "schema/conversion.h"

#include "schema/field.h"
#include "text/fold.h"
#include "text/tick.h"
#include "text/words.h"

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

const Text *
conversion_said_choice(const Conversion *conversion)
{
    const Field *field = conversion->field;
    if (field->word_count == 0)
        return NULL;
    const ChoiceWord *word = field_word(field, fold_key(conversion->clean, conversion->converter->arena));
    return word == NULL ? NULL : &field->choices[word->choice];
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
take_said(Conversion *conversion, Text choice)
{
    conversion_set_text(conversion, choice);
    conversion_report(conversion, false, "choice_word_read", choice,
                      choices_text(conversion->field, conversion->converter->arena));
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
    const Text *said = choice == NULL ? conversion_said_choice(conversion) : NULL;
    if (choice != NULL) {
        conversion_set_text(conversion, *choice);
    } else if (said != NULL) {
        take_said(conversion, *said);
    } else if (field->open) {
        conversion_text(conversion);
        conversion_report(conversion, false, "choice_not_listed", conversion->clean,
                          choices_text(field, conversion->converter->arena));
    } else {
        take_ticked(conversion);
    }
}

/* 是, 否☑, 有: said behind the label or in its place. */
static TickState
read_words(Text words, Arena *arena)
{
    enum { YES = 2, SAID = 4 };
    const Text said[SAID] = {TEXT("是"), TEXT("有"), TEXT("否"), TEXT("无")};
    size_t chosen = 0;
    TickState state = tick_read(words, said, SAID, arena, &chosen);
    if (state == TICK_ONE)
        return chosen < YES ? TICK_ALONE : TICK_NONE;
    return TICK_UNCLEAR;
}

static bool
says_words(Text words)
{
    static const char *const said[] = {"是", "否", "有", "无", NULL};
    return words_inside(said, words);
}

/* One box of several: √, ☑5G, 5G□, or 是 and 否 in its place or behind its label. The label alone says nothing of a tick. */
static TickState
read_box(const Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    Text clean = conversion->clean;
    Text title = conversion->field->title;
    size_t chosen;
    if (text_equal(clean, TEXT("TRUE")) || text_equal(clean, TEXT("FALSE")))
        return text_equal(clean, TEXT("TRUE")) ? TICK_ALONE : TICK_NONE;
    if (text_starts_with(clean, title) && says_words(text_sub(clean, title.len, clean.len)))
        return read_words(text_sub(clean, title.len, clean.len), arena);
    if (says_words(clean) && text_find(clean, title, 0) == SIZE_MAX)
        return read_words(clean, arena);
    TickState state = tick_read(clean, &title, 1, arena, &chosen);
    Text folded = fold_key(clean, arena);
    if (text_ends_with(folded, TEXT(":")))
        folded.len--;
    return state == TICK_ONE && text_equal(folded, fold_key(title, arena)) ? TICK_UNCLEAR : state;
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
