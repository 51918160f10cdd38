#include "submission/skipped.h"

#include "submission/nearest.h"
#include "text/fold.h"

/* So many numbers running are a list's; notes are numbered too, from one and in two cells. */
enum { COUNTED_ROWS = 3, NOTE_CELLS = 2 };

/* The number that begins a row; 0 where there is none. */
static uint64_t
number_of(const Sheet *sheet, size_t index, Arena *arena)
{
    uint64_t number;
    int column = sheet_first_filled(sheet, index);
    return text_read_count(fold_key(sheet_cell(sheet, index, column), arena), &number) ? number : 0;
}

/* Rows that are counted as the entries of a list are, without a header. */
static bool
goes_on(const Sheet *sheet, Arena *arena)
{
    size_t counted = 0;
    uint64_t above = 0;
    for (size_t index = 0; index < sheet->row_count; index++) {
        uint64_t number = number_of(sheet, index, arena);
        size_t filled = sheet_filled_count(sheet, index);
        bool entry = number > 0 && filled >= NOTE_CELLS && (filled > NOTE_CELLS || number > COUNTED_ROWS);
        counted = entry && number == above + 1 ? counted + 1 : entry;
        above = number;
        if (counted == COUNTED_ROWS)
            return true;
    }
    return false;
}

void
skipped_add(SkippedSheets *skipped, const Sheet *sheet, Text untaken, const UploadKind *of, Arena *arena)
{
    SkippedSheet *new = arena_alloc(arena, sizeof *new);
    new->name = arena_text(arena, sheet->name);
    new->width = sheet_most_filled(sheet);
    new->goes_on = of != NULL || goes_on(sheet, arena);
    new->dropped = false;
    new->of = of;
    new->untaken = untaken;
    if (skipped->last == NULL)
        skipped->first = new;
    else
        skipped->last->next = new;
    skipped->last = new;
}

void
skipped_drop(SkippedSheets *skipped, Text name)
{
    for (SkippedSheet *sheet = skipped->first; sheet != NULL; sheet = sheet->next)
        sheet->dropped |= text_equal(sheet->name, name);
}

/* `apart`: the rows of a header that stands alone in another sheet. */
static Finding
finding_of(const SkippedSheet *sheet, const UploadSet *set, bool apart, Arena *arena)
{
    Finding finding = {.code = apart ? "header_apart" : sheet->goes_on ? "sheet_goes_on" : "sheet_skipped"};
    if (!apart && sheet->untaken.len > 0)
        finding = nearest_untaken(sheet->untaken, set, arena);
    finding.error = apart || (sheet->goes_on && sheet->untaken.len == 0);
    finding.place = (Place){sheet->name, 0, -1};
    return finding;
}

/* Of a cycle's table all entries count, or none. */
static bool
lacks_entries(const SkippedSheet *sheet, const UploadSet *set)
{
    return sheet->of != NULL && sheet->untaken.len == 0 && sheet->of->layout == LAYOUT_TABLE && set->form_year > 0;
}

bool
skipped_report(const SkippedSheets *skipped, const UploadSet *set, size_t bare_width, FindingWriter *findings,
               const char **refused, Arena *arena, Err *err)
{
    for (const SkippedSheet *sheet = skipped->first; sheet != NULL; sheet = sheet->next) {
        bool apart = bare_width > 0 && sheet->width >= bare_width;
        Finding finding = finding_of(sheet, set, apart, arena);
        if (sheet->dropped && !apart)
            continue;
        if (apart || lacks_entries(sheet, set))
            *refused = finding.code;
        if (!finding_add(findings, &finding, err))
            return false;
        if (apart)
            return true;
    }
    return true;
}
