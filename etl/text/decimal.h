/* Exact decimal numbers, as written by offices. Never binary floating point. */
#ifndef HUIZONG_TEXT_DECIMAL_H
#define HUIZONG_TEXT_DECIMAL_H

#include "base/arena.h"

enum { DECIMAL_DIGITS = 60 };

/* sign * digits * 10^-scale, 0 <= scale; most significant digit first, no leading zeros, none at the end of a
 * fraction; zero is one digit 0 without a sign. */
typedef struct Decimal {
    bool negative;
    int digit_count;
    int scale;
    unsigned char digits[DECIMAL_DIGITS];
} Decimal;

/*
 * Reads plain, full-width and mixed digits, + -, decimal point (. or ．), both thousands separators (, and ，, in
 * groups of three only), exponent (1.5E+3) and the magnitude words 十 百 千 万 亿 after the digits ("3,500万"). Gives the
 * rest after the number (a unit, perhaps) in *rest, trimmed.
 * False where there is no number at the front, a grouping is wrong, or it has more than DECIMAL_DIGITS digits.
 */
bool
decimal_read(Text text, Decimal *out, Text *rest);

/* The same, and *words gets the magnitude words that were read ("万"; empty where there were none), borrowed from
 * `text`: who writes them means the base unit. */
bool
decimal_read_words(Text text, Decimal *out, Text *words, Text *rest);

/* *out = left * right, exact; false where it does not fit. */
bool
decimal_multiply(const Decimal *left, const Decimal *right, Decimal *out);

bool
decimal_add(const Decimal *left, const Decimal *right, Decimal *out);

/* -1, 0, 1. */
int
decimal_compare(const Decimal *left, const Decimal *right);

bool
decimal_is_integer(const Decimal *decimal);

/* Canonical: no exponent, no superfluous zeros, "-0" is "0"; in `arena`. */
Text
decimal_text(const Decimal *decimal, Arena *arena);

#endif
