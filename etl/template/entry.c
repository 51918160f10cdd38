#include "template/entry.h"

#include "schema/cycle_words.h"
#include "schema/field_words.h"
#include "template/required.h"

static Text
phrase(const Blank *blank, Phrase phrase)
{
    return blank->phrases->words[phrase];
}

static Text
filled(const Blank *blank, Phrase text, Text value)
{
    return value.len == 0 ? TEXT_NONE : phrases_fill(phrase(blank, text), value, blank->arena);
}

static Text
joined(const Blank *blank, Text left, Text right)
{
    return arena_printf(blank->arena, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(left), TEXT_ARG(right));
}

static FillContent
content_of(const Field *field)
{
    switch (field->type) {
    case FIELD_SEQUENCE:
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_PERCENT:
        return FILL_NUMBER;
    case FIELD_DATE:
        return field->partial ? FILL_CODE : FILL_DATE;
    case FIELD_LONGTEXT:
        return FILL_LONG;
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_UNIT:
        return FILL_WORDS;
    default:
        return FILL_CODE;
    }
}

/* The names of the units that may recommend; where firms may apply without one, that way too. */
static void
offer_units(const Blank *blank, FillEntry *entry)
{
    const Cycle *cycle = blank->cycle;
    Text *names = arena_array(blank->arena, cycle->unit_count, sizeof *names);
    for (size_t i = 0; i < cycle->unit_count; i++)
        if (cycle->direct_route || !text_equal(cycle->units[i].type, TEXT("direct")))
            names[entry->choice_count++] = cycle->units[i].name;
    entry->choices = names;
    entry->open = true; /* an alias is read as well */
}

static void
offer_ticks(const Blank *blank, FillEntry *entry)
{
    Text *ticks = arena_array(blank->arena, 2, sizeof *ticks);
    ticks[0] = phrase(blank, PHRASE_TICK);
    ticks[1] = phrase(blank, PHRASE_NO_TICK);
    entry->choices = ticks;
    entry->choice_count = 2;
}

static void
offer_choices(const Blank *blank, const Field *field, FillEntry *entry)
{
    if (field->type == FIELD_UNIT) {
        offer_units(blank, entry);
    } else if (field->type == FIELD_TICK) {
        offer_ticks(blank, entry);
    } else {
        entry->choices = field->choices;
        entry->choice_count = field->choice_count;
        entry->open = field->open;
    }
}

/* That a number is not below 0 goes without saying. */
static bool
range_is_plain(const Field *field)
{
    return field->choice_count > 0 || (text_equal(field->minimum, TEXT("0")) && field->maximum.len == 0);
}

Text
entry_how(const Blank *blank, const Field *field)
{
    Text how = blank->phrases->types[field->type];
    if (field->type == FIELD_DATE && field->partial)
        how = blank->phrases->partial_date;
    if (field->type == FIELD_UNIT)
        how = phrase(blank, PHRASE_UNIT_NAME_PROMPT);
    if (field->choice_count > 0)
        how = phrase(blank, field->open ? PHRASE_CHOOSE_OPEN_PROMPT : PHRASE_CHOOSE_PROMPT);
    if (range_is_plain(field))
        return how;
    return joined(blank, how, filled(blank, PHRASE_RANGE_PROMPT, field_words_range(field, blank->arena)));
}

/* What decides first: the form's own words, often long, come last and may be cut. */
static Text
prompt_of(const Blank *blank, const Field *field)
{
    Text years = cycle_word_years(field->years, blank->cycle, blank->arena);
    Phrase unit = field->unit_assumed.len > 0 ? PHRASE_UNIT_ASSUMED_PROMPT : PHRASE_UNIT_PROMPT;
    Text prompt = joined(blank, required_prompt(blank, field), entry_how(blank, field));
    prompt = joined(blank, prompt, filled(blank, unit, field->unit));
    prompt = joined(blank, prompt, filled(blank, PHRASE_YEARS_PROMPT, years));
    if (field->three_state)
        prompt = joined(blank, prompt, phrase(blank, PHRASE_NONE_PROMPT));
    return joined(blank, prompt, field->description);
}

FillEntry
entry_of(const Blank *blank, const Field *field)
{
    FillEntry entry = {.content = content_of(field), .prompt_title = field->title};
    entry.prompt = prompt_of(blank, field);
    offer_choices(blank, field, &entry);
    return entry;
}
