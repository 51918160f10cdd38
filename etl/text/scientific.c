#include "text/scientific.h"

static size_t
digits_at(Text text, size_t at)
{
    size_t count = 0;
    while (at + count < text.len && text.ptr[at + count] >= '0' && text.ptr[at + count] <= '9')
        count++;
    return count;
}

/* Where the sign or the digits behind E begin; 0 where there is no exponent. */
static size_t
exponent_at(Text text)
{
    size_t at = digits_at(text, 0);
    if (at == 0)
        return 0;
    if (at < text.len && text.ptr[at] == '.')
        at += 1 + digits_at(text, at + 1);
    return at < text.len && (text.ptr[at] == 'E' || text.ptr[at] == 'e') ? at + 1 : 0;
}

bool
scientific_is(Text text)
{
    size_t at = exponent_at(text);
    if (at == 0)
        return false;
    if (at < text.len && (text.ptr[at] == '+' || text.ptr[at] == '-'))
        at++;
    return digits_at(text, at) > 0 && at + digits_at(text, at) == text.len;
}

bool
scientific_is_displayed(Text text)
{
    size_t at = exponent_at(text);
    return at > 0 && at < text.len && text.ptr[at] == '+' && digits_at(text, 0) == 1 && scientific_is(text);
}
