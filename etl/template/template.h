/* The blank upload workbooks of a cycle: what a city fills in and sends. */
#ifndef HUIZONG_TEMPLATE_TEMPLATE_H
#define HUIZONG_TEMPLATE_TEMPLATE_H

#include "schema/cycle.h"
#include "schema/upload.h"
#include "template/phrases.h"

typedef struct Template {
    const Cycle *cycle;
    const UploadKind *kind;
    const Phrases *phrases;
} Template;

/* Writes the kind's workbook into `dir`, which exists; *path is where, in `arena`. The same definitions give the same bytes. */
bool
template_write(const Template *template, const char *dir, const char **path, Arena *arena, Err *err);

#endif
