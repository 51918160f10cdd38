#include "schema/upload_alias.h"

#include "text/fold.h"

/* The length of an opening (+1) or closing (-1) round bracket at `at`, ASCII or full-width; 0 where there is none. */
static size_t
bracket_at(Text text, size_t at, int *turn)
{
    static const struct {
        Text sign;
        int turn;
    } SIGNS[] = {{{"(", 1}, 1}, {{"（", 3}, 1}, {{")", 1}, -1}, {{"）", 3}, -1}};
    for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++) {
        if (text_starts_with(text_sub(text, at, text.len), SIGNS[i].sign)) {
            *turn = SIGNS[i].turn;
            return SIGNS[i].sign.len;
        }
    }
    return 0;
}

/* "推荐单位（盖章）" to "推荐单位". */
static Text
without_notes(Text label, Arena *arena)
{
    char *kept = arena_alloc(arena, label.len + 1);
    size_t len = 0;
    int depth = 0;
    for (size_t at = 0; at < label.len;) {
        int turn = 0;
        size_t sign = bracket_at(label, at, &turn);
        depth = depth + turn > 0 ? depth + turn : 0;
        if (sign == 0 && depth == 0)
            kept[len++] = label.ptr[at];
        at += sign > 0 ? sign : 1;
    }
    return (Text){kept, len};
}

static bool
has_alias(const Field *field, Text folded)
{
    for (size_t i = 0; i < field->alias_count; i++) {
        if (text_equal(field->aliases[i], folded))
            return true;
    }
    return false;
}

static void
add_alias(Field *field, Text label, Arena *arena)
{
    Text folded = fold_key(label, arena);
    if (folded.len > 0 && !has_alias(field, folded))
        field->aliases[field->alias_count++] = folded;
}

void
upload_alias_read(Json list, Field *field, Arena *arena, Err *err)
{
    size_t count = json_count(list);
    field->aliases = arena_array(arena, 2 * (count + 1), sizeof(Text));
    add_alias(field, field->title, arena);
    for (size_t i = 0; i < count; i++)
        add_alias(field, json_string(json_at(list, i), err), arena);
    add_alias(field, without_notes(field->title, arena), arena);
    for (size_t i = 0; i < count; i++)
        add_alias(field, without_notes(json_string(json_at(list, i), err), arena), arena);
}

bool
upload_alias_shared(const Field *one, const Field *other)
{
    for (size_t i = 0; i < other->alias_count; i++) {
        if (has_alias(one, other->aliases[i]))
            return true;
    }
    return false;
}
