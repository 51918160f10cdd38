/* What holds of every upload definition and every cycle that is accepted, whatever its text; a law that is broken ends the program. */
#ifndef HUIZONG_TESTS_LAWS_H
#define HUIZONG_TESTS_LAWS_H

#include "schema/cycle.h"
#include "schema/upload.h"

/* The kind says what `text`, its schema, says; and a person can use it. */
void
laws_of_kind(const UploadKind *kind, Text text, Arena *arena);

/* The same of a cycle and its datapackage. */
void
laws_of_cycle(const Cycle *cycle, Text text);

#endif
