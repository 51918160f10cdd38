#include "schema/setting.h"

#include <inttypes.h>
#include <stdio.h>

static Text
optional_text(Json object, const char *key, Arena *arena, Err *err)
{
    Json member = json_member(object, key);
    return json_has(member) ? arena_text(arena, json_string(member, err)) : TEXT_NONE;
}

void
setting_provenance(Json json, Text *clause, Text *assumed, Arena *arena, Err *err)
{
    Json flag = json_member(json, "assumed");
    bool is_assumed = json_has(flag) && json_bool(flag, err);

    *clause = optional_text(json, "clause", arena, err);
    *assumed = optional_text(json, "why", arena, err);
    if (is_assumed && assumed->len == 0)
        json_refuse(json, "assumed without why", err);
    else if (!is_assumed && assumed->len > 0)
        json_refuse(json, "why without assumed", err);
    else if (!is_assumed && clause->len == 0)
        json_refuse(json, "neither clause nor assumed", err);
}

Setting
setting_read(Json json, Text key, Arena *arena, Err *err)
{
    static const char *const KEYS[] = {"value", "clause", "assumed", "why", NULL};
    Setting setting = {.key = arena_text(arena, key)};
    Json value = json_member(json, "value");

    json_only(json, KEYS, err);
    setting_provenance(json, &setting.clause, &setting.assumed, arena, err);
    setting.type = json_type(value);
    if (setting.type == JSON_ABSENT)
        json_refuse(json, "no value", err);
    else if (setting.type == JSON_STRING)
        setting.value = arena_text(arena, json_string(value, err));
    else
        setting.value = json_dump(value, arena);
    return setting;
}

Json
setting_value(Json cycle, const char *key)
{
    return json_member(json_member(cycle, key), "value");
}

Text
setting_text(Json cycle, const char *key, Arena *arena, Err *err)
{
    Json value = setting_value(cycle, key);
    Text text = json_string(value, err);

    if (text.len == 0)
        json_refuse(value, "empty", err);
    return arena_text(arena, text);
}

Text
setting_word(Json cycle, const char *key, const char *const *words, Arena *arena, Err *err)
{
    Json value = setting_value(cycle, key);
    Text word = arena_text(arena, json_string(value, err));
    Text known = TEXT("");

    for (; *words != NULL; words++) {
        if (text_equal(word, text_of(*words)))
            return word;
        known = arena_join(arena, known, known.len > 0 ? TEXT(", ") : TEXT(""), text_of(*words));
    }
    json_refuse(value, arena_join(arena, TEXT("unknown word; known are "), known, TEXT("")).ptr, err);
    return word;
}

bool
setting_flag(Json cycle, const char *key, Err *err)
{
    return json_bool(setting_value(cycle, key), err);
}

int64_t
setting_number(Json cycle, const char *key, int64_t least, int64_t most, Err *err)
{
    Json value = setting_value(cycle, key);
    int64_t number = json_integer(value, err);

    if (number < least || number > most) {
        char why[96];
        snprintf(why, sizeof(why), "%" PRId64 " is not from %" PRId64 " to %" PRId64, number, least, most);
        json_refuse(value, why, err);
    }
    return number;
}

int64_t
setting_limit(Json cycle, const char *key, Err *err)
{
    return json_type(setting_value(cycle, key)) == JSON_NULL ? -1 : setting_number(cycle, key, 0, 1000000, err);
}
