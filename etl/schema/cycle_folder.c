#include "schema/cycle_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"

static int
is_json(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && text_ends_with(text_of(entry->d_name), TEXT(".json"));
}

static int
is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int
compare_names(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

/* The names in a folder that `wanted` takes, in byte order, NULL-terminated. */
static const char **
read_names(const char *folder, int (*wanted)(const struct dirent *), Arena *arena, Err *err)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, wanted, compare_names);

    if (count < 0) {
        err_set(err, ERR_CONFIG, "could not read folder \"%s\": %m", folder);
        return NULL;
    }
    const char **names = arena_array(arena, (size_t)count + 1, sizeof(*names));
    for (int i = 0; i < count; i++) {
        names[i] = arena_string(arena, text_of(entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
    return names;
}

const char **
cycle_folder_files(const char *folder, Arena *arena, Err *err)
{
    return read_names(folder, is_json, arena, err);
}

bool
cycle_folder_digest(const char *folder, char out[HASH_HEX + 1], Arena *arena, Err *err)
{
    const char **names = cycle_folder_files(folder, arena, err);

    if (names == NULL)
        return false;
    Hash *hash = hash_new();
    bool ok = true;
    for (; ok && *names != NULL; names++) {
        char digest[HASH_HEX + 1];
        ok = hash_file(arena_printf(arena, "%s/%s", folder, *names).ptr, digest, err);
        hash_add(hash, *names, strlen(*names) + 1);
        hash_add(hash, digest, ok ? HASH_HEX : 0);
    }
    hash_end(hash, out);
    return ok;
}

static bool
has_cycle(const char *path, bool *answer, Err *err)
{
    JsonDoc *doc = json_read_file(path, err);

    if (doc == NULL)
        return false;
    *answer = json_has(json_member(json_root(doc), "x:cycle"));
    json_close(doc);
    return true;
}

const char **
cycle_folder_list(const char *schemas_dir, Arena *arena, Err *err)
{
    const char **names = read_names(schemas_dir, is_visible, arena, err);
    size_t kept = 0;

    if (names == NULL)
        return NULL;
    for (size_t i = 0; names[i] != NULL; i++) {
        const char *path = arena_printf(arena, "%s/%s/datapackage.json", schemas_dir, names[i]).ptr;
        bool is_cycle = false;
        if (access(path, F_OK) == 0 && !has_cycle(path, &is_cycle, err))
            return NULL;
        if (is_cycle)
            names[kept++] = names[i];
    }
    names[kept] = NULL;
    return names;
}
