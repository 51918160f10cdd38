/* Two files of tables, cell by cell, as our readers read them. */
#ifndef HUIZONG_REPLAY_TABLES_H
#define HUIZONG_REPLAY_TABLES_H

#include "replay/difference.h"

typedef struct TablePair {
    Text file;
    const char *before;
    const char *after;
    const char *schemas;
    DifferenceReceive receive;
    void *context;
} TablePair;

/* Tells at least one difference: of two files whose cells are all the same that they look different. */
bool
tables_compare(const TablePair *pair, Arena *arena, Err *err);

#endif
