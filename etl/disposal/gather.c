#include "disposal/gather.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/tree.h"
#include "disposal/results.h"

enum { DEPTH_MAX = 16 };

/* A walk of folders of the outbox. */
typedef struct Walk {
    Plan *plan;
    const char *outbox;
    const char *part;
    Text stem; /* only files whose names have it; or TEXT_NONE */
} Walk;

static bool
add_entry(const Walk *walk, Text name, int depth, Err *err);

/* Of a folder inside the outbox; a missing one has nothing. */
static bool
add_folder(const Walk *walk, Text folder, int depth, Err *err)
{
    const char **names;
    size_t count;
    Arena *arena = walk->plan->arena;
    const char *path = arena_printf(arena, "%s/%" TEXT_FMT, walk->outbox, TEXT_ARG(folder)).ptr;
    struct stat status;

    if (lstat(path, &status) != 0 && errno == ENOENT)
        return true;
    if (depth > DEPTH_MAX)
        return err_set(err, ERR_DATA, "folder too deep for an outbox: \"%s\"", path);
    if (!tree_names(path, arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add_entry(walk, arena_printf(arena, "%" TEXT_FMT "/%s", TEXT_ARG(folder), names[i]), depth, err))
            return false;
    return true;
}

static Text
last_name(Text path)
{
    size_t from = path.len;

    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    return text_sub(path, from, SIZE_MAX);
}

/* Links have nothing of their own. */
static bool
add_entry(const Walk *walk, Text name, int depth, Err *err)
{
    char sha256[HASH_HEX + 1];
    struct stat status;
    Arena *arena = walk->plan->arena;
    const char *path = arena_printf(arena, "%s/%" TEXT_FMT, walk->outbox, TEXT_ARG(name)).ptr;

    if (lstat(path, &status) != 0)
        return err_set(err, ERR_IO, "could not look at \"%s\": %m", path);
    if (S_ISDIR(status.st_mode))
        return add_folder(walk, name, depth + 1, err);
    if (!S_ISREG(status.st_mode) || (walk->stem.len > 0 && text_find(last_name(name), walk->stem, 0) == SIZE_MAX))
        return true;
    if (!hash_file(path, sha256, err))
        return false;
    return plan_add(walk->plan,
                    (PlanItem){.part = text_of(walk->part),
                               .name = name,
                               .sha256 = arena_text(arena, text_of(sha256)),
                               .action = TEXT("removed")},
                    err);
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
        const Walk walk = {plan, outbox, "package", stem};
        ok = add_folder(&walk, folder, 0, err);
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
    const Walk walk = {staying, outbox, "package", TEXT_NONE};
    if (access(ministry, F_OK) != 0)
        return true;
    bool ok = tree_names(ministry, arena, &names, &count, err);
    for (size_t i = 0; ok && i < count; i++)
        if (text_starts_with(text_of(names[i]), stem))
            ok = add_folder(&walk, arena_printf(arena, "ministry/%s", names[i]), 0, err);
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
gather_plan(Db *db, const DisposalPlaces *places, Text cycle, Arena *arena, Plan *plan, Err *err)
{
    *plan = (Plan){.arena = arena};
    const Walk results = {plan, places->outbox, "outbox", TEXT_NONE};
    bool ok = plan_add_rows(plan, db, "dispose/items", cycle, err);
    bool any = false;

    for (size_t i = 0; i < plan->count; i++)
        any = any || !text_equal(plan->items[i].action, TEXT("kept_elsewhere"));
    if (ok && !any)
        plan->count = 0;
    if (!ok || !any)
        return ok;
    return add_folder(&results, cycle, 0, err) && add_packages(plan, db, places->outbox, cycle, err) &&
           add_results(plan, db, places, cycle, err);
}
