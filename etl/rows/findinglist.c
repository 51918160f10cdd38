#include "rows/findinglist.h"

#include <string.h>

enum { FIRST_ROOM = 8 };

FindingList
findinglist_new(Arena *arena)
{
    return (FindingList){.arena = arena};
}

static void
grow(FindingList *list)
{
    size_t room = list->room == 0 ? FIRST_ROOM : list->room * 2;
    Finding *items = arena_array(list->arena, room, sizeof *items);
    if (list->count > 0)
        memcpy(items, list->items, list->count * sizeof *items);
    list->items = items;
    list->room = room;
}

void
findinglist_add(FindingList *list, const Finding *finding)
{
    if (list->count == list->room)
        grow(list);
    list->items[list->count++] = *finding;
}

bool
findinglist_write(const FindingList *list, FindingWriter *writer, Err *err)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!finding_add(writer, &list->items[i], err))
            return false;
    }
    return true;
}
