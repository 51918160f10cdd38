#include "table/title.h"

#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

enum { YEAR_DIGITS = 4, ANNEX_MAX_BYTES = 12, FIRST_YEAR = 1990, LAST_YEAR = 2099 };

static bool
speaks_of_form(Text folded)
{
    return text_find(folded, TEXT("汇总表"), 0) != SIZE_MAX || text_find(folded, TEXT("跨行业跨领域"), 0) != SIZE_MAX;
}

/* "附件3", "附件4：". */
static bool
is_annex_mark(Text folded)
{
    return text_starts_with(folded, TEXT("附件")) && folded.len <= ANNEX_MAX_BYTES;
}

static bool
is_first_text(Text cell, Text folded, const HeadBlock *block, Arena *arena)
{
    return folded.len > 0 && !is_annex_mark(folded) && !headblock_begins(block, cell, arena);
}

Text
title_above(const Sheet *sheet, size_t before, const HeadBlock *block, Arena *arena)
{
    Text first = TEXT_NONE;
    for (size_t index = 0; index < before; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
            Text cell = sheet_cell(sheet, index, (int)column);
            Text folded = fold_key(cell, arena);
            if (speaks_of_form(folded))
                return fold_clean(cell, arena);
            if (first.len == 0 && is_first_text(cell, folded, block, arena))
                first = fold_clean(cell, arena);
        }
    }
    return first;
}

/* 0 to 9 for a digit, ASCII or Chinese as in 二〇二二; -1 for anything else. */
static int
digit_of(Text character)
{
    static const char *const chinese[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const char *const zeros[] = {"零", "○", "o", NULL};
    if (character.len == 1 && character.ptr[0] >= '0' && character.ptr[0] <= '9')
        return character.ptr[0] - '0';
    for (int digit = 0; digit < 10; digit++) {
        if (text_equal(character, text_of(chinese[digit])))
            return digit;
    }
    return words_have(zeros, character) ? 0 : -1;
}

static bool
is_year(int64_t number, size_t digits)
{
    return digits == YEAR_DIGITS && number >= FIRST_YEAR && number <= LAST_YEAR;
}

/* Counts the years in a folded text, and those that are `form_year`. */
static void
count_years(Text folded, int64_t form_year, size_t *years, size_t *right)
{
    int64_t number = 0;
    size_t digits = 0;
    *years = 0;
    *right = 0;
    for (size_t at = 0; at <= folded.len;) {
        Text character = at < folded.len ? character_at(folded, at) : TEXT_NONE;
        int digit = digit_of(character);
        if (digit >= 0 && digits <= YEAR_DIGITS) {
            number = number * 10 + digit;
            digits++;
        } else if (digit < 0) {
            *years += is_year(number, digits);
            *right += is_year(number, digits) && number == form_year;
            number = 0;
            digits = 0;
        }
        at += character.len > 0 ? character.len : 1;
    }
}

/* "2022年": a title's first line. */
static bool
is_year_line(Text folded)
{
    size_t at = 0;
    size_t digits = 0;
    while (at < folded.len && digit_of(character_at(folded, at)) >= 0) {
        at += character_at(folded, at).len;
        digits++;
    }
    Text rest = text_sub(folded, at, folded.len);
    return digits == YEAR_DIGITS && (text_equal(rest, TEXT("年")) || text_equal(rest, TEXT("年度")));
}

/* A year beside other cells heads a column: 栏目 | 2021年 | 2022年. `alone`: nothing else stands in the row. */
static bool
is_of_other_year(Text cell, bool alone, int64_t form_year, Arena *arena)
{
    Text folded = fold_key(cell, arena);
    size_t years;
    size_t right;
    if (!speaks_of_form(folded) && !(alone && is_year_line(folded)))
        return false;
    count_years(folded, form_year, &years, &right);
    return years > 0 && right == 0;
}

bool
title_names_other_year(const Sheet *sheet, size_t before, int64_t form_year, Arena *arena, Text *title, Place *place)
{
    for (size_t index = 0; index < before; index++) {
        bool alone = sheet_filled_count(sheet, index) == 1;
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
            Text cell = sheet_cell(sheet, index, (int)column);
            if (!is_of_other_year(cell, alone, form_year, arena))
                continue;
            *title = fold_clean(cell, arena);
            *place = (Place){sheet->name, sheet->rows[index].place.row_no, (int)column};
            return true;
        }
    }
    return false;
}
