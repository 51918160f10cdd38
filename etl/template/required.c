#include "template/required.h"

#include "schema/field.h"

static bool
has_unique(const UploadKind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].unique)
            return true;
    }
    return false;
}

/* What an entry of a list is known by: its name, or a value of its own. */
static bool
is_key(const Field *field)
{
    return field->unique || field_names_entry(field);
}

/* 设备名称、设备ID */
static Text
keys_of(const Blank *blank)
{
    const UploadKind *kind = blank->kind;
    Text keys = TEXT_NONE;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        if (is_key(field))
            keys = arena_join(blank->arena, keys, keys.len > 0 ? TEXT("、") : TEXT(""), field->title);
    }
    return keys;
}

/* A row without what it is known by is refused, though none of its columns is required by itself. */
static Phrase
of_list(const Blank *blank, const Field *field)
{
    if (field->in_head)
        return field->type == FIELD_NAME ? PHRASE_SEVERAL_PLATFORMS : PHRASE_NO;
    if (!is_key(field))
        return PHRASE_NO;
    return has_unique(blank->kind) ? PHRASE_ONE_OF : PHRASE_YES;
}

/* A figure of a form that may be 无 may not be blank: where rules ask for the figures of a section, a blank is no answer. */
static Phrase
phrase_of(const Blank *blank, const Field *field)
{
    if (field->required)
        return PHRASE_YES;
    if (blank->kind->layout == LAYOUT_LIST)
        return of_list(blank, field);
    bool answered = blank->kind->layout == LAYOUT_FORM && field->three_state && field->unit.len > 0;
    return answered ? PHRASE_YES_OR_NONE : PHRASE_NO;
}

Text
required_word(const Blank *blank, const Field *field)
{
    Phrase phrase = phrase_of(blank, field);
    Text word = blank->phrases->words[phrase];
    return phrase == PHRASE_ONE_OF ? phrases_fill(word, keys_of(blank), blank->arena) : word;
}

Text
required_prompt(const Blank *blank, const Field *field)
{
    switch (phrase_of(blank, field)) {
    case PHRASE_YES:
        return blank->phrases->words[PHRASE_REQUIRED_PROMPT];
    case PHRASE_ONE_OF:
    case PHRASE_SEVERAL_PLATFORMS:
        return phrases_fill(blank->phrases->words[PHRASE_RANGE_PROMPT], required_word(blank, field), blank->arena);
    default:
        return TEXT_NONE;
    }
}
