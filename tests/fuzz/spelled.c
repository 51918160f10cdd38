#include "spelled.h"

#include <jansson.h>

static json_t *
tree_of(const Spelled *value)
{
    return (json_t *)(uintptr_t)value;
}

Spelled *
spelled_read(Text text)
{
    return (Spelled *)json_loadb(text.ptr, text.len, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, NULL);
}

void
spelled_free(Spelled *document)
{
    json_decref(tree_of(document));
}

const Spelled *
spelled_member(const Spelled *object, const char *key)
{
    return (const Spelled *)json_object_get(tree_of(object), key);
}

const Spelled *
spelled_at(const Spelled *array, size_t index)
{
    return (const Spelled *)json_array_get(tree_of(array), index);
}

size_t
spelled_count(const Spelled *value)
{
    return json_is_array(tree_of(value)) ? json_array_size(tree_of(value)) : json_object_size(tree_of(value));
}

Text
spelled_text(const Spelled *value)
{
    const json_t *text = tree_of(value);
    return json_is_string(text) ? (Text){json_string_value(text), json_string_length(text)} : TEXT_NONE;
}

int64_t
spelled_number(const Spelled *value)
{
    return json_integer_value(tree_of(value));
}

bool
spelled_true(const Spelled *value)
{
    return json_is_true(tree_of(value));
}
