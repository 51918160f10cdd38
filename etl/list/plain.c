#include "list/plain.h"

#include <string.h>

#include "base/lanes.h"

/* The longest filler is 待补充: what is longer is none. */
enum { WIDE = 3, FILLER_BYTES = 9, SAMPLE_BYTES = 24, FIRST_SIGN = 0xFF01, LAST_SIGN = 0xFF5E };

static const uint64_t ones = UINT64_C(0x0101010101010101);

/* The character of three bytes that begins here. */
static inline unsigned
wide_code(const unsigned char *bytes)
{
    return (unsigned)(bytes[0] & 0x0F) << 12 | (unsigned)(bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
}

/* E4 B8 80 to E9 BE A5 are the ideographs; the signs begin with EF. */
static inline bool
is_plain_wide(const unsigned char *bytes)
{
    switch (bytes[0]) {
    case 0xE4:
        return bytes[1] >= 0xB8;
    case 0xE9:
        return bytes[1] < 0xBE || (bytes[1] == 0xBE && bytes[2] <= 0xA5);
    case 0xEF:
        return wide_code(bytes) >= FIRST_SIGN && wide_code(bytes) <= LAST_SIGN;
    default:
        return false;
    }
}

/* True where eight bytes are visible ASCII. */
static inline bool
is_visible_word(const unsigned char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return ((word | (word - ones * '!') | (word + ones)) & (ones * 0x80)) == 0;
}

/* Behind the whole words of visible ASCII at the front: identifiers have them. */
static inline const unsigned char *
skip_words(const unsigned char *at, const unsigned char *end)
{
    while (end - at >= (ptrdiff_t)sizeof(uint64_t) && is_visible_word(at))
        at += sizeof(uint64_t);
    return at;
}

/* A blank between two others that are none. */
static inline bool
is_single_blank(Text text, const unsigned char *at)
{
    const char *here = (const char *)at;
    return *here == ' ' && here > text.ptr && here[-1] != ' ' && here + 1 < text.ptr + text.len;
}

/*
 * True where sixteen bytes of valid UTF-8 are of visible ASCII and of ideographs, of which E4 and E9 begin those of other kinds too; one byte
 * more is looked at.
 */
static inline bool
are_plain_lanes(const char *bytes)
{
    Lanes lanes = lanes_load(bytes), next = lanes_load(bytes + 1);
    Lanes plain = lanes_between(lanes, '!', '~') | lanes_between(lanes, 0x80, 0xBF) | lanes_between(lanes, 0xE4, 0xE9);
    Lanes other = (lanes_like(lanes, 0xE4) & lanes_between(next, 0x80, 0xB7)) |
                  (lanes_like(lanes, 0xE9) & lanes_between(next, 0xBE, 0xBF));
    return lanes_none(~plain | other);
}

/* As is_plain, of a text longer than the lanes; false where it may be plain all the same. */
static bool
is_plain_at_once(Text text)
{
    size_t last = text.len - 1 - LANES;
    for (size_t at = 0; at < last; at += LANES) {
        if (!are_plain_lanes(text.ptr + at))
            return false;
    }
    unsigned char end = (unsigned char)text.ptr[text.len - 1];
    return are_plain_lanes(text.ptr + last) && end > ' ' && end != 0x7F;
}

/* The most frequent first: the ideographs that begin with E5 to E8 are all plain. The text is valid UTF-8. */
static inline bool
is_plain(Text text)
{
    const unsigned char *at = (const unsigned char *)text.ptr, *end = at + text.len;
    if (text.len > LANES && is_plain_at_once(text))
        return true;
    at = skip_words(at, end);
    while (at < end) {
        if (*at >= 0xE5 && *at <= 0xE8) {
            at += WIDE;
            continue;
        }
        bool narrow = (*at > ' ' && *at < 0x7F) || is_single_blank(text, at);
        if (!narrow && (end - at < WIDE || !is_plain_wide(at)))
            return false;
        at += narrow ? 1 : WIDE;
    }
    return at == end;
}

/* Formulas, strokes, and the first bytes of what fillers begin with, where it is as short as they are. */
static bool
may_mean_nothing(Text text)
{
    unsigned char first = (unsigned char)text.ptr[0];
    if (first == '=' || first == '+' || first == '-' || first == '@')
        return true;
    if (text.len > FILLER_BYTES)
        return false;
    return first >= 0x80 || memchr("/\\_NnRr\"'(", first, sizeof "/\\_NnRr\"'(" - 1) != NULL;
}

static inline bool
is_same_wide(const char *left, const char *right)
{
    return left[0] == right[0] && left[1] == right[1] && left[2] == right[2];
}

/* Of the short texts those are fillers, or may be, that begin so. */
static bool
begins_like_filler(Text text)
{
    static const char words[] = "无暂没待未不同（／－＿＂＇";
    if ((unsigned char)text.ptr[0] < 0x80)
        return true;
    for (const char *word = words; *word != '\0'; word += WIDE) {
        if (is_same_wide(word, text.ptr))
            return true;
    }
    return false;
}

bool
plain_text(Text text)
{
    if (text.len == 0 || !is_plain(text))
        return false;
    return !may_mean_nothing(text) || ((unsigned char)text.ptr[0] >= 0x80 && !begins_like_filler(text));
}

/* 铜, 它, 陆: at the end of words that fold_key mends. */
static inline bool
may_be_slip(unsigned code)
{
    return code == 0x94DC || code == 0x5B83 || code == 0x9646;
}

/* What fold_key makes of ASCII: small letters, round brackets; nothing of a blank. Whether quotes go the whole text tells. */
static const char folded_ascii[128] = {
    ['!'] = '!', ['"'] = '"', ['#'] = '#', ['$'] = '$',   ['%'] = '%', ['&'] = '&', ['\''] = '"', ['('] = '(',
    [')'] = ')', ['*'] = '*', ['+'] = '+', [','] = ',',   ['-'] = '-', ['.'] = '.', ['/'] = '/',  ['0'] = '0',
    ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4',   ['5'] = '5', ['6'] = '6', ['7'] = '7',  ['8'] = '8',
    ['9'] = '9', [':'] = ':', [';'] = ';', ['<'] = '<',   ['='] = '=', ['>'] = '>', ['?'] = '?',  ['@'] = '@',
    ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd',   ['E'] = 'e', ['F'] = 'f', ['G'] = 'g',  ['H'] = 'h',
    ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l',   ['M'] = 'm', ['N'] = 'n', ['O'] = 'o',  ['P'] = 'p',
    ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't',   ['U'] = 'u', ['V'] = 'v', ['W'] = 'w',  ['X'] = 'x',
    ['Y'] = 'y', ['Z'] = 'z', ['['] = '(', ['\\'] = '\\', [']'] = ')', ['^'] = '^', ['_'] = '_',  ['`'] = '"',
    ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd',   ['e'] = 'e', ['f'] = 'f', ['g'] = 'g',  ['h'] = 'h',
    ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l',   ['m'] = 'm', ['n'] = 'n', ['o'] = 'o',  ['p'] = 'p',
    ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',   ['u'] = 'u', ['v'] = 'v', ['w'] = 'w',  ['x'] = 'x',
    ['y'] = 'y', ['z'] = 'z', ['{'] = '(', ['|'] = '|',   ['}'] = ')', ['~'] = '~',
};

/* Of eight bytes of ASCII the highest bit of those that are not below `least`. */
static inline uint64_t
not_below(uint64_t word, unsigned char least)
{
    return ((word | (ones * 0x80)) - ones * least) & (ones * 0x80);
}

/* Eight bytes of digits, capitals and - . / as most identifiers have; false where there is another. */
static inline bool
fold_word(const char *from, char *to)
{
    uint64_t word;
    memcpy(&word, from, sizeof word);
    uint64_t capitals = not_below(word, 'A') & ~not_below(word, 'Z' + 1);
    uint64_t digits = not_below(word, '-') & ~not_below(word, '9' + 1);
    if ((word & (ones * 0x80)) != 0 || (capitals | digits) != ones * 0x80)
        return false;
    word += capitals / 0x80 * ('a' - 'A');
    memcpy(to, &word, sizeof word);
    return true;
}

bool
plain_fold(Text plain, char *out, size_t *len)
{
    const char *at = plain.ptr, *end = plain.ptr + plain.len;
    char *to = out;
    while (at < end) {
        unsigned char first = (unsigned char)*at;
        if ((size_t)(end - at) >= sizeof(uint64_t) && fold_word(at, to)) {
            to += sizeof(uint64_t);
            at += sizeof(uint64_t);
        } else if (first < 0x80) {
            if (folded_ascii[first] == '"')
                return false;
            *to = folded_ascii[first];
            to += first != ' ';
            at++;
        } else {
            if (first == 0xEF || may_be_slip(wide_code((const unsigned char *)at)))
                return false;
            memcpy(to, at, WIDE);
            to += WIDE;
            at += WIDE;
        }
    }
    *len = (size_t)(to - out);
    return true;
}

static inline bool
is_ascii_word(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* Letters and digits of any width, and ideographs. */
static inline bool
is_word_begin(unsigned char first, unsigned wide)
{
    if (first < 0x80)
        return is_ascii_word((char)first);
    return (first >= 0xE4 && first <= 0xE9) || (wide >= 0xFF10 && wide <= 0xFF19) ||
           (wide >= 0xFF21 && wide <= 0xFF3A) || (wide >= 0xFF41 && wide <= 0xFF5A);
}

/* null, NaN, None, N/A. */
static inline bool
is_short_n(Text text)
{
    return text.len <= 4 && (text.ptr[0] == 'n' || text.ptr[0] == 'N');
}

/* The first character of a text, where it is one of three bytes; else 0. */
static inline unsigned
first_wide(Text text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    return text.len >= WIDE && bytes[0] >= 0xE0 && bytes[0] < 0xF0 ? wide_code(bytes) : 0;
}

bool
plain_may_be_sample(Text text)
{
    if (text.len == 0 || text.len > SAMPLE_BYTES)
        return false;
    switch (first_wide(text)) {
    case 0x4F8B: /* 例 */
    case 0x793A: /* 示 */
    case 0x6837: /* 样 */
    case 0x8303: /* 范 */
    case 0x586B: /* 填 */
        return true;
    default:
        return !is_word_begin((unsigned char)text.ptr[0], first_wide(text));
    }
}

/*
 * What begins notes, totals, samples and fillers, each at its code's last byte, which no two of them share: 无 暂 没 说 注 备 填 合 总 小 共 例 示 样 范
 * 某 必 选 非.
 */
static const uint16_t odd_begins[256] = {
    [0xE0] = 0x65E0, [0x82] = 0x6682, [0xA1] = 0x6CA1, [0xF4] = 0x8BF4, [0xE8] = 0x6CE8,
    [0x07] = 0x5907, [0x6B] = 0x586B, [0x08] = 0x5408, [0x3B] = 0x603B, [0x0F] = 0x5C0F,
    [0x71] = 0x5171, [0x8B] = 0x4F8B, [0x3A] = 0x793A, [0x37] = 0x6837, [0x03] = 0x8303,
    [0xD0] = 0x67D0, [0xC5] = 0x5FC5, [0x09] = 0x9009, [0x5E] = 0x975E,
};

bool
plain_begins_a_name(Text text)
{
    unsigned char first = text.len > 0 ? (unsigned char)text.ptr[0] : ' ';
    if (first < 0x80)
        return is_ascii_word((char)first) && first > '9' && first != 'x' && first != 'X' && !is_short_n(text);
    unsigned code = first_wide(text);
    return first >= 0xE4 && first <= 0xE9 && odd_begins[code & 0xFF] != code;
}
