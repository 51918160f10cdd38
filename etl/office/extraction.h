/* huizong-extract as a child of this process: it reads the strange bytes. */
#ifndef HUIZONG_OFFICE_EXTRACTION_H
#define HUIZONG_OFFICE_EXTRACTION_H

#include "base/arena.h"
#include "base/err.h"

#include <sys/types.h>

typedef struct Extraction {
    const char *program;
    const char *limits; /* or NULL */
    const char *path;
    const char *findings; /* or NULL: they are not written */
    bool confined;        /* it sees nothing of this process' environment, where a login may stand */
    pid_t pid;
    int rows; /* its raw rows (rows/rawrow.h), to be read; whoever starts it closes it */
} Extraction;

/* huizong-extract beside this program, or where HUIZONG_EXTRACT says; NULL with *err. In `arena`. */
const char *
extraction_program(Arena *arena, Err *err);

/* limits.json of the schemas' folder, or NULL where it has none. In `arena`. */
const char *
extraction_limits(const char *schemas_dir, Arena *arena);

/* All but `pid` and `rows` is set. */
bool
extraction_start(Extraction *extraction, Err *err);

/* Waits for its end. False where it failed; it has told on stderr why. */
bool
extraction_end(const Extraction *extraction, Err *err);

/* True where the file is kept and not read; waits for the first rows and leaves them to be read. */
bool
extraction_is_document(const Extraction *extraction);

#endif
