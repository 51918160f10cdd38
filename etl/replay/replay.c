#include "replay/replay.h"

#include <string.h>

#include "base/tree.h"
#include "office/clock.h"
#include "out/csvout.h"
#include "out/grid.h"
#include "progress/wording.h"
#include "replay/difference.h"

static const char *const kinds[DIFFERENCE_KINDS] = {
    [DIFFERENCE_MISSING] = "only_kept", [DIFFERENCE_ADDED] = "only_rebuilt", [DIFFERENCE_CELL] = "cell",
    [DIFFERENCE_LINE] = "line",         [DIFFERENCE_LOOK] = "look",          [DIFFERENCE_MORE] = "more"};

static const char *const columns[] = {"column_file", "column_sheet", "column_place",
                                      "column_kind", "column_kept",  "column_rebuilt"};

enum { COLUMNS = sizeof columns / sizeof *columns };

typedef struct Told {
    CsvOut *csv;
    const Wording *words;
    size_t count;
} Told;

static bool
tell(void *context, const Difference *difference, Err *err)
{
    Told *told = context;
    const Text cells[COLUMNS] = {difference->file,   difference->sheet,
                                 difference->place,  wording_get(told->words, kinds[difference->kind]),
                                 difference->before, difference->after};
    told->count++;
    return csvout_row(told->csv, cells, COLUMNS, err);
}

static bool
write_labels(const Told *told, Err *err)
{
    Text labels[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        labels[i] = wording_get(told->words, columns[i]);
    return csvout_row(told->csv, labels, COLUMNS, err);
}

/* difference.csv appears where there is something to tell. */
static bool
compare(const ReplayOrder *order, const DifferenceOrder *folders, Arena *arena, ReplayResult *result, Err *err)
{
    Told told = {.csv = csvout_open(arena_printf(arena, "%s/difference.csv", order->to).ptr, err)};
    DifferenceOrder pair = *folders;
    pair.receive = tell;
    pair.context = &told;
    told.words =
        told.csv == NULL ? NULL : wording_read(arena_printf(arena, "%s/replay.json", order->schemas).ptr, arena, err);
    bool ok = told.words != NULL && write_labels(&told, err) && difference_find(&pair, &result->differing, err);
    ok = ok && (result->differing == 0 || csvout_commit(told.csv, err));
    csvout_free(told.csv);
    result->differences = told.count;
    return ok;
}

/* Nothing of another's is ever written over. */
static bool
make_empty(const char *folder, Arena *arena, Err *err)
{
    const char **names;
    size_t count;
    return tree_make(folder, 0750, err) && tree_names(folder, arena, &names, &count, err) &&
           (count == 0 || err_set(err, ERR_CANNOT_CREATE, "folder \"%s\" is not empty", folder));
}

bool
replay_run(const ReplayOrder *order, Text manifest_sha256, Arena *arena, ReplayResult *result, Err *err)
{
    KeptFiles rebuilt;
    const char *kept_folder = arena_printf(arena, "%s/kept", order->to).ptr;
    const char *rebuilt_folder = arena_printf(arena, "%s/rebuilt", order->to).ptr;
    const char *schemas = arena_printf(arena, "%s/schemas", order->to).ptr;
    const RebuildOrder make = {order->database, order->program, order->schemas,
                               schemas,         order->archive, rebuilt_folder};
    *result = (ReplayResult){.files = 0};
    Kept *kept = &result->kept;
    if ((order->outbox != NULL && !standing_begin(order->outbox, order->cycle, arena, err)) ||
        !make_empty(order->to, arena, err) ||
        !kept_read(order->archive, arena_string(arena, manifest_sha256), arena, kept, err) ||
        !kept_restore(kept, KEPT_OUTBOX, order->archive, kept_folder, arena, err) ||
        !kept_restore(kept, KEPT_SCHEMAS, order->archive, schemas, arena, err) || !rebuild(&make, kept, arena, err) ||
        !kept_list(rebuilt_folder, arena, &rebuilt, err))
        return false;
    result->same_release = rebuild_same_release(kept, arena);
    result->files = kept->parts[KEPT_OUTBOX].count;
    const DifferenceOrder folders = {.before = kept_folder,
                                     .after = rebuilt_folder,
                                     .before_files = &kept->parts[KEPT_OUTBOX],
                                     .after_files = &rebuilt,
                                     .schemas = order->schemas};
    return compare(order, &folders, arena, result, err) &&
           (order->outbox == NULL ||
            standing_check(order->outbox, kept, order->nights, order->night_count, arena, &result->standing, err));
}

/* TEXT_NONE with ERR_NONE where no such night is kept; *disposed where its files are gone. */
static Text
newest_manifest(Db *db, Text cycle, Text as_of, Arena *arena, bool *disposed, Err *err)
{
    const Text parameters[] = {cycle, as_of};
    DbResult *night = db_query(db, "replay/nights", parameters, 2, err);
    if (night == NULL)
        return TEXT_NONE;
    bool known = db_rows(night) == 1;
    Text manifest = known ? arena_text(arena, db_named(night, 0, "manifest_sha256")) : TEXT_NONE;
    *disposed = known && db_named(night, 0, "disposed").len > 0;
    db_result_free(night);
    return manifest;
}

bool
replay_find(Db *db, const char *cycle, const char *as_of, Arena *arena, Text *manifest_sha256, Err *err)
{
    Text clock;
    bool disposed = false;
    if (!clock_read(db, text_of(cycle), as_of, arena, &clock, err))
        return false;
    *manifest_sha256 = newest_manifest(db, text_of(cycle), clock, arena, &disposed, err);
    if (disposed)
        return err_set(err, ERR_NO_INPUT, "what that night put out was disposed of with people's data, as ordered");
    if (err->code == ERR_NONE && manifest_sha256->len == 0)
        err_set(err, ERR_NO_INPUT, "no night of cycle \"%s\" as of \"%s\" is kept; --list tells which are", cycle,
                as_of);
    return err->code == ERR_NONE;
}

bool
replay_nights(Db *db, const char *cycle, Arena *arena, const Text **nights, size_t *count, Err *err)
{
    const Text parameters[] = {text_of(cycle), TEXT_NONE};
    DbResult *lines = db_query(db, "replay/nights", parameters, 2, err);
    if (lines == NULL)
        return false;
    Text *clocks = arena_array(arena, db_rows(lines), sizeof *clocks);
    *count = 0;
    for (size_t row = 0; row < db_rows(lines); row++)
        if (db_named(lines, row, "disposed").len == 0)
            clocks[(*count)++] = arena_text(arena, db_named(lines, row, "as_of"));
    *nights = clocks;
    db_result_free(lines);
    return true;
}

bool
replay_is_kept(Db *db, const char *archive, Text cycle, Text as_of, Text name, const char *path, Arena *arena,
               bool *known, bool *same, Err *err)
{
    Kept kept;
    char digest[HASH_HEX + 1];
    bool disposed;
    Text manifest = newest_manifest(db, cycle, as_of, arena, &disposed, err);
    *known = false;
    if (manifest.len == 0)
        return err->code == ERR_NONE;
    if (!kept_read(archive, manifest.ptr, arena, &kept, err) || !hash_file(path, digest, err))
        return false;
    const KeptFiles *files = &kept.parts[KEPT_OUTBOX];
    for (size_t i = 0; i < files->count && !*known; i++) {
        *known = text_equal(files->files[i].path, name);
        *same = *known && strcmp(files->files[i].sha256, digest) == 0;
    }
    return true;
}

bool
replay_list(Db *db, const char *cycle, FILE *out, Arena *arena, Err *err)
{
    static const char *const facts[] = {"as_of", "manifest_sha256", "release", "server", "packages", "disposed"};
    enum { FACTS = sizeof facts / sizeof *facts };
    const Text parameters[] = {text_of(cycle), TEXT_NONE};
    DbResult *nights = db_query(db, "replay/nights", parameters, 2, err);
    if (nights == NULL)
        return false;
    Text *cells = arena_array(arena, db_rows(nights) * FACTS, sizeof *cells);
    for (size_t row = 0; row < db_rows(nights); row++)
        for (size_t i = 0; i < FACTS; i++)
            cells[row * FACTS + i] = db_named(nights, row, facts[i]);
    grid_print(out, cells, db_rows(nights), FACTS);
    db_result_free(nights);
    return true;
}
