#include "replay/rebuild.h"

#include <string.h>

#include "base/prog.h"
#include "base/tree.h"
#include "export/export.h"
#include "results/package.h"
#include "setup/cycle_load.h"
#include "setup/definitions.h"
#include "setup/upload_load.h"

bool
rebuild_same_release(const Kept *kept, Arena *arena)
{
    return text_equal(kept->release, TEXT(HUIZONG_VERSION)) && text_equal(kept->packages, kept_packages()) &&
           text_equal(kept->sql_sha256, package_sql(arena));
}

/* What setup loads of a cycle: its folder, the registers' and the catalogue. */
static bool
is_loaded(const KeptFile *file)
{
    return text_find(file->path, TEXT("/"), 0) != SIZE_MAX || text_equal(file->path, TEXT("messages.json"));
}

static bool
same_definitions(const KeptFiles *one, const KeptFiles *other)
{
    size_t at = 0;
    size_t beside = 0;
    for (;; at++, beside++) {
        while (at < one->count && !is_loaded(&one->files[at]))
            at++;
        while (beside < other->count && !is_loaded(&other->files[beside]))
            beside++;
        if (at == one->count || beside == other->count)
            return at == one->count && beside == other->count;
        if (!text_equal(one->files[at].path, other->files[beside].path) ||
            strcmp(one->files[at].sha256, other->files[beside].sha256) != 0)
            return false;
    }
}

/* Whether the database holds the night's definitions: today's files are the night's, and setup has loaded them. */
static bool
holds_definitions(const RebuildOrder *order, const Kept *kept, Arena *arena, bool *same, Err *err)
{
    KeptFiles current;
    if (!kept_list_schemas(order->current, arena_string(arena, kept->cycle), arena, &current, err))
        return false;
    *same = same_definitions(&kept->parts[KEPT_SCHEMAS], &current);
    if (!*same)
        return true;
    const Text parameters[] = {kept->cycle, kept->as_of};
    const Cycle *cycle = cycle_read(order->schemas, arena_string(arena, kept->cycle), arena, err);
    Db *db = cycle == NULL ? NULL : db_open(order->database, order->program, "exporter", err);
    DbResult *loaded = db == NULL ? NULL : db_query(db, "report/cycle", parameters, 2, err);
    if (loaded != NULL)
        *same = db_rows(loaded) == 1 && text_equal(db_named(loaded, 0, "schemas_sha256"), text_of(cycle->sha256));
    db_result_free(loaded);
    db_close(db);
    return loaded != NULL;
}

static bool
load_definitions(Db *db, const RebuildOrder *order, const char *cycle, Arena *arena, Err *err)
{
    Definitions all;
    uint64_t changed = 0;
    const char *const names[] = {cycle, NULL};
    if (!definitions_read(order->schemas, names, &all, arena, err))
        return false;
    bool ok = db_script(db, "replay/shadow", err) && db_begin(db, err) &&
              cycle_load_messages(db, all.messages, arena, &changed, err) &&
              upload_load(db, all.registers, &changed, err) && cycle_load(db, all.items[0].cycle, &changed, err) &&
              upload_load(db, all.items[0].uploads, &changed, err) && db_commit(db, err);
    definitions_close(&all);
    return ok;
}

typedef struct Look {
    const RebuildOrder *order;
    bool shadow;
} Look;

/* As the one that made the shadow, where there is one. */
static Db *
connect(const void *context, Err *err)
{
    const Look *look = context;
    Db *db = db_open(look->order->database, look->order->program, look->shadow ? NULL : "exporter", err);
    if (db == NULL || !look->shadow || db_do(db, "replay/look", NULL, 0, err))
        return db;
    db_close(db);
    return NULL;
}

static bool
write_state(const Look *look, const Kept *kept, Arena *arena, Err *err)
{
    State state;
    Closing closing;
    const RebuildOrder *order = look->order;
    const ExportSource source = {order->schemas, order->archive, connect, look, -1};
    const Outbox outbox = {.cycle_dir = order->folder,
                           .building = order->folder,
                           .as_of = arena_string(arena, kept->as_of),
                           .arena = arena};
    bool ok = state_define(&state, order->schemas, arena_string(arena, kept->cycle), outbox.as_of, arena, err) &&
              tree_make(order->folder, 0750, err) && export_write(&state, &source, &outbox, &closing, err);
    state_close(&state);
    return ok;
}

/* The shadow goes with the session that made it. */
static bool
write_in_shadow(const RebuildOrder *order, const Kept *kept, Arena *arena, Err *err)
{
    Err ignored = {0};
    const Look look = {order, true};
    Db *db = db_open(order->database, order->program, NULL, err);
    if (db == NULL)
        return false;
    bool ok = load_definitions(db, order, arena_string(arena, kept->cycle), arena, err) &&
              write_state(&look, kept, arena, err);
    db_script(db, "replay/shadow_end", ok ? err : &ignored);
    db_close(db);
    return ok && err->code == ERR_NONE;
}

bool
rebuild(const RebuildOrder *order, const Kept *kept, Arena *arena, Err *err)
{
    bool same;
    const Look look = {order, false};
    if (!holds_definitions(order, kept, arena, &same, err))
        return false;
    return same ? write_state(&look, kept, arena, err) : write_in_shadow(order, kept, arena, err);
}
