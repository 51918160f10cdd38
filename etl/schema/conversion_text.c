#include "schema/conversion.h"

#include <inttypes.h>

#include "base/buf.h"
#include "schema/field.h"
#include "text/character.h"
#include "text/email.h"
#include "text/fold.h"
#include "text/identifier.h"
#include "text/phone.h"
#include "text/scientific.h"
#include "text/words.h"

enum { USCC_LENGTH = 18, ORGANISATION_LENGTH = 9, UTF8_MAX = 4 };

void
conversion_report(const Conversion *conversion, bool error, const char *code, Text read_as, Text expected)
{
    const Converter *converter = conversion->converter;
    Finding finding = {.place = conversion->input->place,
                       .field = conversion->field->title,
                       .error = error,
                       .code = code,
                       .raw = conversion->input->raw,
                       .read_as = read_as,
                       .expected = expected,
                       .subject = converter->subject};
    findinglist_add(converter->findings, &finding);
}

void
conversion_refuse(Conversion *conversion, const char *code, Text read_as, Text expected)
{
    conversion->cell.state = TEXT("bad");
    conversion_report(conversion, true, code, read_as, expected);
}

void
conversion_set_number(Conversion *conversion, const Decimal *number)
{
    conversion->cell.state = TEXT("number");
    conversion->cell.value = decimal_text(number, conversion->converter->arena);
    conversion_set_text(conversion, conversion->cell.value);
}

/* Fields that hold several names at once; each is matched by itself. */
static bool
holds_names(const Field *field)
{
    return field->match && (text_equal(field->key, TEXT("former_names")) || text_equal(field->key, TEXT("aliases")));
}

static bool
parts_names(Text character)
{
    static const char *const signs[] = {"、", "；", ";", "／", "/", NULL};
    return words_have(signs, character);
}

/* A folded name without what is said of it: 原名:…, …(2021年更名), …(原名). */
static Text
name_alone(Text key)
{
    static const char *const openings[] = {
        "曾用名:", "曾用名称:", "原名:", "原名称:", "原企业名称:", "原平台名称:", "(原名)", "(曾用名)", NULL};
    static const char *const notes[] = {"原名", "曾用名", "曾用名称", NULL};
    static const char *const changes[] = {"更名", "改名", "变更", NULL};
    for (const char *const *opening = openings; *opening != NULL; opening++)
        if (text_starts_with(key, text_of(*opening)))
            key = text_sub(key, text_of(*opening).len, key.len);
    if (!text_ends_with(key, TEXT(")")))
        return key;
    size_t open = key.len;
    while (open > 0 && key.ptr[open - 1] != '(')
        open--;
    if (open == 0)
        return key;
    Text note = text_sub(key, open, key.len - 1 - open);
    return words_have(notes, note) || words_inside(changes, note) ? text_sub(key, 0, open - 1) : key;
}

static void
append_folded(Buf *folded, Text name, Arena *arena)
{
    Text key = name_alone(fold_key(name, arena));
    if (key.len == 0)
        return;
    if (folded->len > 0)
        buf_char(folded, '\n');
    buf_text(folded, key);
}

/* The next of several names, which *names loses with the sign behind it. */
static Text
next_name(Text *names)
{
    size_t at = 0;
    while (at < names->len && !parts_names(character_at(*names, at)))
        at += character_at(*names, at).len;
    Text name = text_sub(*names, 0, at);
    *names = text_sub(*names, at < names->len ? at + character_at(*names, at).len : at, names->len);
    return name;
}

/* fold_key of each name, joined by line feeds. NFKC makes a text at most eighteen times as long. */
static Text
fold_names(Text names, Arena *arena)
{
    Buf folded = buf_new(names.len * 19 + 1);
    while (names.len > 0)
        append_folded(&folded, next_name(&names), arena);
    Text joined = arena_text(arena, buf_view(&folded));
    buf_free(&folded);
    return joined;
}

/* In characters; of what is matched as many as its folded form takes, should that be more. */
static size_t
length_of(const Field *field, Text name, Arena *arena)
{
    size_t characters = fold_length(name);
    size_t folded = field->match ? (fold_key(name, arena).len + UTF8_MAX - 1) / UTF8_MAX : 0;
    return folded > characters ? folded : characters;
}

/* The length of the cell, or of the longest of its names. */
static size_t
longest_name(const Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    if (!holds_names(conversion->field))
        return length_of(conversion->field, conversion->clean, arena);
    size_t longest = 0;
    for (Text names = conversion->clean; names.len > 0;) {
        size_t length = length_of(conversion->field, next_name(&names), arena);
        longest = length > longest ? length : longest;
    }
    return longest;
}

bool
conversion_fits(Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    size_t most = field_longest(conversion->field), length = most == SIZE_MAX ? 0 : longest_name(conversion);
    if (length <= most)
        return true;
    conversion_refuse(conversion, "value_too_long", arena_printf(arena, "%zu", length),
                      arena_printf(arena, "%zu", most));
    return false;
}

void
conversion_set_text(Conversion *conversion, Text text)
{
    Arena *arena = conversion->converter->arena;
    conversion->cell.text = text;
    if (!conversion->field->match)
        return;
    conversion->cell.folded = holds_names(conversion->field) ? fold_names(text, arena) : fold_key(text, arena);
}

static void
report_oddities(const Conversion *conversion)
{
    unsigned oddities = fold_oddities(conversion->input->raw);
    if (oddities & FOLD_INVISIBLE)
        conversion_report(conversion, false, "name_invisible_characters", conversion->clean, TEXT_NONE);
    if (oddities & FOLD_REPLACEMENT)
        conversion_report(conversion, true, "name_garbled", conversion->clean, TEXT_NONE);
    else if (oddities & FOLD_PRIVATE_USE)
        conversion_report(conversion, false, "name_garbled", conversion->clean, TEXT_NONE);
}

static bool
looks_like_formula(Text clean)
{
    return clean.ptr[0] == '=' || clean.ptr[0] == '+' || clean.ptr[0] == '-' || clean.ptr[0] == '@';
}

void
conversion_text(Conversion *conversion)
{
    if (conversion->field->unique && scientific_is_displayed(conversion->clean)) {
        conversion_refuse(conversion, "identifier_digits_lost", TEXT_NONE, conversion->field->title);
        return;
    }
    report_oddities(conversion);
    if (looks_like_formula(conversion->clean))
        conversion_report(conversion, false, "formula_like_text", conversion->clean, TEXT_NONE);
    if (fold_oddities(conversion->clean) == 0) {
        Text missing = gbk_missing(conversion->converter->gbk, conversion->clean, conversion->converter->arena);
        if (missing.len > 0)
            conversion_report(conversion, false, "not_in_gbk", missing, TEXT_NONE);
    }
    conversion_set_text(conversion, conversion->clean);
}

void
conversion_longtext(Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    int64_t limit = conversion->field->word_limit;
    uint64_t count = fold_word_count(conversion->clean);
    conversion_text(conversion);
    if (limit > 0 && count > (uint64_t)limit)
        conversion_report(conversion, false, "text_over_limit", arena_printf(arena, "%" PRIu64, count),
                          arena_printf(arena, "%" PRId64, limit));
}

void
conversion_email(Conversion *conversion)
{
    Text address;
    size_t count;
    bool right = email_clean(conversion->clean, conversion->converter->arena, &address, &count);
    conversion_set_text(conversion, address);
    if (!right)
        conversion_refuse(conversion, "email_bad", TEXT_NONE, TEXT("一个电子邮箱，如name@example.cn"));
    else if (count > 1)
        conversion_report(conversion, false, "email_several", address, TEXT_NONE);
}

void
conversion_phone(Conversion *conversion)
{
    Text phone = TEXT_NONE;
    PhoneState state = phone_clean(conversion->clean, conversion->converter->arena, &phone);
    bool mobile = conversion->field->type == FIELD_MOBILE;
    conversion_set_text(conversion, phone);
    if (state == PHONE_LANDLINE && mobile)
        conversion_report(conversion, false, "mobile_expected", phone, TEXT("11位手机号码"));
    if (state == PHONE_MOBILE || state == PHONE_LANDLINE)
        return;
    conversion->cell.state = TEXT("bad");
    Text expected = mobile ? TEXT("11位手机号码") : TEXT("手机号码，或者区号-号码");
    conversion_report(conversion, true, state == PHONE_SCIENTIFIC ? "phone_digits_lost" : "phone_bad", phone, expected);
}

/* Upper case and without hyphens, as both standards print codes. */
static Text
code_text(Text clean, Arena *arena)
{
    Text folded = fold_key(clean, arena);
    char *code = arena_alloc(arena, folded.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < folded.len; i++) {
        char byte = folded.ptr[i];
        if (byte != '-')
            code[len++] = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
    }
    return (Text){code, len};
}

static IdentifierState
judge_code(Text code, char *expected)
{
    if (code.len == USCC_LENGTH)
        return identifier_uscc(code, expected);
    return code.len == ORGANISATION_LENGTH ? identifier_organisation(code, expected) : IDENTIFIER_BAD_SHAPE;
}

void
conversion_uscc(Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    Text code = code_text(conversion->clean, arena);
    char expected = '\0';
    IdentifierState state = judge_code(code, &expected);
    conversion_set_text(conversion, code);
    if (state == IDENTIFIER_BAD_SHAPE) {
        conversion->cell.state = TEXT("bad");
        conversion_report(conversion, true, "uscc_bad", code, TEXT("18位统一社会信用代码"));
    } else if (state == IDENTIFIER_BAD_CHECK) {
        conversion_report(conversion, false, "uscc_check_digit", code, arena_printf(arena, "%c", expected));
    }
}
