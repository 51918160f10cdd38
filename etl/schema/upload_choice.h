/* Which answers a field of choices has, and the other words that are read as one of them. */
#ifndef HUIZONG_SCHEMA_UPLOAD_CHOICE_H
#define HUIZONG_SCHEMA_UPLOAD_CHOICE_H

#include "schema/upload.h"

/* From x:choices, x:words, trueValues and falseValues; constraints.enum is read already. A word that is a choice, that would mean two or that says nothing is refused. */
void
upload_choice_read(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err);

#endif
