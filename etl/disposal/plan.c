#include "disposal/plan.h"

enum { ROOM_FIRST = 64 };

bool
plan_add(Plan *plan, PlanItem item, Err *err)
{
    if (plan->count >= PLAN_ITEMS_MAX)
        return err_set(err, ERR_DATA, "more than %d things to dispose of", PLAN_ITEMS_MAX);
    if (plan->count == plan->room) {
        size_t room = plan->room == 0 ? ROOM_FIRST : 2 * plan->room;
        PlanItem *items = arena_array(plan->arena, room, sizeof *items);
        for (size_t i = 0; i < plan->count; i++)
            items[i] = plan->items[i];
        plan->items = items;
        plan->room = room;
    }
    plan->items[plan->count++] = item;
    return true;
}

bool
plan_add_rows(Plan *plan, Db *db, const char *query, Text parameter, Err *err)
{
    DbResult *rows = db_query(db, query, &parameter, 1, err);
    bool ok = rows != NULL;

    for (size_t row = 0; ok && row < db_rows(rows); row++) {
        Text cells[7];
        for (int column = 0; column < 7; column++) {
            Text cell = db_cell(rows, row, column);
            cells[column] = cell.ptr == NULL ? TEXT_NONE : arena_text(plan->arena, cell);
        }
        ok = plan_add(plan, (PlanItem){cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]}, err);
    }
    db_result_free(rows);
    return ok;
}

bool
plan_ordered(Db *db, Text disposal, Arena *arena, Plan *plan, Err *err)
{
    *plan = (Plan){.arena = arena};
    return plan_add_rows(plan, db, "dispose/ordered", disposal, err);
}

bool
plan_book(const Plan *plan, Db *db, Text disposal, Err *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < plan->count; i++) {
        const PlanItem *item = &plan->items[i];
        Text values[] = {disposal,     arena_printf(plan->arena, "%zu", i + 1),
                         item->part,   item->name,
                         item->sha256, item->unit,
                         item->kinds,  item->rows,
                         item->action};
        ok = db_do(db, "dispose/item", values, sizeof values / sizeof *values, err);
    }
    return ok;
}

bool
plan_is_removed(const PlanItem *item)
{
    return text_equal(item->action, TEXT("removed")) || text_equal(item->action, TEXT("removed_unread")) ||
           text_equal(item->action, TEXT("removed_here")) || text_equal(item->action, TEXT("removed_away"));
}

bool
plan_is_idle(const Plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan_is_removed(&plan->items[i]) || text_equal(plan->items[i].action, TEXT("cleared")))
            return false;
    return true;
}
