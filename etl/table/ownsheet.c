#include "table/ownsheet.h"

#include "text/fold.h"
#include "text/words.h"

/* As schemas/template.json calls them: sheet_notes, sheet_lists; and the header of the notes. */
static const char *const names[] = {"填报说明", "下拉选项", NULL};
static const char *const labels[] = {"栏目", "位置", "含义和填写要求", "单位", "必填", "可填“无”", "数据年度", "依据"};

enum { LABEL_COUNT = sizeof labels / sizeof labels[0], SEARCH_ROWS = 100 };

static bool
is_header_of_notes(const Sheet *sheet, size_t index, Arena *arena)
{
    if (sheet_filled_count(sheet, index) < LABEL_COUNT)
        return false;
    int first = sheet_first_filled(sheet, index);
    for (int i = 0; i < LABEL_COUNT; i++) {
        Text cell = sheet_cell(sheet, index, first + i);
        if (!text_equal(fold_key(cell, arena), fold_key(text_of(labels[i]), arena)))
            return false;
    }
    return true;
}

/* Whatever the sheet is called, and whatever stands above. */
static bool
has_header_of_notes(const Sheet *sheet, Arena *arena)
{
    for (size_t index = 0; index < sheet->row_count && index < SEARCH_ROWS; index++) {
        if (is_header_of_notes(sheet, index, arena))
            return true;
    }
    return false;
}

static bool
is_named_and_marked(const Sheet *sheet, Arena *arena)
{
    if (sheet->row_count == 0 || !words_have(names, sheet->name) || sheet_filled_count(sheet, 0) != 1)
        return false;
    Text mark = sheet_cell(sheet, 0, sheet_first_filled(sheet, 0));
    return text_equal(fold_key(mark, arena), fold_key(sheet->name, arena));
}

bool
ownsheet_is(const Sheet *sheet, Arena *arena)
{
    return is_named_and_marked(sheet, arena) || has_header_of_notes(sheet, arena);
}
