#include "trace/package.h"

#include <string.h>

#include "base/hash.h"
#include "base/json.h"

static const char *
manifest_path(const Target *target, Arena *arena)
{
    return arena_printf(arena, "%s/manifest.json", target->root).ptr;
}

/* By the digest: what an altered manifest says counts for nothing. */
Text
package_clock(Db *db, Text cycle, const Target *target, Arena *arena, Err *err)
{
    char digest[HASH_HEX + 1];
    const char *manifest = manifest_path(target, arena);
    if (!hash_file(manifest, digest, err))
        return TEXT_NONE;
    const Text parameters[] = {cycle, text_of(digest)};
    DbResult *booked = db_query(db, "trace/package", parameters, 2, err);
    if (booked == NULL)
        return TEXT_NONE;
    Text clock = db_rows(booked) == 1 ? arena_text(arena, db_named(booked, 0, "as_of")) : TEXT_NONE;
    db_result_free(booked);
    if (clock.len == 0)
        err_set(err, ERR_DATA, "not as a final package of cycle \"%" TEXT_FMT "\" was booked: \"%s\"", TEXT_ARG(cycle),
                manifest);
    return clock;
}

bool
package_is_kept(const Target *target, Arena *arena, bool *known, bool *same, Err *err)
{
    char digest[HASH_HEX + 1];
    Text name = text_of(strrchr(target->name, '/') + 1);
    JsonDoc *doc = json_read_file(manifest_path(target, arena), err);
    *known = *same = false;
    if (doc == NULL)
        return false;
    Json files = json_member(json_root(doc), "files");
    bool ok = hash_file(target->path, digest, err);
    for (size_t i = 0; ok && i < json_count(files) && !*known; i++) {
        Json file = json_at(files, i);
        *known = text_equal(json_string(json_member(file, "name"), err), name);
        *same = *known && text_equal(json_string(json_member(file, "sha256"), err), text_of(digest));
    }
    json_close(doc);
    return ok && err->code == ERR_NONE;
}
