#include "disposal/disposal.h"

#include <unistd.h>

#include "disposal/gather.h"
#include "disposal/record.h"
#include "disposal/removal.h"
#include "disposal/wipe.h"
#include "out/grid.h"
#include "parcel/gone.h"

typedef struct Disposal {
    const DisposalOrder *order;
    DisposalPlaces places;
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
        words_say(disposal->words, disposal->talk, "no_date", NULL, 0);
    else
        words_say(disposal->words, disposal->talk, "too_early", (Text[]){disposal->retain_until, disposal->basis}, 2);
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
    words_say(disposal->words, disposal->out, "dry_run", values, 2);
}

static bool
book_nights(const Disposal *disposal, const Claims *nights, Err *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < nights->count; i++)
        ok = db_do(disposal->db, "dispose/night", (Text[]){disposal->id, nights->items[i]}, 2, err);
    return ok;
}

/* With the people out of the database in the same breath, so that no night between has any; from here on the disposal is a fact, whatever becomes of this run. */
static bool
book(Disposal *disposal, const Plan *plan, const Claims *nights, Err *err)
{
    Arena *arena = disposal->arena;
    const DisposalOrder *order = disposal->order;
    Text values[] = {order->cycle,
                     order->as_of,
                     order->doc_no,
                     order->signed_by,
                     places_whole(order->archive, arena),
                     places_whole(order->outbox, arena)};
    DbResult *row = db_query(disposal->db, "dispose/order", values, sizeof values / sizeof *values, err);
    if (row == NULL)
        return false;
    disposal->id = arena_text(arena, db_cell(row, 0, 0));
    db_result_free(row);
    return plan_book(plan, disposal->db, disposal->id, err) && book_nights(disposal, nights, err) &&
           db_do(disposal->db, "dispose/clear", &disposal->id, 1, err) && db_commit(disposal->db, err);
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
    words_say(disposal->words, disposal->talk, "onlookers", &who, 1);
    return err_set(err, ERR_LOCKED, "other transactions may still read what was overwritten");
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

/* As it was ordered, but for what somebody needs by now. */
static bool
read_ordered(const Disposal *disposal, Plan *plan, Err *err)
{
    Booked booked;
    if (!plan_ordered(disposal->db, disposal->id, disposal->arena, plan, err) ||
        !booked_read(&booked, disposal->db, &disposal->places, disposal->order->cycle, disposal->arena, err))
        return false;
    gather_spare(plan, &booked);
    return true;
}

/* What was ordered, done: the record is written before the files go, since a package keeps a copy of it. */
static bool
carry_out(const Disposal *disposal, bool resumed, Err *err)
{
    Plan plan;
    RecordHead head;
    bool whole; /* on the server's disk as well */
    char sha256[HASH_HEX + 1];
    const DisposalOrder *order = disposal->order;
    RemovalPlace place = {.at = disposal->places, .note = GONE_NOTE};
    if (!read_head(disposal, &head, err) || !check_alone(disposal, err) || !wipe_disk(disposal->db, &whole, err) ||
        !read_ordered(disposal, &plan, err))
        return false;
    head.server = words_get(disposal->words, whole ? "server_cleared" : "server_remains");
    if (!record_write(order->outbox, &head, disposal->words, &plan, disposal->arena, disposal->talk, &place.record,
                      sha256, err) ||
        !removal_run(&place, &plan, order->cycle, err) ||
        !db_do(disposal->db, "dispose/done", (Text[]){disposal->id, text_of(sha256)}, 2, err))
        return false;
    if (resumed)
        words_say(disposal->words, disposal->out, "resumed", &head.doc_no, 1);
    Text values[] = {arena_printf(disposal->arena, "%zu", plan.count),
                     text_of(record_folder(order->outbox, &head, disposal->arena))};
    words_say(disposal->words, disposal->out, "done", values, 2);
    if (!whole)
        words_say(disposal->words, disposal->out, "server_remains", NULL, 0);
    return true;
}

/* What is told and stays, by its action: how many there are, where there are any. */
static void
tell_staying(const Disposal *disposal, const Plan *plan, Text action, const char *words)
{
    size_t count = 0;

    for (size_t i = 0; i < plan->count; i++)
        count += text_equal(plan->items[i].action, action);
    Text number = arena_printf(disposal->arena, "%zu", count);
    if (count > 0)
        words_say(disposal->words, disposal->out, words, &number, 1);
}

static void
tell_idle(const Disposal *disposal, const Plan *plan)
{
    words_say(disposal->words, disposal->out, "nothing", NULL, 0);
    tell_staying(disposal, plan, TEXT("unclaimed_kept"), "unclaimed");
    tell_staying(disposal, plan, TEXT("manifest_lost"), "lost");
}

static bool
go_on(Disposal *disposal, Err *err)
{
    Plan plan;
    if (!places_check_ordered(&disposal->places, disposal->db, disposal->id, err))
        return false;
    if (!disposal->order->dry_run)
        return carry_out(disposal, true, err);
    if (!read_ordered(disposal, &plan, err))
        return false;
    tell_plan(disposal, &plan);
    return true;
}

static bool
order_anew(Disposal *disposal, Err *err)
{
    Plan plan;
    Booked booked;
    bool people;
    Db *db = disposal->db;
    const DisposalOrder *order = disposal->order;
    if (!db_begin(db, err) || !db_lock_cycle(db, order->cycle, err) ||
        !gather_plan(db, &disposal->places, order->cycle, disposal->arena, &plan, &booked, &people, err))
        return false;
    bool idle = plan_is_idle(&plan);
    if (people && booked.nights.count > 0 && !places_check_outbox(&disposal->places, order->cycle, err))
        return false;
    if (!order->dry_run && !idle)
        return book(disposal, &plan, &booked.nights, err) && carry_out(disposal, false, err);
    if (order->dry_run && plan.count > 0)
        tell_plan(disposal, &plan);
    else
        tell_idle(disposal, &plan);
    return db_rollback(db, err);
}

bool
disposal_run(const DisposalOrder *order, Db *db, const Words *words, Arena *arena, FILE *out, FILE *talk, Err *err)
{
    int lock = -1;
    Disposal disposal = {.order = order,
                         .places = {.archive = order->archive, .outbox = order->outbox, .words = words, .talk = talk},
                         .db = db,
                         .words = words,
                         .arena = arena,
                         .out = out,
                         .talk = talk};
    places_find_data(&disposal.places, arena);
    bool ok = places_lock(&disposal.places, &lock, err) && read_cycle(&disposal, err) && check_due(&disposal, err) &&
              (disposal.id.ptr != NULL ? go_on : order_anew)(&disposal, err);

    if (lock >= 0)
        close(lock);
    return ok;
}
