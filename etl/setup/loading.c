#include "setup/loading.h"

#include <inttypes.h>

#include "setup/cycle_load.h"
#include "setup/rulechange.h"
#include "setup/upload_load.h"

/* The files are those that were taken last: what differed was written by somebody else. */
static void
tell_altered(const LoadingOrder *order, const Messages *messages, Text cycle, uint64_t rows, Arena *arena)
{
    const MessageValues values = {.unit = cycle, .read_as = arena_printf(arena, "%" PRIu64, rows)};
    Text line = messages_render(messages, TEXT("cycle_altered"), &values, arena);
    fprintf(order->out, "%" TEXT_FMT "\n", TEXT_ARG(line));
}

static bool
load_cycle(Db *db, const LoadingOrder *order, const Definitions *all, size_t index, Arena *arena, Loading *loading,
           Err *err)
{
    const Definition *one = &all->items[index];
    const RuleOrder rules = {order->schemas_dir, order->accepted, all->messages, order->out};
    RuleChange change;
    uint64_t columns = 0;
    bool ok = rulechange_begin(db, &rules, one->cycle, arena, &change, err) &&
              cycle_load(db, one->cycle, &loading->cycles[index], err) &&
              upload_load(db, one->uploads, &columns, err) &&
              upload_check_lists(db, order->schemas_dir, one->uploads, err) &&
              rulechange_end(db, &rules, columns > 0, arena, &change, err);
    loading->cycles[index] += columns;
    if (ok && !change.changed && loading->cycles[index] > 0) {
        tell_altered(order, all->messages, one->cycle->name, loading->cycles[index], arena);
        loading->altered = true;
    }
    loading->held = loading->held || (ok && change.held);
    loading->differences += ok ? change.differences : 0;
    return ok;
}

bool
loading_run(Db *db, const LoadingOrder *order, const Definitions *all, Arena *arena, Loading *loading, Err *err)
{
    *loading = (Loading){.cycles = arena_array(arena, all->count, sizeof *loading->cycles)};
    if (!cycle_load_messages(db, all->messages, arena, &loading->messages, err) ||
        !upload_load(db, all->registers, &loading->registers, err))
        return false;
    for (size_t i = 0; i < all->count; i++) {
        if (!load_cycle(db, order, all, i, arena, loading, err))
            return false;
    }
    return true;
}
