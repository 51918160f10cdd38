#include "disposal/gather.h"

#include <unistd.h>

#include "base/tree.h"
#include "disposal/leftover.h"
#include "disposal/results.h"
#include "disposal/walk.h"

static bool
has_stem(const void *context, Text name)
{
    const Text *stem = context;
    return text_find(walk_last_name(name), *stem, 0) != SIZE_MAX;
}

/* Lists of people are files of their kind's name: 清单-01-花名册.csv, and its twin. */
static bool
add_packages(Plan *plan, Db *db, const char *outbox, Text cycle, Err *err)
{
    DbResult *lists = db_query(db, "dispose/packages", &cycle, 1, err);
    bool ok = lists != NULL;

    for (size_t row = 0; ok && row < db_rows(lists); row++) {
        Text folder = arena_text(plan->arena, db_named(lists, row, "folder"));
        Text stem = arena_printf(plan->arena, "-%" TEXT_FMT ".", TEXT_ARG(db_named(lists, row, "title")));
        const Walk walk = {plan, outbox, "package", "removed", has_stem, &stem};
        ok = walk_folder(&walk, folder, err);
    }
    db_result_free(lists);
    return ok;
}

/* The archive's contents that a final package of the cycle has as well. */
static bool
add_packaged(Plan *staying, const char *outbox, Text cycle, Err *err)
{
    const char **names;
    size_t count;
    Arena *arena = staying->arena;
    const char *ministry = arena_printf(arena, "%s/ministry", outbox).ptr;
    Text stem = arena_printf(arena, "%" TEXT_FMT "-v", TEXT_ARG(cycle));
    const Walk walk = {.plan = staying, .root = outbox, .part = "package", .action = "removed"};
    if (access(ministry, F_OK) != 0)
        return true;
    bool ok = tree_names(ministry, arena, &names, &count, err);
    for (size_t i = 0; ok && i < count; i++)
        if (text_starts_with(text_of(names[i]), stem))
            ok = walk_folder(&walk, arena_printf(arena, "ministry/%s", names[i]), err);
    return ok;
}

static bool
add_uploaded(Plan *staying, Db *db, Text cycle, Err *err)
{
    DbResult *rows = db_query(db, "dispose/staying", &cycle, 1, err);
    bool ok = rows != NULL;
    for (size_t row = 0; ok && row < db_rows(rows); row++)
        ok = plan_add(staying, (PlanItem){.sha256 = arena_text(staying->arena, db_cell(rows, row, 0))}, err);
    db_result_free(rows);
    return ok;
}

static bool
add_results(Plan *plan, Db *db, const DisposalPlaces *places, Text cycle, Err *err)
{
    Plan staying = {.arena = plan->arena};
    return add_packaged(&staying, places->outbox, cycle, err) && add_uploaded(&staying, db, cycle, err) &&
           results_add(plan, db, places->archive, cycle, &staying, err);
}

bool
gather_is_idle(const Plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (!text_equal(plan->items[i].action, TEXT("kept_elsewhere")) &&
            !text_equal(plan->items[i].action, TEXT("unclaimed_kept")))
            return false;
    return true;
}

/* Results are the people's of whom something goes. */
bool
gather_plan(Db *db, const DisposalPlaces *places, Text cycle, Arena *arena, Plan *plan, Err *err)
{
    *plan = (Plan){.arena = arena};
    const Walk results = {.plan = plan, .root = places->outbox, .part = "outbox", .action = "removed"};
    bool ok = plan_add_rows(plan, db, "dispose/items", cycle, err);

    if (ok && !gather_is_idle(plan))
        ok = walk_folder(&results, cycle, err) && add_packages(plan, db, places->outbox, cycle, err) &&
             add_results(plan, db, places, cycle, err);
    return ok && leftover_add(plan, db, places, cycle, err);
}
