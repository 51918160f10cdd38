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
    bool sound; /* nothing fatal */
} Verdict;

/*
 * Reads folder/manifest.json and looks at every file: those of the manifest are there with their bytes, no other is,
 * the seal fits, twins decode to the same text. False with *err where the folder or its manifest cannot be read at all
 * (ERR_NO_INPUT, ERR_DATA, ERR_IO). Everything in `arena`.
 */
bool
verify_package(const char *folder, Arena *arena, Manifest *manifest, Verdict *verdict, Err *err);

#endif
