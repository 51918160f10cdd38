/* The folders under schemas/: which of them are cycles, and the digest of one. */
#ifndef HUIZONG_SCHEMA_CYCLE_FOLDER_H
#define HUIZONG_SCHEMA_CYCLE_FOLDER_H

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"

/* The names of the folder's .json files, in byte order, NULL-terminated; NULL with *err. */
const char **
cycle_folder_files(const char *folder, Arena *arena, Err *err);

/* SHA-256 over the names and contents of the folder's .json files, in byte order of the names. */
bool
cycle_folder_digest(const char *folder, char out[HASH_HEX + 1], Arena *arena, Err *err);

/* The names of all folders whose datapackage.json has x:cycle, in byte order, NULL-terminated; NULL with *err. */
const char **
cycle_folder_list(const char *schemas_dir, Arena *arena, Err *err);

#endif
