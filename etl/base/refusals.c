#include "base/refusals.h"

#include <stdlib.h>

enum { FILES_MOST = 256 };

struct Refusals {
    Arena *arena;
    Text files[FILES_MOST];
    size_t file_count;
    Refusal items[REFUSALS_MOST];
    size_t count;
    size_t beyond;
};

/* What is sorted: the item with its file's place among the files. */
typedef struct Ranked {
    size_t file;
    size_t index;
    const Refusal *item;
} Ranked;

Refusals *
refusals_new(Arena *arena)
{
    Refusals *refusals = arena_alloc(arena, sizeof *refusals);

    refusals->arena = arena;
    return refusals;
}

static size_t
file_of(const Refusals *refusals, Text file)
{
    size_t i = 0;

    while (i < refusals->file_count && !text_equal(refusals->files[i], file))
        i++;
    return i;
}

void
refusals_open(Refusals *refusals, Text file)
{
    if (file_of(refusals, file) == refusals->file_count && refusals->file_count < FILES_MOST)
        refusals->files[refusals->file_count++] = arena_text(refusals->arena, file);
}

bool
refusals_is_below(Text path, Text other)
{
    if (!text_starts_with(path, other) || path.len == other.len)
        return false;
    return other.len == 0 || path.ptr[other.len] == '.' || path.ptr[other.len] == '[';
}

static bool
follows_from(const Refusal *refusal, const Refusal *earlier)
{
    if (!text_equal(refusal->file, earlier->file))
        return false;
    return text_equal(refusal->path, earlier->path) ||
           (earlier->hollow && refusals_is_below(refusal->path, earlier->path));
}

void
refusals_add(Refusals *refusals, const Refusal *refusal)
{
    for (size_t i = 0; i < refusals->count; i++) {
        if (follows_from(refusal, &refusals->items[i]))
            return;
    }
    if (refusals->count == REFUSALS_MOST) {
        refusals->beyond++;
        return;
    }
    refusals_open(refusals, refusal->file);
    refusals->items[refusals->count++] = (Refusal){.file = arena_text(refusals->arena, refusal->file),
                                                   .path = arena_text(refusals->arena, refusal->path),
                                                   .place = arena_text(refusals->arena, refusal->place),
                                                   .message = arena_text(refusals->arena, refusal->message),
                                                   .hollow = refusal->hollow};
}

bool
refusals_tell(Err *err, ErrCode code, const Refusal *refusal)
{
    if (err->all != NULL)
        refusals_add(err->all, refusal);
    if (err->code == ERR_NONE)
        err_set(err, code, "%" TEXT_FMT, TEXT_ARG(refusal->message));
    return false;
}

static int
compare(const void *left, const void *right)
{
    const Ranked *one = left, *other = right;
    int order = (one->file > other->file) - (one->file < other->file);

    if (order == 0)
        order = text_compare(one->item->place, other->item->place);
    return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

void
refusals_sort(Refusals *refusals)
{
    Ranked *ranked = arena_array(refusals->arena, refusals->count, sizeof *ranked);
    Refusal *items = arena_array(refusals->arena, refusals->count, sizeof *items);

    for (size_t i = 0; i < refusals->count; i++) {
        items[i] = refusals->items[i];
        ranked[i] = (Ranked){file_of(refusals, items[i].file), i, &items[i]};
    }
    if (refusals->count > 0)
        qsort(ranked, refusals->count, sizeof *ranked, compare);
    for (size_t i = 0; i < refusals->count; i++)
        refusals->items[i] = *ranked[i].item;
}

size_t
refusals_count(const Refusals *refusals)
{
    return refusals->count + refusals->beyond;
}

Text
refusals_message(const Refusals *refusals, size_t index)
{
    return index < refusals->count ? refusals->items[index].message : TEXT_NONE;
}
