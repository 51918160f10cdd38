#include "schema/cycle_units.h"

#include <stdlib.h>

#include "text/fold.h"

enum { DIGITS = 6 };

/* A way to write the unit, of which something is left when it is compared. */
static Text
read_spelling(Json json, Arena *arena, Err *err)
{
    Text text = json_string(json, err);

    if (text.len == 0)
        json_refuse(json, "empty", err);
    else if (fold_key(text, arena).len == 0)
        json_refuse(json, "nothing is left of it after folding", err);
    return arena_text(arena, text);
}

static bool
is_letter(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* Six digits as GB/T 2260 gives them, or what begins with a letter where a unit has none: PT. */
static bool
is_code(Text code)
{
    size_t digits = 0, letters = 0;

    for (size_t i = 0; i < code.len; i++) {
        digits += code.ptr[i] >= '0' && code.ptr[i] <= '9';
        letters += is_letter(code.ptr[i]);
    }
    bool plain = code.len > 0 && digits + letters == code.len;
    return plain && (is_letter(code.ptr[0]) || (letters == 0 && digits == DIGITS));
}

static Text
read_code(Json json, Arena *arena, Err *err)
{
    Text code = read_spelling(json, arena, err);

    if (!is_code(code))
        json_refuse(json, "neither six digits like 350100 nor one that begins with a capital letter like PT", err);
    return code;
}

static Text
read_type(Json json, Arena *arena, Err *err)
{
    static const char *const TYPES[] = {"city", "district", "zone", "direct", "related"};
    Text type = json_string(json, err);

    for (size_t i = 0; i < sizeof(TYPES) / sizeof(TYPES[0]); i++) {
        if (text_equal(type, text_of(TYPES[i])))
            return arena_text(arena, type);
    }
    json_refuse(json, "unknown unit type; known are city, district, zone, direct, related", err);
    return TEXT_NONE;
}

/* A short name becomes a folder's and a file's. */
static void
check_short_name(Json json, Text name, Err *err)
{
    if (text_find(name, TEXT("/"), 0) != SIZE_MAX || text_starts_with(name, TEXT(".")))
        json_refuse(json, "not a file name", err);
}

static void
read_unit(Json json, CycleUnit *unit, Arena *arena, Err *err)
{
    static const char *const KEYS[] = {"code", "name", "short", "type", "aliases", "note", NULL};
    Json note = json_member(json, "note");
    Json aliases = json_member(json, "aliases");

    json_only(json, KEYS, err);
    unit->code = read_code(json_member(json, "code"), arena, err);
    unit->name = read_spelling(json_member(json, "name"), arena, err);
    unit->short_name = read_spelling(json_member(json, "short"), arena, err);
    check_short_name(json_member(json, "short"), unit->short_name, err);
    unit->type = read_type(json_member(json, "type"), arena, err);
    unit->note = json_has(note) ? arena_text(arena, json_string(note, err)) : TEXT_NONE;
    unit->alias_count = json_count(aliases);
    unit->aliases = arena_array(arena, unit->alias_count, sizeof(Text));
    for (size_t i = 0; i < unit->alias_count; i++)
        unit->aliases[i] = read_spelling(json_at(aliases, i), arena, err);
}

static void
add_alias(Cycle *cycle, size_t unit, Text alias, Arena *arena)
{
    Text folded = fold_key(alias, arena);

    if (folded.len > 0)
        cycle->aliases[cycle->alias_count++] = (CycleAlias){.folded = folded, .alias = alias, .unit = unit};
}

static void
collect_aliases(Cycle *cycle, Arena *arena)
{
    size_t room = 0;

    for (size_t i = 0; i < cycle->unit_count; i++)
        room += cycle->units[i].alias_count + 3;
    cycle->aliases = arena_array(arena, room, sizeof(CycleAlias));
    for (size_t i = 0; i < cycle->unit_count; i++) {
        const CycleUnit *unit = &cycle->units[i];
        add_alias(cycle, i, unit->name, arena);
        add_alias(cycle, i, unit->short_name, arena);
        add_alias(cycle, i, unit->code, arena);
        for (size_t alias = 0; alias < unit->alias_count; alias++)
            add_alias(cycle, i, unit->aliases[alias], arena);
    }
}

static int
compare_alias(const void *left, const void *right)
{
    const CycleAlias *one = left, *other = right;
    int order = text_compare(one->folded, other->folded);

    if (order == 0)
        order = (one->unit > other->unit) - (one->unit < other->unit);
    return order != 0 ? order : text_compare(one->alias, other->alias);
}

static const char *
explain_shared(const CycleAlias *alias, const CycleUnit *other, Arena *arena)
{
    return arena_printf(arena, "\"%" TEXT_FMT "\" also names unit %" TEXT_FMT, TEXT_ARG(alias->alias),
                        TEXT_ARG(other->code))
        .ptr;
}

/* Where a unit has it written. */
static Json
spelling_in(Json unit, Text alias)
{
    static const char *const KEYS[] = {"name", "short", "code"};
    Json list = json_member(unit, "aliases");
    Err ignored = {0};

    for (size_t i = 0; i < sizeof(KEYS) / sizeof(KEYS[0]); i++) {
        if (text_equal(json_string(json_member(unit, KEYS[i]), &ignored), alias))
            return json_member(unit, KEYS[i]);
    }
    for (size_t i = 0; i < json_count(list); i++) {
        if (text_equal(json_string(json_at(list, i), &ignored), alias))
            return json_at(list, i);
    }
    return unit;
}

/* Sorted, each spelling once; one that two units have is refused. */
static void
settle_aliases(Json list, Cycle *cycle, Arena *arena, Err *err)
{
    size_t kept = 0;

    if (cycle->alias_count > 0)
        qsort(cycle->aliases, cycle->alias_count, sizeof(CycleAlias), compare_alias);
    for (size_t i = 0; i < cycle->alias_count; i++) {
        const CycleAlias *alias = &cycle->aliases[i];
        const CycleAlias *before = kept > 0 ? &cycle->aliases[kept - 1] : NULL;
        bool repeated = before != NULL && text_equal(before->folded, alias->folded);
        if (repeated && before->unit != alias->unit)
            json_refuse(spelling_in(json_at(list, alias->unit), alias->alias),
                        explain_shared(alias, &cycle->units[before->unit], arena), err);
        if (!repeated)
            cycle->aliases[kept++] = *alias;
    }
    cycle->alias_count = kept;
}

void
cycle_units_read(Json list, Cycle *cycle, Arena *arena, Err *err)
{
    cycle->unit_count = json_count(list);
    if (cycle->unit_count == 0)
        json_refuse(list, "no unit", err);
    cycle->units = arena_array(arena, cycle->unit_count, sizeof(CycleUnit));
    for (size_t i = 0; i < cycle->unit_count; i++)
        read_unit(json_at(list, i), &cycle->units[i], arena, err);
    collect_aliases(cycle, arena);
    settle_aliases(list, cycle, arena, err);
}

static int
compare_spelling(const void *left, const void *right)
{
    const CycleAlias *one = left, *other = right;
    return text_compare(one->folded, other->folded);
}

const CycleAlias *
cycle_units_find(const CycleAlias *aliases, size_t count, Text written, Arena *arena)
{
    const CycleAlias wanted = {.folded = fold_key(written, arena)};

    return count == 0 ? NULL : bsearch(&wanted, aliases, count, sizeof(CycleAlias), compare_spelling);
}
