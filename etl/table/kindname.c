#include "table/kindname.h"

#include "text/fold.h"
#include "text/numeral.h"
#include "text/words.h"

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
bool
kindname_may_be_title(Text cell, Arena *arena)
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
            KindName name = kindname_may_be_title(cell, arena) ? kindname_find(cell, kind, arena) : best;
            best = kindname_is_surer(name, best) ? name : best;
        }
    }
    return best;
}

/* Behind the number of an attachment, and without marks around it. */
static Text
without_marks(Text written)
{
    static const char *const colons[] = {"：", ":", NULL};
    for (size_t i = 0; colons[i] != NULL; i++) {
        size_t at = text_find(written, text_of(colons[i]), 0);
        if (at != SIZE_MAX)
            written = text_sub(written, at + text_of(colons[i]).len, written.len);
    }
    written = text_trim(written);
    if (text_starts_with(written, TEXT("《")) && text_ends_with(written, TEXT("》")))
        written = text_sub(written, TEXT("《").len, written.len - 2 * TEXT("《").len);
    return written;
}

/* 工业APP says less than 工业APP清单, which is a list of the cycle. */
static bool
is_in_title(Text word, const UploadSet *set, Arena *arena)
{
    for (size_t i = 0; i < set->kind_count; i++) {
        const UploadKind *kind = &set->kinds[i];
        if (kind->layout == LAYOUT_LIST && text_find(fold_key(kind->title, arena), word, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* What a text names best: a list of the cycle, where one is named as well as another list is. */
static KindName
best_name(Text written, const UploadSet *set, Arena *arena)
{
    KindName best = {0};
    for (size_t i = 0; i < set->kind_count; i++) {
        const UploadKind *kind = &set->kinds[i];
        KindName name = kind->layout == LAYOUT_LIST ? kindname_find(written, kind, arena) : best;
        bool as_sure = name.len > 0 && !kindname_is_surer(best, name);
        best = kindname_is_surer(name, best) || (as_sure && best.other) ? name : best;
    }
    Text word = text_sub(fold_key(written, arena), best.end - best.len, best.len);
    best.other = best.other && !is_in_title(word, set, arena);
    return best;
}

/* Nothing but what a list is called stands behind its name. */
static bool
is_title_of(Text written, const KindName *name, Arena *arena)
{
    static const char *const ends[] = {"清单", "名单", "名册", "明细", "明细表", "一览表", "统计表", "表", NULL};
    Text folded = fold_key(written, arena);
    return name->end == folded.len || words_have(ends, text_sub(folded, name->end, folded.len));
}

Text
kindname_untaken_file(Text stem, const UploadSet *set, Arena *arena)
{
    return best_name(stem, set, arena).other ? arena_text(arena, without_marks(stem)) : TEXT_NONE;
}

Text
kindname_untaken(const Sheet *sheet, const UploadSet *set, Arena *arena)
{
    for (size_t index = 0; index < sheet->row_count && sheet_filled_count(sheet, index) <= 1; index++) {
        Text cell = sheet_cell(sheet, index, sheet_first_filled(sheet, index));
        KindName name = kindname_may_be_title(cell, arena) ? best_name(cell, set, arena) : (KindName){0};
        if (name.len > 0)
            return name.other && is_title_of(cell, &name, arena) ? arena_text(arena, without_marks(cell)) : TEXT_NONE;
    }
    return kindname_untaken_file(sheet->name, set, arena);
}
