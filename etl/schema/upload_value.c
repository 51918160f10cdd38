#include "schema/upload_value.h"

Text
upload_text_read(Json json, Arena *arena, Err *err)
{
    Text text = json_string(json, err);
    if (text.len == 0)
        json_refuse(json, "empty", err);
    return text.len > 0 ? arena_text(arena, text) : TEXT_NONE;
}

Text
upload_optional_text(Json object, const char *key, Arena *arena, Err *err)
{
    Json member = json_member(object, key);
    return json_has(member) ? upload_text_read(member, arena, err) : TEXT_NONE;
}

bool
upload_flag(Json object, const char *key, bool otherwise, Err *err)
{
    Json member = json_member(object, key);
    return json_has(member) ? json_bool(member, err) : otherwise;
}

size_t
upload_word(Json json, const char *const *words, size_t count, const char *refusal, Err *err)
{
    Text word = json_string(json, err);
    for (size_t i = 0; i < count; i++) {
        if (text_equal(word, text_of(words[i])))
            return i;
    }
    json_refuse(json, refusal, err);
    return 0;
}
