#include "submission/skipped.h"

void
skipped_add(SkippedSheets *skipped, const Sheet *sheet, Arena *arena)
{
    SkippedSheet *new = arena_alloc(arena, sizeof *new);
    new->name = arena_text(arena, sheet->name);
    new->width = sheet_most_filled(sheet);
    if (skipped->last == NULL)
        skipped->first = new;
    else
        skipped->last->next = new;
    skipped->last = new;
}

bool
skipped_report(const SkippedSheets *skipped, size_t bare_width, FindingWriter *findings, const char **refused, Err *err)
{
    for (const SkippedSheet *sheet = skipped->first; sheet != NULL; sheet = sheet->next) {
        bool apart = bare_width > 0 && sheet->width >= bare_width;
        Finding finding = {
            .place = {sheet->name, 0, -1}, .error = apart, .code = apart ? "header_apart" : "sheet_skipped"};
        if (apart)
            *refused = finding.code;
        if (!finding_add(findings, &finding, err))
            return false;
        if (apart)
            return true;
    }
    return true;
}
