#include "progress/wording.h"

#include "base/json.h"
#include "text/gap.h"

struct Wording {
    size_t count;
    Text *keys;
    Text *texts;
};

Wording *
wording_read(const char *path, Arena *arena, Err *err)
{
    JsonDoc *doc = json_read_file(path, err);
    if (doc == NULL)
        return NULL;
    Json root = json_root(doc);
    Wording *wording = arena_alloc(arena, sizeof *wording);
    wording->count = json_count(root);
    wording->keys = arena_array(arena, wording->count, sizeof(Text));
    wording->texts = arena_array(arena, wording->count, sizeof(Text));
    for (size_t i = 0; i < wording->count; i++) {
        wording->keys[i] = arena_text(arena, json_key(root, i));
        wording->texts[i] = arena_text(arena, json_string(json_value(root, i), err));
    }
    json_close(doc);
    return err->code == ERR_NONE ? wording : NULL;
}

Text
wording_get(const Wording *wording, const char *key)
{
    for (size_t i = 0; i < wording->count; i++)
        if (text_equal(wording->keys[i], text_of(key)))
            return wording->texts[i];
    return text_of(key);
}

Text
wording_fill(const Wording *wording, const char *key, const Text *values, size_t count, Arena *arena)
{
    return gap_fill(wording_get(wording, key), values, count, arena);
}
