#include "disposal/leftover.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "audit/heads.h"
#include "base/tree.h"
#include "disposal/walk.h"

#define HEADS_ENDING ".heads"

/* What was archived for a package that nobody has seen is nobody's. */
static bool
is_published(const void *context, Text name)
{
    (void)context;
    return !text_starts_with(name, TEXT("ministry/.building-"));
}

/* Those of the plan that are the archive's as well. */
static void
name_archived(Claims *named, const Plan *plan)
{
    static const Text parts[] = {TEXT("archive"), TEXT("package"), TEXT("result")};

    for (size_t i = 0; i < plan->count; i++)
        for (size_t part = 0; part < sizeof parts / sizeof *parts; part++)
            if (text_equal(plan->items[i].part, parts[part]))
                claims_add(named, plan->items[i].sha256);
}

/* A package that stands in the outbox may still have to be booked. */
static bool
name_contents(Claims *named, const Plan *plan, const DisposalPlaces *places, const Booked *booked, Err *err)
{
    Plan shelf = {.arena = plan->arena};
    const Walk walk = {
        .plan = &shelf, .root = places->outbox, .part = "package", .action = "removed", .wants = is_published};
    if (!walk_folder(&walk, TEXT("ministry"), err))
        return false;
    for (size_t i = 0; i < booked->needed.count; i++)
        claims_add(named, booked->needed.items[i]);
    name_archived(named, plan);
    name_archived(named, &shelf);
    return true;
}

static bool
is_unclaimed(const void *context, Text name)
{
    Claims *const *named = context;
    return !claims_have(*named, walk_last_name(name));
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
    const char *folder = arena_printf(arena, "%s/audit", places->data).ptr;
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
add_unclaimed(Plan *plan, Db *db, const DisposalPlaces *places, const Booked *booked, Err *err)
{
    bool ours;
    Claims named = {.arena = plan->arena};
    Claims *context = &named;
    if (!serves_only_us(db, places, plan->arena, &ours, err) || !name_contents(&named, plan, places, booked, err))
        return false;
    const Walk walk = {.plan = plan,
                       .root = places->archive,
                       .part = "unclaimed",
                       .action = ours && booked->lost.count == 0 ? "removed" : "unclaimed_kept",
                       .wants = is_unclaimed,
                       .context = &context};
    return walk_folder(&walk, TEXT("."), err);
}

bool
leftover_add(Plan *plan, Db *db, const DisposalPlaces *places, const Booked *booked, Text cycle, Err *err)
{
    const Walk work = {.plan = plan, .root = places->data, .part = "leftover", .action = "removed"};
    const Walk outbox = {.plan = plan, .root = places->outbox, .part = "outbox", .action = "removed"};
    return walk_folder(&work, TEXT(LEFTOVER_WORK), err) &&
           walk_folder(&outbox, arena_printf(plan->arena, "ministry/.building-%" TEXT_FMT, TEXT_ARG(cycle)), err) &&
           add_unclaimed(plan, db, places, booked, err);
}
