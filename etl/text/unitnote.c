#include "text/unitnote.h"

#include "text/character.h"
#include "text/halfwidth.h"
#include "text/unit.h"
#include "text/unithint.h"
#include "text/words.h"

enum { LONGEST = 32 };

/* Figures of each kind: a unit says something of one of them. */
static const char *const FIGURES[] = {"元", "%", "台", "户", "人", "项", "次", NULL};

static const char *const MAGNITUDES[] = {"千", "万", "百万", "千万", "亿", NULL};

static bool
is_like_unit(Text name)
{
    if (unit_known(name) || words_have(MAGNITUDES, name))
        return name.len > 0;
    return unit_concerns_any(name, FIGURES);
}

static Text
without_brackets(Text name)
{
    bool around = text_starts_with(name, TEXT("(")) && text_find(name, TEXT(")"), 0) == name.len - 1;
    return around ? text_sub(name, 1, name.len - 2) : name;
}

/* 元 of 人民币元, 元人民币 and 人民币(元); 人民币 alone stays. */
static Text
without_currency(Text name)
{
    for (size_t i = 0; unit_currency[i] != NULL; i++) {
        Text word = text_of(unit_currency[i]);
        if (name.len > word.len && text_starts_with(name, word))
            return text_sub(name, word.len, name.len);
        if (name.len > word.len && text_ends_with(name, word))
            return text_sub(name, 0, name.len - word.len);
    }
    return name;
}

static bool
holds_other_money(Text inside)
{
    return !words_have(unit_currency, inside) && is_like_unit(inside);
}

/* 元(人民币), 元(含税): what stands in brackets is a remark, unless it is a unit too. */
static Text
without_remark(Text name)
{
    size_t open = text_find(name, TEXT("("), 0);
    if (unit_known(name) || open == SIZE_MAX || open == 0 || !text_ends_with(name, TEXT(")")))
        return name;
    Text inside = text_sub(name, open + 1, name.len - open - 2);
    return holds_other_money(inside) ? name : text_sub(name, 0, open);
}

/* A unit without what is said around it; TEXT_NONE where it is none. */
static Text
read_name(Text written, Arena *arena)
{
    Text name = without_brackets(unit_name(written, arena));
    name = without_brackets(without_currency(without_remark(name)));
    return name.len <= LONGEST && is_like_unit(name) ? name : TEXT_NONE;
}

static size_t
skip_blanks(Text text, size_t at)
{
    while (at < text.len && character_is_blank(character_at(text, at)))
        at += character_at(text, at).len;
    return at;
}

/* Behind a word whose characters may be spaced out; 0 where it does not stand there. */
static size_t
skip_word(Text text, size_t at, Text word)
{
    for (size_t i = 0; i < word.len;) {
        Text character = character_at(word, i);
        if (!text_starts_with(text_sub(text, at, text.len), character))
            return 0;
        at += character.len;
        i += character.len;
        if (i < word.len)
            at = skip_blanks(text, at);
    }
    return at;
}

static size_t
skip_any(Text text, size_t at, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (text_starts_with(text_sub(text, at, text.len), text_of(*words)))
            return skip_blanks(text, at + text_of(*words).len);
    }
    return 0;
}

static bool
is_beginning(Text text, size_t at)
{
    return at == 0 || (at == 1 && text_starts_with(text, TEXT("(")));
}

/* 单位 that speaks of the figures, not of an office: at the beginning, behind a bracket or a blank, or behind 金额, 计量 … */
static bool
is_of_figures(Text text, size_t at)
{
    static const char *const kinds[] = {"金额", "计量", "货币", "数据", "数量", "(", ",", ";", "。", " ", "　", NULL};
    Text before = text_trim(text_sub(text, 0, at));
    if (before.len == 0 || before.len < at)
        return true;
    return words_end(kinds, before);
}

/* Behind 单位 of 单位 元 and 单位万元: without a sign only money that is known, up to the end or a bracket, is one. 0 where there is none. */
static size_t
skip_bare(Text text, size_t at, size_t end, Arena *arena)
{
    size_t from = skip_blanks(text, end);
    size_t to = from;
    while (to < text.len && !text_equal(character_at(text, to), TEXT(")")))
        to += character_at(text, to).len;
    Text name = without_currency(unit_name(text_sub(text, from, to - from), arena));
    bool money = unit_known(name) && unit_concerns(name, TEXT("元"));
    return money && is_of_figures(text, at) ? from : 0;
}

/* Behind 单位：, 金额单位为, 币种：, or 金额（ where a text begins so, since 投资金额（亿元） is a label; 0 where no unit is announced there. */
static size_t
skip_opening(Text text, size_t at, bool *of_money, Arena *arena)
{
    static const char *const words[] = {"单位", "币种", "金额", NULL};
    static const char *const said[] = {"均为", "均", "都为", "都是", "统一为", "一律为", "为", "是", NULL};
    static const char *const signs[] = {":", "(", NULL};
    size_t end = 0;
    size_t which = 0;
    for (; words[which] != NULL && end == 0; which++)
        end = skip_word(text, at, text_of(words[which]));
    if (end == 0)
        return 0;
    *of_money = which > 1;
    size_t bare = which == 1 ? skip_bare(text, at, end, arena) : 0;
    if (bare > 0)
        return bare;
    end = skip_blanks(text, end);
    size_t behind = skip_any(text, end, said);
    bool label = which == 3 && !is_beginning(text, at);
    return behind == 0 && !label ? skip_any(text, end, signs) : behind;
}

/* Where the name that begins at `at` ends: before a blank, a separator, or the bracket that closes around it. */
static size_t
name_end(Text text, size_t from)
{
    static const char *const separators[] = {"、", ",", ";", "。", NULL};
    size_t depth = 0;
    size_t at = from;
    while (at < text.len && at - from <= 2 * LONGEST) {
        Text character = character_at(text, at);
        if (text_equal(character, TEXT("(")))
            depth++;
        if (text_equal(character, TEXT(")")) && depth-- == 0)
            break;
        if (depth == 0 && (character_is_blank(character) || words_have(separators, character)))
            break;
        at += character.len;
    }
    return at;
}

static void
add(UnitNote *note, Text name)
{
    if (note->count < UNITNOTE_MOST)
        note->names[note->count++] = name;
}

/* 10万元 is a unit behind 单位：, and an amount elsewhere. */
static Text
read_multiplied(Text written, Arena *arena)
{
    Text behind;
    Text name = without_brackets(unit_name(written, arena));
    return name.len <= LONGEST && unithint_multiplies(name, &behind) ? name : TEXT_NONE;
}

/* The names from `at` on, as long as they are units; gives where they end. */
static size_t
read_names(UnitNote *note, Text text, size_t at, bool of_money, Arena *arena)
{
    while (at < text.len) {
        size_t end = name_end(text, at);
        Text written = text_sub(text, at, end - at);
        Text name = read_name(written, arena);
        if (name.len == 0 && !of_money)
            name = read_multiplied(written, arena);
        if (name.len == 0)
            return at;
        add(note, name);
        if (end == text.len || text_equal(character_at(text, end), TEXT(")")))
            return end;
        at = skip_blanks(text, end + character_at(text, end).len);
    }
    return at;
}

/* 人民币 beside a unit, or as the kind of money, leaves the unit unsaid. */
static void
drop_currency(UnitNote *note, bool of_money)
{
    size_t kept = 0;
    for (size_t i = 0; i < note->count; i++) {
        if ((note->count == 1 && !of_money) || !words_have(unit_currency, note->names[i]))
            note->names[kept++] = note->names[i];
    }
    note->count = kept;
}

/* 以元为单位, 按万元填报: known money between such words; 0 where it does not stand there, else the end of it. */
static size_t
read_counted_in(UnitNote *note, Text text, size_t at, Arena *arena)
{
    static const char *const before[] = {"以", "按", NULL};
    static const char *const behind[] = {"为单位", "为计量单位", "为计价单位", "计", "填", NULL};
    size_t from = skip_any(text, at, before);
    for (size_t i = 0; from > 0 && behind[i] != NULL; i++) {
        size_t end = text_find(text, text_of(behind[i]), from);
        if (end == SIZE_MAX || end - from > LONGEST)
            continue;
        Text name = without_currency(unit_name(text_sub(text, from, end - from), arena));
        if (!unit_known(name) || !unit_concerns(name, TEXT("元")))
            continue;
        add(note, name);
        return end;
    }
    return 0;
}

/* True where nothing but the end of a bracket stands from `at` on. */
static bool
is_end(Text text, size_t at)
{
    return at >= text.len || text_equal(text_sub(text, at, text.len), TEXT(")"));
}

UnitNote
unitnote_read(Text written, Arena *arena)
{
    UnitNote note = {.count = 0};
    Text text = text_trim(halfwidth_text(written, arena));
    bool of_money;
    size_t end = 0;
    bool begins = false;
    for (size_t at = 0; at < text.len;) {
        size_t opening = skip_opening(text, at, &of_money, arena);
        begins |= opening > 0 && at <= TEXT("(金额").len;
        if (opening > 0) {
            UnitNote here = {.count = 0};
            end = read_names(&here, text, opening, of_money, arena);
            drop_currency(&here, of_money);
            for (size_t i = 0; i < here.count; i++)
                add(&note, here.names[i]);
        }
        size_t counted = opening == 0 ? read_counted_in(&note, text, at, arena) : opening;
        at = counted > 0 ? counted : at + character_at(text, at).len;
    }
    drop_currency(&note, false);
    note.alone = begins && note.count > 0 && is_end(text, end);
    return note;
}

UnitNote
unitnote_titled(Text written, Arena *arena)
{
    Text text = text_trim(halfwidth_text(written, arena));
    while (text_ends_with(text, TEXT("*")))
        text.len--;
    size_t open = SIZE_MAX;
    for (size_t at = text_find(text, TEXT("("), 0); at != SIZE_MAX; at = text_find(text, TEXT("("), at + 1))
        open = at;
    if (open == SIZE_MAX || !text_ends_with(text, TEXT(")")))
        return (UnitNote){.count = 0};
    Text name = read_name(text_sub(text, open + 1, text.len - open - 2), arena);
    if (!unit_concerns(name, TEXT("元")))
        return (UnitNote){.count = 0};
    return (UnitNote){.names = {name}, .count = 1};
}

/* What a name says behind its last stroke or blank. */
static Text
last_part(Text name)
{
    static const char *const parts[] = {"-", "_", "—", "·", NULL};
    size_t from = 0;
    for (size_t at = 0; at < name.len;) {
        Text character = character_at(name, at);
        at += character.len;
        if (words_have(parts, character) || character_is_blank(character))
            from = at;
    }
    return text_sub(name, from, name.len);
}

UnitNote
unitnote_named(Text name, Arena *arena)
{
    UnitNote note = unitnote_read(name, arena);
    if (note.count == 0)
        note = unitnote_titled(name, arena);
    Text last = note.count == 0 ? unitnote_alone(last_part(text_trim(name)), arena) : TEXT_NONE;
    if (last.len > 0 && unit_concerns(last, TEXT("元")))
        note = (UnitNote){.names = {last}, .count = 1};
    return note;
}

bool
unitnote_is_word(Text written, Arena *arena)
{
    static const char *const words[] = {"单位", "金额单位", "计量单位", "货币单位", "数据单位", "数量单位", NULL};
    Text name = unit_name(written, arena);
    if (text_ends_with(name, TEXT(":")))
        name.len--;
    return words_have(words, name);
}

Text
unitnote_alone(Text written, Arena *arena)
{
    return written.len <= LONGEST ? read_name(written, arena) : TEXT_NONE;
}

/* True where both say something of the same figures. */
static bool
are_rivals(Text one, Text other)
{
    for (size_t i = 0; FIGURES[i] != NULL; i++) {
        if (unit_concerns(one, text_of(FIGURES[i])) && unit_concerns(other, text_of(FIGURES[i])))
            return true;
    }
    return words_have(MAGNITUDES, one) || words_have(MAGNITUDES, other);
}

/* True where a unit, or a magnitude before one, says something of figures of `canonical`. */
static bool
speaks_of(Text name, Text canonical)
{
    Text behind;
    if (words_have(MAGNITUDES, name) || unit_concerns(name, canonical))
        return true;
    return unithint_multiplies(name, &behind) && (behind.len == 0 || unit_concerns(behind, canonical));
}

void
unitnote_add(UnitNote *note, const UnitNote *farther)
{
    size_t near = note->count;
    for (size_t i = 0; i < farther->count; i++) {
        bool rival = false;
        for (size_t k = 0; k < near; k++)
            rival = rival || are_rivals(note->names[k], farther->names[i]);
        if (!rival)
            add(note, farther->names[i]);
    }
}

static bool
are_same(Text one, Text other)
{
    const char *factor;
    return text_equal(one, other) || (unit_factor(one, other, &factor) && text_equal(text_of(factor), TEXT("1")));
}

Text
unitnote_for(const UnitNote *note, Text canonical, Arena *arena)
{
    Text found = TEXT_NONE;
    for (size_t i = 0; i < note->count; i++) {
        Text name = note->names[i];
        if (!speaks_of(name, canonical))
            continue;
        if (found.len == 0)
            found = name;
        else if (!are_same(found, name))
            found = arena_printf(arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(found), TEXT_ARG(name));
    }
    return found;
}
