/* huizong-load: typed rows and findings of one arrival into the database; or the list of arrivals that wait for it. */
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/log.h"
#include "db/db.h"
#include "ministry/event.h"
#include "office/clock.h"
#include "office/load_upload.h"
#include "rows/copytext.h"
#include "stage/options.h"

static const char *database, *cycle, *arrival, *pending, *event, *as_of;
static const char **findings;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    {.name = "pending", .help = "print the arrivals that wait: arrival, source, sha256, path", .value = &pending},
    {.name = "arrival", .value_name = "ID", .help = "the arrival whose typed rows come on stdin", .value = &arrival},
    {.name = "event",
     .value_name = "DIR",
     .help = "book the final package in DIR, once it is verified",
     .value = &event},
    {.name = "findings",
     .value_name = "FILE",
     .help = "what extract or normalise found in it; repeatable",
     .many = &findings},
    OPTION_AS_OF(&as_of),
};

static const Prog prog = {
    .name = "huizong-load",
    .summary = "load the typed rows of one arrival, all or nothing; a second time changes nothing",
    .operands = "",
    .notes = "Exit status 1: the upload was refused, or there are findings; both are in the database.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
print_pending(Db *db, Arena *arena, Err *err)
{
    Text parameters[] = {text_of(cycle), TEXT_NONE};
    if (!clock_read(db, parameters[0], as_of, arena, &parameters[1], err))
        return false;
    DbResult *list = db_query(db, "load/pending", parameters, 2, err);
    if (list == NULL)
        return false;
    Buf out = buf_new((size_t)1 << 30);
    bool ok = true;
    for (size_t row = 0; ok && row < db_rows(list); row++)
        for (int column = 0; ok && column < db_columns(list); column++)
            ok = copytext_field(&out, db_cell(list, row, column)) &&
                 buf_char(&out, column + 1 < db_columns(list) ? '\t' : '\n');
    if (!ok)
        err_set(err, ERR_DATA, "list of arrivals too long: cycle \"%s\"", cycle);
    else if (!file_write_all(STDOUT_FILENO, out.ptr, out.len))
        ok = err_set(err, ERR_IO, "could not write the list of arrivals: %m");
    buf_free(&out);
    db_result_free(list);
    return ok;
}

static bool
book_event(Db *db, Arena *arena, Err *err)
{
    bool already;
    if (!event_book_folder(db, text_of(cycle), event, arena, &already, err))
        return false;
    log_info("package \"%s\": %s", event, already ? "booked already" : "booked");
    return true;
}

static bool
load_one(Db *db, Arena *arena, int *status, Err *err)
{
    static const char *const none[] = {NULL};
    LoadResult result;
    Text clock = TEXT_NONE;
    if (as_of != NULL && !clock_read(db, text_of(cycle), as_of, arena, &clock, err))
        return false;
    if (!load_upload(db, text_of(cycle), text_of(arrival), clock, STDIN_FILENO, findings == NULL ? none : findings,
                     &result, err))
        return err_prefix(err, "arrival %s", arrival);
    log_info("arrival %s: %s, %llu findings", arrival,
             result.already ? "loaded already" : (result.refused ? "refused" : "complete"),
             (unsigned long long)result.findings);
    *status = result.refused || result.findings > 0 ? 1 : 0;
    return true;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    if ((pending != NULL) + (arrival != NULL) + (event != NULL) != 1)
        return err_set(err, ERR_USAGE, "one of --pending, --arrival and --event is needed");
    Db *db = db_open(database, prog.name, "loader", err);
    if (db == NULL)
        return false;
    bool ok = pending != NULL ? print_pending(db, arena, err)
              : event != NULL ? book_event(db, arena, err)
                              : load_one(db, arena, status, err);
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
