/*
 * Codes of organisations: any characters of the alphabet with the check that the standards' sums give are valid, and with any other are not; arbitrary text
 * is judged the same.
 */
#include "texts.h"

#include "text/identifier.h"

static const char social[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
static const char general[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

enum { SOCIAL = 18, GENERAL = 9 };

/* GB 32100-2015: the weights are powers of 3 modulo 31. */
static char
social_check(const char *code)
{
    unsigned sum = 0, weight = 1;
    for (int i = 0; i < SOCIAL - 1; i++, weight = weight * 3 % 31)
        sum += (unsigned)(strchr(social, code[i]) - social) * weight;
    return social[(31 - sum % 31) % 31];
}

/* GB 11714-1997. */
static char
general_check(const char *code)
{
    static const unsigned WEIGHTS[] = {3, 7, 9, 10, 5, 8, 4, 2};
    unsigned sum = 0;
    for (int i = 0; i < GENERAL - 1; i++)
        sum += (unsigned)(strchr(general, code[i]) - general) * WEIGHTS[i];
    return "0123456789X0"[11 - sum % 11];
}

static void
fill(char *code, size_t count, const char *alphabet, const uint8_t *bytes, size_t len)
{
    size_t letters = strlen(alphabet);
    for (size_t i = 0; i < count; i++)
        code[i] = alphabet[len > 0 ? bytes[i % len] % letters : 0];
}

static void
judge(IdentifierState (*check)(Text, char *), char *code, size_t len, char right)
{
    char expected = 0, written = code[len - 1];
    IdentifierState state = check((Text){code, len}, &expected);
    PROMISE(state == (written == right ? IDENTIFIER_VALID : IDENTIFIER_BAD_CHECK));
    PROMISE(state == IDENTIFIER_VALID || expected == right);
    code[len - 1] = right;
    PROMISE(check((Text){code, len}, &expected) == IDENTIFIER_VALID);
    PROMISE(check((Text){code, len - 1}, &expected) == IDENTIFIER_BAD_SHAPE);
}

static void
any_text(Text text)
{
    char expected = 0, code[SOCIAL];
    if (identifier_uscc(text, &expected) != IDENTIFIER_BAD_SHAPE) {
        PROMISE(text.len == SOCIAL);
        for (int i = 0; i < SOCIAL; i++) {
            code[i] = text.ptr[i] >= 'a' ? (char)(text.ptr[i] - 'a' + 'A') : text.ptr[i];
            PROMISE(code[i] != '\0' && strchr(social, code[i]) != NULL);
        }
        PROMISE((identifier_uscc(text, &expected) == IDENTIFIER_VALID) == (social_check(code) == code[SOCIAL - 1]));
    }
    if (identifier_organisation(text, &expected) != IDENTIFIER_BAD_SHAPE)
        PROMISE(text.len == GENERAL || text.len == GENERAL + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    char code[SOCIAL], *block = texts_block(bytes, len);
    any_text((Text){block, len});
    fill(code, SOCIAL, social, bytes, len);
    judge(identifier_uscc, code, SOCIAL, social_check(code));
    fill(code, GENERAL, general, bytes, len);
    code[GENERAL - 1] = len > 0 ? "0123456789X"[bytes[len - 1] % 11] : 'X';
    judge(identifier_organisation, code, GENERAL, general_check(code));
    free(block);
    return 0;
}
