#include "ministry/verify.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/tree.h"
#include "parcel/gone.h"
#include "parcel/twin.h"

enum { SEAL_MAX = 1024, RIGHTS = 07777, WRITABLE = 0222 };

typedef struct Verification {
    const char *folder;
    const Manifest *manifest;
    Verdict *verdict;
    Arena *arena;
} Verification;

static void
deviate(const Verification *of, Deviation deviation)
{
    Verdict *verdict = of->verdict;
    verdict->sound = verdict->sound && !deviation.fatal;
    if (verdict->count < VERIFY_MAX)
        verdict->deviations[verdict->count++] = deviation;
}

static void
deviate_fatally(const Verification *of, const char *code, Text name, Text expected, Text found)
{
    deviate(of, (Deviation){text_of(code), arena_text(of->arena, name), expected, found, true});
}

static const char *
path_of(const Verification *of, Text name)
{
    return arena_printf(of->arena, "%s/%" TEXT_FMT, of->folder, TEXT_ARG(name)).ptr;
}

static Text
octal(const Verification *of, mode_t mode)
{
    return arena_printf(of->arena, "%04o", (unsigned)(mode & RIGHTS));
}

/* A draft is only looked at; a final package was made read-only. */
static void
check_rights(const Verification *of, Text name, mode_t mode)
{
    if (of->manifest->signing.version > 0 && (mode & WRITABLE) != 0)
        deviate(of, (Deviation){TEXT("package_rights_differ"), name, octal(of, mode & ~(mode_t)WRITABLE),
                                octal(of, mode), false});
}

static Text
count_text(const Verification *of, uint64_t count)
{
    return arena_printf(of->arena, "%" PRIu64, count);
}

/* *there: as a plain file with the manifest's bytes. */
static bool
check_file(const Verification *of, const ParcelFile *file, bool *there, Err *err)
{
    struct stat status;
    char sha256[HASH_HEX + 1];
    *there = false;
    if (lstat(path_of(of, file->name), &status) != 0 || !S_ISREG(status.st_mode)) {
        if (gone_told(of->folder, file->name, file->sha256, of->arena))
            deviate(of, (Deviation){TEXT("package_file_disposed"), file->name, TEXT_NONE, TEXT_NONE, false});
        else
            deviate_fatally(of, "package_file_missing", file->name, TEXT_NONE, TEXT_NONE);
        return true;
    }
    check_rights(of, file->name, status.st_mode);
    if ((uint64_t)status.st_size != file->bytes) {
        deviate_fatally(of, "package_size_differs", file->name, count_text(of, file->bytes),
                        count_text(of, (uint64_t)status.st_size));
        return true;
    }
    if (!hash_file(path_of(of, file->name), sha256, err))
        return false;
    *there = strcmp(sha256, file->sha256) == 0;
    if (!*there)
        deviate_fatally(of, "package_digest_differs", file->name, text_of(file->sha256),
                        arena_text(of->arena, text_of(sha256)));
    return true;
}

/* Whatever their digests say: a manifest may have been written anew. */
static bool
check_twin(const Verification *of, const ParcelFile *twin, Err *err)
{
    struct stat status;
    const char *original = path_of(of, twin->twin_of);
    bool same;
    if (lstat(original, &status) != 0 || lstat(path_of(of, twin->name), &status) != 0)
        return true;
    if (!twin_compare(original, path_of(of, twin->name), &same, err))
        return false;
    if (!same)
        deviate_fatally(of, "package_twin_differs", twin->name, twin->twin_of, TEXT_NONE);
    return true;
}

static bool
check_files(const Verification *of, Err *err)
{
    bool there;
    for (size_t i = 0; i < of->manifest->file_count; i++) {
        const ParcelFile *file = &of->manifest->files[i];
        if (!check_file(of, file, &there, err))
            return false;
        if (file->twin_of.len > 0 && !check_twin(of, file, err))
            return false;
    }
    return true;
}

static bool
is_listed(const Manifest *manifest, Text name)
{
    for (size_t i = 0; i < manifest->file_count; i++)
        if (text_equal(manifest->files[i].name, name))
            return true;
    return text_equal(name, TEXT(MANIFEST_NAME)) || text_equal(name, TEXT(MANIFEST_SEAL)) ||
           text_equal(name, TEXT(GONE_NOTE));
}

static bool
check_entries(const Verification *of, Err *err)
{
    const char **names;
    size_t count;
    if (!tree_names(of->folder, of->arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_listed(of->manifest, text_of(names[i])))
            deviate_fatally(of, "package_file_extra", text_of(names[i]), TEXT_NONE, TEXT_NONE);
    return true;
}

static bool
check_seal(const Verification *of, Err *err)
{
    Text seal;
    Text name = TEXT(MANIFEST_NAME);
    Err unread = {0};
    if (!file_read(path_of(of, TEXT(MANIFEST_SEAL)), SEAL_MAX, of->arena, &seal, &unread)) {
        deviate_fatally(of, "package_file_missing", TEXT(MANIFEST_SEAL), TEXT_NONE, TEXT_NONE);
        return true;
    }
    struct stat status;
    if (lstat(path_of(of, name), &status) != 0)
        return err_set(err, ERR_IO, "could not look at \"%s\": %m", path_of(of, name));
    check_rights(of, name, status.st_mode);
    Text wanted = arena_printf(of->arena, "%s  %s\n", of->manifest->sha256, MANIFEST_NAME);
    if (!text_equal(seal, wanted))
        deviate_fatally(of, "package_seal_differs", name, text_sub(seal, 0, HASH_HEX), text_of(of->manifest->sha256));
    return true;
}

static bool
check_folder(const Verification *of, Err *err)
{
    struct stat status;
    if (stat(of->folder, &status) != 0)
        return err_set(err, ERR_NO_INPUT, "could not look at \"%s\": %m", of->folder);
    check_rights(of, TEXT("."), status.st_mode);
    return true;
}

bool
verify_package(const char *folder, Arena *arena, Manifest *manifest, Verdict *verdict, Err *err)
{
    const Verification of = {folder, manifest, verdict, arena};
    *verdict = (Verdict){.deviations = arena_array(arena, VERIFY_MAX, sizeof(Deviation)), .sound = true};
    return manifest_read(folder, arena, manifest, err) && check_folder(&of, err) && check_seal(&of, err) &&
           check_files(&of, err) && check_entries(&of, err);
}
