#include "text/identifier.h"

#include <string.h>

enum { USCC_LENGTH = 18, USCC_BASE = 31, ORGANISATION_BODY = 8 };

static char
upper(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

/* The place of `byte` in `alphabet`, -1 where it has none. */
static int
value_in(const char *alphabet, char byte)
{
    const char *hit = byte == '\0' ? NULL : strchr(alphabet, upper(byte));

    return hit == NULL ? -1 : (int)(hit - alphabet);
}

static IdentifierState
judge(char written, char right, char *expected)
{
    *expected = right;
    return upper(written) == right ? IDENTIFIER_VALID : IDENTIFIER_BAD_CHECK;
}

/* GB 32100-2015: weights 3^(i-1) mod 31, check (31 - sum mod 31) mod 31. */
IdentifierState
identifier_uscc(Text code, char *expected)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0;
    int weight = 1;

    if (code.len != USCC_LENGTH || value_in(alphabet, code.ptr[USCC_LENGTH - 1]) < 0)
        return IDENTIFIER_BAD_SHAPE;
    for (size_t i = 0; i < USCC_LENGTH - 1; i++) {
        int value = value_in(alphabet, code.ptr[i]);

        if (value < 0)
            return IDENTIFIER_BAD_SHAPE;
        sum += value * weight;
        weight = weight * 3 % USCC_BASE;
    }
    return judge(code.ptr[USCC_LENGTH - 1], alphabet[(USCC_BASE - sum % USCC_BASE) % USCC_BASE], expected);
}

/* GB 11714-1997: weights 3 7 9 10 5 8 4 2, check 11 - sum mod 11, where 10 is X and 11 is 0. */
IdentifierState
identifier_organisation(Text code, char *expected)
{
    static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char checks[] = "0123456789X";
    static const int weights[ORGANISATION_BODY] = {3, 7, 9, 10, 5, 8, 4, 2};
    bool hyphen = code.len == ORGANISATION_BODY + 2 && code.ptr[ORGANISATION_BODY] == '-';
    int sum = 0;

    if (!hyphen && code.len != ORGANISATION_BODY + 1)
        return IDENTIFIER_BAD_SHAPE;
    for (size_t i = 0; i < ORGANISATION_BODY; i++) {
        int value = value_in(alphabet, code.ptr[i]);

        if (value < 0)
            return IDENTIFIER_BAD_SHAPE;
        sum += value * weights[i];
    }
    if (value_in(checks, code.ptr[code.len - 1]) < 0)
        return IDENTIFIER_BAD_SHAPE;
    return judge(code.ptr[code.len - 1], checks[(11 - sum % 11) % 11], expected);
}
