#include "text/runs.h"

#include <ctype.h>

#include "text/character.h"

RunScript
runs_script(Text value)
{
    if (text_equal(value, TEXT("superscript")))
        return RUN_RAISED;
    return text_equal(value, TEXT("subscript")) ? RUN_LOWERED : RUN_BASELINE;
}

bool
runs_apart(RunScript script, Text before)
{
    return (script == RUN_RAISED || script == RUN_LOWERED) &&
           (before.len == 0 || isalpha((unsigned char)before.ptr[before.len - 1]) == 0);
}

Text
runs_character(RunScript script, Text character)
{
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    static const char *const lowered[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    bool apart = script == RUN_RAISED || script == RUN_LOWERED;
    if (!apart || character.len != 1 || *character.ptr < '0' || *character.ptr > '9')
        return character;
    return text_of(script == RUN_RAISED ? raised[*character.ptr - '0'] : lowered[*character.ptr - '0']);
}

static bool
is_of_figure(Text character)
{
    static const char *const words[] = {"百", "千", "万", "亿", "%", "％", ".", ","};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal(character, text_of(words[i])))
            return true;
    }
    return character.len == 1 && *character.ptr >= '0' && *character.ptr <= '9';
}

/* The last character that is seen; empty where there is none. */
static Text
last_seen(Text text)
{
    Text last = TEXT("");
    for (size_t end = text.len; end > 0 && last.len == 0;) {
        size_t at = end - 1;
        while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
            at--;
        Text character = text_sub(text, at, end - at);
        if (!character_is_blank(character))
            last = character;
        end = at;
    }
    return last;
}

static Text
first_seen(Text text)
{
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        if (!character_is_blank(character))
            return character;
        at += character.len;
    }
    return TEXT("");
}

bool
runs_join(Text before, Text piece)
{
    return is_of_figure(last_seen(before)) && is_of_figure(first_seen(piece));
}

bool
runs_spell(RunScript script, Text before, Text piece, RunPut put, void *to)
{
    if (!runs_apart(script, before))
        return put(to, piece);
    bool fits = true;
    for (size_t at = 0; fits && at < piece.len;) {
        Text character = character_at(piece, at);
        at += character.len;
        fits = put(to, runs_character(script, character));
    }
    return fits;
}

static bool
put_text(void *to, Text piece)
{
    return buf_text(to, piece);
}

static bool
add_run(Buf *text, Text piece, RunScript script)
{
    return runs_spell(script, buf_view(text), piece, put_text, text);
}

/* The first of what is struck through, or the last, has a line through it. */
static bool
add_apart(Buf *text, Text piece, RunLook look)
{
    Text first = character_at(piece, 0);
    Text rest = text_sub(piece, first.len, piece.len);
    if (look.struck)
        return add_run(text, first, look.script) && buf_text(text, RUN_STRUCK) && add_run(text, rest, look.script);
    return buf_text(text, RUN_STRUCK) && add_run(text, piece, look.script);
}

bool
runs_add(Buf *text, Text piece, RunLook look, bool *last_struck)
{
    bool apart = look.struck != *last_struck && runs_join(buf_view(text), piece);
    if (!character_all_blank(piece))
        *last_struck = look.struck;
    return apart ? add_apart(text, piece, look) : add_run(text, piece, look.script);
}
