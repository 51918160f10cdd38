#include "table/kindname.h"

#include "text/fold.h"

enum { TITLE_CHARACTERS = 40 };

static KindName
last_in(Text folded, Text word)
{
    KindName name = {0, 0};
    for (size_t at = text_find(folded, word, 0); at != SIZE_MAX && word.len > 0; at = text_find(folded, word, at + 1))
        name = (KindName){at + word.len, word.len};
    return name;
}

KindName
kindname_find(Text written, const UploadKind *kind, Arena *arena)
{
    Text folded = fold_key(written, arena);
    KindName best = last_in(folded, fold_key(kind->title, arena));
    for (size_t i = 0; i < kind->word_count; i++) {
        KindName name = last_in(folded, kind->words[i]);
        if (kindname_is_surer(name, best))
            best = name;
    }
    return best;
}

bool
kindname_is_surer(KindName left, KindName right)
{
    return left.end != right.end ? left.end > right.end : left.len > right.len;
}

static bool
may_be_title(Text cell)
{
    bool labelled = text_find(cell, TEXT("："), 0) != SIZE_MAX || text_find(cell, TEXT(":"), 0) != SIZE_MAX;
    return !labelled && fold_length(cell) <= TITLE_CHARACTERS;
}

KindName
kindname_above(const Sheet *sheet, size_t first, const UploadKind *kind, Arena *arena)
{
    KindName best = {0, 0};
    for (size_t index = 0; index < first; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
            Text cell = sheet_cell(sheet, index, (int)column);
            KindName name = may_be_title(cell) ? kindname_find(cell, kind, arena) : best;
            best = kindname_is_surer(name, best) ? name : best;
        }
    }
    return best;
}
