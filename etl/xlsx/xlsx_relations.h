/* The relationships of a part: which other parts it names, and as what. */
#ifndef HUIZONG_XLSX_XLSX_RELATIONS_H
#define HUIZONG_XLSX_XLSX_RELATIONS_H

#include "package/part.h"

typedef struct XlsxRelation {
    Text id;
    Text
        type; /* the last step of its type: "worksheet", "sharedStrings" …, the same in strict and transitional files */
    Text target; /* a member of the package */
} XlsxRelation;

typedef struct XlsxRelations {
    Text source;
    XlsxRelation *list;
    size_t count, room;
} XlsxRelations;

/* `source` "" is the package itself. Targets outside of the package are left out. All lives in the sink's run arena. */
bool
xlsx_relations_read(ZipFile *zip, Sink *sink, Text source, XlsxRelations *out, Err *err);

/* Of a part that may have none, in `arena`; *good is false where some could not be read, and that refuses nothing. */
bool
xlsx_relations_glance(ZipFile *zip, Sink *sink, Text source, Arena *arena, XlsxRelations *out, bool *good, Err *err);

/* NULL where there is none. */
const XlsxRelation *
xlsx_relations_by_id(const XlsxRelations *relations, Text id);

const XlsxRelation *
xlsx_relations_by_type(const XlsxRelations *relations, Text type);

#endif
