/* What typedrow and typedlist share: one stream, which both write and read. */
#ifndef HUIZONG_ROWS_TYPEDSTREAM_H
#define HUIZONG_ROWS_TYPEDSTREAM_H

#include "rows/stream.h"
#include "rows/typedrow.h"

/* Where a reader is in a list. */
typedef enum ListState { LIST_NONE, LIST_LABELS_DUE, LIST_COLUMNS_DUE, LIST_EXTRAS_DUE, LIST_OPEN } ListState;

struct TypedWriter {
    StreamWriter stream;
};

struct TypedReader {
    StreamReader stream;
    ListState list;
    uint64_t loaded; /* of the list being read */
    uint64_t rejected;
    uint64_t taken_back; /* the row whose reject line is due; 0: none */
};

/* True where `raw` is one of a list's control lines, of kind *kind. */
bool
typedlist_is_control(Text raw, TypedKind *kind);

/* Reads such a line, with the block behind it. */
bool
typedlist_read(TypedReader *reader, TypedKind kind, const Text *fields, size_t count, TypedItem *item, Err *err);

#endif
