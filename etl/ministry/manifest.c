#include "ministry/manifest.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

enum { MANIFEST_MAX = 16 << 20 };

/* An empty one is null. */
static void
add_member(Buf *json, const char *key, Text value)
{
    if (value.len > 0)
        json_write_member(json, key, value);
    else
        buf_printf(json, "  \"%s\": null,\n", key);
}

static void
add_flag(Buf *json, const char *key, bool flag)
{
    buf_printf(json, "  \"%s\": %s,\n", key, flag ? "true" : "false");
}

static void
add_signing(Buf *json, const Signing *signing)
{
    if (signing->version > 0)
        buf_printf(json, "  \"version\": %" PRIu64 ",\n", (uint64_t)signing->version);
    else
        add_member(json, "version", TEXT_NONE);
    add_member(json, "doc_no", signing->doc_no);
    add_member(json, "signed_by", signing->signed_by);
    add_member(json, "reason", signing->reason);
}

/* The nominations whose column says so. */
static size_t
count_of(const Content *content, const char *column, Text said)
{
    size_t count = 0;
    for (size_t i = 0; i < content->row_count; i++)
        count += text_equal(state_cell(content->state, STATE_NOMINATIONS, content->rows[i], column), said);
    return count;
}

static void
add_counts(Buf *json, const Content *content, const Parcel *parcel)
{
    size_t exempt = count_of(content, "decision", TEXT("exempt"));
    size_t counted = count_of(content, "counts_against_quota", TEXT("true"));
    buf_printf(json,
               "  \"counts\": {\"nominations\": %zu, \"counted\": %zu, \"exempt\": %zu, \"waived\": %zu, "
               "\"indicators\": %zu, \"characters\": %zu},\n",
               content->row_count, counted, exempt, content->row_count - counted - exempt,
               content->indicators.row_count, parcel->rare->count);
}

static void
add_head(Buf *json, const Grid *head)
{
    buf_text(json, TEXT("  \"head\": {"));
    for (size_t i = 0; i < head->row_count; i++) {
        buf_text(json, i == 0 ? TEXT("") : TEXT(", "));
        json_quote(json, grid_cell(head, i, 0));
        buf_text(json, TEXT(": "));
        json_quote(json, grid_cell(head, i, 1));
    }
    buf_text(json, TEXT("},\n"));
}

static void
add_matter(Buf *json, const OpenMatter *matter)
{
    buf_text(json, TEXT("    {\"code\": "));
    json_quote(json, matter->code);
    buf_text(json, TEXT(", \"title\": "));
    json_quote(json, matter->title);
    buf_text(json, TEXT(", \"text\": "));
    json_quote(json, matter->text);
    buf_text(json, TEXT(", \"todo\": "));
    json_quote(json, matter->todo);
    buf_text(json, TEXT("}"));
}

static void
add_open(Buf *json, const OpenMatters *open)
{
    buf_text(json, TEXT("  \"open\": ["));
    for (size_t i = 0; i < open->count; i++) {
        buf_text(json, i == 0 ? TEXT("\n") : TEXT(",\n"));
        add_matter(json, &open->matters[i]);
    }
    buf_text(json, open->count == 0 ? TEXT("],\n") : TEXT("\n  ],\n"));
}

static void
add_file(Buf *json, const ParcelFile *file)
{
    buf_text(json, TEXT("    {\"name\": "));
    json_quote(json, file->name);
    buf_text(json, TEXT(", \"kind\": "));
    json_quote(json, file->kind);
    if (file->twin_of.len > 0) {
        buf_text(json, TEXT(", \"twin_of\": "));
        json_quote(json, file->twin_of);
    }
    if (file->people)
        buf_text(json, TEXT(", \"people\": true"));
    if (file->has_rows)
        buf_printf(json, ", \"rows\": %" PRIu64, file->rows);
    buf_printf(json, ", \"bytes\": %" PRIu64 ", \"sha256\": \"%s\"}", file->bytes, file->sha256);
}

static void
add_files(Buf *json, const Parcel *parcel)
{
    buf_text(json, TEXT("  \"files\": ["));
    for (size_t i = 0; i < parcel->count; i++) {
        buf_text(json, i == 0 ? TEXT("\n") : TEXT(",\n"));
        add_file(json, &parcel->files[i]);
    }
    buf_text(json, TEXT("\n  ]\n"));
}

static void
render(Buf *json, const Content *content, const OpenMatters *open, const Signing *signing, const Parcel *parcel)
{
    const Cycle *cycle = content->state->cycle;
    buf_text(json, TEXT("{\n"));
    add_member(json, "cycle", cycle->name);
    add_member(json, "title", cycle->title);
    add_member(json, "office", cycle->office);
    add_member(json, "onward_office", cycle->onward_office);
    add_member(json, "as_of", content->state->as_of);
    add_member(json, "state", open->count > 0 ? TEXT("draft") : TEXT("final"));
    add_signing(json, signing);
    add_flag(json, "lists", content->lists);
    add_flag(json, "personal", content->personal);
    add_member(json, "state_sha256", text_of(content->sha256));
    add_counts(json, content, parcel);
    add_head(json, &content->head);
    add_open(json, open);
    add_files(json, parcel);
    buf_text(json, TEXT("}\n"));
}

static const char *
inside(const char *folder, const char *name, Arena *arena)
{
    return arena_printf(arena, "%s/%s", folder, name).ptr;
}

bool
manifest_write(const Content *content, const OpenMatters *open, const Signing *signing, const Parcel *parcel, Err *err)
{
    Buf json = buf_new(MANIFEST_MAX);
    char sha256[HASH_HEX + 1];
    render(&json, content, open, signing, parcel);
    bool ok = buf_whole(&json) || err_set(err, ERR_DATA, "the manifest exceeds %d bytes", MANIFEST_MAX);
    hash_of(buf_view(&json), sha256);
    Text seal = arena_printf(parcel->arena, "%s  %s\n", sha256, MANIFEST_NAME);
    ok = ok && file_write(inside(parcel->folder, MANIFEST_NAME, parcel->arena), buf_view(&json), 0640, err) &&
         file_write(inside(parcel->folder, MANIFEST_SEAL, parcel->arena), seal, 0640, err);
    buf_free(&json);
    return ok;
}

/* An empty member is null. */
static Text
read_text(Json root, const char *key, Arena *arena, Err *err)
{
    Json member = json_member(root, key);
    return json_type(member) == JSON_NULL ? TEXT_NONE : arena_text(arena, json_string(member, err));
}

static void
read_signing(Json root, Arena *arena, Signing *out, Err *err)
{
    Json version = json_member(root, "version");
    int64_t number = json_type(version) == JSON_NULL ? 0 : json_integer(version, err);
    if (number < 0)
        json_refuse(version, "no version", err);
    *out = (Signing){(uint64_t)number, read_text(root, "doc_no", arena, err), read_text(root, "signed_by", arena, err),
                     read_text(root, "reason", arena, err)};
}

static void
read_head(Json head, Arena *arena, Grid *out, Err *err)
{
    static const Text labels[2];
    *out = grid_new(labels, 2, json_count(head), arena);
    for (size_t i = 0; i < json_count(head); i++) {
        Text *row = grid_add(out);
        row[0] = arena_text(arena, json_key(head, i));
        row[1] = arena_text(arena, json_string(json_value(head, i), err));
    }
}

/* A name leads nowhere but into the folder. */
static bool
is_plain_name(Text name)
{
    return name.len > 0 && text_find(name, TEXT("/"), 0) == SIZE_MAX && memchr(name.ptr, '\0', name.len) == NULL &&
           !text_equal(name, TEXT(".")) && !text_equal(name, TEXT(".."));
}

static void
read_file(Json json, Arena *arena, ParcelFile *out, Err *err)
{
    Text sha256 = read_text(json, "sha256", arena, err);
    int64_t bytes = json_integer(json_member(json, "bytes"), err);
    *out = (ParcelFile){.name = read_text(json, "name", arena, err), .kind = read_text(json, "kind", arena, err)};
    if (json_has(json_member(json, "twin_of")))
        out->twin_of = read_text(json, "twin_of", arena, err);
    if (json_has(json_member(json, "people")))
        out->people = json_bool(json_member(json, "people"), err);
    if (err->code == ERR_NONE && (sha256.len != HASH_HEX || bytes < 0 || !is_plain_name(out->name) ||
                                  (out->twin_of.len > 0 && !is_plain_name(out->twin_of))))
        json_refuse(json, "no file of a package", err);
    out->bytes = (uint64_t)bytes;
    if (err->code == ERR_NONE)
        snprintf(out->sha256, sizeof out->sha256, "%" TEXT_FMT, TEXT_ARG(sha256));
}

static bool
read_manifest(Json root, Arena *arena, Manifest *out, Err *err)
{
    Json files = json_member(root, "files");
    out->cycle = read_text(root, "cycle", arena, err);
    out->as_of = read_text(root, "as_of", arena, err);
    out->state = read_text(root, "state", arena, err);
    out->state_sha256 = read_text(root, "state_sha256", arena, err);
    out->lists = json_bool(json_member(root, "lists"), err);
    out->personal = json_bool(json_member(root, "personal"), err);
    read_signing(root, arena, &out->signing, err);
    read_head(json_member(root, "head"), arena, &out->head, err);
    out->file_count = json_count(files);
    if (out->file_count > PARCEL_FILE_MAX)
        return json_refuse(files, "too many files", err);
    out->files = arena_array(arena, out->file_count, sizeof *out->files);
    for (size_t i = 0; err->code == ERR_NONE && i < out->file_count; i++)
        read_file(json_at(files, i), arena, &out->files[i], err);
    return err->code == ERR_NONE;
}

bool
manifest_read_file(const char *path, Arena *arena, Manifest *out, Err *err)
{
    Text bytes;
    *out = (Manifest){.file_count = 0};
    if (!file_read(path, MANIFEST_MAX, arena, &bytes, err))
        return false;
    hash_of(bytes, out->sha256);
    JsonDoc *doc = json_read_text(bytes, path, err);
    bool ok = doc != NULL && read_manifest(json_root(doc), arena, out, err);
    json_close(doc);
    if (!ok)
        err->code = ERR_DATA;
    return ok;
}

bool
manifest_read(const char *folder, Arena *arena, Manifest *out, Err *err)
{
    const char *path = inside(folder, MANIFEST_NAME, arena);
    struct stat status;
    *out = (Manifest){.file_count = 0};
    if (access(folder, F_OK) != 0)
        return err_set(err, ERR_NO_INPUT, "no such package: \"%s\": %m", folder);
    if (lstat(path, &status) != 0)
        return err_set(err, ERR_DATA, "no %s in \"%s\": %m", MANIFEST_NAME, folder);
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_DATA, "not a plain file: \"%s\"", path);
    return manifest_read_file(path, arena, out, err);
}

const ParcelFile *
manifest_file(const Manifest *manifest, Text kind)
{
    for (size_t i = 0; i < manifest->file_count; i++)
        if (text_equal(manifest->files[i].kind, kind) && manifest->files[i].twin_of.len == 0)
            return &manifest->files[i];
    return NULL;
}
