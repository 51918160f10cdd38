#include "schema/field.h"

enum { KEY_CHARACTERS = 200 };

bool
field_is_number(const Field *field)
{
    return field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL || field->type == FIELD_PERCENT;
}

bool
field_names_entry(const Field *field)
{
    bool counted = field_is_number(field) || field->type == FIELD_SEQUENCE || field->type == FIELD_YEAR;
    return field->expected && !counted && field->type != FIELD_BOOLEAN;
}

const ChoiceWord *
field_word(const Field *field, Text folded)
{
    for (size_t i = 0; i < field->word_count; i++) {
        if (text_equal(field->words[i].folded, folded))
            return &field->words[i];
    }
    return NULL;
}

size_t
field_longest(const Field *field)
{
    switch (field->type) {
    case FIELD_NAME:
    case FIELD_PERSON:
    case FIELD_UNIT:
    case FIELD_PHONE:
    case FIELD_MOBILE:
    case FIELD_EMAIL:
    case FIELD_USCC:
    case FIELD_SEQUENCE:
        return KEY_CHARACTERS;
    default:
        return field->match ? KEY_CHARACTERS : SIZE_MAX;
    }
}
