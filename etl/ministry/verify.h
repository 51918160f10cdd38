/* Whether a package is complete and unaltered, by nothing but itself. */
#ifndef HUIZONG_MINISTRY_VERIFY_H
#define HUIZONG_MINISTRY_VERIFY_H

#include "ministry/manifest.h"

enum { VERIFY_MAX = 1000 };

typedef struct Deviation {
    Text code; /* package_file_missing, …: in messages.json */
    Text name; /* of the file */
    Text expected;
    Text found;
    bool fatal; /* false: only told, as other rights are */
} Deviation;

typedef struct Verdict {
    Deviation *deviations; /* in byte order of the names within each check; beyond VERIFY_MAX not listed */
    size_t count;
    bool sound;      /* nothing fatal */
    size_t disposed; /* of the manifest's files: lists of people that are not there because they were disposed of */
} Verdict;

/*
 * Reads folder/manifest.json and looks at every file: those of the manifest are there with their bytes, as plain files, no other
 * is, the seal fits, twins decode to the same text. A list with people unmasked, and nothing else, may be gone where the
 * package's record of the disposal names it. False with *err where the folder or its manifest cannot be read at all
 * (ERR_NO_INPUT, ERR_DATA, ERR_IO). Everything in `arena`.
 */
bool
verify_package(const char *folder, Arena *arena, Manifest *manifest, Verdict *verdict, Err *err);

/* The same for who builds on it: a package that is not sound is ERR_DATA, and *err tells what to do. */
bool
verify_sound(const char *folder, Arena *arena, Manifest *manifest, Err *err);

#endif
