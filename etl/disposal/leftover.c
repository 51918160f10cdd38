#include "disposal/leftover.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/heads.h"
#include "base/archived.h"
#include "base/json.h"
#include "base/tree.h"
#include "disposal/walk.h"
#include "ministry/manifest.h"
#include "replay/kept.h"

#define HEADS_ENDING ".heads"

static int
by_content(const void *left, const void *right)
{
    const PlanItem *one = left, *other = right;
    return text_compare(one->sha256, other->sha256);
}

/* What has a name somewhere. It is not whole where a manifest is gone from the archive, or altered there. */
typedef struct Claims {
    Plan named;
    const char *archive;
    bool whole;
} Claims;

static bool
claim(Claims *claims, Text sha256, Err *err)
{
    return plan_add(&claims->named, (PlanItem){.sha256 = arena_text(claims->named.arena, sha256)}, err);
}

/* What a query names, and what that names in its turn. */
typedef bool
ClaimOne(Claims *claims, Text sha256, Err *err);

static bool
claim_night(Claims *claims, Text sha256, Err *err)
{
    Kept kept;
    Err unread = {0};
    Arena *arena = claims->named.arena;
    if (!claim(claims, sha256, err))
        return false;
    if (!kept_read(claims->archive, arena_string(arena, sha256), arena, &kept, &unread)) {
        claims->whole = false;
        return true;
    }
    for (int part = 0; part < KEPT_PARTS; part++)
        for (size_t i = 0; i < kept.parts[part].count; i++)
            if (!claim(claims, text_of(kept.parts[part].files[i].sha256), err))
                return false;
    return true;
}

static bool
claim_files(Claims *claims, Json files, Err *err)
{
    for (size_t i = 0; i < json_count(files); i++) {
        Text sha256 = json_string(json_member(json_at(files, i), "sha256"), err);
        if (sha256.ptr == NULL || !claim(claims, sha256, err))
            return false;
    }
    return true;
}

/* Its seal is the one line that sha256sum writes of it. */
static bool
claim_package(Claims *claims, Text sha256, Err *err)
{
    char seal[HASH_HEX + 1];
    Err unread = {0};
    Arena *arena = claims->named.arena;
    JsonDoc *doc = json_read_file(archived_path(claims->archive, sha256, arena), &unread);
    hash_of(arena_printf(arena, "%" TEXT_FMT "  " MANIFEST_NAME "\n", TEXT_ARG(sha256)), seal);
    bool ok = claim(claims, sha256, err) && claim(claims, text_of(seal), err);
    if (doc == NULL)
        claims->whole = false;
    else
        ok = ok && claim_files(claims, json_member(json_root(doc), "files"), err);
    json_close(doc);
    return ok;
}

static bool
claim_rows(Claims *claims, Db *db, const char *query, ClaimOne *claim_one, Err *err)
{
    DbResult *rows = db_query(db, query, NULL, 0, err);
    bool ok = rows != NULL;

    for (size_t row = 0; ok && row < db_rows(rows); row++)
        ok = claim_one(claims, db_cell(rows, row, 0), err);
    db_result_free(rows);
    return ok;
}

/* What was archived for a package that nobody has seen is nobody's. */
static bool
is_published(const void *context, Text name)
{
    (void)context;
    return !text_starts_with(name, TEXT("ministry/.building-"));
}

/* A package that stands in the outbox may still have to be booked. */
static bool
claim_all(Claims *claims, Db *db, const char *outbox, Err *err)
{
    Plan *named = &claims->named;
    const Walk shelf = {.plan = named, .root = outbox, .part = "package", .action = "removed", .wants = is_published};
    bool ok = claim_rows(claims, db, "dispose/contents", claim, err) &&
              claim_rows(claims, db, "dispose/manifests", claim_night, err) &&
              claim_rows(claims, db, "dispose/final_manifests", claim_package, err) &&
              walk_folder(&shelf, TEXT("ministry"), err);

    if (ok && named->count > 0)
        qsort(named->items, named->count, sizeof *named->items, by_content);
    return ok;
}

static bool
is_unclaimed(const void *context, Text name)
{
    const Plan *claimed = context;
    const PlanItem wanted = {.sha256 = walk_last_name(name)};
    return claimed->count == 0 ||
           bsearch(&wanted, claimed->items, claimed->count, sizeof *claimed->items, by_content) == NULL;
}

/* The database has the line with which the last night of that data folder has ended. */
static bool
is_of_database(Db *db, Text cycle, const char *path, Arena *arena, bool *ours, Err *err)
{
    Heads heads;
    if (!heads_read(path, arena, &heads, err))
        return false;
    *ours = true;
    if (heads.count == 0)
        return true;
    const AuditHead *last = &heads.items[heads.count - 1];
    DbResult *row = db_query(db, "dispose/has_head", (Text[]){cycle, text_of(last->sha256)}, 2, err);
    *ours = row != NULL && db_rows(row) == 1;
    db_result_free(row);
    return row != NULL;
}

/* Of each cycle that had a night there. */
static bool
serves_only_us(Db *db, const DisposalPlaces *places, Arena *arena, bool *ours, Err *err)
{
    const char **names;
    size_t count;
    const char *folder = arena_printf(arena, "%s/../audit", places->archive).ptr;
    *ours = true;
    if (access(folder, F_OK) != 0 && errno == ENOENT)
        return true;
    if (!tree_names(folder, arena, &names, &count, err))
        return false;
    for (size_t i = 0; *ours && i < count; i++) {
        Text name = text_of(names[i]);
        size_t ending = text_find(name, TEXT(HEADS_ENDING), 0);
        const char *path = arena_printf(arena, "%s/%s", folder, names[i]).ptr;
        if (ending != SIZE_MAX && ending + strlen(HEADS_ENDING) == name.len &&
            !is_of_database(db, text_sub(name, 0, ending), path, arena, ours, err))
            return false;
    }
    return true;
}

static bool
add_unclaimed(Plan *plan, Db *db, const DisposalPlaces *places, Err *err)
{
    bool ours;
    Claims claims = {.named = {.arena = plan->arena}, .archive = places->archive, .whole = true};
    if (!serves_only_us(db, places, plan->arena, &ours, err) || !claim_all(&claims, db, places->outbox, err))
        return false;
    const Walk walk = {.plan = plan,
                       .root = places->archive,
                       .part = "unclaimed",
                       .action = ours && claims.whole ? "removed" : "unclaimed_kept",
                       .wants = is_unclaimed,
                       .context = &claims.named};
    return walk_folder(&walk, TEXT("."), err);
}

bool
leftover_add(Plan *plan, Db *db, const DisposalPlaces *places, Text cycle, Err *err)
{
    const char *data = arena_printf(plan->arena, "%s/..", places->archive).ptr;
    const Walk work = {.plan = plan, .root = data, .part = "leftover", .action = "removed"};
    const Walk outbox = {.plan = plan, .root = places->outbox, .part = "outbox", .action = "removed"};
    return walk_folder(&work, TEXT(LEFTOVER_WORK), err) &&
           walk_folder(&outbox, arena_printf(plan->arena, "ministry/.building-%" TEXT_FMT, TEXT_ARG(cycle)), err) &&
           add_unclaimed(plan, db, places, err);
}
