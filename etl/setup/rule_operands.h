/* What an instance of a rule shape (sql/rules) says, checked against the fields of its cycle, so that no rule asks of what is not there. */
#ifndef HUIZONG_SETUP_RULE_OPERANDS_H
#define HUIZONG_SETUP_RULE_OPERANDS_H

#include "schema/cycle.h"
#include "schema/upload.h"

/*
 * `rule` is one of x:rules. Refused are an operand that is missing or of no known name, a field, list or column that the cycle does not have or that holds something else, figures of different units, and a word
 * that is no choice of its field.
 */
void
rule_operands_check(Json rule, const UploadSet *uploads, Arena *arena, Err *err);

#endif
