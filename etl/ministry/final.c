#include "ministry/final.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "intake/archive.h"
#include "ministry/event.h"
#include "ministry/shelf.h"
#include "ministry/verify.h"

/* One run: what stands on the shelf, and what is to come. */
typedef struct Making {
    const FinalOrder *order;
    const State *state;
    Db *db;
    const Content *content;
    Shelf shelf;
    uint64_t newest;   /* 0: no package yet */
    Manifest manifest; /* of the newest */
    FinalResult *result;
} Making;

/* In a session of its own: the exporter may not write. */
static bool
book(const Making *making, const Manifest *manifest, bool *already, Err *err)
{
    Db *db = db_open(making->order->database, "huizong-load", "loader", err);
    bool ok = db != NULL && event_book(db, manifest, already, err);
    db_close(db);
    return ok;
}

/* The newest version that is booked, whatever the clock; 0 where none is. */
static bool
booked_version(const Making *making, uint64_t *version, Err *err)
{
    const Text parameters[] = {making->state->cycle->name, TEXT("infinity")};
    DbResult *event = db_query(making->db, "report/export_last", parameters, 2, err);
    if (event == NULL)
        return false;
    *version = 0;
    bool ok = db_rows(event) == 0 || text_read_count(db_named(event, 0, "version"), version) ||
              err_set(err, ERR_BUG, "no number: the version of an export");
    db_result_free(event);
    return ok;
}

/* Nothing is built on a package that is not what was booked. */
static bool
check_newest(Making *making, Err *err)
{
    const char *folder = shelf_folder(&making->shelf, making->newest);
    bool already;
    if (!verify_sound(folder, making->state->arena, &making->manifest, err))
        return false;
    if (making->manifest.signing.version != making->newest ||
        !text_equal(making->manifest.cycle, making->state->cycle->name))
        return err_set(err, ERR_DATA,
                       "上报材料%s与文件夹名不符，里面是另一个周期或另一版：从备份取回原来的文件夹后再运行", folder);
    if (!book(making, &making->manifest, &already, err))
        return false;
    making->result->booked_late = !already;
    return true;
}

/* *booked: the newest version that is, whether it lies on the shelf or not. */
static bool
look_at_shelf(Making *making, uint64_t *booked, Err *err)
{
    if (!shelf_newest(&making->shelf, &making->newest, err) || !booked_version(making, booked, err))
        return false;
    making->result->version = making->newest < *booked ? *booked : making->newest;
    return making->newest == 0 || making->newest < *booked || check_newest(making, err);
}

static bool
is_there(const Making *making)
{
    return making->newest > 0 && text_equal(making->manifest.state_sha256, text_of(making->content->sha256));
}

/* Every file of the package, and what seals it. */
static bool
keep_files(const Making *making, Archive *archive, const Manifest *manifest, Err *err)
{
    Arena *arena = making->state->arena;
    const char *folder = making->shelf.building;
    for (size_t i = 0; i < manifest->file_count; i++)
        if (!archive_file(archive, arena_printf(arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(manifest->files[i].name)).ptr,
                          NULL, err))
            return false;
    return archive_file(archive, arena_printf(arena, "%s/" MANIFEST_NAME, folder).ptr, NULL, err) &&
           archive_file(archive, arena_printf(arena, "%s/" MANIFEST_SEAL, folder).ptr, NULL, err);
}

static BuildOrder
build_order(const Making *making)
{
    const FinalOrder *order = making->order;
    BuildOrder build = {.content = making->content,
                        .open = making->result->open,
                        .signing = {making->newest + 1, order->doc_no, order->signed_by, order->reason}};
    if (making->newest > 0) {
        build.older_folder = shelf_folder(&making->shelf, making->newest);
        build.older = &making->manifest;
    }
    return build;
}

/* The archive has the bytes before anybody sees the package, and nobody takes them from it before they are booked. */
static bool
publish(const Making *making, const Manifest *manifest, Err *err)
{
    Archive archive;
    bool already;
    Arena *arena = making->state->arena;
    Text writer = arena_printf(arena, "%" TEXT_FMT ".ministry", TEXT_ARG(manifest->cycle));
    bool ok = archive_open(making->order->archive, writer, arena, &archive, err) &&
              keep_files(making, &archive, manifest, err) && shelf_publish(&making->shelf, making->newest + 1, err) &&
              book(making, manifest, &already, err);
    archive_close(&archive);
    return ok;
}

static bool
write_package(Making *making, Err *err)
{
    const BuildOrder build = build_order(making);
    Manifest manifest;
    making->result->version = making->newest + 1;
    return shelf_begin(&making->shelf, err) &&
           build_package(&build, making->db, making->shelf.building, &making->result->warnings, err) &&
           manifest_read(making->shelf.building, making->state->arena, &manifest, err) &&
           publish(making, &manifest, err);
}

/* What waits comes before all that the state says: it may be another one once that is read. */
static FinalOutcome
outcome(const Making *making, uint64_t booked)
{
    const FinalResult *result = making->result;
    if (making->newest < booked)
        return FINAL_GONE;
    if (result->waiting.files > 0)
        return FINAL_REFUSED;
    if (is_there(making))
        return FINAL_THERE;
    if (result->open->count > 0)
        return FINAL_REFUSED;
    return making->newest > 0 && making->order->reason.len == 0 ? FINAL_NO_REASON : FINAL_WRITTEN;
}

static bool
make(Making *making, Err *err)
{
    FinalResult *result = making->result;
    uint64_t booked;
    if (!look_at_shelf(making, &booked, err))
        return false;
    result->open = openmatters_of(making->state, err);
    if (result->open == NULL || !waiting_read(making->state, making->db, &result->waiting, err))
        return false;
    result->outcome = outcome(making, booked);
    if (result->outcome == FINAL_WRITTEN && !write_package(making, err))
        return false;
    result->folder = text_of(shelf_folder(&making->shelf, result->version));
    return true;
}

/* What a failure leaves half built goes, and what stands stays. */
static bool
make_or_clear(Making *making, Err *err)
{
    Err ignored = {0};
    bool ok = make(making, err);
    if (!ok)
        shelf_clear(&making->shelf, &ignored);
    return ok;
}

bool
final_make(const FinalOrder *order, const State *state, Db *db, FinalResult *result, Err *err)
{
    Making making = {.order = order, .state = state, .db = db, .shelf = {.lock = -1}, .result = result};
    *result = (FinalResult){.outcome = FINAL_REFUSED};
    making.content = content_gather(state, order->lists, order->personal, err);
    bool ok = making.content != NULL &&
              shelf_open(&making.shelf, order->outbox, state->cycle->name, state->arena, err) &&
              make_or_clear(&making, err);
    shelf_close(&making.shelf);
    return ok;
}
