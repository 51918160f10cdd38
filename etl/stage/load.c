/* huizong-load: typed rows and findings of one arrival into the database; or the list of arrivals that wait for it. */
#include <unistd.h>

#include "base/log.h"
#include "db/db.h"
#include "ministry/event.h"
#include "office/arrivals.h"
#include "office/clock.h"
#include "office/load_rebuild.h"
#include "office/load_upload.h"
#include "stage/options.h"

static const char *database, *cycle, *arrival, *pending, *pruned, *rebuild, *event, *as_of;
static const char **findings;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    {.name = "pending", .help = "print the arrivals that wait: arrival, source, sha256, path", .value = &pending},
    {.name = "arrival", .value_name = "ID", .help = "the arrival whose typed rows come on stdin", .value = &arrival},
    {.name = "pruned", .help = "print those with pruned lists that counted at --as-of", .value = &pruned},
    {.name = "rebuild",
     .value_name = "ID",
     .help = "the arrival whose pruned lists get their rows again, from typed rows on stdin",
     .value = &rebuild},
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
print_arrivals(Db *db, const char *query, Arena *arena, Err *err)
{
    Text parameters[] = {text_of(cycle), TEXT_NONE};
    if (!clock_read(db, parameters[0], as_of, arena, &parameters[1], err))
        return false;
    DbResult *list = db_query(db, query, parameters, 2, err);
    if (list == NULL)
        return false;
    Text lines;
    bool ok = arrivals_lines(list, arena, &lines, err) && arrivals_print(lines, err);
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
load_one(Db *db, int *status, Err *err)
{
    static const char *const none[] = {NULL};
    LoadResult result;
    if (!load_upload(db, text_of(cycle), text_of(arrival), STDIN_FILENO, findings == NULL ? none : findings, &result,
                     err))
        return err_prefix(err, "arrival %s", arrival);
    log_info("arrival %s: %s, %llu findings", arrival,
             result.already ? "loaded already" : (result.refused ? "refused" : "complete"),
             (unsigned long long)result.findings);
    *status = result.refused || result.findings > 0 ? 1 : 0;
    return true;
}

static bool
rebuild_one(Db *db, Err *err)
{
    uint64_t lists;
    if (!load_rebuild(db, text_of(cycle), text_of(rebuild), STDIN_FILENO, &lists, err))
        return err_prefix(err, "arrival %s", rebuild);
    log_info("arrival %s: %llu lists have their rows again", rebuild, (unsigned long long)lists);
    return true;
}

static bool
work(Db *db, Arena *arena, int *status, Err *err)
{
    if (pending != NULL)
        return print_arrivals(db, "load/pending", arena, err);
    if (pruned != NULL)
        return print_arrivals(db, "load/pruned", arena, err);
    if (event != NULL)
        return book_event(db, arena, err);
    return rebuild != NULL ? rebuild_one(db, err) : load_one(db, status, err);
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    if ((pending != NULL) + (pruned != NULL) + (arrival != NULL) + (rebuild != NULL) + (event != NULL) != 1)
        return err_set(err, ERR_USAGE, "one of --pending, --pruned, --arrival, --rebuild and --event is needed");
    Db *db = db_open(database, prog.name, "loader", err);
    if (db == NULL)
        return false;
    bool ok = work(db, arena, status, err);
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
