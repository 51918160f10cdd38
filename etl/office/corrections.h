/*
 * The workbook that tells a unit what to correct: one list, what blocks first, and behind it a copy of each sheet of which something is said, with the cells marked. Who
 * writes it says which findings of which files; nothing of another unit may be among them.
 */
#ifndef HUIZONG_OFFICE_CORRECTIONS_H
#define HUIZONG_OFFICE_CORRECTIONS_H

#include "office/sheetcopy.h"
#include "rows/messages.h"

enum { CORRECTION_MAX = 50000 }; /* what the list shows; beyond, it says how many there are */

typedef struct Correction {
    size_t file; /* which of the files */
    Text sheet;
    Text cell;    /* "C5", or TEXT_NONE */
    uint64_t row; /* 0: the whole sheet or file */
    Text field;
    Text raw;
    Text read_as;
    Text expected;
    Text problem;
    Text todo;
    bool error;
} Correction;

typedef struct CorrectedFile {
    Text name;
    Text outcome; /* in a few words */
    size_t errors;
    size_t warnings;
    SheetCopy *copies;
    size_t copy_count;
} CorrectedFile;

typedef struct Corrections {
    const Messages *messages;
    Text title;
    Text note;
    const CorrectedFile *files;
    size_t file_count;
    Correction *list; /* is put in order */
    size_t count;
} Corrections;

/* `arena` is only worked in. */
bool
corrections_write(const char *path, const Corrections *corrections, Arena *arena, Err *err);

#endif
