/* Sheets without a header whose rows are filled like the entries of a table that was read in the file: it goes on there, as on page 2. */
#ifndef HUIZONG_SUBMISSION_GOESON_H
#define HUIZONG_SUBMISSION_GOESON_H

#include "charset/gbk.h"
#include "table/header.h"

/* A header that was read. */
typedef struct ReadHeader {
    const UploadKind *kind;
    const HeaderColumn *columns; /* those that are fields */
    size_t column_count;
    struct ReadHeader *next;
} ReadHeader;

/* Puts the header's columns before those read so far; in `arena`. */
void
goeson_note(ReadHeader **headers, const Header *header, Arena *arena);

/* The kind whose entries the sheet's rows are filled like, or NULL. */
const UploadKind *
goeson_kind(const ReadHeader *headers, const Sheet *sheet, Gbk *gbk, Arena *arena);

#endif
