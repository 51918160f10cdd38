/* What word/numbering.xml says of lists and their levels (ECMA-376 part 1, 17.9); how far each is counted: docx_counter. */
#ifndef HUIZONG_DOCX_DOCX_NUMBERING_H
#define HUIZONG_DOCX_DOCX_NUMBERING_H

#include "base/buf.h"
#include "package/part.h"

enum { DOCX_LEVELS = 9 };

typedef struct DocxLevel {
    Text format; /* of its number */
    Text text;   /* as it is shown, %1 for the number of the first level; TEXT_NONE: there is no such level */
    Text style;  /* whose paragraphs stand on it */
    uint64_t start;
    uint64_t restart; /* behind which level it begins anew, from 1; 0: never */
    bool restarts;    /* `restart` is said: else it does so behind every higher one */
    bool legal;       /* all numbers in it are decimal */
    bool adjoins;     /* nothing parts it from the text */
    bool hidden;
} DocxLevel;

/* An abstract list, whose paragraphs are counted together. */
typedef struct DocxList {
    uint64_t id;
    Text link; /* a style that has its levels instead */
    DocxLevel levels[DOCX_LEVELS];
    uint64_t counts[DOCX_LEVELS];
    unsigned counted; /* a bit for each level that has a count */
} DocxList;

/* What a number says otherwise than its list. */
typedef struct DocxOverrides {
    DocxLevel levels[DOCX_LEVELS];
    uint64_t starts[DOCX_LEVELS];
    unsigned replaced, started; /* a bit for each level */
} DocxOverrides;

/* What paragraphs refer to. */
typedef struct DocxNumber {
    uint64_t id;
    uint64_t list;
    DocxOverrides *overrides; /* or NULL */
    bool begun;
} DocxNumber;

/* Both sorted by id once all are read; their texts live in the sink's run arena. */
typedef struct DocxNumbering {
    Buf lists, numbers;
} DocxNumbering;

void
docx_numbering_open(DocxNumbering *numbering);

void
docx_numbering_close(DocxNumbering *numbering);

/* Refused as part_read does, and with package_too_large beyond LIMIT_DOCX_LISTS and LIMIT_DOCX_LABEL. */
bool
docx_numbering_read(ZipFile *zip, Sink *sink, Text part, DocxNumbering *numbering, Err *err);

/* NULL where there is no such list, or number. */
DocxList *
docx_numbering_list(const DocxNumbering *numbering, uint64_t id);

DocxNumber *
docx_numbering_number(const DocxNumbering *numbering, uint64_t id);

#endif
