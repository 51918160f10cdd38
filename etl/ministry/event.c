#include "ministry/event.h"

#include <inttypes.h>

#include "ministry/verify.h"

static Text
flag_text(bool flag)
{
    return flag ? TEXT("true") : TEXT("false");
}

static bool
check_standing(Db *db, const Manifest *manifest, const Text *key, Err *err)
{
    DbResult *standing = db_query(db, "load/event_standing", key, 2, err);
    if (standing == NULL)
        return false;
    bool same = db_rows(standing) == 1 && text_equal(db_cell(standing, 0, 0), text_of(manifest->sha256));
    db_result_free(standing);
    return same || err_set(err, ERR_DATA, "another package is booked as version %" PRIu64 " of cycle \"%" TEXT_FMT "\"",
                           manifest->signing.version, TEXT_ARG(manifest->cycle));
}

bool
event_book(Db *db, const Manifest *manifest, bool *already, Err *err)
{
    const Signing *signing = &manifest->signing;
    char version[24];
    if (signing->version == 0)
        return err_set(err, ERR_USAGE, "a draft is not booked");
    snprintf(version, sizeof version, "%" PRIu64, signing->version);
    const Text values[] = {manifest->cycle,
                           text_of(version),
                           manifest->as_of,
                           manifest->state_sha256,
                           text_of(manifest->sha256),
                           signing->doc_no,
                           signing->signed_by,
                           signing->reason,
                           flag_text(manifest->lists),
                           flag_text(manifest->personal)};
    DbResult *booked = db_query(db, "load/event", values, sizeof values / sizeof *values, err);
    if (booked == NULL)
        return false;
    *already = db_rows(booked) == 0;
    db_result_free(booked);
    return !*already || check_standing(db, manifest, values, err);
}

bool
event_book_folder(Db *db, Text cycle, const char *folder, Arena *arena, bool *already, Err *err)
{
    Manifest manifest;
    if (!verify_sound(folder, arena, &manifest, err))
        return false;
    if (!text_equal(manifest.cycle, cycle))
        return err_set(err, ERR_USAGE, "package \"%s\" is of cycle \"%" TEXT_FMT "\"", folder,
                       TEXT_ARG(manifest.cycle));
    return event_book(db, &manifest, already, err);
}
