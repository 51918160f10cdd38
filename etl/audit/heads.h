/* The heads of a cycle's audit as nights have seen them, in a file outside the database: "sequence sha256", a line each. What was cut off the chain is missed by them. */
#ifndef HUIZONG_AUDIT_HEADS_H
#define HUIZONG_AUDIT_HEADS_H

#include "audit/chain.h"

typedef struct Heads {
    AuditHead *items;
    size_t count;
} Heads;

/* In `arena`. No file is ERR_NO_INPUT, a line that is none ERR_DATA. */
bool
heads_read(const char *path, Arena *arena, Heads *heads, Err *err);

/* Adds a head where the file does not end with it; makes file and folder where they are missing. */
bool
heads_add(const char *path, const AuditHead *head, Arena *arena, Err *err);

#endif
