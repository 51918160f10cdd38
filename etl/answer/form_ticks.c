#include "answer/form_ticks.h"

#include "text/words.h"

static const char *const WORDS[] = {"是", "否", "有", "无", NULL};
static const char *const PARTINGS[] = {"、", ",", ";", ".", "。", "/", "|", ":", NULL};

/* Behind the box, or the brackets around one or nothing, that begins at a position; the position itself where none does. */
static size_t
sign_end(const FormText *text, size_t at)
{
    size_t end = form_text_bracket_end(text, at, text->count);
    bool empty = end == at + 2;
    bool holds = end == at + 3 && form_answer_is_box(form_text_character(text, at + 1));
    if (end > 0)
        return empty || holds ? end : at;
    return at + form_answer_is_box(form_text_character(text, at));
}

/* Where the sign begins that ends at a position; the position itself where none does. */
static size_t
sign_begin(const FormText *text, size_t at)
{
    for (size_t len = 1; len <= 3 && len <= at; len++) {
        if (sign_end(text, at - len) == at)
            return at - len;
    }
    return at;
}

/* True where a list's next part begins, or nothing more stands. */
static bool
is_parted(const FormText *text, size_t at)
{
    return at == 0 || at >= text->count || text->glyphs[at].after_line ||
           words_have(PARTINGS, form_text_character(text, at - 1)) ||
           words_have(PARTINGS, form_text_character(text, at));
}

/* 是, 否, 有 or 无 behind a label of the list, with or without boxes; the position behind them, or 0. */
static size_t
said_end(const FormText *text, size_t at)
{
    bool word = false;
    size_t behind = 0;
    for (size_t end = at; end < text->count && (end == at || !text->glyphs[end].after_line);) {
        size_t next = form_text_match_any(text, end, WORDS);
        word = word || next > 0;
        next = next > 0 ? next : sign_end(text, end);
        if (next == end)
            break;
        end = next;
        behind = word && (is_parted(text, end) || text->glyphs[end].after_gap) ? end : behind;
    }
    return behind;
}

/* The signs between two labels: those before `split` are the first one's. */
typedef struct Between {
    FormPart signs;
    size_t split;
    bool unclear;
} Between;

/* Two labels and no sign to part them: a mark is that one's which it touches; a lone one that touches both or none goes as the first of the list goes. */
static void
share(const FormText *text, bool before, Between *between)
{
    size_t from = between->signs.from;
    size_t to = between->signs.to;
    bool apart_from_first = text->glyphs[from].after_gap;
    bool apart_from_second = text->glyphs[to].after_gap;
    size_t gaps = 0;
    size_t signs = 1;
    for (size_t at = sign_end(text, from); at < to; at = sign_end(text, at), signs++) {
        if (!text->glyphs[at].after_gap)
            continue;
        gaps++;
        between->split = at;
    }
    if (gaps > 0)
        between->unclear = gaps > 1 || apart_from_first || apart_from_second;
    else if (apart_from_first != apart_from_second)
        between->split = apart_from_first ? from : to;
    else {
        between->split = before ? from : to;
        between->unclear = signs > 1;
    }
}

/* What stands between the text before `from` and that at `to`, which are labels or other words unless the list parts there; behind 5G： it is 5G's. */
static Between
look_between(const FormText *text, FormPart signs, bool before, bool colon)
{
    Between between = {.signs = signs, .split = signs.from};
    if (signs.from == signs.to)
        return between;
    if (colon || is_parted(text, signs.to))
        between.split = signs.to;
    else if (!is_parted(text, signs.from))
        share(text, before, &between);
    return between;
}

static size_t
signs_begin(const FormText *text, size_t to)
{
    for (size_t from = sign_begin(text, to); from < to && !text->glyphs[to].after_line; from = sign_begin(text, to))
        to = from;
    return to;
}

static size_t
signs_end(const FormText *text, size_t from)
{
    for (size_t end = sign_end(text, from); end > from && !text->glyphs[from].after_line; end = sign_end(text, from))
        from = end;
    return from;
}

static bool
is_tick(const FormMark *mark)
{
    return mark->kind == FORM_MARK_LABEL && mark->run.first->field->type == FIELD_TICK;
}

/* True where the first of the list has its box before it. */
static bool
stand_before(const FormText *text, const FormMarks *marks)
{
    size_t i = 0;
    while (i < marks->count && !is_tick(&marks->items[i]))
        i++;
    return i < marks->count && sign_begin(text, marks->items[i].label) < marks->items[i].label;
}

/* True where the label before ends with a colon there. */
static bool
is_behind_colon(const FormMarks *marks, size_t at)
{
    for (size_t i = 0; i < marks->count; i++) {
        if (is_tick(&marks->items[i]) && marks->items[i].colon && marks->items[i].end == at)
            return true;
    }
    return false;
}

/* With the labels on both sides of a mark that may be either's nobody takes it for clear. */
static FormPart
with_neighbours(const FormMarks *marks, const Between *left, const Between *right)
{
    FormPart part = {left->signs.from, right->signs.to};
    for (size_t i = 0; i < marks->count; i++) {
        const FormMark *mark = &marks->items[i];
        if (left->unclear && mark->end == left->signs.from)
            part.from = mark->label;
        if (right->unclear && mark->label == right->signs.to)
            part.to = mark->end;
    }
    part.from -= left->unclear && part.from == left->signs.from;
    part.to += right->unclear && part.to == right->signs.to;
    return part;
}

FormPart
form_ticks_part(const FormText *text, const FormMarks *marks, const FormMark *mark, size_t *end)
{
    bool before = stand_before(text, marks);
    size_t words = said_end(text, mark->end);
    FormPart ahead = {signs_begin(text, mark->label), mark->label};
    FormPart behind = {mark->end, signs_end(text, mark->end)};
    Between left = look_between(text, ahead, before, is_behind_colon(marks, ahead.from));
    Between right = look_between(text, behind, before, mark->colon);
    right.unclear = right.unclear && words == 0;
    *end = words > 0 ? words : right.unclear ? right.signs.to : right.split;
    return left.unclear || right.unclear ? with_neighbours(marks, &left, &right) : (FormPart){left.split, *end};
}

bool
form_ticks_is_open(const FormText *text, const FormMark *mark)
{
    static const char *const empty[] = {"□", "☐", "○", "◇", NULL};
    return form_mark_is_whole(mark, text) &&
           (mark->from == mark->label || form_text_match_any(text, 0, empty) == mark->label);
}

bool
form_ticks_is_answer(const FormText *text)
{
    size_t at = 0;
    while (at < text->count && sign_end(text, at) > at)
        at = sign_end(text, at);
    return text->count > 0 && (at == text->count || said_end(text, 0) == text->count);
}
