#include "text/email.h"

#include <string.h>

#include "text/halfwidth.h"

static bool
is_letter_or_digit(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool
is_label(Text label)
{
    if (label.len == 0 || label.ptr[0] == '-' || label.ptr[label.len - 1] == '-')
        return false;
    for (size_t i = 0; i < label.len; i++) {
        if (!is_letter_or_digit(label.ptr[i]) && label.ptr[i] != '-')
            return false;
    }
    return true;
}

static bool
is_domain(Text domain)
{
    size_t labels = 0;
    size_t from = 0;
    for (size_t at = text_find(domain, TEXT("."), 0); at != SIZE_MAX; at = text_find(domain, TEXT("."), from)) {
        if (!is_label(text_sub(domain, from, at - from)))
            return false;
        from = at + 1;
        labels++;
    }
    Text last = text_sub(domain, from, domain.len);
    return labels > 0 && last.len >= 2 && is_label(last);
}

static bool
is_name(Text name)
{
    if (name.len == 0 || name.ptr[0] == '.' || name.ptr[name.len - 1] == '.')
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char byte = name.ptr[i];
        if (byte == '\0' || (!is_letter_or_digit(byte) && strchr("._%+-&'", byte) == NULL))
            return false;
    }
    return text_find(name, TEXT(".."), 0) == SIZE_MAX;
}

static bool
is_address(Text text)
{
    size_t at = text_find(text, TEXT("@"), 0);
    return at != SIZE_MAX && is_name(text_sub(text, 0, at)) && is_domain(text_sub(text, at + 1, text.len));
}

static Text
without_label(Text text)
{
    size_t colon = text_find(text, TEXT(":"), 0);
    if (colon == SIZE_MAX || text_find(text_sub(text, 0, colon), TEXT("@"), 0) != SIZE_MAX)
        return text;
    return text_trim(text_sub(text, colon + 1, text.len));
}

/* The length of what parts two addresses at `at`, or 0. */
static size_t
separator_at(Text text, size_t at)
{
    if (text_starts_with(text_sub(text, at, text.len), TEXT("、")))
        return TEXT("、").len;
    return text.ptr[at] != '\0' && strchr(";,/ \t\n", text.ptr[at]) != NULL ? 1 : 0;
}

static size_t
next_separator(Text text, size_t from, size_t *len)
{
    for (size_t at = from; at < text.len; at++) {
        *len = separator_at(text, at);
        if (*len > 0)
            return at;
    }
    *len = 0;
    return text.len;
}

bool
email_clean(Text written, Arena *arena, Text *out, size_t *count)
{
    Text text = without_label(text_trim(halfwidth_text(written, arena)));
    bool right = true;
    size_t len;
    *out = TEXT_NONE;
    *count = 0;
    for (size_t from = 0; from < text.len;) {
        size_t at = next_separator(text, from, &len);
        Text part = text_sub(text, from, at - from);
        from = at + len;
        if (part.len == 0)
            continue;
        right = right && is_address(part);
        *out = *count == 0 ? part : arena_printf(arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(*out), TEXT_ARG(part));
        ++*count;
    }
    return right && *count > 0;
}
