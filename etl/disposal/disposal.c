#include "disposal/disposal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disposal/gather.h"
#include "disposal/plan.h"
#include "disposal/record.h"
#include "disposal/removal.h"
#include "disposal/wipe.h"
#include "out/grid.h"
#include "parcel/gone.h"

typedef struct Disposal {
    const DisposalOrder *order;
    Db *db;
    const Words *words;
    Arena *arena;
    FILE *out;
    FILE *talk;
    Text retain_until;
    Text basis;
    bool due;
    Text id; /* the one that is open or was ordered now; or TEXT_NONE */
} Disposal;

static void
say(FILE *stream, Text text)
{
    fprintf(stream, "%" TEXT_FMT "\n", TEXT_ARG(text));
}

/* The night's lock, which lies beside the archive. */
static bool
lock_night(const Disposal *disposal, int *lock, Err *err)
{
    const char *path = arena_printf(disposal->arena, "%s/../.nightly.lock", disposal->order->archive).ptr;

    *lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (*lock < 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not open \"%s\": %m", path);
    return flock(*lock, LOCK_EX | LOCK_NB) == 0 ||
           err_set(err, errno == EWOULDBLOCK ? ERR_LOCKED : ERR_IO, "a night is at work: \"%s\"", path);
}

/* Who copies the archive holds it shared: nothing may go from it between the database's list of it and the copy. */
static bool
lock_archive(const Disposal *disposal, int *lock, Err *err)
{
    const char *path = disposal->order->archive;

    *lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*lock < 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not open archive \"%s\": %m", path);
    return flock(*lock, LOCK_EX | LOCK_NB) == 0 ||
           err_set(err, errno == EWOULDBLOCK ? ERR_LOCKED : ERR_IO, "a backup is being made of \"%s\"", path);
}

static bool
read_cycle(Disposal *disposal, Err *err)
{
    const DisposalOrder *order = disposal->order;
    DbResult *row = db_query(disposal->db, "dispose/cycle", (Text[]){order->cycle, order->as_of}, 2, err);
    if (row == NULL)
        return false;
    bool known = db_rows(row) == 1;
    if (known) {
        disposal->retain_until = arena_text(disposal->arena, db_named(row, 0, "retain_until"));
        disposal->basis = arena_text(disposal->arena, db_named(row, 0, "basis"));
        disposal->due = text_equal(db_named(row, 0, "due"), TEXT("t"));
        Text open_one = db_named(row, 0, "open_disposal");
        disposal->id = open_one.ptr == NULL ? TEXT_NONE : arena_text(disposal->arena, open_one);
    }
    db_result_free(row);
    return known || err_set(err, ERR_CONFIG, "no cycle \"%" TEXT_FMT "\" in the database", TEXT_ARG(order->cycle));
}

static bool
check_due(const Disposal *disposal, Err *err)
{
    if (disposal->due || disposal->id.ptr != NULL)
        return true;
    if (disposal->retain_until.len == 0)
        say(disposal->talk, words_get(disposal->words, "no_date"));
    else
        say(disposal->talk,
            words_fill(disposal->words, "too_early", (Text[]){disposal->retain_until, disposal->basis}, 2));
    return err_set(err, ERR_DATA, "people's data of cycle \"%" TEXT_FMT "\" are still to be kept",
                   TEXT_ARG(disposal->order->cycle));
}

static void
tell_plan(const Disposal *disposal, const Plan *plan)
{
    Text *cells = arena_array(disposal->arena, (plan->count + 1) * RECORD_COLUMNS, sizeof *cells);
    for (size_t i = 0; i < RECORD_COLUMNS; i++)
        cells[i] = words_at(disposal->words, "columns", i);
    for (size_t i = 0; i < plan->count; i++)
        record_cells(disposal->words, "planned", &plan->items[i], i + 1, cells + (i + 1) * RECORD_COLUMNS);
    grid_print(disposal->out, cells, plan->count + 1, RECORD_COLUMNS);
    Text values[] = {arena_printf(disposal->arena, "%zu", plan->count), disposal->basis};
    say(disposal->out, words_fill(disposal->words, "dry_run", values, 2));
}

/* From here on the disposal is a fact, whatever becomes of this run. */
static bool
book(Disposal *disposal, const Plan *plan, Err *err)
{
    const DisposalOrder *order = disposal->order;
    Text values[] = {order->cycle, order->as_of, order->doc_no, order->signed_by};
    if (!db_begin(disposal->db, err) || !db_lock_cycle(disposal->db, order->cycle, err))
        return false;
    DbResult *row = db_query(disposal->db, "dispose/order", values, 4, err);
    if (row == NULL)
        return false;
    disposal->id = arena_text(disposal->arena, db_cell(row, 0, 0));
    db_result_free(row);
    return plan_book(plan, disposal->db, disposal->id, err) && db_commit(disposal->db, err);
}

/* What somebody may still read does not go from the disk. */
static bool
check_alone(const Disposal *disposal, Err *err)
{
    Text who;

    if (!wipe_onlookers(disposal->db, disposal->arena, &who, err))
        return false;
    if (who.ptr == NULL)
        return true;
    say(disposal->talk, words_fill(disposal->words, "onlookers", &who, 1));
    return err_set(err, ERR_LOCKED, "other transactions may still read what was overwritten");
}

/* *whole: on the server's disk as well. */
static bool
clear_database(const Disposal *disposal, bool *whole, Err *err)
{
    Db *db = disposal->db;
    return db_begin(db, err) && db_lock_cycle(db, disposal->order->cycle, err) &&
           db_do(db, "dispose/clear", &disposal->id, 1, err) && db_commit(db, err) && check_alone(disposal, err) &&
           wipe_disk(db, whole, err);
}

static bool
read_head(const Disposal *disposal, RecordHead *head, Err *err)
{
    DbResult *row = db_query(disposal->db, "dispose/order_of", &disposal->id, 1, err);
    if (row == NULL)
        return false;
    Text cells[9];
    for (int i = 0; i < 9; i++)
        cells[i] = arena_text(disposal->arena, db_cell(row, 0, i));
    *head = (RecordHead){cells[0], cells[1], cells[2], cells[3], cells[4],
                         cells[5], cells[6], cells[7], cells[8], TEXT_NONE};
    db_result_free(row);
    return true;
}

/* What was ordered, done: the record is written before the files go, since a package keeps a copy of it. */
static bool
carry_out(const Disposal *disposal, bool resumed, Err *err)
{
    Plan plan;
    RecordHead head;
    bool whole;
    char sha256[HASH_HEX + 1];
    const DisposalOrder *order = disposal->order;
    RemovalPlace place = {.archive = order->archive, .outbox = order->outbox, .note = GONE_NOTE};
    if (!read_head(disposal, &head, err) || !plan_ordered(disposal->db, disposal->id, disposal->arena, &plan, err) ||
        !clear_database(disposal, &whole, err))
        return false;
    head.server = words_get(disposal->words, whole ? "server_cleared" : "server_remains");
    if (!record_write(order->outbox, &head, disposal->words, &plan, disposal->arena, disposal->talk, &place.record,
                      sha256, err) ||
        !removal_run(&place, &plan, order->cycle, err) ||
        !db_do(disposal->db, "dispose/done", (Text[]){disposal->id, text_of(sha256)}, 2, err))
        return false;
    if (resumed)
        say(disposal->out, words_fill(disposal->words, "resumed", &head.doc_no, 1));
    Text values[] = {arena_printf(disposal->arena, "%zu", plan.count),
                     text_of(record_folder(order->outbox, &head, disposal->arena))};
    say(disposal->out, words_fill(disposal->words, "done", values, 2));
    if (!whole)
        say(disposal->out, head.server);
    return true;
}

static void
tell_idle(const Disposal *disposal, const Plan *plan)
{
    size_t unclaimed = 0;

    for (size_t i = 0; i < plan->count; i++)
        unclaimed += text_equal(plan->items[i].part, TEXT("unclaimed"));
    Text count = arena_printf(disposal->arena, "%zu", unclaimed);
    say(disposal->out, words_get(disposal->words, "nothing"));
    if (unclaimed > 0)
        say(disposal->out, words_fill(disposal->words, "unclaimed", &count, 1));
}

/* Where nights have put something out, there is a folder of the cycle: in a wrong outbox nothing would be found, and all would count as disposed of. */
static bool
check_outbox(const Disposal *disposal, Err *err)
{
    struct stat status;
    const DisposalOrder *order = disposal->order;
    Text folder = arena_printf(disposal->arena, "%s/%" TEXT_FMT, order->outbox, TEXT_ARG(order->cycle));
    DbResult *nights = db_query(disposal->db, "dispose/nights", &order->cycle, 1, err);
    if (nights == NULL)
        return false;
    bool none = db_rows(nights) == 0;
    db_result_free(nights);
    if (none || (stat(folder.ptr, &status) == 0 && S_ISDIR(status.st_mode)))
        return true;
    say(disposal->talk, words_fill(disposal->words, "no_outbox", &folder, 1));
    return err_set(err, ERR_NO_INPUT, "no folder \"%s\"", folder.ptr);
}

static bool
plan_and_do(Disposal *disposal, Err *err)
{
    Plan plan;
    const DisposalOrder *order = disposal->order;
    bool resumed = disposal->id.ptr != NULL;
    bool ok = resumed ? plan_ordered(disposal->db, disposal->id, disposal->arena, &plan, err)
                      : gather_plan(disposal->db, &(DisposalPlaces){order->archive, order->outbox}, order->cycle,
                                    disposal->arena, &plan, err);
    if (!ok)
        return false;
    bool idle = gather_is_idle(&plan);
    if (!idle && !resumed && !check_outbox(disposal, err))
        return false;
    if (order->dry_run && plan.count > 0)
        tell_plan(disposal, &plan);
    else if (idle)
        tell_idle(disposal, &plan);
    else
        return (resumed || book(disposal, &plan, err)) && carry_out(disposal, resumed, err);
    return true;
}

bool
disposal_run(const DisposalOrder *order, Db *db, const Words *words, Arena *arena, FILE *out, FILE *talk, Err *err)
{
    Disposal disposal = {.order = order, .db = db, .words = words, .arena = arena, .out = out, .talk = talk};
    int night = -1, archive = -1;
    bool ok = lock_night(&disposal, &night, err) && lock_archive(&disposal, &archive, err) &&
              read_cycle(&disposal, err) && check_due(&disposal, err) && plan_and_do(&disposal, err);

    if (archive >= 0)
        close(archive);
    if (night >= 0)
        close(night);
    return ok;
}
