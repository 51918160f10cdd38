#include "rows/copybinary.h"

enum { GROUP = 4, NEGATIVE = 0x4000, LENGTH_BYTES = 4 };

/* The digit at a place counted from the point: 0 is the ones, -1 the tenths. */
static unsigned
digit_at(Text whole, Text fraction, int place)
{
    if (place >= 0)
        return (size_t)place < whole.len ? (unsigned)(whole.ptr[whole.len - 1 - (size_t)place] - '0') : 0;
    return (size_t)-place <= fraction.len ? (unsigned)(fraction.ptr[-place - 1] - '0') : 0;
}

static uint16_t
group_at(Text whole, Text fraction, int group)
{
    unsigned number = 0;

    for (int i = GROUP - 1; i >= 0; i--)
        number = number * 10 + digit_at(whole, fraction, group * GROUP + i);
    return (uint16_t)number;
}

/* The groups of four digits, counted from the point as digits are, that are not zero: from *first down to *last; false where all are. */
static bool
find_groups(Text whole, Text fraction, int *first, int *last)
{
    *first = (int)((whole.len + GROUP - 1) / GROUP) - 1;
    *last = -(int)((fraction.len + GROUP - 1) / GROUP);
    while (*first >= *last && group_at(whole, fraction, *first) == 0)
        --*first;
    while (*last <= *first && group_at(whole, fraction, *last) == 0)
        ++*last;
    return *first >= *last;
}

char *
copybinary_numeric(char *at, Text decimal)
{
    bool negative = text_starts_with(decimal, TEXT("-"));
    Text digits = text_sub(decimal, negative, decimal.len);
    size_t point = text_find(digits, TEXT("."), 0);
    Text whole = text_sub(digits, 0, point == SIZE_MAX ? digits.len : point);
    Text fraction = point == SIZE_MAX ? TEXT_NONE : text_sub(digits, point + 1, digits.len);
    int first;
    int last;
    bool any = find_groups(whole, fraction, &first, &last);
    int count = any ? first - last + 1 : 0;

    at = copybinary_bytes4(at, (uint32_t)(4 + count) * 2);
    at = copybinary_bytes2(at, (uint16_t)count);
    at = copybinary_bytes2(at, (uint16_t)(any ? first : 0));
    at = copybinary_bytes2(at, any && negative ? NEGATIVE : 0);
    at = copybinary_bytes2(at, (uint16_t)fraction.len);
    for (int group = first; count > 0 && group >= last; group--)
        at = copybinary_bytes2(at, group_at(whole, fraction, group));
    return at;
}
