#include "submission/skipped.h"

void
skipped_init(Skipped *skipped)
{
    *skipped = (Skipped){.end = &skipped->first};
}

void
skipped_add(Skipped *skipped, const Sheet *sheet, Arena *arena)
{
    SkippedSheet *entry = arena_alloc(arena, sizeof *entry);
    entry->name = arena_text(arena, sheet->name);
    entry->width = sheet_most_filled(sheet);
    *skipped->end = entry;
    skipped->end = &entry->next;
}

bool
skipped_is_body(const SkippedSheet *sheet, size_t bare_width)
{
    return bare_width > 0 && sheet->width >= bare_width;
}
