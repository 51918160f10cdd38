#include "text/tick.h"

#include "text/character.h"
#include "text/halfwidth.h"
#include "text/words.h"

enum { TOKENS_MOST = 2 * TICK_CHOICES_MOST };

typedef enum TokenKind { TOKEN_CHOICE, TOKEN_TICK, TOKEN_BOX, TOKEN_CROSS, TOKEN_CROSSED_BOX, TOKEN_OTHER } TokenKind;

typedef struct Token {
    TokenKind kind;
    size_t choice;
    bool after_blank;
    bool stroke; /* a tick without a box of its own */
} Token;

typedef struct Tokens {
    Token items[TOKENS_MOST];
    size_t count;
    size_t choices;
    size_t marks;
    bool ticked;
    bool other;
} Tokens;

static const char *const TICKS[] = {"√", "✓", "✔", "☑", "✅", "■", "●", "◆", NULL};
static const char *const STROKES[] = {"√", "✓", "✔", NULL};
static const char *const BOXES[] = {"□", "☐", "○", "◯", "◇", "口", "()", "[]", "【】", NULL};
static const char *const CROSSES[] = {"×", "✗", "✘", NULL};
static const char *const CROSSED_BOXES[] = {"☒", NULL};
/* What parts two choices, as a blank does, and what only stands around a mark. */
static const char *const PARTINGS[] = {"/", ",", ";", "、", "|", "。", ".", NULL};
static const char *const BRACKETS[] = {"(", ")", "[", "]", "【", "】", ":", NULL};

static size_t
length_of_word(const char *const *words, Text from)
{
    for (; *words != NULL; words++) {
        if (text_starts_with(from, text_of(*words)))
            return text_of(*words).len;
    }
    return 0;
}

/* The longest choice at the front of `from`. */
static size_t
length_of_choice(const Text *choices, size_t count, Text from, size_t *choice)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        if (choices[i].len > longest && text_starts_with(from, choices[i])) {
            longest = choices[i].len;
            *choice = i;
        }
    }
    return longest;
}

/* The mark or choice at the front of `from`; its length, 0 for what is neither. */
static size_t
token_at(Text from, const Text *choices, size_t count, Token *token)
{
    static const struct {
        const char *const *words;
        TokenKind kind;
    } marks[] = {{TICKS, TOKEN_TICK}, {BOXES, TOKEN_BOX}, {CROSSES, TOKEN_CROSS}, {CROSSED_BOXES, TOKEN_CROSSED_BOX}};
    size_t len = length_of_choice(choices, count, from, &token->choice);
    token->kind = TOKEN_CHOICE;
    for (size_t i = 0; len == 0 && i < sizeof marks / sizeof marks[0]; i++) {
        len = length_of_word(marks[i].words, from);
        token->kind = marks[i].kind;
    }
    token->stroke = token->kind == TOKEN_TICK && length_of_word(STROKES, from) > 0;
    return len;
}

static void
add_token(Tokens *tokens, const Token *token)
{
    if (tokens->count == TOKENS_MOST) {
        tokens->other = true;
        return;
    }
    tokens->items[tokens->count++] = *token;
    tokens->choices += token->kind == TOKEN_CHOICE;
    tokens->marks += token->kind != TOKEN_CHOICE;
    tokens->ticked = tokens->ticked || token->kind == TOKEN_TICK;
}

/* Empty brackets are boxes: the blanks inside them go. */
static Text
with_closed_brackets(Text written, Arena *arena)
{
    Text text = halfwidth_text(written, arena);
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        bool opens =
            text_equal(character, TEXT("(")) || text_equal(character, TEXT("[")) || text_equal(character, TEXT("【"));
        for (size_t i = 0; i < character.len; i++)
            out[len++] = character.ptr[i];
        at += character.len;
        while (opens && at < text.len && text.ptr[at] == ' ')
            at++;
    }
    return (Text){out, len};
}

/* The length of what is neither mark nor choice at `at`, 0 where something else is written; *parts where it parts what stands around it. */
static size_t
length_of_gap(Text text, size_t at, bool *parts)
{
    Text from = text_sub(text, at, text.len);
    Text character = character_at(text, at);
    size_t len = character_is_blank(character) ? character.len : length_of_word(PARTINGS, from);
    *parts = len > 0;
    return len > 0 ? len : length_of_word(BRACKETS, from);
}

static void
split(Text text, const Text *choices, size_t count, Tokens *tokens)
{
    bool parted = true;
    for (size_t at = 0; at < text.len;) {
        Token token = {.after_blank = parted};
        bool parts = false;
        size_t len = token_at(text_sub(text, at, text.len), choices, count, &token);
        size_t gap = len > 0 ? 0 : length_of_gap(text, at, &parts);
        if (len > 0)
            add_token(tokens, &token);
        tokens->other = tokens->other || len + gap == 0;
        parted = parts || (parted && gap > 0);
        at += len + gap > 0 ? len + gap : character_at(text, at).len;
    }
}

/* Marks and choices by turns, one each. */
static bool
alternates(const Tokens *tokens)
{
    if (tokens->marks != tokens->choices)
        return false;
    for (size_t i = 0; i < tokens->count; i++) {
        bool mark = tokens->items[i].kind != TOKEN_CHOICE;
        if (mark != (i % 2 == (tokens->items[0].kind != TOKEN_CHOICE ? 0 : 1)))
            return false;
    }
    return true;
}

/* The token that the mark at `at` belongs to, or SIZE_MAX where that cannot be told. */
static size_t
owner_of(const Tokens *tokens, size_t at)
{
    const Token *items = tokens->items;
    bool before = at > 0 && items[at - 1].kind == TOKEN_CHOICE;
    bool behind = at + 1 < tokens->count && items[at + 1].kind == TOKEN_CHOICE;
    if (alternates(tokens))
        return items[0].kind == TOKEN_CHOICE ? at - 1 : at + 1;
    if (before != behind)
        return before ? at - 1 : at + 1;
    bool touches_before = !items[at].after_blank;
    bool touches_behind = before && behind && !items[at + 1].after_blank;
    if (!before || touches_before == touches_behind)
        return SIZE_MAX;
    return touches_before ? at - 1 : at + 1;
}

static bool
is_ticked(const Tokens *tokens, const Token *mark)
{
    return mark->kind == TOKEN_TICK || (mark->kind == TOKEN_CROSSED_BOX && !tokens->ticked);
}

/* A cross says no only beside a tick, and a crossed box yes only where there is none. */
static bool
are_marks_clear(const Tokens *tokens)
{
    size_t crosses = 0;
    size_t crossed_boxes = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        crosses += tokens->items[i].kind == TOKEN_CROSS;
        crossed_boxes += tokens->items[i].kind == TOKEN_CROSSED_BOX;
    }
    if (crosses > 0 && !tokens->ticked)
        return false;
    return crossed_boxes == 0 || (!tokens->ticked && crossed_boxes < tokens->marks);
}

static TickState
judge_marks(const Tokens *tokens, size_t *chosen)
{
    size_t ticked = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *mark = &tokens->items[i];
        if (mark->kind == TOKEN_CHOICE)
            continue;
        size_t owner = owner_of(tokens, i);
        if (owner == SIZE_MAX)
            return TICK_UNCLEAR;
        if (!is_ticked(tokens, mark))
            continue;
        *chosen = tokens->items[owner].choice;
        ticked++;
    }
    return ticked == 0 ? TICK_NONE : ticked == 1 ? TICK_ONE : TICK_SEVERAL;
}

static bool
repeats_a_choice(const Tokens *tokens)
{
    bool seen[TICK_CHOICES_MOST] = {false};
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->items[i];
        if (token->kind != TOKEN_CHOICE)
            continue;
        if (seen[token->choice])
            return true;
        seen[token->choice] = true;
    }
    return false;
}

static void
drop_token(Tokens *tokens, size_t at)
{
    if (at + 1 < tokens->count)
        tokens->items[at + 1].after_blank |= tokens->items[at].after_blank;
    for (size_t i = at; i + 1 < tokens->count; i++)
        tokens->items[i] = tokens->items[i + 1];
    tokens->count--;
    tokens->marks--;
}

/* □√5G, 5G□（√）, □5G√: of one choice alone the box and the stroke are one mark. */
static void
join_stroke_with_box(Tokens *tokens)
{
    size_t box = SIZE_MAX;
    bool stroke = false;
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind == TOKEN_BOX)
            box = i;
        stroke = stroke || tokens->items[i].stroke;
    }
    if (stroke && box != SIZE_MAX && tokens->marks == 2)
        drop_token(tokens, box);
}

/* What stands together, from `first` on: one choice, its box, and a stroke or none. The token behind it; `first` itself where it is not that. *box is SIZE_MAX without a stroke. */
static size_t
read_group(const Tokens *tokens, size_t first, size_t *box)
{
    size_t choices = 0;
    size_t boxes = 0;
    size_t strokes = 0;
    size_t end = first;
    *box = SIZE_MAX;
    for (; end < tokens->count && (end == first || !tokens->items[end].after_blank); end++) {
        const Token *token = &tokens->items[end];
        choices += token->kind == TOKEN_CHOICE;
        strokes += token->stroke;
        boxes += token->kind == TOKEN_BOX;
        if (token->kind == TOKEN_BOX)
            *box = end;
    }
    bool whole = choices == 1 && boxes == 1 && strokes <= 1 && end - first == 2 + strokes;
    if (strokes == 0)
        *box = SIZE_MAX;
    return whole ? end : first;
}

/* □是 □√否, □是√ □否: where blanks part the choices, each with a box of its own, a stroke within one of them ticks its box. */
static void
join_strokes_with_boxes(Tokens *tokens)
{
    size_t boxes[TICK_CHOICES_MOST];
    size_t count = 0;
    for (size_t first = 0; first < tokens->count;) {
        size_t box;
        size_t end = read_group(tokens, first, &box);
        if (end == first)
            return;
        if (box != SIZE_MAX)
            boxes[count++] = box;
        first = end;
    }
    while (count > 0)
        drop_token(tokens, boxes[--count]);
}

static TickState
judge_choices(const Tokens *tokens, size_t *chosen)
{
    if (tokens->choices != 1)
        return tokens->choices == 0 ? TICK_ABSENT : TICK_NONE;
    *chosen = tokens->items[0].choice;
    return TICK_ONE;
}

TickState
tick_read(Text written, const Text *choices, size_t count, Arena *arena, size_t *chosen)
{
    Tokens tokens = {.count = 0};
    if (count > TICK_CHOICES_MOST)
        return TICK_ABSENT;
    split(with_closed_brackets(written, arena), choices, count, &tokens);
    if (count == 1)
        join_stroke_with_box(&tokens);
    else
        join_strokes_with_boxes(&tokens);
    if (tokens.other)
        return tokens.marks > 0 ? TICK_UNCLEAR : TICK_ABSENT;
    if (tokens.marks == 0)
        return judge_choices(&tokens, chosen);
    if (!are_marks_clear(&tokens) || repeats_a_choice(&tokens) ||
        tokens.marks > (tokens.choices > 0 ? tokens.choices : 1))
        return TICK_UNCLEAR;
    if (tokens.choices == 0)
        return tokens.ticked ? TICK_ALONE : TICK_NONE;
    return judge_marks(&tokens, chosen);
}
