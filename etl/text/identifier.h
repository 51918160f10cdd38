/* Identifiers of organisations: 统一社会信用代码 (GB 32100-2015) and 组织机构代码 (GB 11714-1997). Text comes folded by fold_key,
 * upper or lower case. */
#ifndef HUIZONG_TEXT_IDENTIFIER_H
#define HUIZONG_TEXT_IDENTIFIER_H

#include "base/arena.h"

typedef enum IdentifierState {
    IDENTIFIER_VALID,
    IDENTIFIER_BAD_SHAPE, /* neither length nor alphabet fits */
    IDENTIFIER_BAD_CHECK  /* the check character is another */
} IdentifierState;

/* 18 characters 0-9A-HJ-NP-RTUWXY; *expected gets the right check character where only that is wrong. */
IdentifierState
identifier_uscc(Text code, char *expected);

/* 8 characters 0-9A-Z, an optional hyphen, and a check of 0-9 or X. */
IdentifierState
identifier_organisation(Text code, char *expected);

#endif
