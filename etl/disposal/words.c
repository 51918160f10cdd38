#include "disposal/words.h"

#include "text/gap.h"

bool
words_read(const char *schemas_dir, Arena *arena, Words *words, Err *err)
{
    JsonDoc *doc = json_read_file(arena_printf(arena, "%s/disposal.json", schemas_dir).ptr, err);

    if (doc == NULL)
        return false;
    *words = (Words){json_root(doc), doc, arena};
    return true;
}

static Text
text_at(const Words *words, Json json, Text otherwise)
{
    Err ignored = {0};

    return json_type(json) == JSON_STRING ? arena_text(words->arena, json_string(json, &ignored)) : otherwise;
}

Text
words_get(const Words *words, const char *key)
{
    return text_at(words, json_member(words->root, key), text_of(key));
}

Text
words_of(const Words *words, const char *group, Text key)
{
    return text_at(words, json_member(json_member(words->root, group), arena_string(words->arena, key)), key);
}

Text
words_fill(const Words *words, const char *key, const Text *values, size_t count)
{
    return gap_fill(words_get(words, key), values, count, words->arena);
}

void
words_say(const Words *words, FILE *stream, const char *key, const Text *values, size_t count)
{
    Text line = words_fill(words, key, values, count);

    fprintf(stream, "%" TEXT_FMT "\n", TEXT_ARG(line));
}

Text
words_at(const Words *words, const char *list, size_t index)
{
    Json json = json_member(words->root, list);

    return index < json_count(json) ? text_at(words, json_at(json, index), TEXT_NONE) : TEXT_NONE;
}
