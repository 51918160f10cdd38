/* The columns of the 推荐信息汇总表 that the official table, the quota and the comparison of nominations rest on, whatever else a cycle prints. */
#ifndef HUIZONG_SETUP_SUMMARY_NEEDS_H
#define HUIZONG_SETUP_SUMMARY_NEEDS_H

#include "schema/upload.h"

/* `resources` of the package in `folder`. Refused are a cycle without a summary, and one whose schema lacks such a field or has it in another place or of another type. */
void
summary_needs_check(const char *folder, Json resources, const UploadSet *uploads, Arena *arena, Err *err);

#endif
