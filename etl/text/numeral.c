#include "text/numeral.h"

#include "text/character.h"
#include "text/fold.h"

/* 1 to 9, or 0 for a character that is no such digit. */
static int
digit_of(Text character)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
    for (int i = 0; i < 9; i++) {
        if (text_equal(character, text_of(digits[i])))
            return i + 1;
    }
    return 0;
}

bool
numeral_read(Text text, int *out)
{
    int tens = 0;
    int digit = 0;
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        at += character.len;
        if (text_equal(character, TEXT("十")) && tens == 0) {
            tens = digit == 0 ? 1 : digit;
            digit = 0;
            continue;
        }
        if (digit > 0 || digit_of(character) == 0)
            return false;
        digit = digit_of(character);
    }
    *out = tens * 10 + digit;
    return *out > 0;
}

/* "1.", "1、", "（1）", "No.1", "第1" are numbers too: what is not a digit at both ends goes. */
static Text
without_ornaments(Text folded)
{
    static const char ornaments[] = "().[]#:";
    static const Text openings[] = {TEXT("no"), TEXT("第")};
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
        if (text_starts_with(folded, openings[i]))
            folded = text_sub(folded, openings[i].len, folded.len);
    }
    while (folded.len > 0 && text_find(text_of(ornaments), text_sub(folded, 0, 1), 0) != SIZE_MAX)
        folded = text_sub(folded, 1, folded.len);
    if (text_ends_with(folded, TEXT("、")))
        folded.len -= TEXT("、").len;
    while (folded.len > 0 && text_find(text_of(ornaments), text_sub(folded, folded.len - 1, 1), 0) != SIZE_MAX)
        folded.len--;
    return folded;
}

bool
numeral_ordinal(Text written, Arena *arena, Decimal *out)
{
    Text rest;
    Text digits = without_ornaments(fold_key(written, arena));
    int counted;
    if (numeral_read(digits, &counted))
        digits = arena_printf(arena, "%d", counted);
    if (!decimal_read(digits, out, &rest) || rest.len > 0)
        return false;
    bool zero = out->digit_count == 1 && out->digits[0] == 0;
    return !zero && !out->negative && decimal_is_integer(out);
}
