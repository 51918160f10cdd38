/* Telephone numbers of mainland China, kept as text. */
#ifndef HUIZONG_TEXT_PHONE_H
#define HUIZONG_TEXT_PHONE_H

#include "base/arena.h"

typedef enum PhoneState {
    PHONE_MOBILE,     /* 11 digits 1[3-9] */
    PHONE_LANDLINE,   /* area code with 0, 7 or 8 digits, optional extension; or 7 or 8 digits without area code */
    PHONE_SCIENTIFIC, /* 1.38E+10: a spreadsheet has eaten digits */
    PHONE_BAD
} PhoneState;

/*
 * Cleans one number: full-width to ASCII, +86, 0086 and 86 dropped, blanks and hyphens inside a mobile dropped,
 * "0591－8743 0181" to "0591-87430181", a guard of ="…" or a leading ' dropped, a trailing ".0" of a number cell
 * dropped. Several numbers parted by 、/；; or blanks: all cleaned, joined by "、"; one SCIENTIFIC or BAD makes
 * that the state, else one MOBILE does. A label before the number ("手机：") is dropped.
 * *out in `arena`; where the state is SCIENTIFIC or BAD it holds what was written.
 */
PhoneState
phone_clean(Text written, Arena *arena, Text *out);

#endif
