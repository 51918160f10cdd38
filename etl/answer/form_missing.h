/* Fields whose labels stand nowhere in a form, told section by section. */
#ifndef HUIZONG_ANSWER_FORM_MISSING_H
#define HUIZONG_ANSWER_FORM_MISSING_H

#include "rows/findinglist.h"
#include "rows/typedrow.h"
#include "schema/upload.h"

/* `cells` by field of the kind; one whose `field` is empty is missing. */
void
form_missing_report(const UploadKind *kind, const TypedCell *cells, Text sheet, Arena *arena, FindingList *findings);

#endif
