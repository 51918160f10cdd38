#include "table/ownsheet.h"

#include "text/fold.h"
#include "text/words.h"

/* As schemas/template.json calls them: sheet_notes, sheet_lists. */
static const char *const names[] = {"填报说明", "下拉选项", NULL};

bool
ownsheet_is(const Sheet *sheet, Arena *arena)
{
    if (sheet->row_count == 0 || !words_have(names, sheet->name) || sheet_filled_count(sheet, 0) != 1)
        return false;
    Text mark = sheet_cell(sheet, 0, sheet_first_filled(sheet, 0));
    return text_equal(fold_key(mark, arena), fold_key(sheet->name, arena));
}
