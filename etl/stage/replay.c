/* huizong-replay: a past night's outbox from the archive, and made again from the database. */
#include <stdio.h>

#include "progress/wording.h"
#include "replay/replay.h"
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
     .help = "whether OUTBOX/CYCLE/AS-OF still is what was kept",
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
        "outbox was\naltered; 66: that night is not kept. Nothing is written but in --to.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

typedef struct Speech {
    const Wording *words;
    Arena *arena;
} Speech;

static void
say(const Speech *speech, const char *key, const Text *values, size_t count)
{
    Text line = wording_fill(speech->words, key, values, count, speech->arena);
    printf("%" TEXT_FMT "\n", TEXT_ARG(line));
}

static Text
number(const Speech *speech, size_t value)
{
    return arena_printf(speech->arena, "%zu", value);
}

static Text
in_folder(const Speech *speech, const char *name)
{
    return arena_printf(speech->arena, "%s/%s", to, name);
}

static void
say_rebuilt(const Speech *speech, const ReplayResult *result)
{
    const Kept *kept = &result->kept;
    const Text release[] = {kept->as_of,           kept->release,   kept->packages,
                            TEXT(HUIZONG_VERSION), kept_packages(), in_folder(speech, "kept")};
    const Text same[] = {number(speech, result->files), in_folder(speech, "rebuilt")};
    const Text other[] = {number(speech, result->files), number(speech, result->differing),
                          number(speech, result->differences), in_folder(speech, "difference.csv")};
    say(speech, result->same_release ? "same_release" : "other_release", release, 6);
    say(speech, result->differing == 0 ? "identical" : "differs", result->differing == 0 ? same : other,
        result->differing == 0 ? 2 : 4);
}

static void
say_standing(const Speech *speech, const ReplayResult *result)
{
    const Text count = number(speech, result->altered.count);
    const Text folder = in_folder(speech, "kept");
    if (!result->standing)
        say(speech, "standing_gone", &folder, 1);
    else
        say(speech, result->altered.count == 0 ? "standing" : "standing_altered", &count, 1);
    for (size_t i = 0; i < result->altered.count; i++)
        printf("  %" TEXT_FMT "\n", TEXT_ARG(result->altered.files[i].path));
}

static bool
replay(const char *as_of, Arena *arena, int *status, Err *err)
{
    const ReplayOrder order = {database, prog.name, schemas, archive, cycle, to, outbox};
    ReplayResult result;
    Text manifest;
    Speech speech = {wording_read(arena_printf(arena, "%s/replay.json", schemas).ptr, arena, err), arena};
    Db *db = speech.words == NULL ? NULL : db_open(database, prog.name, "exporter", err);
    bool ok = db != NULL && replay_find(db, cycle, as_of, arena, &manifest, err);
    db_close(db);
    if (!ok || !replay_run(&order, manifest, arena, &result, err))
        return false;
    say_rebuilt(&speech, &result);
    if (outbox != NULL)
        say_standing(&speech, &result);
    *status = result.altered.count > 0 ? ERR_DATA : result.differing > 0 ? 1 : 0;
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
        return err_set(err, ERR_USAGE, "one of AS-OF, --list and --keep is needed");
    if (list != NULL)
        return list_nights(arena, err);
    if (archive == NULL || (keep == NULL && to == NULL))
        return err_set(err, ERR_USAGE, "--archive and --to are needed");
    return keep != NULL ? keep_night(arena, err) : replay(operands[0], arena, status, err);
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
