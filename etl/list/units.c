#include "list/units.h"

#include "text/character.h"
#include "text/fold.h"
#include "text/unit.h"
#include "text/words.h"

static const char *const LABELS[] = {"单位", "计量单位", "金额单位", "数量单位", NULL};

/* What follows 单位: in a cell; TEXT_NONE where it says nothing of units. */
static Text
said_behind_label(Text folded)
{
    if (text_starts_with(folded, TEXT("(")) && text_ends_with(folded, TEXT(")")))
        folded = text_sub(folded, 1, folded.len - 2);
    for (size_t i = 0; LABELS[i] != NULL; i++) {
        Text label = text_of(LABELS[i]);
        if (text_starts_with(folded, label) && text_starts_with(text_sub(folded, label.len, folded.len), TEXT(":")))
            return text_sub(folded, label.len + 1, folded.len);
    }
    return TEXT_NONE;
}

static void
add_unit(Units *units, Text name)
{
    if (units->count < UNITS_MOST && name.len > 0 && unit_known(name))
        units->names[units->count++] = name;
}

/* Several units are parted as words are. */
static void
add_units(Units *units, Text said)
{
    static const char *const separators[] = {"、", ",", ";", "。", NULL};
    size_t from = 0;
    for (size_t at = 0; at < said.len;) {
        Text character = character_at(said, at);
        if (words_have(separators, character)) {
            add_unit(units, text_sub(said, from, at - from));
            from = at + character.len;
        }
        at += character.len;
    }
    add_unit(units, text_sub(said, from, said.len));
}

Units
units_above(const Sheet *sheet, size_t before, Arena *arena)
{
    Units units = {.count = 0};
    for (size_t index = 0; index < before; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++)
            add_units(&units, said_behind_label(fold_key(sheet_cell(sheet, index, (int)column), arena)));
    }
    return units;
}

bool
units_is_label(Text label, Arena *arena)
{
    return words_have(LABELS, fold_key(label, arena));
}
