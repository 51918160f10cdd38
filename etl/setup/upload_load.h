/* Upload definitions into the database: kinds, the sections of forms, fields. Only what differs is written. */
#ifndef HUIZONG_SETUP_UPLOAD_LOAD_H
#define HUIZONG_SETUP_UPLOAD_LOAD_H

#include "db/db.h"
#include "schema/upload.h"

/* All kinds of a set, under its name; adds the number of changed rows to *changed. */
bool
upload_load(Db *db, const UploadSet *set, uint64_t *changed, Err *err);

/* False with ERR_CONFIG and its path where a list has a field for whose values the database has no column. After upload_load. */
bool
upload_check_lists(Db *db, const char *schemas_dir, const UploadSet *set, Err *err);

#endif
