/*
 * Phones and mail: what is cleaned is clean, has no digit or letter that was not written but the 0 of an area code behind +86, and as many parts as are
 * counted.
 */
#include "texts.h"

#include "text/email.h"
#include "text/halfwidth.h"
#include "text/phone.h"

static const Text phones[] = {TEXT("1"),      TEXT("3"),   TEXT("+86"),      TEXT("0086"),   TEXT("86"),
                              TEXT("(0591)"), TEXT("010"), TEXT("8000"),     TEXT("138"),    TEXT("000"),
                              TEXT("1234"),   TEXT("-"),   TEXT("－"),       TEXT(" "),      TEXT("、"),
                              TEXT("转"),     TEXT("x"),   TEXT("80000181"), TEXT("手机："), TEXT(".0")};
static const Text mails[] = {TEXT("x@a.cn"),  TEXT("y@b.com.cn"), TEXT("@"),  TEXT("a"),      TEXT("."), TEXT("cn"),
                             TEXT("，"),      TEXT(";"),          TEXT(" "),  TEXT("邮箱："), TEXT("<"), TEXT(">"),
                             TEXT("mailto:"), TEXT("＠"),         TEXT("。"), TEXT("、")};

/* True where the bytes of `part` that `wanted` takes stand in `whole` in this order. */
static bool
stands_within(Text part, Text whole, bool (*wanted)(char))
{
    size_t at = 0;
    for (size_t i = 0; i < part.len; i++) {
        if (!wanted(part.ptr[i]))
            continue;
        while (at < whole.len && whole.ptr[at] != part.ptr[i])
            at++;
        if (at++ == whole.len)
            return false;
    }
    return true;
}

static bool
is_digit_but_zero(char byte)
{
    return byte >= '1' && byte <= '9';
}

static bool
is_word(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '@';
}

static size_t
count_of(Text text, Text part)
{
    size_t count = 0;
    for (size_t at = text_find(text, part, 0); at != SIZE_MAX; at = text_find(text, part, at + part.len))
        count++;
    return count;
}

static void
phone(Text written, Arena *arena)
{
    Text clean, again, half = halfwidth_text(written, arena);
    PhoneState state = phone_clean(written, arena, &clean);
    if (state == PHONE_BAD || state == PHONE_SCIENTIFIC) {
        PROMISE(text_equal(clean, written));
        return;
    }
    PROMISE(clean.len > 0 && stands_within(clean, half, is_digit_but_zero));
    PROMISE(phone_clean(clean, arena, &again) == state && text_equal(clean, again));
    PROMISE(state != PHONE_MOBILE || count_of(clean, TEXT("、")) > 0 || (clean.len == 11 && clean.ptr[0] == '1'));
}

static void
mail(Text written, Arena *arena)
{
    Text clean, again, half = halfwidth_text(written, arena);
    size_t count = 0, count_again = 0;
    if (!email_clean(written, arena, &clean, &count))
        return;
    PROMISE(count >= 1 && count_of(clean, TEXT("@")) == count && count_of(clean, TEXT("、")) == count - 1);
    PROMISE(stands_within(clean, half, is_word));
    PROMISE(email_clean(clean, arena, &again, &count_again) && count == count_again && text_equal(clean, again));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    phone((Text){block, len}, arena);
    mail((Text){block, len}, arena);
    phone(texts_of_pieces(bytes, len, phones, sizeof phones / sizeof *phones, arena), arena);
    mail(texts_of_pieces(bytes, len, mails, sizeof mails / sizeof *mails, arena), arena);
    free(block);
    arena_free(arena);
    return 0;
}
