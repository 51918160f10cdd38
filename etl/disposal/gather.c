#include "disposal/gather.h"

#include <unistd.h>

#include "base/archived.h"
#include "disposal/leftover.h"
#include "disposal/walk.h"

static bool
is_archived(const DisposalPlaces *places, const PlanItem *item, Arena *arena)
{
    return access(archived_path(places->archive, item->sha256, arena), F_OK) == 0;
}

static bool
add_results(Plan *plan, const DisposalPlaces *places, Booked *booked, Err *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < booked->results.count; i++) {
        const PlanItem *item = &booked->results.items[i];
        if (!claims_have(&booked->needed, item->sha256) && is_archived(places, item, plan->arena))
            ok = plan_add(plan, *item, err);
    }
    return ok;
}

/* A package that was carried off has its list still: only the archive's bytes can go. */
static bool
add_packages(Plan *plan, const DisposalPlaces *places, const Booked *booked, Err *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < booked->packages.count; i++) {
        PlanItem item = booked->packages.items[i];
        const char *path = arena_printf(plan->arena, "%s/%" TEXT_FMT, places->outbox, TEXT_ARG(item.name)).ptr;
        bool here = access(path, F_OK) == 0;
        if (!here)
            item.action = TEXT("removed_away");
        if (here || is_archived(places, &item, plan->arena))
            ok = plan_add(plan, item, err);
    }
    return ok;
}

static bool
add_lost(Plan *plan, const Booked *booked, Err *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < booked->lost.count; i++)
        ok = plan_add(plan, booked->lost.items[i], err);
    return ok;
}

static Text
spared(const PlanItem *item)
{
    static const Text of_archive[] = {TEXT("archive"), TEXT("result"), TEXT("unclaimed")};
    bool in_package = text_equal(item->part, TEXT("package"));

    if (in_package && text_equal(item->action, TEXT("removed")))
        return TEXT("removed_here");
    if (in_package && text_equal(item->action, TEXT("removed_away")))
        return TEXT("kept_elsewhere");
    for (size_t i = 0; i < sizeof of_archive / sizeof *of_archive; i++)
        if (plan_is_removed(item) && text_equal(item->part, of_archive[i]))
            return TEXT("kept_elsewhere");
    return item->action;
}

void
gather_spare(Plan *plan, Booked *booked)
{
    for (size_t i = 0; i < plan->count; i++) {
        PlanItem *item = &plan->items[i];
        if (item->sha256.ptr != NULL && claims_have(&booked->needed, item->sha256))
            item->action = spared(item);
    }
}

/* Results are the people's of whom something goes. */
bool
gather_plan(Db *db, const DisposalPlaces *places, Text cycle, Arena *arena, Plan *plan, Booked *booked, bool *people,
            Err *err)
{
    *plan = (Plan){.arena = arena};
    const Walk outbox = {.plan = plan, .root = places->outbox, .part = "outbox", .action = "removed"};
    if (!plan_add_rows(plan, db, "dispose/items", cycle, err) || !booked_read(booked, db, places, cycle, arena, err))
        return false;
    *people = !plan_is_idle(plan);
    bool ok = (!*people || walk_folder(&outbox, cycle, err)) && add_packages(plan, places, booked, err) &&
              add_results(plan, places, booked, err) && add_lost(plan, booked, err) &&
              leftover_add(plan, db, places, booked, cycle, err);
    gather_spare(plan, booked);
    return ok;
}
