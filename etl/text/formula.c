#include "text/formula.h"

#include <string.h>

#include "text/words.h"

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* "-12", "-3.50". */
static bool
is_negative_number(Text field)
{
    size_t at = 1;
    while (at < field.len && is_digit(field.ptr[at]))
        at++;
    if (at == 1)
        return false;
    if (at < field.len && field.ptr[at] == '.' && at + 1 < field.len)
        for (at++; at < field.len && is_digit(field.ptr[at]);)
            at++;
    return at == field.len;
}

/* It begins a formula too where Excel is set to Chinese or Japanese; a lone one is what offices write for nothing. */
static bool
has_wide_sign(Text field)
{
    static const char *const signs[] = {"＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (text_starts_with(field, text_of(signs[i])))
            return field.len > strlen(signs[i]);
    return false;
}

bool
formula_begins(Text field)
{
    if (field.len == 0)
        return false;
    if (memchr("=+-@\t\r\n", field.ptr[0], 7) == NULL)
        return has_wide_sign(field);
    return field.ptr[0] != '-' || !is_negative_number(field);
}

bool
formula_is_error(Text cell)
{
    static const char *const errors[] = {"#N/A",  "#DIV/0!", "#VALUE!", "#REF!",  "#NAME?",
                                         "#NUM!", "#NULL!",  "#SPILL!", "#CALC!", NULL};
    return words_have(errors, text_trim(cell));
}
