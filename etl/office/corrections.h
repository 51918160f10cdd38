/*
 * The workbook that tells a unit what to correct: what decides first (where anything is said of the whole), then one list, what blocks first, what has been put right since,
 * and behind it a copy of each sheet of which something is said, with the cells marked. Who writes it says which findings of which files; nothing of another unit may be
 * among them.
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
    Text clause;
    Text state; /* against the upload before: 新增, 仍未改 */
    bool error;
    bool blocks;   /* it is why a file or a nomination was not accepted */
    bool fixed;    /* only tells what is done */
    bool in_words; /* raw, read_as and expected stand in the problem alone: they are no text of the cell */
} Correction;

typedef struct CorrectedFile {
    Text name;
    Text outcome; /* in a few words */
    size_t errors;
    size_t warnings;
    bool past; /* an upload before: it is not in the list of files */
    SheetCopy *copies;
    size_t copy_count;
} CorrectedFile;

/* What is to be known of the whole before any cell. */
typedef struct CorrectionPoint {
    enum { POINT_BLOCKS, POINT_LACKS, POINT_TELLS } weight;
    Text matter; /* 文件未接收, 名额 … */
    Text about;  /* a file, a platform */
    Text problem;
    Text todo;
    Text clause;
} CorrectionPoint;

typedef struct Corrections {
    const Messages *messages;
    Text title;
    Text note; /* how many things are to be done */
    Text head; /* more lines above the points, or TEXT_NONE */
    const CorrectionPoint *points;
    size_t point_count;
    bool compared; /* points, `state` and `clause` are known; else the list is the first sheet */
    const CorrectedFile *files;
    size_t file_count;
    Correction *list; /* is put in order */
    size_t count;
} Corrections;

/* `arena` is only worked in. */
bool
corrections_write(const char *path, const Corrections *corrections, Arena *arena, Err *err);

#endif
