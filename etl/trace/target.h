/* What a trace is asked about: a cell, a row or the whole of a file, or a nomination by its names. */
#ifndef HUIZONG_TRACE_TARGET_H
#define HUIZONG_TRACE_TARGET_H

#include "results/state.h"

typedef struct Target {
    Text file;        /* as it was written */
    Text sheet;       /* "" where none was written */
    Text row;         /* decimal, or TEXT_NONE: the whole file */
    Text cell;        /* "C5", or TEXT_NONE: the whole row */
    int column;       /* 0-based; -1: the whole row */
    const char *path; /* where the file lies, or NULL: it is none on this machine */
    const char *root; /* the folder of the outbox that holds it (with its run.json), or NULL: it is no output */
    const char *name; /* of an output: its path below that folder */
    bool
        package; /* the folder is a final package, ministry/CYCLE-vN with its manifest.json; the name is as in a night: ministry/FILE */
    Text schemas_sha256; /* of an output, once its clock is known: the definitions it was made with */
} Target;

/*
 * Reads FILE!SHEET!CELL, FILE!CELL, FILE!ROW or FILE. A file is looked for as it is written and in `folder` (OUTBOX/<cycle>/<as-of>, or NULL).
 * `file` may hold "!" itself: the longest name that is a file counts. In `arena`.
 */
void
target_read(const char *operand, const char *folder, Arena *arena, Target *target);

/* As target_read, but of files only those in `folder` count. */
void
target_read_below(const char *operand, const char *folder, Arena *arena, Target *target);

/* The clock that a folder of the outbox was made at (run.json's as_of), in `arena`; TEXT_NONE with ERR_DATA where it is another cycle's or none. */
Text
target_clock(Target *target, const char *cycle, Arena *arena, Err *err);

#endif
