/* What a remark behind a label or a heading says that its figures are, where that is something else than the form or list asks for: （计划）, （预计数）, （2022年新增）, （累计）. */
#ifndef HUIZONG_SCHEMA_REMARK_H
#define HUIZONG_SCHEMA_REMARK_H

#include "schema/upload.h"

typedef enum RemarkSense {
    REMARK_NONE,
    REMARK_DOUBTFUL, /* it may be what is asked for */
    REMARK_OTHER     /* it is planned, expected or added, and nothing that is there */
} RemarkSense;

/* A word that the field's own label, group or description has as well changes nothing. `field` NULL: of a whole section. */
RemarkSense
remark_sense(Text written, const Field *field, Arena *arena);

/* The same of all notes in the brackets of a label: the worst. */
RemarkSense
remark_of_label(Text label, const Field *field, Arena *arena);

/* 计划, 预计数, 年度目标: the head of a column of figures that are planned or expected. */
bool
remark_is_plan(Text folded);

#endif
