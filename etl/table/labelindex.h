/* The labels of all columns that the tables and lists of a set have, to know one wherever it stands. */
#ifndef HUIZONG_TABLE_LABELINDEX_H
#define HUIZONG_TABLE_LABELINDEX_H

#include "schema/upload.h"

typedef struct LabelIndex LabelIndex;

/* Without the labels of forms and head blocks. Lives in `arena`; borrows from `set`. */
LabelIndex *
labelindex_new(const UploadSet *set, Arena *arena);

/* True where the text, folded or with no more to fold than capitals, is such a label. */
bool
labelindex_has(const LabelIndex *index, Text text);

/* True where a cell, as written, is such a label, with or without notes in brackets and stars. */
bool
labelindex_knows(const LabelIndex *index, Text written, Arena *arena);

#endif
