#include "replay/manifest.h"

#include <string.h>

#include "base/json.h"

static const char *const parts[KEPT_PARTS] = {[KEPT_OUTBOX] = "outbox", [KEPT_SCHEMAS] = "schemas"};

static void
add_files(Buf *json, const char *part, const KeptFiles *files)
{
    buf_printf(json, "  \"%s\": {", part);
    for (size_t i = 0; i < files->count; i++) {
        buf_text(json, i == 0 ? TEXT("\n    ") : TEXT(",\n    "));
        json_quote(json, files->files[i].path);
        buf_printf(json, ": \"%s\"", files->files[i].sha256);
    }
    buf_text(json, TEXT("\n  }"));
}

void
manifest_render(Buf *json, const Kept *kept)
{
    buf_text(json, TEXT("{\n"));
    json_write_member(json, "cycle", kept->cycle);
    json_write_member(json, "as_of", kept->as_of);
    json_write_member(json, "release", kept->release);
    json_write_member(json, "packages", kept->packages);
    json_write_member(json, "sql_sha256", kept->sql_sha256);
    add_files(json, parts[KEPT_OUTBOX], &kept->parts[KEPT_OUTBOX]);
    buf_text(json, TEXT(",\n"));
    add_files(json, parts[KEPT_SCHEMAS], &kept->parts[KEPT_SCHEMAS]);
    buf_text(json, TEXT("\n}\n"));
}

/* "units/福州市/退回.csv", and nothing that begins at the root or goes up. */
static bool
stays_below(Text path)
{
    return path.len > 0 && path.ptr[0] != '/' && !text_starts_with(path, TEXT("../")) &&
           text_find(path, TEXT("/../"), 0) == SIZE_MAX && !text_ends_with(path, TEXT("/..")) &&
           !text_equal(path, TEXT(".."));
}

static bool
is_digest(Text written)
{
    return written.len == HASH_HEX && strspn(written.ptr, "0123456789abcdef") == HASH_HEX;
}

static bool
read_files(Json json, Arena *arena, KeptFiles *files, Err *err)
{
    files->count = json_count(json);
    files->files = arena_array(arena, files->count, sizeof *files->files);
    for (size_t i = 0; i < files->count; i++) {
        Text digest = arena_text(arena, json_string(json_value(json, i), err));
        files->files[i].path = arena_text(arena, json_key(json, i));
        if (!stays_below(files->files[i].path) || !is_digest(digest))
            return err_set(err, ERR_DATA, "no file of a manifest: \"%" TEXT_FMT "\"", TEXT_ARG(files->files[i].path));
        memcpy(files->files[i].sha256, digest.ptr, HASH_HEX + 1);
    }
    return err->code == ERR_NONE;
}

static Text
read_text(Json root, const char *key, Arena *arena, Err *err)
{
    return arena_text(arena, json_string(json_member(root, key), err));
}

bool
manifest_parse(Text bytes, Arena *arena, Kept *kept, Err *err)
{
    JsonDoc *doc = json_read_text(bytes, "the night's manifest", err);
    if (doc == NULL)
        return false;
    Json root = json_root(doc);
    *kept = (Kept){.cycle = read_text(root, "cycle", arena, err),
                   .as_of = read_text(root, "as_of", arena, err),
                   .release = read_text(root, "release", arena, err),
                   .packages = read_text(root, "packages", arena, err),
                   .sql_sha256 = read_text(root, "sql_sha256", arena, err)};
    bool ok = err->code == ERR_NONE;
    for (int part = 0; ok && part < KEPT_PARTS; part++)
        ok = read_files(json_member(root, parts[part]), arena, &kept->parts[part], err);
    json_close(doc);
    return ok;
}

bool
manifest_clock(const char *outbox, Text cycle, Arena *arena, Kept *kept, Err *err)
{
    JsonDoc *doc = json_read_file(arena_printf(arena, "%s/run.json", outbox).ptr, err);
    if (doc == NULL)
        return false;
    Json root = json_root(doc);
    kept->cycle = read_text(root, "cycle", arena, err);
    kept->as_of = read_text(root, "as_of", arena, err);
    json_close(doc);
    return err->code == ERR_NONE &&
           (text_equal(kept->cycle, cycle) ||
            err_set(err, ERR_DATA, "\"%s\" is the outbox of cycle \"%" TEXT_FMT "\"", outbox, TEXT_ARG(kept->cycle)));
}
