/* The attached lists of what is passed on, a CSV file a list kind and platform, read by a cursor: millions of rows come and go. */
#ifndef HUIZONG_MINISTRY_LISTFILES_H
#define HUIZONG_MINISTRY_LISTFILES_H

#include "ministry/content.h"
#include "parcel/parcel.h"

/*
 * Parts in their order, then what was corrected, each by its rows. Without content->personal what the definition marks
 * x:personal is masked; columns that it does not know are left out.
 */
bool
listfiles_write(const Content *content, Db *db, Parcel *parcel, Err *err);

#endif
