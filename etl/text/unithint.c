#include "text/unithint.h"

#include "text/character.h"
#include "text/unit.h"
#include "text/words.h"

/* True of 元, 万元 and every unit of the things that forms count. */
static bool
counts_something(Text rest)
{
    static const char *const figures[] = {"元", "台", "户", "人", "项", "次", NULL};
    return unit_concerns_any(rest, figures);
}

static bool
has_magnitudes_only(Text rest)
{
    static const char *const magnitudes[] = {"十", "百", "千", "万", "亿", "拾", "佰", "仟", NULL};
    while (words_begin(magnitudes, rest))
        rest = text_sub(rest, TEXT("万").len, rest.len);
    return rest.len == 0;
}

static size_t
skip_signs(Text name)
{
    static const char *const signs[] = {"×", "x", "X", "*", NULL};
    size_t at = 0;
    while (at < name.len && words_have(signs, character_at(name, at)))
        at += character_at(name, at).len;
    return at;
}

/* Behind 1000, 10^4 or 10⁴; `from` where none of them stands there. */
static size_t
skip_power_of_ten(Text name, size_t from)
{
    static const char *const exponents[] = {"^", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
                                            "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", NULL};
    if (!text_starts_with(text_sub(name, from, name.len), TEXT("10")))
        return from;
    size_t at = from + TEXT("10").len;
    while (at < name.len && words_have(exponents, character_at(name, at)))
        at += character_at(name, at).len;
    return at;
}

/* RMB'000, as accounts in English have it. */
static bool
ends_in_thousands(Text name)
{
    return text_ends_with(name, TEXT("'000")) || text_ends_with(name, TEXT("’000"));
}

/* Behind W, k or M; a small m is a metre. */
static size_t
skip_letter(Text name)
{
    static const char *const letters[] = {"W", "w", "K", "k", "M", NULL};
    return words_begin(letters, name) ? 1 : 0;
}

/* Behind 十, which text/unit does not know. */
static size_t
skip_ten(Text name)
{
    static const char *const tens[] = {"十", "拾", NULL};
    return words_begin(tens, name) ? TEXT("十").len : 0;
}

bool
unithint_multiplies(Text name, Text *behind)
{
    *behind = TEXT("");
    if (ends_in_thousands(name))
        return true;
    size_t sign = skip_signs(name);
    size_t power = skip_power_of_ten(name, sign);
    size_t end = power > sign ? power : skip_letter(name);
    if (end == 0)
        end = skip_ten(name);
    Text rest = text_sub(name, end, name.len);
    bool sure = sign > 0 || power == 0 || rest.len > 0;
    if (end == 0 || !sure)
        return false;
    *behind = has_magnitudes_only(rest) ? TEXT("") : rest;
    return behind->len == 0 || counts_something(rest);
}

static bool
is_share(Text name)
{
    static const char *const shares[] = {"占比", "比例", "比重", "比率", "百分比", "增长率", "增速", "增幅", NULL};
    return words_end(shares, name);
}

static bool
is_misspelt(Text name)
{
    static const char *const magnitudes[] = {"百万", "千万", "千", "万", "亿", NULL};
    for (size_t i = 0; magnitudes[i] != NULL; i++) {
        size_t len = text_of(magnitudes[i]).len;
        if (text_starts_with(name, text_of(magnitudes[i])) && name.len > len)
            return character_at(name, len).len == name.len - len;
    }
    return false;
}

static bool
is_yuan(Text name)
{
    static const char *const names[] = {"圆", "块", "角", "分", "￥", "Ұ", "yuan", "Yuan", "YUAN", NULL};
    return words_have(names, name);
}

bool
unithint_says(Text name, Text canonical)
{
    Text behind;
    if (name.len == 0 || unit_known(name))
        return false;
    if (unithint_multiplies(name, &behind) || is_misspelt(name))
        return true;
    bool money = unit_concerns(TEXT("元"), canonical);
    return (money && is_yuan(name)) || (!text_equal(canonical, TEXT("%")) && is_share(name));
}
