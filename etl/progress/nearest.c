#include "progress/nearest.h"

#include "text/character.h"
#include "text/fold.h"

/* Longer ones than any name are compared by their beginnings. */
enum { COMPARED_MAX = 64 };

static size_t
characters(Text text, Text *out)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len && count < COMPARED_MAX; at += out[count++].len)
        out[count] = character_at(text, at);
    return count;
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many characters must be put in, left out or changed (Levenshtein). */
static size_t
distance(Text left, Text right)
{
    Text from[COMPARED_MAX], to[COMPARED_MAX];
    size_t row[COMPARED_MAX + 1];
    size_t rows = characters(left, from);
    size_t columns = characters(right, to);
    for (size_t j = 0; j <= columns; j++)
        row[j] = j;
    for (size_t i = 1; i <= rows; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= columns; j++) {
            size_t changed = diagonal + !text_equal(from[i - 1], to[j - 1]);
            diagonal = row[j];
            row[j] = least(changed, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[columns];
}

static size_t
smallest_distance(const DbResult *ways, Text folded)
{
    size_t smallest = SIZE_MAX;
    for (size_t row = 0; row < db_rows(ways); row++)
        smallest = least(smallest, distance(folded, db_named(ways, row, "folded")));
    return smallest;
}

/* The ways stand in the units' order, so a unit's follow each other. */
static Text
names_at(const Progress *progress, const DbResult *ways, Text folded, size_t wanted)
{
    Text names = TEXT_NONE;
    Text last = TEXT_NONE;
    for (size_t row = 0; row < db_rows(ways); row++) {
        Text name = db_named(ways, row, "short_name");
        if (distance(folded, db_named(ways, row, "folded")) != wanted || text_equal(name, last))
            continue;
        names = arena_printf(progress->arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(names), names.len > 0 ? "、" : "",
                             TEXT_ARG(name));
        last = name;
    }
    return names;
}

bool
nearest_unit(const Progress *progress, Db *db, Text written, Text *code, Text *nearest, Err *err)
{
    const Text parameters[] = {progress->cycle->name, progress->as_of};
    DbResult *ways = db_query(db, "progress/ways", parameters, 2, err);
    if (ways == NULL)
        return false;
    Text folded = fold_key(written, progress->arena);
    *code = TEXT_NONE;
    *nearest = TEXT_NONE;
    for (size_t row = 0; code->len == 0 && row < db_rows(ways); row++)
        if (text_equal(db_named(ways, row, "folded"), folded))
            *code = arena_text(progress->arena, db_named(ways, row, "unit_code"));
    if (code->len == 0)
        *nearest = names_at(progress, ways, folded, smallest_distance(ways, folded));
    db_result_free(ways);
    return true;
}
