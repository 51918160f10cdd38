/*
 * What of a night is kept, in the archive: the files of its outbox and of the schemas it was made with, each by its SHA-256 and so once however many
 * nights have it, and a manifest (JSON) that names them; night_kept says which manifest is a night's.
 */
#ifndef HUIZONG_REPLAY_KEPT_H
#define HUIZONG_REPLAY_KEPT_H

#include "base/arena.h"
#include "base/hash.h"
#include "db/db.h"

typedef enum KeptPart { KEPT_OUTBOX, KEPT_SCHEMAS, KEPT_PARTS } KeptPart;

typedef struct KeptFile {
    Text path; /* below its part's folder */
    char sha256[HASH_HEX + 1];
} KeptFile;

typedef struct KeptFiles {
    KeptFile *files; /* by path */
    size_t count;
} KeptFiles;

typedef struct Kept {
    Text cycle;
    Text as_of;
    Text release;
    Text packages;
    Text sql_sha256;
    KeptFiles parts[KEPT_PARTS];
} Kept;

/* The libraries that this program was built with, "libpq 15.14, xlsxwriter 1.1.4 …". */
Text
kept_packages(void);

/* All files below `folder`, in `arena`. */
bool
kept_list(const char *folder, Arena *arena, KeptFiles *files, Err *err);

/* The same of a folder that others can write to: what is neither file nor folder (a link, say) is listed as well, with "" for its SHA-256. */
bool
kept_look(const char *folder, Arena *arena, KeptFiles *files, Err *err);

/* How two paths of such a list follow each other: below 0 where `one` comes first. */
int
kept_order(Text one, Text other);

/* Those of schemas/ that a night of the cycle reads: its own folder, the registers', and what lies beside them. */
bool
kept_list_schemas(const char *schemas, const char *cycle, Arena *arena, KeptFiles *files, Err *err);

/* Archives outbox folder and schemas and books the night; *booked is its clock, TEXT_NONE where the same is its newest entry already. */
bool
kept_night(Db *db, const char *archive, const char *schemas, const char *outbox, const char *cycle, Arena *arena,
           Text *booked, Err *err);

/* Reads a manifest of the archive. ERR_DATA where its bytes are others than its name says. */
bool
kept_read(const char *archive, const char *sha256, Arena *arena, Kept *kept, Err *err);

/* Writes the files of a part below `folder`. ERR_DATA with the first file that is gone from the archive or altered there. */
bool
kept_restore(const Kept *kept, KeptPart part, const char *archive, const char *folder, Arena *arena, Err *err);

#endif
