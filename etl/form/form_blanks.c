#include "form/form_blanks.h"

#include "text/amount.h"
#include "text/unit.h"

enum { REMARK_MOST = 40 };

/* Behind a short bracket that says something of one answer, 520（万元）; 0 for one around several. */
static size_t
remark_end(const FormText *text, size_t at, size_t to)
{
    size_t end = form_text_bracket_end(text, at, to);
    if (end > at + REMARK_MOST)
        return 0;
    for (size_t i = at; i < end; i++) {
        if (form_text_match(text, i, TEXT("、")) > 0)
            return 0;
    }
    return end;
}

/* Where several answers end: the rest of the sentence is none of them. */
static size_t
answers_end(const FormText *text, FormPart part)
{
    static const char *const ends[] = {";", "。", ")", NULL};
    for (size_t at = part.from; at < part.to; at++) {
        size_t remark = at > part.from ? remark_end(text, at, part.to) : 0;
        if (remark > 0)
            at = remark - 1;
        else if (form_text_match_any(text, at, ends) > 0)
            return at;
    }
    return part.to;
}

/* A comma behind the last answer parts it from the next question. */
static FormPart
without_last_comma(const FormText *text, FormPart part)
{
    while (part.from < part.to && form_text_match(text, part.to - 1, TEXT(",")) > 0)
        part.to--;
    return part;
}

/* The position of the next sign at or behind `at`, or the part's end. */
static size_t
next_sign(const FormText *text, size_t at, size_t to, const char *const *signs)
{
    while (at < to && form_text_match_any(text, at, signs) == 0)
        at++;
    return at;
}

static size_t
split(const FormText *text, FormPart part, const char *const *signs, FormPart parts[FORM_SCOPE_BLANKS])
{
    size_t count = 0;
    for (size_t at = part.from; at <= part.to; count++) {
        size_t end = next_sign(text, at, part.to, signs);
        if (count < FORM_SCOPE_BLANKS)
            parts[count] = (FormPart){at, end};
        at = end + 1;
    }
    return count;
}

/* A comma that parts no thousands: three digits and no more behind it may be a group of them. */
static bool
parts_figures(const FormText *text, size_t comma, size_t to)
{
    size_t digits = 0;
    for (size_t at = comma + 1; at < to && form_text_is_digit(text, at); at++)
        digits++;
    bool before = comma > 0 && form_text_is_digit(text, comma - 1);
    return digits != 3 || !before;
}

static size_t
split_at_commas(const FormText *text, FormPart part, FormPart parts[FORM_SCOPE_BLANKS])
{
    static const char *const commas[] = {",", NULL};
    size_t count = 0;
    size_t from = part.from;
    for (size_t at = part.from; at <= part.to; at++) {
        bool ends = at == part.to || (form_text_match_any(text, at, commas) > 0 && parts_figures(text, at, part.to));
        if (!ends)
            continue;
        if (count < FORM_SCOPE_BLANKS)
            parts[count] = (FormPart){from, at};
        count++;
        from = at + 1;
    }
    return count;
}

/* A list of names ends where the sentence goes on: 机械、汽车、电子，并介绍… */
static FormPart
without_tail(const FormText *text, FormPart part, const Field *field)
{
    static const char *const commas[] = {",", NULL};
    if (field->type == FIELD_ENUM)
        part.to = next_sign(text, part.from, part.to, commas);
    return part;
}

static bool
split_for(const FormReader *reader, const FormText *text, FormPart part, FormPart parts[FORM_SCOPE_BLANKS])
{
    static const char *const list[] = {"、", NULL};
    static const char *const strokes[] = {"/", NULL};
    size_t want = reader->open.target.count;
    part.to = answers_end(text, part);
    part = without_last_comma(text, part);
    if (split(text, without_tail(text, part, reader->open.target.fields[0]), list, parts) == want)
        return true;
    if (next_sign(text, part.from, part.to, list) < part.to)
        return false;
    return split_at_commas(text, part, parts) == want ||
           (reader->open.target.fields[0]->type != FIELD_ENUM && split(text, part, strokes, parts) == want);
}

enum { YEAR_DIGITS = 4 };

/* 2021年: before an answer; the position behind it and the year, or 0 where it begins otherwise. */
static int64_t
year_at(const FormText *text, FormPart *part)
{
    static const char *const words[] = {"年度", "年", NULL};
    int64_t year = 0;
    if (part->from + YEAR_DIGITS >= part->to)
        return 0;
    for (size_t i = 0; i < YEAR_DIGITS; i++) {
        if (!form_text_is_digit(text, part->from + i))
            return 0;
        year = year * 10 + *form_text_character(text, part->from + i).ptr - '0';
    }
    size_t end = form_text_match_any(text, part->from + YEAR_DIGITS, words);
    part->from = end > 0 ? end : part->from;
    return end > 0 ? year : 0;
}

/* 前一年, 基准年: the year before the form's base year, and that year. */
static int64_t
named_year_at(const FormReader *reader, const FormText *text, FormPart *part)
{
    static const char *const before[] = {"前一年", "上一年", NULL};
    static const char *const base[] = {"基准年", NULL};
    size_t end = form_text_match_any(text, part->from, before);
    int64_t year = reader->scope.labels->base_year - (end > 0);
    if (end == 0)
        end = form_text_match_any(text, part->from, base);
    part->from = end > 0 ? end : part->from;
    return end > 0 ? year : 0;
}

/* The field whose year an answer names; the `which`th where it names none; SIZE_MAX where the year is no field's. */
static size_t
field_of(const FormReader *reader, const FormText *text, FormPart *part, size_t which)
{
    const FormTarget *target = &reader->open.target;
    int64_t year = year_at(text, part);
    if (year == 0)
        year = named_year_at(reader, text, part);
    if (year == 0)
        return which;
    for (size_t i = 0; i < target->count; i++) {
        if (target->fields[i]->years.len > 0 && form_labels_year_fits(reader->scope.labels, target->fields[i], year))
            return i;
    }
    return SIZE_MAX;
}

/* A unit behind the last answer is that of all, known or not. */
static Text
unit_behind(FormReader *reader, const FormText *text, FormPart last)
{
    Amount amount;
    Text written = form_answer_without_lines(form_text_between(text, last.from, last.to), reader->arena);
    bool none = text_starts_with(written, TEXT("无"));
    if (none)
        written = text_sub(written, TEXT("无").len, written.len);
    Text alone = unit_name(written, reader->arena);
    if (unit_known(alone))
        return alone;
    if (none || amount_read(written, reader->arena, &amount) != AMOUNT_EXACT)
        return TEXT_NONE;
    return arena_printf(reader->arena, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(amount.words), TEXT_ARG(amount.unit));
}

bool
form_blanks_answer(FormReader *reader, const FormCell *cell, FormPart part)
{
    const FormTarget *target = &reader->open.target;
    FormPart parts[FORM_SCOPE_BLANKS] = {{0, 0}};
    size_t which[FORM_SCOPE_BLANKS] = {0};
    bool seen[FORM_SCOPE_BLANKS] = {false};
    if (!split_for(reader, &cell->text, part, parts))
        return false;
    for (size_t i = 0; i < target->count; i++) {
        while (parts[i].from < parts[i].to && form_text_match(&cell->text, parts[i].from, TEXT(",")) > 0)
            parts[i].from++;
        which[i] = field_of(reader, &cell->text, &parts[i], i);
        if (which[i] == SIZE_MAX || seen[which[i]])
            return false;
        seen[which[i]] = true;
    }
    if (target->fields[0]->unit.len > 0 && reader->open.unit.len == 0)
        reader->open.unit = unit_behind(reader, &cell->text, parts[target->count - 1]);
    for (size_t i = 0; i < target->count; i++) {
        const Field *field = target->fields[which[i]];
        form_reader_answer(reader, cell, form_answer_raw(&reader->scope, &cell->text, parts[i], field, reader->arena),
                           which[i]);
    }
    return true;
}
