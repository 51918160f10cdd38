#include "setup/rulechange.h"

#include <inttypes.h>
#include <string.h>

#include "office/difference.h"
#include "office/enforce.h"
#include "schema/cycle_folder.h"

/* A digest is believed from so many characters on. */
enum { DIGEST_MIN = 12 };

static void
add_titles(Hash *hash, const Messages *messages)
{
    for (size_t i = 0; i < messages_count(messages); i++) {
        Text code = messages_code(messages, i);
        Text title = messages_title(messages, code);
        hash_add(hash, code.ptr, code.len);
        hash_add(hash, "\t", 1);
        hash_add(hash, title.ptr, title.len);
        hash_add(hash, "\n", 1);
    }
}

/* The cycle's files, the registers' definitions, the short names by which registers may name a matter, and the program's statements. */
static bool
digest_rules(const RuleOrder *order, const Cycle *cycle, Arena *arena, char sha256[HASH_HEX + 1], Err *err)
{
    char registers[HASH_HEX + 1];
    char statements[HASH_HEX + 1];
    const char *folder = arena_printf(arena, "%s/registers", order->schemas_dir).ptr;
    if (!cycle_folder_digest(folder, registers, arena, err))
        return false;
    enforce_digest(statements);
    Hash *hash = hash_new();
    hash_add(hash, cycle->sha256, HASH_HEX);
    hash_add(hash, registers, HASH_HEX);
    hash_add(hash, statements, HASH_HEX);
    add_titles(hash, order->messages);
    hash_end(hash, sha256);
    return true;
}

/* A cycle that is not in the database yet has no row. */
static bool
read_standing(Db *db, Arena *arena, RuleChange *change, Err *err)
{
    const Text parameters[] = {change->cycle->name, text_of(change->sha256)};
    DbResult *row = db_query(db, "setup/rules_standing", parameters, 2, err);
    if (row == NULL)
        return false;
    change->changed = db_rows(row) == 0 || !text_equal(db_named(row, 0, "same"), TEXT("t"));
    if (db_rows(row) > 0) {
        change->last_night = arena_text(arena, db_named(row, 0, "last_night"));
        change->printed = arena_text(arena, db_named(row, 0, "printed"));
        change->uploads = arena_text(arena, db_named(row, 0, "uploads"));
    }
    change->looked = change->changed && change->last_night.len > 0;
    db_result_free(row);
    return true;
}

bool
rulechange_begin(Db *db, const RuleOrder *order, const Cycle *cycle, Arena *arena, RuleChange *change, Err *err)
{
    *change = (RuleChange){.cycle = cycle};
    if (!digest_rules(order, cycle, arena, change->sha256, err) || !read_standing(db, arena, change, err))
        return false;
    const Text run[] = {cycle->name, change->last_night};
    return !change->looked || (db_lock_cycle(db, cycle->name, err) && db_do(db, "session/run", run, 2, err) &&
                               db_script(db, "preview/before", err));
}

static bool
is_accepted(const RuleOrder *order, const RuleChange *change)
{
    for (size_t i = 0; order->accepted != NULL && order->accepted[i] != NULL; i++) {
        Text said = text_of(order->accepted[i]);
        if (said.len >= DIGEST_MIN && text_starts_with(text_of(change->sha256), said))
            return true;
    }
    return false;
}

static void
say(const RuleOrder *order, const char *code, const MessageValues *values, Arena *arena)
{
    Text line = messages_render(order->messages, text_of(code), values, arena);
    fprintf(order->out, "%" TEXT_FMT "\n", TEXT_ARG(line));
}

/* What all lines of a change speak of: the cycle, the digest to be typed, the night, how many. */
static MessageValues
common_values(const RuleChange *change, Arena *arena)
{
    return (MessageValues){.unit = change->cycle->name,
                           .raw = text_sub(text_of(change->sha256), 0, DIGEST_MIN),
                           .read_as = change->printed,
                           .expected = arena_printf(arena, "%" PRIu64, change->differences)};
}

/* The rules over the same arrivals, at the same clock; undone again. */
static bool
look(Db *db, const RuleOrder *order, Arena *arena, RuleChange *change, Err *err)
{
    const MessageValues values = common_values(change, arena);
    return db_script(db, "preview/savepoint", err) && enforce_steps(db, arena, &(EnforceResult){0}, err) &&
           difference_tell(db, "rules_differ", &values, order->messages, order->out, arena, &change->differences,
                           err) &&
           db_script(db, "preview/back", err);
}

static bool
take(Db *db, const RuleChange *change, Arena *arena, Err *err)
{
    char statements[HASH_HEX + 1];
    enforce_digest(statements);
    const Text parameters[] = {change->cycle->name, text_of(change->sha256), text_of(statements),
                               arena_printf(arena, "%" PRIu64, change->differences)};
    return db_do(db, "setup/rules_take", parameters, sizeof parameters / sizeof *parameters, err);
}

/* The same files, and yet other definitions than were booked: this program reads them otherwise than the one before, or another cycle's setup had other registers. */
static bool
book_anew(Db *db, const RuleChange *change, Arena *arena, Err *err)
{
    DbResult *row = db_query(db, "setup/rules_unbooked", &change->cycle->name, 1, err);
    if (row == NULL)
        return false;
    bool unbooked = text_equal(db_cell(row, 0, 0), TEXT("t"));
    db_result_free(row);
    return !unbooked || take(db, change, arena, err);
}

bool
rulechange_end(Db *db, const RuleOrder *order, bool columns_changed, Arena *arena, RuleChange *change, Err *err)
{
    if (!change->changed)
        return book_anew(db, change, arena, err);
    if (change->looked && !look(db, order, arena, change, err))
        return false;
    MessageValues values = common_values(change, arena);
    if (columns_changed && change->looked) {
        values.read_as = change->uploads;
        say(order, "rules_uploads_older", &values, arena);
    }
    change->held = change->differences > 0 && !is_accepted(order, change);
    if (change->differences > 0)
        say(order, change->held ? "rules_held" : "rules_taken", &values, arena);
    return change->held || take(db, change, arena, err);
}
