/* What differs between two folders of outputs: files, and of tables the cells, as our own readers read them. */
#ifndef HUIZONG_REPLAY_DIFFERENCE_H
#define HUIZONG_REPLAY_DIFFERENCE_H

#include "office/extraction.h"
#include "out/csvout.h"
#include "replay/kept.h"

/* One difference. A file of one folder alone has neither place nor texts; a place without cell is a line of a text file. */
typedef enum DifferenceKind {
    DIFFERENCE_MISSING, /* only in the first folder */
    DIFFERENCE_ADDED,   /* only in the second */
    DIFFERENCE_CELL,
    DIFFERENCE_LINE,
    DIFFERENCE_LOOK, /* every cell is the same: widths, formats, what is not content */
    DIFFERENCE_MORE, /* of a file further ones, not told */
    DIFFERENCE_KINDS
} DifferenceKind;

typedef struct Difference {
    DifferenceKind kind;
    Text file;
    Text sheet;
    Text place; /* "C5", or the number of a line */
    Text before;
    Text after;
} Difference;

enum { DIFFERENCES_PER_FILE = 10000 };

typedef bool (*DifferenceReceive)(void *context, const Difference *difference, Err *err);

typedef struct DifferenceOrder {
    const char *before; /* folders */
    const char *after;
    const KeptFiles *before_files;
    const KeptFiles *after_files;
    const char *schemas; /* for the readers' limits */
    DifferenceReceive receive;
    void *context;
} DifferenceOrder;

/* Hands every difference on, by file; *count gets how many files differ. Texts are borrowed during the call. */
bool
difference_find(const DifferenceOrder *order, size_t *count, Err *err);

#endif
