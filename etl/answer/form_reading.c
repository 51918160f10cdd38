#include "answer/form_reading.h"

#include <string.h>

enum { FIRST_ROOM = 32 };

FormReading *
form_reading_new(const Sheet *sheet, Arena *arena)
{
    FormReading *reading = arena_alloc(arena, sizeof *reading);
    reading->sheet = sheet;
    reading->arena = arena;
    return reading;
}

static void *
with_room(Arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    *room = *room == 0 ? FIRST_ROOM : *room * 2;
    void *larger = arena_array(arena, *room, size);
    if (count > 0)
        memcpy(larger, items, count * size);
    return larger;
}

size_t
form_reading_add(FormReading *reading, const FormValue *value)
{
    reading->values =
        with_room(reading->arena, reading->values, reading->value_count, &reading->value_room, sizeof *reading->values);
    reading->values[reading->value_count] = *value;
    return reading->value_count++;
}

void
form_reading_leave(FormReading *reading, const FormRest *rest)
{
    reading->rests =
        with_room(reading->arena, reading->rests, reading->rest_count, &reading->rest_room, sizeof *reading->rests);
    reading->rests[reading->rest_count++] = *rest;
}
