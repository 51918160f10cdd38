#include "answer/form_answer.h"

#include "asked/form_said.h"
#include "schema/field.h"
#include "table/bodyword.h"
#include "text/filler.h"
#include "text/fold.h"
#include "text/unit.h"
#include "text/words.h"

#include <string.h>

/* Of a printed remark at least so much must be left for it to be known. */
enum { REMARK_BYTES = 6 * 3, WORD_LIMIT_DIGITS = 5 };

static const char *const OPENING_SIGNS[] = {";", ",", "、", "。", ":", "|", "*", "·", NULL};
static const char *const SIGNS[] = {";", ",", "、", "。", ".", ":", "|", "*", "·", NULL};
static const char *const BOXES[] = {"□", "☐", "☑", "☒", "✅", "■", "●", "○", "◆", "◇", "√", "✓", "✔", "×", NULL};

bool
form_answer_is_box(Text character)
{
    return words_have(BOXES, character);
}

/* True for a field that is answered by boxes to tick. */
static bool
is_ticked(const Field *field)
{
    return field->type == FIELD_BOOLEAN || field->type == FIELD_TICK ||
           (field->type == FIELD_ENUM && field->blank == 0);
}

bool
form_answer_is_choice(const FormText *text, size_t at, const Field *field)
{
    if (!is_ticked(field))
        return false;
    if (words_have(BOXES, form_text_character(text, at)))
        return true;
    for (size_t i = 0; i < field->choice_count; i++) {
        if (form_text_match(text, at, field->choices[i]) > 0)
            return true;
    }
    return false;
}

/* Boxes go on below one another, and a list behind its last 、. */
static bool
goes_on(const FormText *text, size_t end, const Field *field)
{
    if (is_ticked(field))
        return form_answer_is_choice(text, end, field);
    return field->blank > 0 && text_equal(form_text_character(text, end - 1), TEXT("、"));
}

FormPart
form_answer_part(const FormText *text, FormPart part, const Field *field, FormPart *rest)
{
    size_t end = part.from < part.to ? form_text_line_end(text, part.from, part.to) : part.to;
    while (end < part.to && goes_on(text, end, field))
        end = form_text_line_end(text, end, part.to);
    *rest = (FormPart){end, part.to};
    return (FormPart){part.from, end};
}

static void
trim(const FormText *text, FormPart *part)
{
    while (part->from < part->to && words_have(OPENING_SIGNS, form_text_character(text, part->from)))
        part->from++;
    while (part->from < part->to && words_have(SIGNS, form_text_character(text, part->to - 1)))
        part->to--;
}

typedef bool (*FitsPrinted)(Text printed, Text folded);

static bool
fits_printed(const FormScope *scope, Text folded, FitsPrinted fits, Arena *arena)
{
    const UploadKind *kind = scope->labels->kind;
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        if (field->description.len == 0 || (scope->section != NULL && field->section != scope->section))
            continue;
        if (fits(fold_key(field->description, arena), folded))
            return true;
    }
    return false;
}

static bool
is_part_of(Text printed, Text folded)
{
    return folded.len >= REMARK_BYTES && text_find(printed, folded, 0) != SIZE_MAX;
}

static bool
is_about(Text printed, Text folded)
{
    return is_part_of(printed, folded) || text_find(folded, printed, 0) != SIZE_MAX;
}

/* True where the form itself prints these words about one of the section's fields. */
static bool
is_printed(const FormScope *scope, Text folded, Arena *arena)
{
    return fits_printed(scope, folded, is_about, arena);
}

/* From a printed sentence's beginning or as far as its end: few words of it may be anyone's. */
static bool
is_sentence_of(Text printed, Text folded)
{
    size_t at = text_find(printed, folded, 0);
    if (!is_part_of(printed, folded))
        return false;
    bool begins = at == 0 || text_ends_with(text_sub(printed, 0, at), TEXT("。"));
    return begins || at + folded.len == printed.len || text_ends_with(folded, TEXT("。"));
}

static bool
is_within_printed(const FormScope *scope, Text folded, Arena *arena)
{
    return fits_printed(scope, folded, is_sentence_of, arena);
}

/* The folded text of a part. */
static Text
folded_part(const FormText *text, FormPart part)
{
    size_t from = text->glyphs[part.from].folded;
    return text_sub(text->folded, from, text->glyphs[part.to].folded - from);
}

/* A remark in brackets at the end that the form prints. */
static void
drop_remark(const FormScope *scope, const FormText *text, FormPart *part, Arena *arena)
{
    for (size_t at = part->from; at < part->to; at++) {
        if (form_text_bracket_end(text, at, part->to) != part->to || at + 2 >= part->to)
            continue;
        if (is_printed(scope, folded_part(text, (FormPart){at + 1, part->to - 1}), arena)) {
            part->to = at;
            trim(text, part);
        }
        return;
    }
}

/* 限1000字 */
static bool
is_word_limit(Text folded)
{
    return text_starts_with(folded, TEXT("限")) && text_ends_with(folded, TEXT("字")) &&
           folded.len <= TEXT("限").len + TEXT("字").len + WORD_LIMIT_DIGITS;
}

FormPart
form_answer_text(const FormScope *scope, const FormText *text, FormPart part, Arena *arena)
{
    for (;;) {
        size_t end = form_text_bracket_end(text, part.from, part.to);
        if (end == 0)
            break;
        Text inner = folded_part(text, (FormPart){part.from + 1, end - 1});
        if (!is_word_limit(inner) && !is_printed(scope, inner, arena))
            break;
        part.from = end;
    }
    Text folded = folded_part(text, part);
    bool own = folded.len < REMARK_BYTES || !is_within_printed(scope, folded, arena);
    return own ? part : (FormPart){part.to, part.to};
}

static bool
is_line_sign(const FormText *text, size_t at)
{
    static const char *const lines[] = {"_", "＿", "﹍", NULL};
    return words_have(lines, form_text_character(text, at));
}

/* Lines to write on go from the ends of a text, and from anywhere in a figure. */
static void
drop_lines_at_ends(const FormText *text, FormPart *part)
{
    while (part->from < part->to && is_line_sign(text, part->from))
        part->from++;
    while (part->from < part->to && is_line_sign(text, part->to - 1))
        part->to--;
}

Text
form_answer_without_lines(Text written, Arena *arena)
{
    char *kept = arena_alloc(arena, written.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < written.len; i++) {
        if (written.ptr[i] != '_')
            kept[len++] = written.ptr[i];
    }
    return text_trim((Text){kept, len});
}

/* 3_5: a line to write on inside a figure leaves it open whether it is one. */
static bool
parts_digits(Text raw)
{
    char before = ' ';
    bool line = false;
    for (size_t i = 0; i < raw.len; i++) {
        bool digit = raw.ptr[i] >= '0' && raw.ptr[i] <= '9';
        if (raw.ptr[i] == '_') {
            line = true;
            continue;
        }
        if (line && digit && before >= '0' && before <= '9')
            return true;
        before = raw.ptr[i];
        line = false;
    }
    return false;
}

/* The printed unit alone: the blank before it was left empty. */
static bool
is_unit_alone(const Field *field, Text raw, Arena *arena)
{
    Text unit = unit_name(raw, arena);
    return unit_known(unit) || text_equal(unit, unit_name(field->unit, arena));
}

/* 无个, N/A台/套: that there is none, before the printed unit. */
static Text
without_unit(const Field *field, Text raw, Arena *arena)
{
    Text stem = form_said_stem(raw, field);
    Text behind = text_trim(text_sub(raw, TEXT("无").len, raw.len));
    if (text_starts_with(raw, TEXT("无")) && is_unit_alone(field, behind, arena))
        return TEXT("无");
    return filler_kind(stem) == FILLER_NONE ? stem : raw;
}

static bool
is_date_without_figures(Text raw, Arena *arena)
{
    return text_equal(fold_key(raw, arena), TEXT("年月日"));
}

Text
form_answer_raw(const FormScope *scope, const FormText *text, FormPart part, const Field *field, Arena *arena)
{
    trim(text, &part);
    drop_remark(scope, text, &part, arena);
    if (is_ticked(field))
        return form_text_between(text, part.from, part.to);
    drop_lines_at_ends(text, &part);
    trim(text, &part);
    Text raw = form_text_between(text, part.from, part.to);
    if (field_is_number(field)) {
        if (memchr(raw.ptr, '_', raw.len) != NULL && !parts_digits(raw))
            raw = form_answer_without_lines(raw, arena);
        return is_unit_alone(field, raw, arena) ? TEXT("") : without_unit(field, raw, arena);
    }
    return is_date_without_figures(raw, arena) ? TEXT("") : raw;
}

static bool
has_own_signs_only(const FormText *text, FormPart part)
{
    for (size_t at = part.from; at < part.to; at++) {
        Text character = form_text_character(text, at);
        if (!words_have(SIGNS, character) && !words_have(BOXES, character) && !is_line_sign(text, at) &&
            !text_equal(character, TEXT("(")) && !text_equal(character, TEXT(")")))
            return false;
    }
    return true;
}

bool
form_answer_is_furniture(const FormScope *scope, const FormText *text, FormPart part, Arena *arena)
{
    Text folded = folded_part(text, part);
    if (bodyword_is_note(folded) || bodyword_is_signature(folded) || bodyword_is_furniture(folded))
        return true;
    trim(text, &part);
    folded = folded_part(text, part);
    if (has_own_signs_only(text, part))
        return true;
    return form_text_bracket_end(text, part.from, part.to) == part.to &&
           is_printed(scope, text_sub(folded, 1, folded.len - 2), arena);
}

static bool
stands_for_figures(const FormText *text, size_t at)
{
    return form_text_is_digit(text, at) || is_line_sign(text, at);
}

/* Digits before 年, 月 or 日, if any, and the sign itself; 0 where it does not stand there. */
static size_t
skip_date_sign(const FormText *text, size_t at, size_t to, Text sign)
{
    while (at < to && stands_for_figures(text, at))
        at++;
    size_t end = form_text_match(text, at, sign);
    return end <= to ? end : 0;
}

static size_t
skip_digits(const FormText *text, size_t at, size_t to)
{
    while (at < to && form_text_is_digit(text, at))
        at++;
    return at;
}

/* 2022年3月10日, or what is left of it on paper: 年 月 日. */
static size_t
skip_date_in_words(const FormText *text, size_t at, size_t to)
{
    static const char *const signs[] = {"年", "月", "日"};
    for (size_t i = 0; i < 3; i++) {
        at = skip_date_sign(text, at, to, text_of(signs[i]));
        if (at == 0)
            return 0;
    }
    return at;
}

/* 2022-3-10, 2022/03/10, 2022.3.10. */
static size_t
skip_date_in_figures(const FormText *text, size_t at, size_t to)
{
    enum { YEAR_DIGITS = 4 };
    static const char *const signs[] = {"-", "/", ".", NULL};
    if (at > 0 && form_text_is_digit(text, at - 1))
        return 0;
    size_t end = skip_digits(text, at, to);
    if (end - at != YEAR_DIGITS || end == to)
        return 0;
    Text sign = form_text_character(text, end);
    size_t day = skip_digits(text, end + 1, to) + 1;
    if (!words_have(signs, sign) || day >= to || !text_equal(form_text_character(text, day - 1), sign))
        return 0;
    end = skip_digits(text, day, to);
    return end > day ? end : 0;
}

bool
form_answer_date(const FormText *text, FormPart part, FormPart *date)
{
    bool found = false;
    for (size_t at = part.from, fresh = at; at < part.to; at++) {
        /* Within a run of figures no date in words begins that did not begin with it. */
        bool within = at > fresh && stands_for_figures(text, at - 1);
        size_t end = within ? 0 : skip_date_in_words(text, at, part.to);
        if (end == 0)
            end = skip_date_in_figures(text, at, part.to);
        if (end == 0)
            continue;
        *date = (FormPart){at, end};
        found = true;
        fresh = end;
        at = end - 1;
    }
    return found;
}
