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

/* All lives in the sink's run arena. */
typedef struct XlsxRelations {
    Text source;
    XlsxRelation *list;
    size_t count;
} XlsxRelations;

/* `source` "" is the package itself. Targets outside of the package are left out. */
bool
xlsx_relations_read(ZipFile *zip, Sink *sink, Text source, XlsxRelations *out, Err *err);

/* NULL where there is none. */
const XlsxRelation *
xlsx_relations_by_id(const XlsxRelations *relations, Text id);

const XlsxRelation *
xlsx_relations_by_type(const XlsxRelations *relations, Text type);

#endif
