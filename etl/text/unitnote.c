#include "text/unitnote.h"

#include "text/character.h"
#include "text/halfwidth.h"
#include "text/unit.h"
#include "text/words.h"

enum { LONGEST = 32 };

/* Figures of each kind: a unit says something of one of them. */
static const char *const FIGURES[] = {"元", "%", "台", "户", "人", "项", "次", NULL};

static const char *const MAGNITUDES[] = {"千", "万", "百万", "千万", "亿", NULL};

static const char *const YUAN[] = {"人民币", "RMB", "CNY", NULL};

static bool
is_like_unit(Text name)
{
    if (unit_known(name) || words_have(MAGNITUDES, name))
        return name.len > 0;
    for (size_t i = 0; FIGURES[i] != NULL; i++) {
        if (unit_concerns(name, text_of(FIGURES[i])))
            return true;
    }
    return false;
}

static Text
without_brackets(Text name)
{
    bool around = text_starts_with(name, TEXT("(")) && text_find(name, TEXT(")"), 0) == name.len - 1;
    return around ? text_sub(name, 1, name.len - 2) : name;
}

/* 元 of 人民币元 and 元人民币; 人民币 alone stays. */
static Text
without_currency(Text name)
{
    for (size_t i = 0; YUAN[i] != NULL; i++) {
        Text word = text_of(YUAN[i]);
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
    return !words_have(YUAN, inside) && is_like_unit(inside);
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
    name = without_currency(without_remark(name));
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

/* Behind 单位：, 金额单位为, 币种：, or 金额（ where a text begins so, since 投资金额（亿元） is a label; 0 where no unit is announced there. */
static size_t
skip_opening(Text text, size_t at, bool *of_money)
{
    static const char *const words[] = {"单位", "币种", "金额", NULL};
    static const char *const said[] = {"均为", "均", "都为", "都是", "为", "是", NULL};
    static const char *const signs[] = {":", "(", NULL};
    size_t end = 0;
    size_t which = 0;
    for (; words[which] != NULL && end == 0; which++)
        end = skip_word(text, at, text_of(words[which]));
    if (end == 0)
        return 0;
    *of_money = which > 1;
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

/* The names from `at` on, as long as they are units; gives where they end. */
static size_t
read_names(UnitNote *note, Text text, size_t at, Arena *arena)
{
    while (at < text.len) {
        size_t end = name_end(text, at);
        Text name = read_name(text_sub(text, at, end - at), arena);
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
        if ((note->count == 1 && !of_money) || !words_have(YUAN, note->names[i]))
            note->names[kept++] = note->names[i];
    }
    note->count = kept;
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
        size_t opening = skip_opening(text, at, &of_money);
        begins |= opening > 0 && at <= TEXT("(金额").len;
        if (opening > 0) {
            UnitNote here = {.count = 0};
            end = read_names(&here, text, opening, arena);
            drop_currency(&here, of_money);
            for (size_t i = 0; i < here.count; i++)
                add(&note, here.names[i]);
        }
        at = opening > 0 ? opening : at + character_at(text, at).len;
    }
    drop_currency(&note, false);
    note.alone = begins && note.count > 0 && is_end(text, end);
    return note;
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
        if (!words_have(MAGNITUDES, name) && !unit_concerns(name, canonical))
            continue;
        if (found.len == 0)
            found = name;
        else if (!are_same(found, name))
            found = arena_printf(arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(found), TEXT_ARG(name));
    }
    return found;
}
