#include "docx/docx_overlay.h"

#include <string.h>

#include "base/buf.h"
#include "text/ordinal.h"

enum { CIRCLED_MOST = 50, SIGN_MOST = 16 };

static bool
is_one_of(Text sign, const char *const *signs)
{
    while (*signs != NULL && !text_equal(sign, text_of(*signs)))
        signs++;
    return *signs != NULL;
}

/* What stands between the first bracket and the last. */
static Text
within_brackets(Text text)
{
    const char *open = text.len > 0 ? memchr(text.ptr, '(', text.len) : NULL;
    const char *close = open != NULL ? memrchr(open, ')', text.len - (size_t)(open - text.ptr)) : NULL;
    return close == NULL ? TEXT_NONE : (Text){open + 1, (size_t)(close - open) - 1};
}

/* A sign may be moved: \s\up3(√). */
static Text
bare(Text sign)
{
    sign = text_trim(sign);
    return text_starts_with(sign, TEXT("\\")) ? text_trim(within_brackets(sign)) : sign;
}

/* The signs on both sides of the only comma that stands in no inner bracket; by the language of the system it is a semicolon. */
static bool
two_signs(Text inside, Text *one, Text *other)
{
    size_t parts = 0, depth = 0, at = 0;
    for (size_t i = 0; i < inside.len; i++) {
        depth += inside.ptr[i] == '(';
        depth -= inside.ptr[i] == ')' && depth > 0;
        if (depth == 0 && (inside.ptr[i] == ',' || inside.ptr[i] == ';')) {
            at = i;
            parts++;
        }
    }
    *one = bare(text_sub(inside, 0, at));
    *other = bare(text_sub(inside, at + 1, inside.len));
    return parts == 1;
}

static Text
laid_over(Text box, Text sign, Arena *arena)
{
    static const char *const boxes[] = {"□", "☐", "○", "◯", "〇", "◇", "△", NULL};
    static const char *const circles[] = {"○", "◯", "〇", NULL};
    static const char *const ticks[] = {"√", "✓", "✔", NULL};
    static const char *const crosses[] = {"×", "✗", "✘", NULL};
    uint64_t number;
    if (!is_one_of(box, boxes))
        return TEXT_NONE;
    if (is_one_of(sign, ticks))
        return TEXT("☑");
    if (is_one_of(sign, crosses))
        return TEXT("☒");
    if (sign.len == 0)
        return box;
    if (!is_one_of(box, circles) || !text_read_count(sign, &number) || number == 0 || number > CIRCLED_MOST)
        return TEXT_NONE;
    Buf circled = buf_new(SIGN_MOST);
    (void)ordinal_write(TEXT("decimalEnclosedCircleChinese"), number, &circled);
    Text text = arena_text(arena, buf_view(&circled));
    buf_free(&circled);
    return text;
}

/* \o, or \O, before the bracket. */
static bool
overlays(Text code)
{
    const char *bracket = code.len > 0 ? memchr(code.ptr, '(', code.len) : NULL;
    const char *stroke = bracket != NULL ? memchr(code.ptr, '\\', (size_t)(bracket - code.ptr)) : NULL;
    return stroke != NULL && (stroke[1] == 'o' || stroke[1] == 'O');
}

Text
docx_overlay_text(Text code, Arena *arena)
{
    Text one, other;
    if (!overlays(code) || !two_signs(within_brackets(code), &one, &other))
        return TEXT_NONE;
    Text text = laid_over(one, other, arena);
    return text.len > 0 ? text : laid_over(other, one, arena);
}
