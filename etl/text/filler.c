#include "text/filler.h"

#include "text/character.h"
#include "text/words.h"

static const char *const BLANKS[] = {"/", "／", "\\", "-",    "--",   "---", "—",   "——",   "－",
                                     "–", "_",  "__", "NULL", "null", "NaN", "nan", "None", NULL};
static const char *const DASHES[] = {"-", "--", "---", "—", "——", "－", "–", NULL};
static const char *const NONES[] = {"无", "无。", "（无）", "暂无", "没有", "N/A", "n/a", NULL};
static const char *const PENDINGS[] = {"待定", "待补", "待补充", "待填", "待确认", "待落实", "未定", "不详", NULL};
static const char *const DITTOS[] = {"同上", "同前", "〃", "″", "〞", "\"", "''", "”", NULL};

static const struct {
    const char *const *words;
    Filler filler;
} KINDS[] = {{BLANKS, FILLER_BLANK}, {NONES, FILLER_NONE}, {PENDINGS, FILLER_PENDING}, {DITTOS, FILLER_DITTO}};

static Text
without_blanks_at_ends(Text text)
{
    size_t from = 0;
    size_t end = 0;
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        at += character.len;
        if (character_is_blank(character)) {
            from = end == 0 ? at : from;
            continue;
        }
        end = at;
    }
    return end == 0 ? TEXT_NONE : text_sub(text, from, end - from);
}

Filler
filler_kind(Text cell)
{
    Text said = without_blanks_at_ends(cell);
    if (said.len == 0)
        return FILLER_BLANK;
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (words_have(KINDS[i].words, said))
            return KINDS[i].filler;
    }
    return FILLER_NOT;
}

bool
filler_is_dash(Text cell)
{
    return words_have(DASHES, without_blanks_at_ends(cell));
}
