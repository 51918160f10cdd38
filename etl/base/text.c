#include "base/text.h"

#include <stdint.h>
#include <string.h>

Text
text_of(const char *string)
{
    if (string == NULL)
        return TEXT_NONE;
    return (Text){string, strlen(string)};
}

bool
text_equal(Text left, Text right)
{
    return left.len == right.len && (left.len == 0 || memcmp(left.ptr, right.ptr, left.len) == 0);
}

int
text_compare(Text left, Text right)
{
    size_t common = left.len < right.len ? left.len : right.len;
    int order = common == 0 ? 0 : memcmp(left.ptr, right.ptr, common);

    if (order != 0)
        return order;
    return (left.len > right.len) - (left.len < right.len);
}

bool
text_starts_with(Text text, Text prefix)
{
    return text.len >= prefix.len && text_equal(text_sub(text, 0, prefix.len), prefix);
}

bool
text_ends_with(Text text, Text suffix)
{
    return text.len >= suffix.len && text_equal(text_sub(text, text.len - suffix.len, suffix.len), suffix);
}

size_t
text_find(Text text, Text part, size_t from)
{
    const char *hit;

    if (from > text.len)
        return SIZE_MAX;
    if (part.len == 0)
        return from;
    if (part.len > text.len - from)
        return SIZE_MAX;
    hit = part.len == 1 ? memchr(text.ptr + from, part.ptr[0], text.len - from)
                        : memmem(text.ptr + from, text.len - from, part.ptr, part.len);
    return hit == NULL ? SIZE_MAX : (size_t)(hit - text.ptr);
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

Text
text_trim(Text text)
{
    while (text.len > 0 && is_blank(text.ptr[text.len - 1]))
        text.len--;
    while (text.len > 0 && is_blank(text.ptr[0])) {
        text.ptr++;
        text.len--;
    }
    return text;
}

Text
text_sub(Text text, size_t from, size_t len)
{
    if (text.ptr == NULL)
        return TEXT_NONE;
    if (from > text.len)
        from = text.len;
    if (len > text.len - from)
        len = text.len - from;
    return (Text){text.ptr + from, len};
}

bool
text_read_count(Text text, uint64_t *count)
{
    enum { SAFE_DIGITS = 19 }; /* so many always fit */
    uint64_t value = 0;

    if (text.len == 0)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = (unsigned)(unsigned char)text.ptr[i] - '0';

        if (digit > 9 || (i >= SAFE_DIGITS && value > (UINT64_MAX - digit) / 10))
            return false;
        value = value * 10 + digit;
    }
    *count = value;
    return true;
}

size_t
text_cut(Text text, size_t len)
{
    if (len >= text.len)
        return text.len;
    while (len > 0 && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
        len--;
    return len;
}

static bool
is_among(const char *const *characters, Text text)
{
    while (*characters != NULL && !text_starts_with(text, text_of(*characters)))
        characters++;
    return *characters != NULL;
}

size_t
text_control(Text text, size_t at)
{
    static const char *const longer[] = {"\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
                                         "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", NULL};
    unsigned char byte = (unsigned char)text.ptr[at];
    if (byte < 0x20 || byte == 0x7F)
        return 1;
    /* C1 controls are C2 80 to C2 9F. */
    if (byte == 0xC2 && text.len - at > 1 && (unsigned char)text.ptr[at + 1] < 0xA0)
        return 2;
    return byte == 0xE2 && is_among(longer, text_sub(text, at, 3)) ? 3 : 0;
}
