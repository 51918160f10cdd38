#include "text/phone.h"

#include "text/halfwidth.h"
#include "text/scientific.h"

#include <string.h>

enum { MOBILE_DIGITS = 11, LOCAL_MIN = 7, LOCAL_MAX = 8, EXTENSION_MAX = 6, NUMBER_MAX = 64 };

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static size_t
digits_at(Text text, size_t at)
{
    size_t count = 0;

    while (at + count < text.len && is_digit(text.ptr[at + count]))
        count++;
    return count;
}

/* ="…", a leading ' and a number cell's ".0" are a spreadsheet's, not the number's. */
static Text
without_guards(Text text)
{
    text = text_trim(text);
    if (text_starts_with(text, TEXT("=\"")) && text_ends_with(text, TEXT("\"")) && text.len > 3)
        text = text_sub(text, 2, text.len - 3);
    if (text_starts_with(text, TEXT("'")))
        text = text_sub(text, 1, text.len);
    if (text_ends_with(text, TEXT(".0")) && digits_at(text, 0) == text.len - 2)
        text.len -= 2;
    return text_trim(text);
}

/* Drops the bytes of `unwanted`; false where `room` does not hold the rest. */
static bool
copy_without(Text text, const char *unwanted, char *out, size_t room, size_t *len)
{
    *len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (memchr(unwanted, text.ptr[i], strlen(unwanted)) != NULL)
            continue;
        if (*len == room)
            return false;
        out[(*len)++] = text.ptr[i];
    }
    return true;
}

static bool
drop_country(Text *number)
{
    static const Text prefixes[] = {TEXT("+86"), TEXT("0086"), TEXT("(+86)"), TEXT("(86)")};

    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        if (text_starts_with(*number, prefixes[i])) {
            *number = text_sub(*number, prefixes[i].len, number->len);
            if (text_starts_with(*number, TEXT("-")))
                *number = text_sub(*number, 1, number->len);
            return true;
        }
    }
    return false;
}

static bool
is_mobile(Text digits)
{
    return digits.len == MOBILE_DIGITS && digits_at(digits, 0) == MOBILE_DIGITS && digits.ptr[0] == '1' &&
           digits.ptr[1] >= '3';
}

static bool
read_mobile(Text number, Arena *arena, Text *out)
{
    char digits[NUMBER_MAX];
    size_t len;

    if (!copy_without(number, "-()", digits, sizeof digits, &len) || !is_mobile((Text){digits, len}))
        return false;
    *out = arena_text(arena, (Text){digits, len});
    return true;
}

/* 86 without a plus; not in 86139123-41234, the extension of a landline. */
static bool
country_before_mobile(Text number)
{
    size_t run = digits_at(number, 0);

    return text_starts_with(number, TEXT("86")) && (run < LOCAL_MIN || run > LOCAL_MAX);
}

/* 010 and 02x have three digits, all other area codes four; none begins with 00, which leads abroad. */
static size_t
area_length(Text number)
{
    if (number.len < 3 || number.ptr[0] != '0' || number.ptr[1] == '0')
        return 0;
    return number.ptr[1] == '1' || number.ptr[1] == '2' ? 3 : 4;
}

/* What stands between number and extension: a hyphen, 转, 分机, x, ext. */
static size_t
extension_sign(Text text)
{
    static const Text signs[] = {TEXT("-"), TEXT("转"), TEXT("分机"), TEXT("ext."), TEXT("ext"), TEXT("x"), TEXT("#")};

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (text_starts_with(text, signs[i]))
            return signs[i].len;
    }
    return 0;
}

/* "", or a sign and one to six digits, which *digits gets. */
static bool
read_extension(Text tail, Text *digits)
{
    size_t sign = extension_sign(tail);

    *digits = text_sub(tail, sign, tail.len);
    if (tail.len == 0)
        return true;
    return sign > 0 && digits->len > 0 && digits->len <= EXTENSION_MAX && digits_at(*digits, 0) == digits->len;
}

/* Takes seven or eight digits off the front, which may have a hyphen before the last four: 8000-0181. Subscribers' numbers begin with neither 0 nor 1. */
static bool
take_local(Text *number, char local[LOCAL_MAX], size_t *len)
{
    size_t first = digits_at(*number, 0);
    bool parted = (first == 3 || first == 4) && text_starts_with(text_sub(*number, first, 1), TEXT("-")) &&
                  digits_at(*number, first + 1) == 4;
    size_t second = parted ? 4 : 0;

    *len = first + second;
    if (*len < LOCAL_MIN || *len > LOCAL_MAX || number->ptr[0] <= '1')
        return false;
    memcpy(local, number->ptr, first);
    memcpy(local + first, number->ptr + *len - second + parted, second);
    *number = text_sub(*number, *len + parted, number->len);
    return true;
}

static bool
read_landline(Text number, Arena *arena, Text *out)
{
    char bare[NUMBER_MAX];
    char local[LOCAL_MAX];
    size_t bare_len, local_len;
    Text area, rest, extension;

    if (!copy_without(number, "()", bare, sizeof bare, &bare_len))
        return false;
    rest = (Text){bare, bare_len};
    area = text_sub(rest, 0, area_length(rest));
    rest = text_sub(rest, area.len, rest.len);
    if (area.len > 0 && text_starts_with(rest, TEXT("-")))
        rest = text_sub(rest, 1, rest.len);
    if (digits_at(area, 0) != area.len || !take_local(&rest, local, &local_len) || !read_extension(rest, &extension))
        return false;
    *out = arena_printf(arena, "%" TEXT_FMT "%s%.*s%s%" TEXT_FMT, TEXT_ARG(area), area.len > 0 ? "-" : "",
                        (int)local_len, local, extension.len > 0 ? "-" : "", TEXT_ARG(extension));
    return true;
}

/* "手机:139…" */
static Text
without_label(Text text)
{
    for (size_t at = 0; at < text.len && !is_digit(text.ptr[at]); at++) {
        if (text.ptr[at] == ':')
            return text_sub(text, at + 1, text.len);
    }
    return text;
}

/* Of several numbers: a bad one spoils them all, and one mobile among landlines is enough where a mobile is asked for. */
static PhoneState
joint_state(PhoneState left, PhoneState right)
{
    if (left > PHONE_LANDLINE || right > PHONE_LANDLINE)
        return left > right ? left : right;
    return left == PHONE_MOBILE || right == PHONE_MOBILE ? PHONE_MOBILE : PHONE_LANDLINE;
}

/* One number in half width. */
static PhoneState
clean_one(Text written, Arena *arena, Text *out)
{
    char compact[NUMBER_MAX];
    size_t len;
    Text number;
    bool country;

    written = without_guards(without_label(written));
    if (scientific_is(written))
        return PHONE_SCIENTIFIC;
    if (!copy_without(written, " \t", compact, sizeof compact, &len))
        return PHONE_BAD;
    number = (Text){compact, len};
    country = drop_country(&number);
    if (read_mobile(number, arena, out))
        return PHONE_MOBILE;
    if (country_before_mobile(number) && read_mobile(text_sub(number, 2, number.len), arena, out))
        return PHONE_MOBILE;
    /* Behind +86 an area code has lost its 0. */
    if (country && !text_starts_with(number, TEXT("0")))
        number = arena_printf(arena, "0%" TEXT_FMT, TEXT_ARG(number));
    return read_landline(number, arena, out) ? PHONE_LANDLINE : PHONE_BAD;
}

/* The bytes of the separator that begins `text`: 、/；;，, or a line end; with `blanks` a blank too. */
static size_t
separator_at(Text text, bool blanks)
{
    static const Text separators[] = {TEXT("、"), TEXT("/"), TEXT(";"), TEXT(","), TEXT("\n"), TEXT("\r"), TEXT("|")};

    if (blanks && (text.ptr[0] == ' ' || text.ptr[0] == '\t'))
        return 1;
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        if (text_starts_with(text, separators[i]))
            return separators[i].len;
    }
    return 0;
}

/* The next piece at *at, which moves behind its separator; false at the end. Empty pieces are passed over. */
static bool
next_piece(Text text, bool blanks, size_t *at, Text *piece)
{
    while (*at < text.len) {
        size_t begin = *at;
        size_t separator = 0;

        while (*at < text.len && (separator = separator_at(text_sub(text, *at, text.len), blanks)) == 0)
            (*at)++;
        *piece = text_trim(text_sub(text, begin, *at - begin));
        *at += separator;
        if (piece->len > 0)
            return true;
    }
    return false;
}

/* Cleans the pieces and joins them by 、; their joint state, BAD where there is none. */
static PhoneState
clean_list(Text text, bool blanks, Arena *arena, Text *out)
{
    PhoneState joint = PHONE_LANDLINE;
    size_t at = 0;
    Text piece;

    *out = TEXT("");
    while (next_piece(text, blanks, &at, &piece)) {
        Text number = piece;
        PhoneState state = clean_one(piece, arena, &number);

        /* A blank may part two numbers or stand inside one: first it is taken to be inside. */
        if (state == PHONE_BAD && !blanks)
            state = clean_list(piece, true, arena, &number);
        *out =
            out->len == 0 ? number : arena_printf(arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(*out), TEXT_ARG(number));
        joint = joint_state(joint, state);
    }
    return out->len == 0 ? PHONE_BAD : joint;
}

PhoneState
phone_clean(Text written, Arena *arena, Text *out)
{
    PhoneState state = clean_list(without_guards(halfwidth_text(written, arena)), false, arena, out);

    if (state == PHONE_SCIENTIFIC || state == PHONE_BAD)
        *out = arena_text(arena, written);
    return state;
}
