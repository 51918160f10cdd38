/* What a new version says that the one before it did not: nomination, cell, before, after. */
#ifndef HUIZONG_MINISTRY_DIFFERENCE_H
#define HUIZONG_MINISTRY_DIFFERENCE_H

#include "ministry/manifest.h"

/* Read from the older package's own files, not from the database: what was sent counts. In the content's arena. */
bool
difference_of(const Content *content, const char *older_folder, const Manifest *older, const Parcel *parcel, Grid *out,
              Err *err);

#endif
