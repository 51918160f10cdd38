#include "disposal/claims.h"

#include <stdlib.h>

enum { ROOM_FIRST = 256 };

void
claims_add(Claims *claims, Text what)
{
    if (claims->count == claims->room) {
        size_t room = claims->room == 0 ? ROOM_FIRST : 2 * claims->room;
        Text *items = arena_array(claims->arena, room, sizeof *items);
        for (size_t i = 0; i < claims->count; i++)
            items[i] = claims->items[i];
        claims->items = items;
        claims->room = room;
    }
    claims->items[claims->count++] = what;
    claims->sorted = false;
}

bool
claims_add_rows(Claims *claims, Db *db, const char *query, const Text *parameter, Err *err)
{
    DbResult *rows = db_query(db, query, parameter, parameter == NULL ? 0 : 1, err);
    bool ok = rows != NULL;

    for (size_t row = 0; ok && row < db_rows(rows); row++)
        claims_add(claims, arena_text(claims->arena, db_cell(rows, row, 0)));
    db_result_free(rows);
    return ok;
}

static int
by_bytes(const void *left, const void *right)
{
    const Text *one = left, *other = right;
    return text_compare(*one, *other);
}

bool
claims_have(Claims *claims, Text what)
{
    if (claims->count == 0)
        return false;
    if (!claims->sorted)
        qsort(claims->items, claims->count, sizeof *claims->items, by_bytes);
    claims->sorted = true;
    return bsearch(&what, claims->items, claims->count, sizeof *claims->items, by_bytes) != NULL;
}
