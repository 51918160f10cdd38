#include "table/kindname.h"

#include "text/fold.h"
#include "text/numeral.h"

enum { TITLE_CHARACTERS = 40 };

static KindName
last_in(Text folded, Text word)
{
    KindName name = {0};
    for (size_t at = text_find(folded, word, 0); at != SIZE_MAX && word.len > 0; at = text_find(folded, word, at + 1))
        name = (KindName){.end = at + word.len, .len = word.len};
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
    for (size_t i = 0; i < kind->other_word_count; i++) {
        KindName name = last_in(folded, kind->other_words[i]);
        name.other = true;
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

/* "1", "1-2", "一" */
static bool
is_number(Text folded)
{
    int counted;
    bool digits = true;
    for (size_t i = 0; i < folded.len; i++) {
        char byte = folded.ptr[i];
        digits = digits && ((byte >= '0' && byte <= '9') || byte == '-' || byte == '.');
    }
    return digits || numeral_read(folded, &counted);
}

/* 附件1, 附表二, 表1-2, 附件 */
static bool
numbers_paper(Text folded)
{
    static const char *const words[] = {"附件", "附表", "表", NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        Text word = text_of(words[i]);
        if (text_starts_with(folded, word) && is_number(text_sub(folded, word.len, folded.len)))
            return true;
    }
    return false;
}

/* A colon parts a label from its value, but for that behind the number of an attachment: 附件1：工业设备清单. */
static bool
may_be_title(Text cell, Arena *arena)
{
    if (fold_length(cell) > TITLE_CHARACTERS)
        return false;
    Text folded = fold_key(cell, arena);
    size_t colon = text_find(folded, TEXT(":"), 0);
    return colon == SIZE_MAX ||
           (numbers_paper(text_sub(folded, 0, colon)) && text_find(folded, TEXT(":"), colon + 1) == SIZE_MAX);
}

KindName
kindname_above(const Sheet *sheet, size_t first, const UploadKind *kind, Arena *arena)
{
    KindName best = {0};
    for (size_t index = 0; index < first; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
            Text cell = sheet_cell(sheet, index, (int)column);
            KindName name = may_be_title(cell, arena) ? kindname_find(cell, kind, arena) : best;
            best = kindname_is_surer(name, best) ? name : best;
        }
    }
    return best;
}
