/*
 * Figures with their units. An exact amount printed reads back as the same; factors between units are each other's inverse, and lead over a third unit to the
 * same; a number written in Chinese is the number.
 */
#include "texts.h"

#include "text/amount.h"
#include "text/chinese.h"
#include "text/unit.h"

/* With the power of ten that each stands for. */
static const struct {
    Text name;
    int power;
} units[] = {{TEXT("元"), 0},   {TEXT("千元"), 3}, {TEXT("万元"), 4}, {TEXT("百万元"), 6},
             {TEXT("亿元"), 8}, {TEXT("%"), -2},   {TEXT("‰"), -3},   {TEXT("台"), 0},
             {TEXT("万台"), 4}, {TEXT("亿台"), 8}, {TEXT("个"), 0},   {TEXT("万户"), 4}};

enum { UNITS = sizeof units / sizeof units[0], CHINESE_MOST = 256 };

/* The product of two factors; false where one of the units does not measure the same. */
static bool
product(Text from, Text over, Text to, Decimal *out)
{
    const char *first, *second;
    Decimal left, right;
    Text rest;
    if (!unit_factor(from, over, &first) || !unit_factor(over, to, &second))
        return false;
    PROMISE(decimal_read(text_of(first), &left, &rest) && rest.len == 0);
    PROMISE(decimal_read(text_of(second), &right, &rest) && rest.len == 0);
    PROMISE(decimal_multiply(&left, &right, out));
    return true;
}

static bool
is_thing(Text unit)
{
    return text_equal(unit_base(unit), TEXT("个"));
}

static bool
is_power(const char *factor, int power, Arena *arena)
{
    Decimal given, meant;
    Text rest;
    PROMISE(decimal_read(text_of(factor), &given, &rest) && rest.len == 0);
    PROMISE(decimal_read(arena_printf(arena, "1E%d", power), &meant, &rest) && rest.len == 0);
    return decimal_compare(&given, &meant) == 0;
}

static void
factors_agree(Text unit, Arena *arena)
{
    static const Decimal one = {.digit_count = 1, .digits = {1}};
    const char *direct;
    Decimal over, straight;
    Text rest;
    for (size_t i = 0; i < UNITS; i++) {
        PROMISE(!product(unit, units[i].name, unit, &over) || decimal_compare(&over, &one) == 0);
        for (size_t k = 0; k < UNITS; k++) {
            PROMISE(!unit_factor(units[i].name, units[k].name, &direct) ||
                    is_power(direct, units[i].power - units[k].power, arena));
            if (is_thing(units[i].name) || !product(unit, units[i].name, units[k].name, &over))
                continue;
            PROMISE(unit_factor(unit, units[k].name, &direct) && decimal_read(text_of(direct), &straight, &rest));
            PROMISE(decimal_compare(&over, &straight) == 0);
        }
    }
}

static void
names_agree(Text written, Arena *arena)
{
    const char *factor;
    Text name = unit_name(written, arena);
    PROMISE(text_equal(unit_name(name, arena), name) && (unit_known(name) || !unit_known(written)));
    PROMISE(!unit_known(written) || (unit_factor(written, name, &factor) && strcmp(factor, "1") == 0));
    PROMISE(unit_known(written) || !unit_factor(written, written, &factor));
    if (unit_known(name))
        factors_agree(name, arena);
}

static void
reads_back(Text written, Arena *arena)
{
    Amount amount, again;
    AmountForm form = amount_read(written, arena, &amount);
    if (form == AMOUNT_EXACT || form == AMOUNT_SCIENTIFIC) {
        PROMISE(amount_read(decimal_text(&amount.number, arena), arena, &again) == AMOUNT_EXACT);
        PROMISE(decimal_compare(&amount.number, &again.number) == 0 && again.words.len == 0 && again.unit.len == 0);
    }
    PROMISE(texts_are_utf8(amount.unit) && texts_are_utf8(amount.words));
}

/* Four digits as they are spoken; `zero`: something stands before, so that a gap is said. */
static size_t
write_four(char *out, unsigned number, bool zero)
{
    static const char *const DIGITS[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const char *const PLACES[] = {"千", "百", "十", ""};
    size_t len = 0;
    bool gap = false;
    for (unsigned place = 0, unit = 1000; place < 4; place++, unit /= 10) {
        unsigned digit = number / unit % 10;
        gap = gap || digit == 0;
        if (digit == 0)
            continue;
        if (gap && zero)
            len += (size_t)snprintf(out + len, CHINESE_MOST - len, "零");
        len += (size_t)snprintf(out + len, CHINESE_MOST - len, "%s%s", DIGITS[digit], PLACES[place]);
        zero = true;
        gap = false;
    }
    return len;
}

static void
chinese_is_read(uint64_t number)
{
    static const char *const GROUPS[] = {"亿", "万", ""};
    char spoken[3 * CHINESE_MOST], plain[32];
    size_t len = 0;
    Decimal read, meant;
    Text rest;
    number %= UINT64_C(1000000000000);
    uint64_t group_unit = 100000000;
    for (int group = 0; group < 3; group++, group_unit /= 10000) {
        unsigned four = (unsigned)(number / group_unit % 10000);
        size_t more = write_four(spoken + len, four, len > 0);
        len += more;
        len += (size_t)snprintf(spoken + len, CHINESE_MOST, "%s", more > 0 ? GROUPS[group] : "");
    }
    snprintf(plain, sizeof plain, "%llu", (unsigned long long)number);
    PROMISE(decimal_read(text_of(plain), &meant, &rest));
    if (len == 0 || number < 10)
        return;
    PROMISE(chinese_number((Text){spoken, len}, &read, &rest) && rest.len == 0);
    PROMISE(decimal_compare(&read, &meant) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    uint64_t number = 0;
    memcpy(&number, bytes, len < sizeof number ? len : sizeof number);
    reads_back((Text){block, len}, arena);
    names_agree((Text){block, len}, arena);
    chinese_is_read(number >> (number & 0x3F));
    free(block);
    arena_free(arena);
    return 0;
}
