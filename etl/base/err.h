/*
 * Faults: what stops a program (a file unreadable, the server gone). A submitter's wrong data is never a fault but a
 * finding (rows/finding.h). The library fills one Err at the bottom, callers hand it on untouched, only a program's
 * main speaks.
 * The numbers are the exit codes, from sysexits.h.
 */
#ifndef HUIZONG_BASE_ERR_H
#define HUIZONG_BASE_ERR_H

#include <stdbool.h>

typedef enum ErrCode {
    ERR_NONE = 0,
    ERR_USAGE = 64,
    ERR_DATA = 65,
    ERR_NO_INPUT = 66,
    ERR_DATABASE = 69,
    ERR_BUG = 70,
    ERR_BEYOND = 71, /* a reader was ended at the bounds of its memory or processor time (cage/cage.h) */
    ERR_CANNOT_CREATE = 73,
    ERR_IO = 74,
    ERR_LOCKED = 75,
    ERR_CONFIG = 78
} ErrCode;

enum { ERR_MESSAGE_MAX = 2048 };

struct Refusals;

typedef struct Err {
    ErrCode code;
    char message[ERR_MESSAGE_MAX];
    struct Refusals
        *all; /* where a checker asks for every refusal and not the first alone (base/refusals.h); else NULL */
} Err;

/* Fills *err (message: "what: which datum, where"; lower case, no full stop; %m is errno's text) and returns false,
 * so that a function can end with `return err_set(...)`. A message that does not fit is cut at a character boundary.
 * */
bool
err_set(Err *err, ErrCode code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Puts "prefix: " before a message that is already there; returns false. */
bool
err_prefix(Err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
