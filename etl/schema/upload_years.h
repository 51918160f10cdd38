/* Years in what a notice prints, held against the years of its cycle: a label that still names those of last year's form asks for other figures than its field. */
#ifndef HUIZONG_SCHEMA_UPLOAD_YEARS_H
#define HUIZONG_SCHEMA_UPLOAD_YEARS_H

#include "schema/upload.h"

/* Refuses a title, description or alias of a field with x:years that names years, and none of those. Where the set has no base year nothing is. */
void
upload_years_check(Json json, const Field *field, const UploadSet *set, Arena *arena, Err *err);

/* Refuses a title that names another year than form_year, if there is one. */
void
upload_years_title(Json title, int64_t form_year, Arena *arena, Err *err);

#endif
