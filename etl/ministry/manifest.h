/*
 * manifest.json: whose package it is, of which state, what is in it and what is open; and manifest.json.sha256, which
 * seals it in the notation of sha256sum. Nothing of the machine or the moment: the same package gives the same bytes.
 */
#ifndef HUIZONG_MINISTRY_MANIFEST_H
#define HUIZONG_MINISTRY_MANIFEST_H

#include "ministry/content.h"
#include "parcel/parcel.h"

#define MANIFEST_NAME "manifest.json"
#define MANIFEST_SEAL "manifest.json.sha256"

/* Who signs a final package; of a draft `version` is 0 and the rest TEXT_NONE. */
typedef struct Signing {
    uint64_t version;
    Text doc_no;
    Text signed_by;
    Text reason; /* of a new version, or of personal data; or TEXT_NONE */
} Signing;

/* A manifest as it was read. */
typedef struct Manifest {
    Text cycle;
    Text as_of;
    Text state; /* draft, final */
    Signing signing;
    Text state_sha256;
    bool lists;
    bool personal;
    Grid head;
    ParcelFile *files;
    size_t file_count;
    char sha256[HASH_HEX + 1]; /* of manifest.json itself */
} Manifest;

/* Both files, into the parcel's folder. */
bool
manifest_write(const Content *content, const OpenMatters *open, const Signing *signing, const Parcel *parcel, Err *err);

/* Reads folder/manifest.json, everything in `arena`. ERR_NO_INPUT where there is no such folder, ERR_DATA where it has no manifest. */
bool
manifest_read(const char *folder, Arena *arena, Manifest *out, Err *err);

/* The same of a manifest wherever it lies, as in the archive. */
bool
manifest_read_file(const char *path, Arena *arena, Manifest *out, Err *err);

/* The file of that kind that is no twin; NULL where there is none. */
const ParcelFile *
manifest_file(const Manifest *manifest, Text kind);

#endif
