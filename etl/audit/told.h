/* A proof of the audit, and what it found in the office's words. */
#ifndef HUIZONG_AUDIT_TOLD_H
#define HUIZONG_AUDIT_TOLD_H

#include "audit/proof.h"

typedef struct AuditQuestion {
    const char *cycle;
    const char *heads; /* the file of heads, or NULL */
    const char *schemas;
    bool rows; /* those of lists too: each of them costs */
} AuditQuestion;

/* *told: that it is *whole, or the first fault and what to do; in `arena`. False on a fault of files or database. */
bool
audit_tell(const AuditQuestion *question, Db *db, Arena *arena, bool *whole, Text *told, Err *err);

#endif
