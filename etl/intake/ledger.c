#include "intake/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/calendar.h"

static const char UNDEFINED_TABLE[] = "42P01";

static bool
lock_cycle(Ledger *ledger, Err *err)
{
    DbResult *result = db_query(ledger->db, "intake/lock", &ledger->cycle, 1, err);
    if (result == NULL)
        return false;
    ledger->locked = text_equal(db_named(result, 0, "locked"), TEXT("t"));
    db_result_free(result);
    return ledger->locked || err_set(err, ERR_LOCKED,
                                     "cycle \"%" TEXT_FMT "\" is being worked on by another run："
                                     "这个周期的另一次运行尚未结束，请稍后再运行",
                                     TEXT_ARG(ledger->cycle));
}

/* Cells of a result end with a NUL, and the server writes the numbers. */
static int64_t
number(const DbResult *result, const char *column)
{
    return strtoll(db_named(result, 0, column).ptr, NULL, 10);
}

static bool
no_cycle(const Ledger *ledger, Err *err)
{
    return err_set(err, ERR_CONFIG,
                   "no cycle \"%" TEXT_FMT "\" in the database, huizong-setup loads it："
                   "数据库里还没有这个周期，周期设置改正之前收不了件",
                   TEXT_ARG(ledger->cycle));
}

static bool
read_clock(const DbResult *cycle, const char *as_of, Ledger *ledger, Err *err)
{
    int64_t now;
    if (db_rows(cycle) == 0)
        return no_cycle(ledger, err);
    int offset = (int)number(cycle, "offset_minutes");
    if (!calendar_option(as_of, offset, &now, err))
        return false;
    ledger->as_of = calendar_iso(now, 0, ledger->arena);
    if (db_named(cycle, 0, "last_night").ptr == NULL || number(cycle, "last_night") <= now)
        return true;
    Text last = calendar_iso(number(cycle, "last_night"), offset, ledger->arena);
    return err_set(err, ERR_USAGE, "--as-of is before the last night of cycle \"%" TEXT_FMT "\", %" TEXT_FMT,
                   TEXT_ARG(ledger->cycle), TEXT_ARG(last));
}

bool
ledger_open(Db *db, const char *cycle, const char *as_of, Arena *arena, Ledger *out, Err *err)
{
    *out = (Ledger){.db = db, .cycle = text_of(cycle), .source = TEXT("inbox"), .arena = arena};
    if (!lock_cycle(out, err))
        return false;
    DbResult *result = db_query(db, "intake/cycle", &out->cycle, 1, err);
    /* a first setup that was refused has left the database empty */
    if (result == NULL)
        return strcmp(db_sqlstate(db), UNDEFINED_TABLE) == 0 ? no_cycle(out, err) : false;
    bool ok = read_clock(result, as_of, out, err);
    db_result_free(result);
    return ok;
}

void
ledger_close(Ledger *ledger)
{
    Err ignored;
    /* A lock that cannot be given back goes with the session. */
    if (ledger->locked)
        db_do(ledger->db, "intake/unlock", &ledger->cycle, 1, &ignored);
    ledger->locked = false;
}

bool
ledger_book(const Ledger *ledger, const LedgerLine *line, bool *added, Err *err)
{
    const Text parameters[] = {
        ledger->cycle,
        ledger->source,
        line->path,
        line->sha256,
        arena_printf(ledger->arena, "%" PRId64, line->size),
        arena_printf(ledger->arena, "%" PRId64, line->changed_us),
        ledger->as_of,
        text_of(line->left),
    };
    DbResult *result = db_query(ledger->db, "intake/arrive", parameters, sizeof(parameters) / sizeof(*parameters), err);
    if (result == NULL)
        return false;
    *added = db_rows(result) > 0;
    db_result_free(result);
    return true;
}

bool
ledger_knows(const Ledger *ledger, Text path, int64_t size, int64_t changed_us, LedgerSeen *seen, Err *err)
{
    *seen = (LedgerSeen){0};
    DbResult *result = db_query(ledger->db, "intake/last", (Text[]){ledger->cycle, ledger->source, path}, 3, err);
    if (result == NULL)
        return false;
    seen->known = db_rows(result) > 0 && db_named(result, 0, "sha256").ptr != NULL &&
                  number(result, "byte_size") == size && number(result, "changed_us") == changed_us;
    if (seen->known) {
        snprintf(seen->sha256, sizeof seen->sha256, "%s", db_named(result, 0, "sha256").ptr);
        seen->unread = text_equal(db_named(result, 0, "unread"), TEXT("t"));
        seen->disposed = text_equal(db_named(result, 0, "disposed"), TEXT("t"));
    }
    db_result_free(result);
    return true;
}

bool
ledger_standing(const Ledger *ledger, Text **paths, size_t *count, Err *err)
{
    DbResult *result = db_query(ledger->db, "intake/standing", (Text[]){ledger->cycle, ledger->source}, 2, err);
    if (result == NULL)
        return false;
    *count = db_rows(result);
    *paths = arena_array(ledger->arena, *count, sizeof(Text));
    for (size_t i = 0; i < *count; i++)
        (*paths)[i] = arena_text(ledger->arena, db_cell(result, i, 0));
    db_result_free(result);
    return true;
}

bool
ledger_disposed(const Ledger *ledger, Text path, const char *sha256, bool *disposed, bool *standing, Err *err)
{
    const Text parameters[] = {ledger->cycle, ledger->source, path, text_of(sha256)};
    DbResult *result = db_query(ledger->db, "intake/disposed", parameters, 4, err);
    if (result == NULL)
        return false;
    *disposed = text_equal(db_named(result, 0, "disposed"), TEXT("t"));
    *standing = text_equal(db_named(result, 0, "standing"), TEXT("t"));
    db_result_free(result);
    return true;
}
