#include "disposal/results.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/archived.h"
#include "replay/kept.h"

/* The contents in order; `items` is sorted. */
static int
by_content(const void *left, const void *right)
{
    const PlanItem *one = left, *other = right;
    return text_compare(one->sha256, other->sha256);
}

static int
by_content_and_name(const void *left, const void *right)
{
    const PlanItem *one = left, *other = right;
    int order = by_content(left, right);
    return order != 0 ? order : text_compare(one->name, other->name);
}

static bool
add_night(Plan *all, const char *archive, Text manifest, Text as_of, Err *err)
{
    Kept kept;
    Arena *arena = all->arena;
    if (!kept_read(archive, arena_string(arena, manifest), arena, &kept, err))
        return false;
    const KeptFiles *files = &kept.parts[KEPT_OUTBOX];
    bool ok = true;
    for (size_t i = 0; ok && i < files->count; i++) {
        Text name = arena_printf(arena, "%" TEXT_FMT " %" TEXT_FMT, TEXT_ARG(as_of), TEXT_ARG(files->files[i].path));
        ok = plan_add(all,
                      (PlanItem){.part = TEXT("result"),
                                 .name = name,
                                 .sha256 = text_of(files->files[i].sha256),
                                 .action = TEXT("removed")},
                      err);
    }
    return ok;
}

static bool
add_nights(Plan *all, Db *db, const char *archive, Text cycle, Err *err)
{
    DbResult *nights = db_query(db, "dispose/nights", &cycle, 1, err);
    bool ok = nights != NULL;
    for (size_t row = 0; ok && row < db_rows(nights); row++) {
        Text as_of = arena_text(all->arena, db_named(nights, row, "as_of"));
        ok = add_night(all, archive, db_named(nights, row, "manifest_sha256"), as_of, err);
    }
    db_result_free(nights);
    return ok;
}

bool
results_add(Plan *plan, Db *db, const char *archive, Text cycle, const Plan *staying, Err *err)
{
    Plan all = {.arena = plan->arena};
    bool ok = add_nights(&all, db, archive, cycle, err);
    if (all.count > 0)
        qsort(all.items, all.count, sizeof *all.items, by_content_and_name);
    if (staying->count > 0)
        qsort(staying->items, staying->count, sizeof *staying->items, by_content);
    for (size_t i = 0; ok && i < all.count; i++) {
        const PlanItem *item = &all.items[i];
        bool repeated = i > 0 && text_equal(item->sha256, all.items[i - 1].sha256);
        bool needed = staying->count > 0 &&
                      bsearch(item, staying->items, staying->count, sizeof *staying->items, by_content) != NULL;
        if (!repeated && !needed && access(archived_path(archive, item->sha256, plan->arena), F_OK) == 0)
            ok = plan_add(plan, *item, err);
    }
    return ok;
}
