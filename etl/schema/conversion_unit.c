#include "schema/conversion_unit.h"

#include "schema/label.h"
#include "text/character.h"
#include "text/halfwidth.h"
#include "text/unit.h"
#include "text/unithint.h"
#include "text/unitnote.h"
#include "text/words.h"

/* In half width, without blanks, and without the span of time that the field is counted by anyway: 次 of 次/天 and 次每天. */
static Text
name_of(const Conversion *conversion, Text unit)
{
    static const char *const joints[] = {"/", "每"};
    const Field *field = conversion->field;
    Arena *arena = conversion->converter->arena;
    Text name = unit_name(unit, arena);
    for (size_t i = 0; i < 2 * field->per_count; i++) {
        Text end = arena_join(arena, text_of(joints[i % 2]), field->per[i / 2], TEXT(""));
        if (text_ends_with(name, end))
            return text_sub(name, 0, name.len - end.len);
    }
    return name;
}

/* The factor of a unit by the field's schema; TEXT_NONE where it is not accepted. */
static Text
factor_of(const Conversion *conversion, Text unit)
{
    const Field *field = conversion->field;
    Arena *arena = conversion->converter->arena;
    Text name = name_of(conversion, unit);
    if (text_equal(name, unit_name(field->unit, arena)))
        return TEXT("1");
    for (size_t i = 0; field->units != NULL && i < field->units->accepted_count; i++) {
        const AcceptedUnit *accepted = &field->units->accepted[i];
        if (text_equal(name, unit_name(accepted->unit, arena)))
            return accepted->factor;
    }
    return TEXT_NONE;
}

static UnitChoice
judge(const Conversion *conversion, Text unit, const char *source)
{
    UnitChoice choice = {.unit = unit, .factor = factor_of(conversion, unit), .source = text_of(source)};
    if (choice.factor.len == 0)
        choice.verdict = unit_known(name_of(conversion, unit)) ? UNIT_OTHER : UNIT_UNKNOWN;
    return choice;
}

static Text
base_unit(const Conversion *conversion)
{
    Text base = unit_base(conversion->field->unit);
    return base.len > 0 ? base : conversion->field->unit;
}

Text
conversion_base_unit(const Conversion *conversion, Text *factor)
{
    Text base = base_unit(conversion);
    *factor = factor_of(conversion, base);
    return factor->len == 0 || text_equal(base, conversion->field->unit) ? TEXT_NONE : base;
}

/* What is said around a unit: 单位：万元, 人民币万元, 以万元计. True where it is said that this is the unit. */
static bool
strip_words(Text *part)
{
    static const char *const before[] = {"计量单位", "单位", ":", "以", "人民币", NULL};
    static const char *const behind[] = {"为单位", "计", NULL};
    bool named = false;
    for (size_t i = 0; before[i] != NULL; i++) {
        if (!text_starts_with(*part, text_of(before[i])))
            continue;
        *part = text_sub(*part, text_of(before[i]).len, part->len);
        named = named || i < 2;
    }
    for (size_t i = 0; behind[i] != NULL; i++) {
        if (text_ends_with(*part, text_of(behind[i])))
            part->len -= text_of(behind[i]).len;
    }
    return named;
}

/* 万 alone in a label means that many of the field's units. */
static Text
with_base(const Conversion *conversion, Text part)
{
    static const char *const magnitudes[] = {"千", "万", "百万", "千万", "亿", NULL};
    if (!words_have(magnitudes, part))
        return part;
    Text base = base_unit(conversion);
    return arena_printf(conversion->converter->arena, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(part), TEXT_ARG(base));
}

/* Other money (万元/年, 万新元) and other magnitudes (10万元) are never taken for a remark. */
static bool
is_like_unit(const Conversion *conversion, Text part)
{
    static const char *const begin[] = {"元", "千元", "万元", "百万元", "千万元", "亿元", NULL};
    return words_begin(begin, part) || unit_concerns(part, conversion->field->unit) ||
           unithint_says(part, conversion->field->unit);
}

static bool
choose_part(const Conversion *conversion, Text part, UnitChoice *choice)
{
    bool named = strip_words(&part);
    if (part.len == 0)
        return false;
    *choice = judge(conversion, with_base(conversion, part), "head");
    return choice->verdict != UNIT_UNKNOWN || named || is_like_unit(conversion, part);
}

/* True where both are of the same size. */
static bool
agree(const UnitChoice *one, const UnitChoice *other)
{
    return one->verdict == UNIT_ACCEPTED && other->verdict == UNIT_ACCEPTED && text_equal(one->factor, other->factor);
}

static UnitChoice
conflict(const Conversion *conversion, const UnitChoice *one, const UnitChoice *other)
{
    Text both = arena_printf(conversion->converter->arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(one->unit),
                             TEXT_ARG(other->unit));
    UnitChoice choice = {.verdict = UNIT_CONFLICT, .unit = both};
    if (one->factor.len > 0 && other->factor.len > 0) {
        choice.rivals[0] = one->unit;
        choice.rivals[1] = other->unit;
        choice.rival_factors[0] = one->factor;
        choice.rival_factors[1] = other->factor;
    }
    return choice;
}

/* Adds what a further part says, which must not differ. */
static bool
add_choice(const Conversion *conversion, const UnitChoice *further, bool found, UnitChoice *choice)
{
    *choice = found && !agree(choice, further) ? conflict(conversion, choice, further) : *further;
    return true;
}

static bool
add_part(const Conversion *conversion, Text part, bool found, UnitChoice *choice)
{
    UnitChoice further;
    return choose_part(conversion, part, &further) ? add_choice(conversion, &further, found, choice) : found;
}

/* A note may hold more than the unit: 含税，万元. What is neither a unit nor looks like one is a remark. */
static bool
choose_by_note(const Conversion *conversion, Text note, UnitChoice *choice)
{
    static const char *const separators[] = {",", ";", "、", "。", NULL};
    Text name = unit_name(note, conversion->converter->arena);
    bool found = false;
    size_t from = 0;
    for (size_t at = 0; at < name.len;) {
        Text character = character_at(name, at);
        if (words_have(separators, character)) {
            found = add_part(conversion, text_sub(name, from, at - from), found, choice);
            from = at + character.len;
        }
        at += character.len;
    }
    return add_part(conversion, text_sub(name, from, name.len), found, choice);
}

static bool
is_letter(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* Where a k, w or m stands that ends at `at` and no other letter before it; `at` where none does. */
static size_t
letter_before(Text bare, size_t at)
{
    bool letter = at > 1 && (bare.ptr[at - 1] == 'k' || bare.ptr[at - 1] == 'w' || bare.ptr[at - 1] == 'm');
    return letter && !is_letter(bare.ptr[at - 2]) ? at - 1 : at;
}

/* 千万元 of 服务金额千万元, which is no 万元, and k元 of 服务金额K元. */
static Text
with_magnitude(Text bare, Text unit)
{
    static const char *const magnitudes[] = {"百", "千", "万", "亿", NULL};
    size_t at = bare.len - unit.len;
    size_t len = TEXT("万").len;
    while (at >= len && words_have(magnitudes, text_sub(bare, at - len, len)))
        at -= len;
    return text_sub(bare, letter_before(bare, at), bare.len);
}

/* 服务金额K: thousands of nobody knows what. */
static bool
choose_by_letter(const Conversion *conversion, Text bare, UnitChoice *choice)
{
    size_t at = letter_before(bare, bare.len);
    if (at == bare.len || !unit_concerns(TEXT("元"), conversion->field->unit))
        return false;
    *choice = judge(conversion, text_sub(bare, at, bare.len), "head");
    return true;
}

/* 总资产/亿元, 投资金额亿元: an accepted unit at the label's end, the longest. */
static bool
choose_by_end(const Conversion *conversion, Text label, UnitChoice *choice)
{
    const Field *field = conversion->field;
    Arena *arena = conversion->converter->arena;
    Text bare = label_new(label, arena).bare;
    Text longest = text_ends_with(bare, unit_name(field->unit, arena)) ? field->unit : TEXT_NONE;
    for (size_t i = 0; field->units != NULL && i < field->units->accepted_count; i++) {
        Text unit = field->units->accepted[i].unit;
        if (unit.len > longest.len && text_ends_with(bare, unit_name(unit, arena)))
            longest = unit;
    }
    if (longest.len > 0)
        *choice = judge(conversion, with_magnitude(bare, unit_name(longest, arena)), "head");
    return longest.len > 0 || choose_by_letter(conversion, bare, choice);
}

/* What stands beside a figure or above its table. */
static UnitChoice
judge_beside(const Conversion *conversion, Text said)
{
    Arena *arena = conversion->converter->arena;
    Text alone = unitnote_alone(said, arena);
    Text name = alone.len > 0 ? alone : unit_name(said, arena);
    strip_words(&name);
    name = name.len > 0 ? name : unit_name(said, arena);
    return judge(conversion, with_base(conversion, name), "head");
}

/* By the notes in a label's brackets, which must not say different things, else by its end. */
static bool
choose_by_label(const Conversion *conversion, UnitChoice *choice)
{
    Text label = conversion->input->label;
    bool found = false;
    size_t at = 0;
    for (Text note = label_note(label, &at); note.ptr != NULL; note = label_note(label, &at)) {
        UnitChoice further;
        if (choose_by_note(conversion, note, &further))
            found = add_choice(conversion, &further, found, choice);
    }
    return found || choose_by_end(conversion, label, choice);
}

/* What is said beside a figure or above its table is the same as what is nearer to it, or no unit of it at all. */
static UnitChoice
choose_by_both(const Conversion *conversion, const UnitChoice *nearer, Text said)
{
    UnitChoice beside = judge_beside(conversion, said);
    bool is_unit = beside.verdict == UNIT_ACCEPTED || is_like_unit(conversion, beside.unit);
    if (!is_unit || nearer->verdict != UNIT_ACCEPTED || agree(nearer, &beside))
        return *nearer;
    return conflict(conversion, nearer, &beside);
}

/* The field's own unit. */
static bool
is_own(const UnitChoice *choice)
{
    return text_equal(choice->factor, TEXT("1"));
}

/*
 * The label; a cell beside the figure, or else a line above it, says the same. A line was added by who filled in the form: where its labels were left as they are printed, nobody knows
 * which counts; one with another unit is that writer's own word for it.
 */
static UnitChoice
choose_with_label(const Conversion *conversion, const UnitChoice *label)
{
    const CellInput *input = conversion->input;
    if (input->beside.len > 0)
        return choose_by_both(conversion, label, input->beside);
    bool above = is_own(label) && unit_contests(input->unit, conversion->field->unit);
    return above ? choose_by_both(conversion, label, input->unit) : *label;
}

/* The label, a cell beside the figure, a line above it. */
static bool
choose_by_said(const Conversion *conversion, UnitChoice *choice)
{
    const CellInput *input = conversion->input;
    if (choose_by_label(conversion, choice)) {
        *choice = choose_with_label(conversion, choice);
        return true;
    }
    bool said = input->beside.len > 0 || input->unit.len > 0;
    if (said)
        *choice = judge_beside(conversion, input->beside.len > 0 ? input->beside : input->unit);
    return said;
}

/* The sheet's name says the same as what is nearer, or nobody knows which is meant. */
static UnitChoice
choose_around(const Conversion *conversion)
{
    const Field *field = conversion->field;
    const CellInput *input = conversion->input;
    UnitChoice choice;
    bool said = choose_by_said(conversion, &choice);
    if (said && input->named.len > 0)
        return choose_by_both(conversion, &choice, input->named);
    if (said || input->named.len > 0)
        return said ? choice : judge_beside(conversion, input->named);
    return (UnitChoice){.unit = field->unit,
                        .factor = TEXT("1"),
                        .source = field->unit_assumed.len > 0 ? TEXT("assumed") : TEXT("label")};
}

static bool
is_base(Text unit)
{
    return text_equal(unit_base(unit), unit);
}

/* Who ends a number in 万 or 亿 means the unit without a magnitude. 3千 and 1万2000 under 万元 leave that open. */
static UnitChoice
choose_by_words(const Conversion *conversion, Text words)
{
    if (text_ends_with(words, TEXT("万")) || text_ends_with(words, TEXT("亿")))
        return judge(conversion, base_unit(conversion), "cell");
    UnitChoice around = choose_around(conversion);
    if (around.verdict != UNIT_ACCEPTED || is_base(around.unit))
        return around;
    return (UnitChoice){.verdict = UNIT_UNKNOWN, .unit = words};
}

static bool
has_digit(Text text)
{
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] >= '0' && text.ptr[at] <= '9')
            return true;
    }
    return false;
}

/* The template prints a field's unit beside each figure, and asks to write another behind the number. */
static bool
is_as_printed(const Conversion *conversion, Text beside)
{
    UnitChoice choice = judge_beside(conversion, beside);
    return conversion->input->printed && is_own(&choice);
}

/*
 * 1200万元 beside 元 is as much as 1200 behind 万元 beside 元: which of both is meant, nobody knows. The 万 of 三百万元 and 1亿2000万元 is one of the number.
 */
static UnitChoice
choose_by_cell(const Conversion *conversion, const Amount *amount)
{
    Text beside = conversion->input->beside;
    UnitChoice choice = judge(conversion, amount->unit, "cell");
    bool one_number =
        has_digit(amount->words) || !has_digit(halfwidth_text(conversion->clean, conversion->converter->arena));
    if (choice.verdict != UNIT_ACCEPTED || beside.len == 0 || one_number || is_as_printed(conversion, beside))
        return choice;
    UnitChoice written =
        judge(conversion, arena_join(conversion->converter->arena, amount->words, amount->unit, TEXT("")), "cell");
    written.verdict = UNIT_ACCEPTED;
    UnitChoice both = choose_by_both(conversion, &written, beside);
    return both.verdict == UNIT_CONFLICT ? both : choice;
}

UnitChoice
conversion_unit(const Conversion *conversion, const Amount *amount)
{
    if (name_of(conversion, amount->unit).len > 0)
        return choose_by_cell(conversion, amount);
    return amount->words.len > 0 ? choose_by_words(conversion, amount->words) : choose_around(conversion);
}

bool
conversion_apply(const Decimal *number, Text factor, Decimal *out)
{
    Decimal times;
    Text rest;
    return decimal_read(factor, &times, &rest) && decimal_multiply(number, &times, out);
}
