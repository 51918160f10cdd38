/*
 * Phones and mail: what is cleaned is clean, has no digit or letter that was not written but the 0 of an area code behind +86, and as many parts as are
 * counted.
 */
#include "texts.h"

#include "text/email.h"
#include "text/halfwidth.h"
#include "text/phone.h"

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
phone(Text written, Text half, Arena *arena)
{
    Text clean, again;
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
mail(Text written, Text half, Arena *arena)
{
    Text clean, again;
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
    Text written = {block, len}, half = halfwidth_text(written, arena);
    phone(written, half, arena);
    mail(written, half, arena);
    free(block);
    arena_free(arena);
    return 0;
}
