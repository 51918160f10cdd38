#include "schema/label.h"

#include "base/buf.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

enum { LABEL_MAX_CHARACTERS = 40, EXTRA_MAX_BYTES = 8 * 3, ALIAS_MIN_BYTES = 2 * 3 };

static bool
opens_note(Text character)
{
    static const char *const openers[] = {"(", "（", "[", "［", "【", "〔", "「", NULL};
    return words_have(openers, character);
}

static bool
closes_note(Text character)
{
    static const char *const closers[] = {")", "）", "]", "］", "】", "〕", "」", NULL};
    return words_have(closers, character);
}

static bool
is_ornament(Text character)
{
    static const char *const ornaments[] = {"*", "＊", ":", "：", "★", "☆", "※", NULL};
    return words_have(ornaments, character);
}

/* No ideograph, Latin letter or digit, which are nearly all, is a sign of a note or an ornament. */
static bool
may_be_sign(Text character)
{
    unsigned char first = (unsigned char)character.ptr[0];
    bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
    return !letter && (first < 0xE4 || first > 0xE9);
}

static bool
has_signs(Text written)
{
    for (size_t at = 0; at < written.len; at += character_at(written, at).len) {
        if (may_be_sign(character_at(written, at)))
            return true;
    }
    return false;
}

/* The written label without notes in brackets and ornaments; an unclosed bracket swallows the rest. */
static Text
without_notes(Text written, Arena *arena)
{
    Buf kept = buf_new(written.len + 1);
    size_t depth = 0;
    for (size_t at = 0; at < written.len;) {
        Text character = character_at(written, at);
        at += character.len;
        bool sign = may_be_sign(character);
        if (sign && opens_note(character))
            depth++;
        else if (sign && closes_note(character))
            depth -= depth > 0;
        else if (depth == 0 && !(sign && is_ornament(character)))
            buf_text(&kept, character);
    }
    Text bare = arena_text(arena, buf_view(&kept));
    buf_free(&kept);
    return bare;
}

/* Where the character that begins at `at` has its bit. */
static unsigned
bit_of(Text text, size_t at)
{
    Text character = character_at(text, at);
    unsigned last = (unsigned char)character.ptr[character.len - 1];
    unsigned before = character.len > 1 ? (unsigned char)character.ptr[character.len - 2] : 0;
    return (last + before * 64) % (LABEL_SET_WORDS * 64);
}

static void
add_character(LabelSet *set, Text text, size_t at)
{
    unsigned bit = bit_of(text, at);
    set->words[bit / 64] |= UINT64_C(1) << bit % 64;
}

static void
add_characters(LabelSet *set, Text text)
{
    for (size_t at = 0; at < text.len; at += character_at(text, at).len)
        add_character(set, text, at);
}

/* False where the alias surely does not stand in the label. */
static bool
may_hold(const Label *label, Text alias)
{
    unsigned bit = bit_of(alias, 0);
    return (label->characters.words[bit / 64] >> bit % 64 & 1) != 0;
}

Label
label_new(Text written, Arena *arena)
{
    if (character_all_blank(written) || fold_length(written) > LABEL_MAX_CHARACTERS)
        return (Label){.whole = TEXT_NONE};
    Label label = {.whole = fold_key(written, arena)};
    label.bare = has_signs(written) ? fold_key(without_notes(written, arena), arena) : label.whole;
    add_characters(&label.characters, label.whole);
    add_characters(&label.characters, label.bare);
    return label;
}

LabelSet
label_begins(const Field *field)
{
    LabelSet begins = {{0}};
    for (size_t i = 0; i < field->alias_count; i++)
        add_character(&begins, field->aliases[i], 0);
    return begins;
}

/* What may follow an alias and leave the thing the same: 平台名称全称, 联系人及职务, 依托企业Enterprise; but 手机型号 is no 手机. */
static bool
is_same_thing_before(Text tail)
{
    static const char *const wholes[] = {"全称", "名称", "姓名", "号码", "号", NULL};
    static const char *const joints[] = {"及", "和", "与", "或", "、", "/", ",", NULL};
    bool latin = (tail.ptr[0] >= 'a' && tail.ptr[0] <= 'z');
    return latin || words_have(wholes, tail) || words_begin(joints, tail);
}

/* One- and two-letter aliases would be found inside anything, and a long text around an alias is a sentence, not a label. */
static LabelMatch
match_inside(Text label, Text alias)
{
    if (alias.len < ALIAS_MIN_BYTES || label.len <= alias.len || label.len > alias.len + EXTRA_MAX_BYTES)
        return LABEL_NONE;
    if (text_ends_with(label, alias))
        return LABEL_ENDS_WITH;
    size_t at = text_find(label, alias, 0);
    bool same = at != SIZE_MAX && is_same_thing_before(text_sub(label, at + alias.len, label.len));
    return same ? LABEL_CONTAINS : LABEL_NONE;
}

static LabelMatch
match_alias(const Label *label, Text alias)
{
    if (text_equal(label->whole, alias))
        return LABEL_EXACT;
    if (text_equal(label->bare, alias))
        return LABEL_BARE;
    return match_inside(label->bare, alias);
}

LabelMatch
label_match(const Label *label, const Field *field, size_t *alias)
{
    LabelMatch best = LABEL_NONE;
    *alias = 0;
    if (label->whole.len == 0)
        return LABEL_NONE;
    for (size_t i = 0; i < field->alias_count && best != LABEL_EXACT; i++) {
        if (!may_hold(label, field->aliases[i]))
            continue;
        LabelMatch match = match_alias(label, field->aliases[i]);
        if (match <= best)
            continue;
        best = match;
        *alias = i;
    }
    return best;
}

Text
label_note(Text written, size_t *at)
{
    size_t from = SIZE_MAX;
    size_t depth = 0;
    while (*at < written.len) {
        Text character = character_at(written, *at);
        size_t here = *at;
        *at += character.len;
        if (opens_note(character) && depth++ == 0)
            from = *at;
        if (closes_note(character) && depth > 0 && --depth == 0)
            return text_sub(written, from, here - from);
    }
    return TEXT_NONE;
}
