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
    Grid record; /* of the disposal; without rows where it names no file of this package */
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

/* The names of a damaged package may lead to links, folders and pipes: none of them is opened. */
static bool
is_plain(const Verification *of, Text name)
{
    struct stat status;
    return lstat(path_of(of, name), &status) == 0 && S_ISREG(status.st_mode);
}

/* Only lists of people ever go: a record that names the official table is none. */
static bool
is_disposed(const Verification *of, const ParcelFile *file)
{
    const Manifest *manifest = of->manifest;
    Text path = arena_printf(of->arena, "ministry/%" TEXT_FMT "-v%" PRIu64 "/%" TEXT_FMT, TEXT_ARG(manifest->cycle),
                             manifest->signing.version, TEXT_ARG(file->name));
    return manifest->personal && text_equal(file->kind, TEXT("list")) && gone_names(&of->record, path, file->sha256);
}

/* The manifest was sealed before the record was written, so that nothing here can prove it. */
static bool
check_record(Verification *of, Err *err)
{
    char sha256[HASH_HEX + 1];
    bool holds = false;
    bool there = gone_read(of->folder, of->arena, &of->record);
    for (size_t i = 0; there && i < of->manifest->file_count; i++)
        holds = holds || is_disposed(of, &of->manifest->files[i]);
    if (!holds) {
        of->record = (Grid){.row_count = 0};
        return true;
    }
    if (!hash_file(path_of(of, TEXT(GONE_NOTE)), sha256, err))
        return false;
    deviate(of, (Deviation){TEXT("package_record_unproven"), TEXT(GONE_NOTE), TEXT_NONE,
                            arena_text(of->arena, text_of(sha256)), false});
    return true;
}

/* Nothing of that name, or nothing that could be read. */
static void
deviate_absent(const Verification *of, const ParcelFile *file)
{
    struct stat status;
    if (lstat(path_of(of, file->name), &status) == 0) {
        deviate_fatally(of, "package_file_not_plain", file->name, TEXT_NONE, TEXT_NONE);
    } else if (is_disposed(of, file)) {
        of->verdict->disposed++;
        deviate(of, (Deviation){TEXT("package_file_disposed"), file->name, TEXT_NONE, TEXT_NONE, false});
    } else {
        deviate_fatally(of, "package_file_missing", file->name, TEXT_NONE, TEXT_NONE);
    }
}

/* Its rights, size and bytes. */
static bool
check_file(const Verification *of, const ParcelFile *file, Err *err)
{
    struct stat status;
    char sha256[HASH_HEX + 1];
    if (lstat(path_of(of, file->name), &status) != 0 || !S_ISREG(status.st_mode)) {
        deviate_absent(of, file);
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
    if (strcmp(sha256, file->sha256) != 0)
        deviate_fatally(of, "package_digest_differs", file->name, text_of(file->sha256),
                        arena_text(of->arena, text_of(sha256)));
    return true;
}

/* Whatever their digests say: a manifest may have been written anew. */
static bool
check_twin(const Verification *of, const ParcelFile *twin, Err *err)
{
    bool same;
    if (!is_plain(of, twin->twin_of) || !is_plain(of, twin->name))
        return true;
    if (!twin_compare(path_of(of, twin->twin_of), path_of(of, twin->name), &same, err))
        return false;
    if (!same)
        deviate_fatally(of, "package_twin_differs", twin->name, twin->twin_of, TEXT_NONE);
    return true;
}

static bool
check_files(const Verification *of, Err *err)
{
    for (size_t i = 0; i < of->manifest->file_count; i++) {
        const ParcelFile *file = &of->manifest->files[i];
        if (!check_file(of, file, err))
            return false;
        if (file->twin_of.len > 0 && !check_twin(of, file, err))
            return false;
    }
    return true;
}

static bool
is_listed(const Verification *of, Text name)
{
    const Manifest *manifest = of->manifest;
    for (size_t i = 0; i < manifest->file_count; i++)
        if (text_equal(manifest->files[i].name, name))
            return true;
    return text_equal(name, TEXT(MANIFEST_NAME)) || text_equal(name, TEXT(MANIFEST_SEAL)) ||
           (text_equal(name, TEXT(GONE_NOTE)) && of->record.row_count > 0);
}

static bool
check_entries(const Verification *of, Err *err)
{
    const char **names;
    size_t count;
    if (!tree_names(of->folder, of->arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!is_listed(of, text_of(names[i])))
            deviate_fatally(of, "package_file_extra", text_of(names[i]), TEXT_NONE, TEXT_NONE);
    return true;
}

static bool
check_seal(const Verification *of, Err *err)
{
    Text seal;
    Text name = TEXT(MANIFEST_NAME);
    Err unread = {0};
    if (!is_plain(of, TEXT(MANIFEST_SEAL)) ||
        !file_read(path_of(of, TEXT(MANIFEST_SEAL)), SEAL_MAX, of->arena, &seal, &unread)) {
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
    Verification of = {.folder = folder, .manifest = manifest, .verdict = verdict, .arena = arena};
    *verdict = (Verdict){.deviations = arena_array(arena, VERIFY_MAX, sizeof(Deviation)), .sound = true};
    return manifest_read(folder, arena, manifest, err) && check_folder(&of, err) && check_seal(&of, err) &&
           check_record(&of, err) && check_files(&of, err) && check_entries(&of, err);
}

bool
verify_sound(const char *folder, Arena *arena, Manifest *manifest, Err *err)
{
    Verdict verdict;
    if (!verify_package(folder, arena, manifest, &verdict, err))
        return false;
    return verdict.sound ||
           err_set(err, ERR_DATA,
                   "上报材料%s已损坏或被改动：huizong export --verify 列出是哪些文件，从备份取回后再运行", folder);
}
