/*
 * A package while it is made: a folder, and in it each file with what the manifest says of it. Every CSV file gets its
 * GB18030 twin and is looked through for characters that may get lost.
 */
#ifndef HUIZONG_PARCEL_PARCEL_H
#define HUIZONG_PARCEL_PARCEL_H

#include "base/hash.h"
#include "parcel/grid.h"
#include "parcel/rare.h"

enum { PARCEL_FILE_MAX = 4096 };

typedef struct ParcelFile {
    Text name;
    Text kind;    /* table, indicator_table, nominations, indicators, list, characters, warnings, difference */
    Text twin_of; /* the UTF-8 file of which this is the GB18030 twin, or TEXT_NONE */
    bool people;  /* a list of people, unmasked */
    bool has_rows;
    uint64_t rows; /* without the label row */
    uint64_t bytes;
    char sha256[HASH_HEX + 1];
} ParcelFile;

typedef struct Parcel {
    const char *folder;
    Text mark;    /* 送审稿 in each name, or TEXT_NONE */
    bool no_twin; /* a character has no code in GB18030 */
    ParcelFile *files;
    size_t count;
    Rare *rare;
    Arena *arena;
} Parcel;

/* Begins in an empty folder that is there. Close it in any case; texts live in `arena`. */
bool
parcel_open(Parcel *parcel, const char *folder, Text mark, bool no_twin, Arena *arena, Err *err);

void
parcel_close(Parcel *parcel);

/* A file that the caller writes at this path: "<stem>-送审稿.xlsx". NULL with *err beyond the ceiling. */
const char *
parcel_add(Parcel *parcel, const char *kind, Text stem, Err *err);

typedef struct ParcelCsv ParcelCsv;

/* A CSV file, row by row. Labels must live as long as the parcel. */
ParcelCsv *
parcel_csv_open(Parcel *parcel, const char *kind, Text stem, const Text *labels, size_t count, Err *err);

/* The file, and its twin, have people's data in them. */
void
parcel_csv_of_people(ParcelCsv *csv);

bool
parcel_csv_row(ParcelCsv *csv, const Text *cells, Err *err);

/* The file appears, whole, and its twin. The writer must still be freed. */
bool
parcel_csv_commit(ParcelCsv *csv, Err *err);

/* NULL is allowed. */
void
parcel_csv_free(ParcelCsv *csv);

/* A whole grid as one CSV file. */
bool
parcel_grid(Parcel *parcel, const char *kind, Text stem, const Grid *grid, Err *err);

/* The list of characters, itself a CSV file: the last one before the manifest. */
bool
parcel_characters(Parcel *parcel, Text stem, Err *err);

/* Measures and hashes every file. */
bool
parcel_weigh(Parcel *parcel, Err *err);

#endif
