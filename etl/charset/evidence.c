#include "charset/evidence.h"

enum {
    LEAST_ASCII = 4,  /* characters, */
    ASCII_SHARE = 16, /* and one in so many */
    LABELS_NEEDED = 2,
    WESTERN_SHARE = 4 /* letters that stand alone to one that does not */
};

static const Foreign big5 = {"Big5", "encoding_big5", SIZE_MAX};
static const Foreign western = {"Windows-1252", "encoding_western", SIZE_MAX};
static const Foreign shift_jis = {"Shift_JIS", "encoding_shift_jis", SIZE_MAX};

typedef struct Label {
    const Foreign *of;
    Text bytes;
} Label;

/* Left out: labels whose bytes are ordinary words of GB 2312 (備註 is 称爹), and labels that contain another. */
static const Label labels[] = {
    {&big5, TEXT("\xA7\xC7\xB8\xB9")},      /* 序號 */
    {&big5, TEXT("\xB3\xE6\xA6\xEC")},      /* 單位 */
    {&big5, TEXT("\xA5\xF8\xB7\x7E")},      /* 企業 */
    {&big5, TEXT("\xA6\x57\xBA\xD9")},      /* 名稱 */
    {&big5, TEXT("\xC1\x70\xB5\xB8")},      /* 聯絡 */
    {&big5, TEXT("\xC1\x70\xC3\xB4")},      /* 聯繫 */
    {&big5, TEXT("\xB9\x71\xB8\xDC")},      /* 電話 */
    {&big5, TEXT("\xA4\xE2\xBE\xF7")},      /* 手機 */
    {&shift_jis, TEXT("\x94\xD4\x8D\x86")}, /* 番号 */
    {&shift_jis, TEXT("\x8A\xE9\x8B\xC6")}, /* 企業 */
    {&shift_jis, TEXT("\x89\xEF\x8E\xD0")}, /* 会社 */
    {&shift_jis, TEXT("\x96\xBC\x8F\xCC")}, /* 名称 */
    {&shift_jis, TEXT("\x92\x53\x93\x96")}, /* 担当 */
    {&shift_jis, TEXT("\x8E\x81\x96\xBC")}, /* 氏名 */
    {&shift_jis, TEXT("\x98\x41\x97\x8D")}, /* 連絡 */
    {&shift_jis, TEXT("\x93\x64\x98\x62")}, /* 電話 */
    {&shift_jis, TEXT("\x8F\x5A\x8F\x8A")}, /* 住所 */
    {&shift_jis, TEXT("\x94\xF5\x8D\x6C")}, /* 備考 */
};

static bool
is_ascii(unsigned unit)
{
    return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= ' ' && unit <= '~');
}

/* Latin, Greek and Cyrillic letters, punctuation and symbols, CJK, halves of pairs, full-width forms. */
static bool
is_usual(unsigned unit)
{
    static const unsigned short ranges[][2] = {{0x00A0, 0x04FF}, {0x2000, 0x26FF}, {0x3000, 0x303F}, {0x3200, 0x9FFF},
                                               {0xD800, 0xDFFF}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F}, {0xFF00, 0xFFEF}};
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (unit >= ranges[i][0] && unit <= ranges[i][1])
            return true;
    return false;
}

/* `high`: where in a pair of bytes the high one stands. */
static bool
reads_as_utf16(Text front, size_t high)
{
    size_t ascii = 0, line_ends = 0;
    for (size_t at = 0; at + 2 <= front.len; at += 2) {
        unsigned unit = (unsigned)(unsigned char)front.ptr[at + high] << 8 | (unsigned char)front.ptr[at + 1 - high];
        if (is_ascii(unit))
            ascii++;
        else if (!is_usual(unit))
            return false;
        line_ends += unit == '\n' || unit == '\r';
    }
    return line_ends > 0 && ascii >= LEAST_ASCII && ascii >= front.len / 2 / ASCII_SHARE;
}

bool
evidence_utf16(Text front, Encoding *encoding)
{
    bool little = reads_as_utf16(front, 1);
    *encoding = little ? ENCODING_UTF16LE : ENCODING_UTF16BE;
    return little || reads_as_utf16(front, 0);
}

static bool
has_labels(Text front, const Foreign *of, Foreign *foreign)
{
    int seen = 0;
    *foreign = *of;
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        size_t at = labels[i].of == of ? text_find(front, labels[i].bytes, 0) : SIZE_MAX;
        seen += at != SIZE_MAX;
        if (at < foreign->offset)
            foreign->offset = at;
    }
    return seen >= LABELS_NEEDED;
}

static bool
is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* A byte of 0x80 is no letter but the euro sign, in CP936 as well. */
static bool
is_high(Text front, size_t at)
{
    return at < front.len && (unsigned char)front.ptr[at] > 0x80;
}

/* Two such letters in a row (Größe) are rarer than one in all tongues that need them. */
static bool
is_western(Text front, Foreign *foreign)
{
    size_t alone = 0, together = 0;
    *foreign = western;
    for (size_t i = 0; i < front.len; i++) {
        if (!is_high(front, i))
            continue;
        if (is_high(front, i + 1) || (i > 0 && is_high(front, i - 1)))
            together++;
        else if (i > 0 && is_letter(front.ptr[i - 1]))
            alone++;
        foreign->offset = i < foreign->offset ? i : foreign->offset;
    }
    return alone > WESTERN_SHARE * together;
}

bool
evidence_foreign(Text front, Foreign *foreign)
{
    return has_labels(front, &big5, foreign) || has_labels(front, &shift_jis, foreign) || is_western(front, foreign);
}
