#include "text/unit.h"

#include <string.h>

#include "text/character.h"
#include "text/halfwidth.h"
#include "text/words.h"

enum { UNIT_MAX = 64, LARGEST_POWER = 8, MONEY_MAX = sizeof "新台币" - 1 };

typedef enum Measure {
    MEASURE_MONEY,
    MEASURE_SHARE,
    MEASURE_MACHINE,
    MEASURE_FIRM,
    MEASURE_PERSON,
    MEASURE_ITEM,
    MEASURE_TIMES,
    MEASURE_ANY_THING,
    MEASURE_OTHER /* what no form here asks for: each only measures the same as itself */
} Measure;

/* What a unit measures, and the power of ten it stands for. */
typedef struct Unit {
    Text name;
    Measure measure;
    int power;
} Unit;

static const Unit units[] = {
    {TEXT("元"), MEASURE_MONEY, 0},      {TEXT("千元"), MEASURE_MONEY, 3},     {TEXT("万元"), MEASURE_MONEY, 4},
    {TEXT("百万元"), MEASURE_MONEY, 6},  {TEXT("亿元"), MEASURE_MONEY, 8},     {TEXT("‰"), MEASURE_SHARE, -3},
    {TEXT("%"), MEASURE_SHARE, -2},      {TEXT("台"), MEASURE_MACHINE, 0},     {TEXT("套"), MEASURE_MACHINE, 0},
    {TEXT("台/套"), MEASURE_MACHINE, 0}, {TEXT("台(套)"), MEASURE_MACHINE, 0}, {TEXT("户"), MEASURE_FIRM, 0},
    {TEXT("家"), MEASURE_FIRM, 0},       {TEXT("人"), MEASURE_PERSON, 0},      {TEXT("种"), MEASURE_ITEM, 0},
    {TEXT("条"), MEASURE_ITEM, 0},       {TEXT("项"), MEASURE_ITEM, 0},        {TEXT("款"), MEASURE_ITEM, 0},
    {TEXT("份"), MEASURE_ITEM, 0},       {TEXT("张"), MEASURE_ITEM, 0},        {TEXT("本"), MEASURE_ITEM, 0},
    {TEXT("册"), MEASURE_ITEM, 0},       {TEXT("次"), MEASURE_TIMES, 0},       {TEXT("个"), MEASURE_ANY_THING, 0},
    {TEXT("美元"), MEASURE_OTHER, 0},    {TEXT("美金"), MEASURE_OTHER, 0},     {TEXT("欧元"), MEASURE_OTHER, 0},
    {TEXT("港元"), MEASURE_OTHER, 0},    {TEXT("港币"), MEASURE_OTHER, 0},     {TEXT("日元"), MEASURE_OTHER, 0},
    {TEXT("英镑"), MEASURE_OTHER, 0},    {TEXT("吨"), MEASURE_OTHER, 0},       {TEXT("千克"), MEASURE_OTHER, 0},
    {TEXT("公斤"), MEASURE_OTHER, 0},    {TEXT("公里"), MEASURE_OTHER, 0},     {TEXT("平方米"), MEASURE_OTHER, 0},
    {TEXT("亩"), MEASURE_OTHER, 0},      {TEXT("度"), MEASURE_OTHER, 0},       {TEXT("千瓦时"), MEASURE_OTHER, 0},
    {TEXT("小时"), MEASURE_OTHER, 0},
};

static const char *const powers[2 * LARGEST_POWER + 1] = {
    "0.00000001", "0.0000001", "0.000001", "0.00001", "0.0001", "0.001",   "0.01",     "0.1",       "1",
    "10",         "100",       "1000",     "10000",   "100000", "1000000", "10000000", "100000000",
};

static bool
is_count(const Unit *unit)
{
    return unit->measure != MEASURE_MONEY && unit->measure != MEASURE_SHARE;
}

static const Unit *
find_named(Text name)
{
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (text_equal(units[i].name, name))
            return &units[i];
    }
    return NULL;
}

/* 万台: a count may bear a magnitude; amounts of money have names of their own. */
static bool
find_unit(Text name, Unit *out)
{
    Text magnitude = text_sub(name, 0, TEXT("万").len);
    int power = text_equal(magnitude, TEXT("万")) ? 4 : text_equal(magnitude, TEXT("亿")) ? 8 : 0;
    const Unit *found = find_named(name);

    if (found != NULL) {
        *out = *found;
        return true;
    }
    found = power == 0 ? NULL : find_named(text_sub(name, magnitude.len, name.len));
    if (found == NULL || !is_count(found))
        return false;
    *out = *found;
    out->power += power;
    return true;
}

static size_t
drop_blanks(char *name, size_t len)
{
    size_t kept = 0;

    for (size_t i = 0; i < len; i++) {
        if (name[i] != ' ' && name[i] != '\n')
            name[kept++] = name[i];
    }
    return kept;
}

/* As written, in half width and without blanks. */
static bool
read_unit(Text written, Unit *out)
{
    char name[UNIT_MAX];
    size_t len;

    if (!halfwidth_copy(written, name, sizeof name, &len))
        return false;
    return find_unit((Text){name, drop_blanks(name, len)}, out);
}

/* 仟元, 萬元 and 億元 are written for 千元, 万元 and 亿元; each character is as long as the other. */
static void
write_plainly(char *name, size_t len)
{
    static const char *const formal[][2] = {{"仟", "千"}, {"佰", "百"}, {"萬", "万"}, {"億", "亿"}};
    for (size_t i = 0; i < sizeof formal / sizeof *formal; i++) {
        Text written = text_of(formal[i][0]);
        for (size_t at = text_find((Text){name, len}, written, 0); at != SIZE_MAX;
             at = text_find((Text){name, len}, written, at + written.len))
            memcpy(name + at, formal[i][1], written.len);
    }
}

Text
unit_name(Text written, Arena *arena)
{
    char *name = arena_alloc(arena, written.len + 1);
    size_t len;

    halfwidth_copy(written, name, written.len, &len);
    len = drop_blanks(name, len);
    write_plainly(name, len);
    return (Text){name, len};
}

bool
unit_known(Text unit)
{
    Unit found;

    return read_unit(unit, &found);
}

/* 个 counts any thing (30个 where 30家 was asked), but no times. */
static bool
measure_the_same(const Unit *left, const Unit *right)
{
    if (left->measure == MEASURE_OTHER || right->measure == MEASURE_OTHER)
        return text_equal(left->name, right->name);
    if (left->measure == right->measure)
        return true;
    if (left->measure == MEASURE_ANY_THING)
        return is_count(right) && right->measure != MEASURE_TIMES;
    return right->measure == MEASURE_ANY_THING && is_count(left) && left->measure != MEASURE_TIMES;
}

bool
unit_factor(Text unit, Text canonical, const char **factor)
{
    Unit from;
    Unit to;

    if (!read_unit(unit, &from) || !read_unit(canonical, &to) || !measure_the_same(&from, &to))
        return false;
    *factor = powers[LARGEST_POWER + from.power - to.power];
    return true;
}

Text
unit_base(Text unit)
{
    Unit found;

    if (!read_unit(unit, &found))
        return TEXT_NONE;
    return found.measure == MEASURE_MONEY ? TEXT("元") : found.name;
}

/* 千 of 千台, 百万 of 百万新元. */
static Text
without_magnitudes(Text name)
{
    static const char *const magnitudes[] = {"百", "千", "万", "亿", NULL};

    while (words_begin(magnitudes, name))
        name = text_sub(name, TEXT("万").len, name.len);
    return name;
}

/* Digits make an amount, 三百万元, and a line to write on asks for one. */
static bool
has_figures(Text name)
{
    static const char *const figures[] = {"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "一", "二", "两",
                                          "三", "四", "五", "六", "七", "八", "九", "十", "零", "〇", "壹", "贰", "叁",
                                          "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "_",  NULL};

    return words_inside(figures, name);
}

/* 元/年, 元整, 新元, 台币, USD: money of some kind. */
static bool
is_money(Text rest)
{
    static const char *const yuan[] = {"元/", "元每", "元整", "元(", NULL};
    static const char *const signs[] = {"USD", "US$", "$",   "EUR", "€",      "HKD", "HK$", "JPY",
                                        "GBP", "£",   "RMB", "CNY", "人民币", "¥",   "NT$", NULL};
    static const char *const ends[] = {"元", "币", "美金", "英镑", NULL};

    return words_begin(yuan, rest) || words_begin(signs, rest) || (rest.len <= MONEY_MAX && words_end(ends, rest));
}

bool
unit_concerns(Text unit, Text canonical)
{
    char name[UNIT_MAX];
    size_t len;
    Unit to;

    if (!halfwidth_copy(unit, name, sizeof name, &len) || !read_unit(canonical, &to))
        return false;
    Text whole = {name, drop_blanks(name, len)};
    Text rest = without_magnitudes(whole);
    const Unit *known = find_named(rest);
    if (whole.len == 0 || has_figures(whole))
        return false;
    if (known != NULL && measure_the_same(known, &to))
        return true;
    return to.measure == MEASURE_MONEY && is_money(rest);
}

bool
unit_concerns_any(Text unit, const char *const *canonicals)
{
    for (; *canonicals != NULL; canonicals++) {
        if (unit_concerns(unit, text_of(*canonicals)))
            return true;
    }
    return false;
}

const char *const unit_currency[] = {"人民币", "RMB", "CNY", NULL};

bool
unit_contests(Text said, Text canonical)
{
    if (said.len == 0 || words_have(unit_currency, said))
        return false;
    return unit_concerns(TEXT("元"), canonical) || unit_concerns(said, canonical);
}
