/*
 * OLE compound files ([MS-CFB]): the container of old office files. Only the root's own streams are seen, so that a
 * workbook embedded in a letter is no workbook. Tables are read under limits; a chain that leaves the file, comes back
 * to itself or ends early gives the bytes before that place, and reading further is OLE_BROKEN.
 */
#ifndef HUIZONG_XLS_OLE_H
#define HUIZONG_XLS_OLE_H

#include "base/arena.h"
#include "base/err.h"

typedef enum OleKind {
    OLE_DAMAGED,   /* no directory can be followed */
    OLE_UNKNOWN,   /* none of the streams below */
    OLE_WORKBOOK,  /* Workbook or Book: .xls, .et */
    OLE_DOCUMENT,  /* WordDocument: .doc, .wps */
    OLE_SLIDES,    /* PowerPoint Document: .ppt, .dps */
    OLE_ENCRYPTED, /* EncryptedPackage: an OOXML file with a password */
} OleKind;

typedef enum OleState {
    OLE_GOOD,
    OLE_BROKEN,
    OLE_FAULT /* the file cannot be read; *err tells */
} OleState;

enum { OLE_HEADER = 512, OLE_ENTRY = 128 };

typedef struct Ole {
    int fd;
    Arena *arena;
    size_t sector_size;
    size_t sector_count;
    unsigned char header[OLE_HEADER];
    uint32_t *fat; /* sector_count entries */
    unsigned char *directory;
    size_t entry_count;
} Ole;

/* Reads the tables of `fd`, which can seek, into `arena`. */
OleState
ole_open(int fd, Arena *arena, Ole *ole, Err *err);

/* Whole entries of the directory, OLE_ENTRY bytes; NULL where the root has no stream of that name. */
const unsigned char *
ole_entry(const Ole *ole, const char *name);

/* What the file at `fd` is. False only where it cannot be read. */
bool
ole_kind(int fd, OleKind *kind, Err *err);

/* Some streams are named by several programs: "Workbook" before "Book". */
const unsigned char *
ole_workbook(const Ole *ole);

uint32_t
ole_u32(const unsigned char *bytes);

/* Where a sector begins in the file. */
uint64_t
ole_sector_at(const Ole *ole, uint32_t sector);

typedef struct OleChain {
    uint32_t *sectors;
    size_t count;
} OleChain;

/* At most `most` sectors from `first` on, by a table of `count` entries. */
OleChain
ole_chain(const uint32_t *table, size_t count, uint32_t first, size_t most, Arena *arena);

/* `size` bytes at `offset` of the file. */
OleState
ole_read_at(int fd, uint64_t offset, void *bytes, size_t size, Err *err);

#endif
