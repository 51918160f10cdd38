#include "disposal/booked.h"

#include <stdlib.h>
#include <string.h>

#include "base/archived.h"
#include "ministry/manifest.h"
#include "replay/kept.h"

/* What becomes of a night: the word of dispose/nights. */
#define GOES TEXT("goes")
#define STAYS TEXT("stays")

static bool
add_lost(Booked *booked, const char *part, Text name, Text sha256, Err *err)
{
    return plan_add(&booked->lost,
                    (PlanItem){.part = text_of(part),
                               .name = name,
                               .sha256 = arena_text(booked->lost.arena, sha256),
                               .action = TEXT("manifest_lost")},
                    err);
}

/* The schemas that a night was made with are nobody's data, and the manifest has digests. */
static bool
add_night_files(Booked *booked, const Kept *kept, Text fate, Text as_of, Err *err)
{
    Arena *arena = booked->results.arena;
    const KeptFiles *schemas = &kept->parts[KEPT_SCHEMAS];
    const KeptFiles *outbox = &kept->parts[KEPT_OUTBOX];
    bool ok = true;

    for (size_t i = 0; i < schemas->count; i++)
        claims_add(&booked->needed, text_of(schemas->files[i].sha256));
    for (size_t i = 0; text_equal(fate, STAYS) && i < outbox->count; i++)
        claims_add(&booked->needed, text_of(outbox->files[i].sha256));
    for (size_t i = 0; ok && text_equal(fate, GOES) && i < outbox->count; i++) {
        Text name = arena_printf(arena, "%" TEXT_FMT " %" TEXT_FMT, TEXT_ARG(as_of), TEXT_ARG(outbox->files[i].path));
        ok = plan_add(&booked->results,
                      (PlanItem){.part = TEXT("result"),
                                 .name = name,
                                 .sha256 = text_of(outbox->files[i].sha256),
                                 .action = TEXT("removed")},
                      err);
    }
    return ok;
}

/* The lost manifest of a night whose results are gone is nobody's loss. */
static bool
add_night(Booked *booked, const char *archive, const DbResult *nights, size_t row, Err *err)
{
    Kept kept;
    Err unread = {0};
    Arena *arena = booked->results.arena;
    Text fate = db_named(nights, row, "fate");
    Text as_of = arena_text(arena, db_named(nights, row, "as_of"));
    const char *manifest = arena_string(arena, db_named(nights, row, "manifest_sha256"));

    claims_add(&booked->needed, text_of(manifest));
    if (!kept_read(archive, manifest, arena, &kept, &unread)) {
        Text name = arena_join(arena, db_named(nights, row, "cycle"), TEXT(" "), as_of);
        return text_equal(fate, TEXT("gone")) || add_lost(booked, "result", name, text_of(manifest), err);
    }
    if (text_equal(fate, GOES))
        claims_add(&booked->nights, arena_text(arena, db_named(nights, row, "entry")));
    return add_night_files(booked, &kept, fate, as_of, err);
}

static bool
add_nights(Booked *booked, Db *db, const char *archive, Text cycle, Err *err)
{
    DbResult *nights = db_query(db, "dispose/nights", &cycle, 1, err);
    bool ok = nights != NULL;

    for (size_t row = 0; ok && row < db_rows(nights); row++)
        ok = add_night(booked, archive, nights, row, err);
    db_result_free(nights);
    return ok;
}

/* In the archive or, where that has lost it, in the outbox. */
static bool
read_package(const DisposalPlaces *places, Text sha256, Text folder, Arena *arena, Manifest *manifest)
{
    Err unread = {0};
    const char *there = arena_printf(arena, "%s/%" TEXT_FMT "/" MANIFEST_NAME, places->outbox, TEXT_ARG(folder)).ptr;
    const char *const paths[] = {archived_path(places->archive, sha256, arena), there};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (manifest_read_file(paths[i], arena, manifest, &unread) && text_equal(text_of(manifest->sha256), sha256))
            return true;
    return false;
}

static bool
add_package_file(Booked *booked, const ParcelFile *file, Text folder, bool goes, Claims *gone, Err *err)
{
    Text name = arena_join(booked->packages.arena, folder, TEXT("/"), file->name);

    if (claims_have(gone, name))
        return true;
    if (!goes || !file->people) {
        claims_add(&booked->needed, text_of(file->sha256));
        return true;
    }
    return plan_add(
        &booked->packages,
        (PlanItem){.part = TEXT("package"), .name = name, .sha256 = text_of(file->sha256), .action = TEXT("removed")},
        err);
}

/* What seals a package is the one line that sha256sum writes of its manifest. */
static void
need_seal(Booked *booked, Text sha256)
{
    char seal[HASH_HEX + 1];
    Arena *arena = booked->needed.arena;

    hash_of(arena_printf(arena, "%" TEXT_FMT "  " MANIFEST_NAME "\n", TEXT_ARG(sha256)), seal);
    claims_add(&booked->needed, sha256);
    claims_add(&booked->needed, arena_text(arena, text_of(seal)));
}

static bool
add_package(Booked *booked, const DisposalPlaces *places, const DbResult *packages, size_t row, Claims *gone, Err *err)
{
    Arena *arena = booked->packages.arena;
    Text folder = arena_text(arena, db_named(packages, row, "folder"));
    Text sha256 = arena_text(arena, db_named(packages, row, "manifest_sha256"));
    bool goes = text_equal(db_named(packages, row, "goes"), TEXT("t"));
    Manifest *manifest = arena_alloc(arena, sizeof *manifest);
    bool ok = true;

    need_seal(booked, sha256);
    if (!read_package(places, sha256, folder, arena, manifest))
        return add_lost(booked, "package", folder, sha256, err);
    for (size_t i = 0; ok && i < manifest->file_count; i++)
        ok = add_package_file(booked, &manifest->files[i], folder, goes, gone, err);
    return ok;
}

static bool
add_packages(Booked *booked, Db *db, const DisposalPlaces *places, Text cycle, Err *err)
{
    Claims gone = {.arena = booked->packages.arena};
    DbResult *packages = db_query(db, "dispose/packages", &cycle, 1, err);
    bool ok = packages != NULL && claims_add_rows(&gone, db, "dispose/packages_gone", NULL, err);

    for (size_t row = 0; ok && row < db_rows(packages); row++)
        ok = add_package(booked, places, packages, row, &gone, err);
    db_result_free(packages);
    return ok;
}

static int
by_content_and_name(const void *left, const void *right)
{
    const PlanItem *one = left, *other = right;
    int order = text_compare(one->sha256, other->sha256);
    return order != 0 ? order : text_compare(one->name, other->name);
}

/* Most nights share most of their results. */
static void
drop_repeated(Plan *results)
{
    size_t count = 0;

    if (results->count > 0)
        qsort(results->items, results->count, sizeof *results->items, by_content_and_name);
    for (size_t i = 0; i < results->count; i++)
        if (i == 0 || !text_equal(results->items[i].sha256, results->items[count - 1].sha256))
            results->items[count++] = results->items[i];
    results->count = count;
}

bool
booked_read(Booked *booked, Db *db, const DisposalPlaces *places, Text cycle, Arena *arena, Err *err)
{
    *booked = (Booked){.needed = {.arena = arena},
                       .results = {.arena = arena},
                       .packages = {.arena = arena},
                       .lost = {.arena = arena},
                       .nights = {.arena = arena}};
    bool ok = claims_add_rows(&booked->needed, db, "dispose/contents", &cycle, err) &&
              add_nights(booked, db, places->archive, cycle, err) && add_packages(booked, db, places, cycle, err);
    drop_repeated(&booked->results);
    return ok;
}
