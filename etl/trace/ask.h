/* A question about a cycle: of an output's cell, of a file that came, or of a decision. */
#ifndef HUIZONG_TRACE_ASK_H
#define HUIZONG_TRACE_ASK_H

#include "trace/subject.h"
#include "trace/target.h"

typedef struct Question {
    const char *operand;
    const char *unit;       /* or NULL */
    const char *enterprise; /* or NULL */
} Question;

/*
 * Fills the answer. *ambiguous: the operand means several things; the answer then lists them. ERR_NO_INPUT where it means nothing at this clock.
 */
bool
ask(const Trace *trace, const Question *question, const Target *target, bool *ambiguous, Err *err);

/* Whether a file of this machine that is no output is, byte for byte, one that came. */
bool
ask_came(const Trace *trace, const Target *target, bool *came, Err *err);

#endif
