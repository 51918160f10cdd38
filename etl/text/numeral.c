#include "text/numeral.h"

#include "text/character.h"

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
