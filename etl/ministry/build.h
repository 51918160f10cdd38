/* A package's files into a folder: what drafts and final packages have in common. */
#ifndef HUIZONG_MINISTRY_BUILD_H
#define HUIZONG_MINISTRY_BUILD_H

#include "ministry/manifest.h"

typedef struct BuildOrder {
    const Content *content;
    const OpenMatters *open;
    Signing signing;
    const char *older_folder; /* of the version before, for the difference report; or NULL */
    const Manifest *older;
} BuildOrder;

/* `folder` is there and empty. `db` is read for lists only, and may be NULL without them. *warnings: what 已知提示 says. */
bool
build_package(const BuildOrder *order, Db *db, const char *folder, Grid *warnings, Err *err);

#endif
