#include "replay/kept.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/archived.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/json.h"
#include "base/prog.h"
#include "base/tree.h"
#include "intake/archive.h"
#include "replay/manifest.h"
#include "results/package.h"

enum { FILES_MAX = 100000 };

Text
kept_packages(void)
{
    return TEXT(HUIZONG_PACKAGES);
}

static bool
add_file(const char *path, Text name, Arena *arena, KeptFiles *files, Err *err)
{
    if (files->count == FILES_MAX)
        return err_set(err, ERR_DATA, "more than %d files below \"%s\"", FILES_MAX, path);
    /* room doubles at each power of two */
    if ((files->count & (files->count - 1)) == 0) {
        KeptFile *larger = arena_array(arena, files->count == 0 ? 1 : files->count * 2, sizeof *larger);
        if (files->count > 0)
            memcpy(larger, files->files, files->count * sizeof *larger);
        files->files = larger;
    }
    KeptFile *file = &files->files[files->count++];
    *file = (KeptFile){.path = arena_text(arena, name)};
    return true;
}

typedef enum ListMode { LIST_FLAT, LIST_DEEP, LIST_ALL } ListMode;

/* Files below `folder`; `below` is where that lies in the part ("units/福州市/"). LIST_ALL has what is no file as well. */
static bool
list_folder(const char *folder, Text below, ListMode mode, Arena *arena, KeptFiles *files, Err *err)
{
    const char **names;
    size_t count;
    struct stat status;
    bool ok = tree_names(folder, arena, &names, &count, err);
    for (size_t i = 0; ok && i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", folder, names[i]).ptr;
        Text name = arena_printf(arena, "%" TEXT_FMT "%s", TEXT_ARG(below), names[i]);
        if (lstat(path, &status) != 0)
            return err_set(err, ERR_IO, "could not look at \"%s\": %m", path);
        if (S_ISREG(status.st_mode))
            ok = add_file(path, name, arena, files, err) && hash_file(path, files->files[files->count - 1].sha256, err);
        else if (mode != LIST_FLAT && S_ISDIR(status.st_mode))
            ok = list_folder(path, arena_join(arena, name, TEXT("/"), TEXT("")), mode, arena, files, err);
        else if (mode == LIST_ALL)
            ok = add_file(path, name, arena, files, err);
    }
    return ok;
}

bool
kept_list(const char *folder, Arena *arena, KeptFiles *files, Err *err)
{
    *files = (KeptFiles){.count = 0};
    return list_folder(folder, TEXT(""), LIST_DEEP, arena, files, err);
}

bool
kept_look(const char *folder, Arena *arena, KeptFiles *files, Err *err)
{
    *files = (KeptFiles){.count = 0};
    return list_folder(folder, TEXT(""), LIST_ALL, arena, files, err);
}

/* A folder's files stand where its name does. */
int
kept_order(Text one, Text other)
{
    size_t at = 0;
    while (at < one.len && at < other.len && one.ptr[at] == other.ptr[at])
        at++;
    bool ends = at < one.len && at < other.len && (one.ptr[at] == '/' || other.ptr[at] == '/');
    return ends ? (one.ptr[at] == '/' ? -1 : 1) : text_compare(one, other);
}

bool
kept_list_schemas(const char *schemas, const char *cycle, Arena *arena, KeptFiles *files, Err *err)
{
    const char *const folders[] = {cycle, "registers"};
    *files = (KeptFiles){.count = 0};
    bool ok = list_folder(schemas, TEXT(""), LIST_FLAT, arena, files, err);
    for (size_t i = 0; ok && i < sizeof folders / sizeof *folders; i++)
        ok = list_folder(arena_printf(arena, "%s/%s", schemas, folders[i]).ptr, arena_printf(arena, "%s/", folders[i]),
                         LIST_DEEP, arena, files, err);
    return ok;
}

/* What most nights share is there already. */
static bool
file_kept(Archive *archive, const char *path, const char *expected, Arena *arena, Err *err)
{
    ArchivedState state;
    return archived_state(archive->path, text_of(expected), arena, &state, err) &&
           (state == ARCHIVED_WHOLE || archive_file(archive, path, expected, err));
}

static bool
archive_part(Archive *archive, const char *folder, const KeptFiles *files, Arena *arena, Err *err)
{
    for (size_t i = 0; i < files->count; i++) {
        const char *path = arena_printf(arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(files->files[i].path)).ptr;
        if (!file_kept(archive, path, files->files[i].sha256, arena, err))
            return false;
    }
    return true;
}

/* The manifest takes the archive's way of all files: copied, hashed, filed. */
static bool
archive_manifest(Archive *archive, const Kept *kept, char sha256[HASH_HEX + 1], Err *err)
{
    int64_t size;
    ArchiveFiled filed;
    int fd = file_temporary(err);
    if (fd < 0)
        return false;
    Buf json = buf_new(MANIFEST_MAX);
    manifest_render(&json, kept);
    bool ok = buf_whole(&json) || err_set(err, ERR_DATA, "a manifest of more than %d bytes", MANIFEST_MAX);
    if (ok && !(file_write_all(fd, json.ptr, json.len) && lseek(fd, 0, SEEK_SET) == 0))
        ok = err_set(err, ERR_IO, "could not write the manifest: %m");
    ok = ok && archive_copy(archive, fd, sha256, &size, err) == ARCHIVE_COPIED &&
         archive_keep(archive, sha256, &filed, err);
    buf_free(&json);
    close(fd);
    return ok;
}

static bool
book(Db *db, const Kept *kept, const char *sha256, Text *booked, Err *err)
{
    const Text values[] = {kept->cycle, kept->as_of, text_of(sha256), kept->release, kept->packages};
    DbResult *entry = db_query(db, "replay/keep", values, 5, err);
    *booked = entry != NULL && db_rows(entry) == 1 ? kept->as_of : TEXT_NONE;
    db_result_free(entry);
    return entry != NULL;
}

bool
kept_night(Db *db, const char *archive_dir, const char *schemas, const char *outbox, const char *cycle, Arena *arena,
           Text *booked, Err *err)
{
    Archive archive;
    char sha256[HASH_HEX + 1];
    Kept kept = {.release = TEXT(HUIZONG_VERSION), .packages = kept_packages(), .sql_sha256 = package_sql(arena)};
    if (!manifest_clock(outbox, text_of(cycle), arena, &kept, err) ||
        !kept_list(outbox, arena, &kept.parts[KEPT_OUTBOX], err) ||
        !kept_list_schemas(schemas, cycle, arena, &kept.parts[KEPT_SCHEMAS], err))
        return false;
    bool ok = archive_open(archive_dir, kept.cycle, arena, &archive, err) &&
              archive_part(&archive, outbox, &kept.parts[KEPT_OUTBOX], arena, err) &&
              archive_part(&archive, schemas, &kept.parts[KEPT_SCHEMAS], arena, err) &&
              archive_manifest(&archive, &kept, sha256, err) && book(db, &kept, sha256, booked, err);
    archive_close(&archive);
    return ok;
}

/* The archived bytes of that digest; ERR_DATA where they are gone or others. `what` is named. */
static bool
read_archived(const char *archive, const char *sha256, size_t ceiling, Text what, Arena *arena, Text *bytes, Err *err)
{
    char digest[HASH_HEX + 1];
    Err gone = {0};
    if (!file_read(archived_path(archive, text_of(sha256), arena), ceiling, arena, bytes, &gone))
        return err_set(err, ERR_DATA, "gone from the archive: \"%" TEXT_FMT "\": %s", TEXT_ARG(what), gone.message);
    hash_of(*bytes, digest);
    return strcmp(digest, sha256) == 0 ||
           err_set(err, ERR_DATA, "altered in the archive: \"%" TEXT_FMT "\" is no longer %s", TEXT_ARG(what), sha256);
}

bool
kept_read(const char *archive, const char *sha256, Arena *arena, Kept *kept, Err *err)
{
    Text bytes;
    return read_archived(archive, sha256, MANIFEST_MAX, TEXT("the night's manifest"), arena, &bytes, err) &&
           manifest_parse(bytes, arena, kept, err);
}

static bool
restore_file(const KeptFile *file, const char *archive, const char *folder, Arena *arena, Err *err)
{
    Text bytes;
    const char *path = arena_printf(arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(file->path)).ptr;
    char *parent = arena_string(arena, text_of(path));
    *strrchr(parent, '/') = '\0';
    Arena *content = arena_new();
    bool ok = read_archived(archive, file->sha256, (size_t)1 << 31, file->path, content, &bytes, err) &&
              tree_make(parent, 0750, err) && file_write(path, bytes, 0640, err);
    arena_free(content);
    return ok;
}

bool
kept_restore(const Kept *kept, KeptPart part, const char *archive, const char *folder, Arena *arena, Err *err)
{
    const KeptFiles *files = &kept->parts[part];
    bool ok = tree_make(folder, 0750, err);
    for (size_t i = 0; ok && i < files->count; i++)
        ok = restore_file(&files->files[i], archive, folder, arena, err);
    return ok;
}
