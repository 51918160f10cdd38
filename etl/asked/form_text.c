#include "asked/form_text.h"

#include "base/buf.h"
#include "text/character.h"
#include "text/fold.h"

/* NFKC makes a character at most eighteen times as long. */
enum { FOLD_GROWTH = 19, SLIP_CHARACTERS = 3, YEAR_FIRST = 1990, YEAR_LAST = 2099 };

typedef struct Folding {
    FormText *text;
    Buf out;
    Arena *scratch;
} Folding;

/* The slips that folding makes one (杀手铜, 其它) are of two or three characters: the last of them is folded together with those before it. */
static Text
fold_in_context(const Folding *folding, Text character)
{
    const FormText *text = folding->text;
    size_t context = text->count < SLIP_CHARACTERS - 1 ? text->count : SLIP_CHARACTERS - 1;
    size_t from = context == 0 ? folding->out.len : text->glyphs[text->count - context].folded;
    Text before = text_sub(buf_view(&folding->out), from, folding->out.len);
    Text joined = arena_printf(folding->scratch, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(before), TEXT_ARG(character));
    Text folded = fold_key(joined, folding->scratch);
    if (!text_starts_with(folded, before))
        return fold_key(character, folding->scratch);
    return text_sub(folded, before.len, folded.len);
}

static bool
is_plain(Text character)
{
    return fold_is_plain(character) || (character.len == 1 && *character.ptr >= '0' && *character.ptr <= '9');
}

static void
add_glyph(Folding *folding, size_t at, Text character, bool after_gap, bool after_line)
{
    arena_reset(folding->scratch);
    Text folded = is_plain(character) ? character : fold_in_context(folding, character);
    if (folded.len == 0)
        return;
    FormText *text = folding->text;
    text->glyphs[text->count++] =
        (FormGlyph){(uint32_t)at, (uint32_t)(at + character.len), (uint32_t)folding->out.len, 0, after_gap, after_line};
    buf_text(&folding->out, folded);
}

Text
form_text_character(const FormText *text, size_t at)
{
    if (at >= text->count)
        return TEXT("");
    size_t from = text->glyphs[at].folded;
    return text_sub(text->folded, from, text->glyphs[at + 1].folded - from);
}

/* Once for the whole text: who asks for the end of each bracket would go through a text of nothing but brackets as often as it has characters. */
static void
pair_brackets(FormText *text)
{
    /* While it is open, a bracket's `closed` is the position behind the one that stands open before it. */
    size_t open = 0;
    for (size_t at = 0; at < text->count; at++) {
        Text character = form_text_character(text, at);
        if (text_equal(character, TEXT("("))) {
            text->glyphs[at].closed = (uint32_t)open;
            open = at + 1;
        } else if (open > 0 && text_equal(character, TEXT(")"))) {
            FormGlyph *opening = &text->glyphs[open - 1];
            open = opening->closed;
            opening->closed = (uint32_t)at + 1;
        }
    }
    while (open > 0) {
        FormGlyph *opening = &text->glyphs[open - 1];
        open = opening->closed;
        opening->closed = 0;
    }
}

FormText
form_text_new(Text cell, Arena *scratch, Arena *arena)
{
    FormText text = {.cell = cell, .glyphs = arena_array(arena, fold_length(cell) + 1, sizeof(FormGlyph))};
    Folding folding = {&text, buf_new(cell.len * FOLD_GROWTH + 1), scratch};
    bool gap = true;
    bool line = true;
    for (size_t at = 0; at < cell.len;) {
        Text character = character_at(cell, at);
        if (character_is_blank(character)) {
            gap = true;
            line = line || *character.ptr == '\n' || *character.ptr == '\r';
        } else {
            add_glyph(&folding, at, character, gap, line);
            gap = line = false;
        }
        at += character.len;
    }
    text.folded = arena_text(arena, buf_view(&folding.out));
    text.glyphs[text.count] =
        (FormGlyph){(uint32_t)cell.len, (uint32_t)cell.len, (uint32_t)text.folded.len, 0, true, true};
    buf_free(&folding.out);
    pair_brackets(&text);
    return text;
}

/* The folded text from a position on. */
static Text
text_from(const FormText *text, size_t at)
{
    return text_sub(text->folded, text->glyphs[at < text->count ? at : text->count].folded, text->folded.len);
}

size_t
form_text_match(const FormText *text, size_t at, Text folded)
{
    if (folded.len == 0 || at >= text->count || !text_starts_with(text_from(text, at), folded))
        return 0;
    size_t end = text->glyphs[at].folded + folded.len;
    while (at < text->count && text->glyphs[at].folded < end)
        at++;
    return text->glyphs[at].folded == end ? at : 0;
}

size_t
form_text_match_any(const FormText *text, size_t at, const char *const *words)
{
    for (; *words != NULL; words++) {
        size_t end = form_text_match(text, at, text_of(*words));
        if (end > 0)
            return end;
    }
    return 0;
}

Text
form_text_between(const FormText *text, size_t from, size_t to)
{
    if (from >= to)
        return TEXT("");
    size_t at = text->glyphs[from].at;
    return text_sub(text->cell, at, text->glyphs[to - 1].end - at);
}

size_t
form_text_line_end(const FormText *text, size_t at, size_t to)
{
    for (at++; at < to; at++) {
        if (text->glyphs[at].after_line)
            return at;
    }
    return to;
}

bool
form_text_is_digit(const FormText *text, size_t at)
{
    Text character = form_text_character(text, at);
    return character.len == 1 && *character.ptr >= '0' && *character.ptr <= '9';
}

bool
form_text_has_digit(const FormText *text, size_t from, size_t to)
{
    while (from < to && !form_text_is_digit(text, from))
        from++;
    return from < to;
}

int64_t
form_text_year(const FormText *text, size_t at)
{
    int64_t year = 0;
    for (size_t i = at; i < at + FORM_TEXT_YEAR; i++) {
        if (!form_text_is_digit(text, i))
            return 0;
        year = year * 10 + *form_text_character(text, i).ptr - '0';
    }
    return year >= YEAR_FIRST && year <= YEAR_LAST ? year : 0;
}

size_t
form_text_bracket_end(const FormText *text, size_t at, size_t to)
{
    size_t end = at < to ? text->glyphs[at].closed : 0;
    return end <= to ? end : 0;
}
