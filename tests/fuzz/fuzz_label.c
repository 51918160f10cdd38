/*
 * A text above a column, against the labels of every field: what is told by characters alone that it cannot match does not match; what no one sees never
 * counts; an alias is found as itself.
 */
#include "cells.h"

#include "schema/label.h"
#include "text/fold.h"

static void
matches(const Field *field, Text written, const Label *label, const Label *clean)
{
    size_t alias = SIZE_MAX, same_alias = SIZE_MAX;
    LabelSet begins = label_begins(field);
    LabelMatch match = label_match(label, field, &alias);
    PROMISE(match == LABEL_NONE || (label_may_match(label, &begins) && alias < field->alias_count));
    PROMISE(match == label_match(clean, field, &same_alias) && (match == LABEL_NONE || alias == same_alias));
    PROMISE(match != LABEL_EXACT || text_equal(field->aliases[alias], label->whole));
    PROMISE(match == LABEL_NONE || written.len > 0);
    for (size_t i = 0; i < field->alias_count; i++)
        PROMISE(match == LABEL_EXACT || !text_equal(field->aliases[i], label->whole) || label->whole.len == 0);
}

static void
notes_are_within(Text written)
{
    size_t at = 0, before = 0;
    for (Text note = label_note(written, &at); note.ptr != NULL; note = label_note(written, &at)) {
        PROMISE(at > before && at <= written.len && note.ptr >= written.ptr + before &&
                note.ptr + note.len <= written.ptr + at);
        before = at;
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    Text written = {block, len};
    const UploadSet *set = cells_schemas("fujian-2023");
    Label label = label_new(written, arena), clean = label_new(fold_clean(written, arena), arena);
    notes_are_within(written);
    for (size_t i = 0; label.whole.len > 0 && i < set->kind_count; i++) {
        for (size_t k = 0; k < set->kinds[i].field_count; k++)
            matches(&set->kinds[i].fields[k], written, &label, &clean);
    }
    free(block);
    arena_free(arena);
    return 0;
}
