#include "trace/original.h"

#include "base/archived.h"
#include "office/sheetcopy.h"

const char *
original_path(const Trace *trace, const Subject *subject)
{
    return archived_path(trace->archive, subject->sha256, trace->state->arena);
}

bool
original_tell(const Trace *trace, const Subject *subject, bool *whole, Err *err)
{
    ArchivedState is;
    if (!archived_state(trace->archive, subject->sha256, trace->state->arena, &is, err))
        return false;
    *whole = is == ARCHIVED_WHOLE;
    if (!*whole)
        answer_say(trace->answer, "note", is == ARCHIVED_GONE ? "original_gone" : "original_damaged", NULL, 0);
    return true;
}

bool
original_row(const Trace *trace, const char *path, Text sheet, Text row, const Row **out, Err *err)
{
    Arena *arena = trace->state->arena;
    uint64_t *number = arena_alloc(arena, sizeof *number);
    SheetCopy *copy = arena_alloc(arena, sizeof *copy);
    *copy = (SheetCopy){.sheet = sheet, .wanted = number, .wanted_count = 1};
    Extraction extraction = {.program = extraction_program(arena, err),
                             .limits = extraction_limits(trace->schemas, arena),
                             .path = path,
                             .confined = true};
    *out = NULL;
    if (extraction.program == NULL || !text_read_count(row, number))
        return extraction.program != NULL;
    if (!sheetcopy_read(&extraction, copy, 1, arena, err))
        return false;
    *out = sheetcopy_row(copy, *number);
    return true;
}
