/* huizong-replay: a past night's outbox from the archive, and made again from the database. */
#include <stdio.h>

#include "replay/replay.h"
#include "replay/told.h"
#include "stage/options.h"

static const char *database, *cycle, *schemas, *archive, *outbox, *to, *keep, *list;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    {.name = "archive", .value_name = "DIR", .help = "the contents by SHA-256", .value = &archive},
    {.name = "to",
     .value_name = "DIR",
     .help = "a new folder: kept/, rebuilt/, schemas/, difference.csv",
     .value = &to},
    {.name = "outbox",
     .value_name = "DIR",
     .help = "whether DIR/CYCLE/AS-OF still is what was kept, and DIR/CYCLE/current the newest night's",
     .value = &outbox},
    {.name = "list", .help = "instead: the nights that are kept", .value = &list},
    {.name = "keep",
     .value_name = "DIR",
     .help = "instead: archive and book this outbox of a night, with its schemas; its clock is printed where it is new",
     .value = &keep},
};

static const Prog prog = {
    .name = "huizong-replay",
    .summary = "make a past night's outbox again, and tell whether it is the same to the last byte",
    .operands = "[AS-OF]",
    .notes =
        "Exit status 0: the same; 1: it differs, cell by cell in difference.csv; 65: the archive is damaged, or the "
        "outbox was\naltered or has that night no longer; 66: that night is not kept, or --outbox has no folder of the "
        "cycle. Nothing is\nwritten but in --to.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
replay(const char *as_of, Arena *arena, int *status, Err *err)
{
    ReplayOrder order = {database, prog.name, schemas, archive, cycle, to, outbox, NULL, 0};
    ReplayResult result;
    Text manifest;
    const Wording *words = wording_read(arena_printf(arena, "%s/replay.json", schemas).ptr, arena, err);
    Db *db = words == NULL ? NULL : db_open(database, prog.name, "exporter", err);
    bool ok = db != NULL && replay_find(db, cycle, as_of, arena, &manifest, err) &&
              replay_nights(db, cycle, arena, &order.nights, &order.night_count, err);
    db_close(db);
    if (!ok || !replay_run(&order, manifest, arena, &result, err))
        return false;
    replay_tell(&order, &result, words, stdout, arena);
    *status = replay_is_altered(&result) ? ERR_DATA : result.differing > 0 ? 1 : 0;
    return true;
}

static bool
keep_night(Arena *arena, Err *err)
{
    Text booked;
    Db *db = db_open(database, prog.name, "loader", err);
    bool ok = db != NULL && kept_night(db, archive, schemas, keep, cycle, arena, &booked, err);
    db_close(db);
    if (ok && booked.len > 0)
        printf("%" TEXT_FMT "\n", TEXT_ARG(booked));
    return ok;
}

static bool
list_nights(Arena *arena, Err *err)
{
    Db *db = db_open(database, prog.name, "reader", err);
    bool ok = db != NULL && replay_list(db, cycle, stdout, arena, err);
    db_close(db);
    return ok;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    if ((list != NULL) + (keep != NULL) + operand_count != 1)
        return err_set(err, ERR_USAGE,
                       "one of AS-OF, --list and --keep is needed：请写明哪一夜的时间，用 --list 可以列出");
    if (list != NULL)
        return list_nights(arena, err);
    if (archive == NULL || (keep == NULL && to == NULL))
        return err_set(err, ERR_USAGE,
                       "--archive and --to are needed：重做要写明 --archive 数据目录/archive 和 --to 新文件夹");
    return keep != NULL ? keep_night(arena, err) : replay(operands[0], arena, status, err);
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
