/* The bytes of one stream of an OLE file, read at any place; or of a whole file, as if it were one stream. */
#ifndef HUIZONG_XLS_OLE_STREAM_H
#define HUIZONG_XLS_OLE_STREAM_H

#include "xls/ole.h"

typedef struct OleStream {
    int fd;
    uint64_t size;    /* bytes that can be reached; a damaged chain gives fewer than were declared */
    size_t unit;      /* bytes that stand together: a sector, or a small sector */
    uint64_t *places; /* where each unit stands in the file; NULL: the stream is the file */
} OleStream;

/* The stream of a directory entry; its places live in ole->arena. */
OleState
ole_stream_open(const Ole *ole, const unsigned char *entry, OleStream *stream, Err *err);

/* The file without a container. */
OleState
ole_stream_whole(int fd, OleStream *stream, Err *err);

/* Up to `size` bytes from `at`; *got is less only at the stream's end. OLE_BROKEN where the file is cut. */
OleState
ole_stream_read(const OleStream *stream, uint64_t at, void *bytes, size_t size, size_t *got, Err *err);

#endif
