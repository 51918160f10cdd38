#include "xlsx/xlsx_relations.h"

#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_name.h"

typedef struct RelationsReading {
    Sink *sink;
    XlsxRelations *relations;
} RelationsReading;

static Text
last_step(Text type)
{
    size_t start = type.len;
    while (start > 0 && type.ptr[start - 1] != '/')
        start--;
    return text_sub(type, start, type.len);
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    RelationsReading *reading = context;
    XlsxRelations *relations = reading->relations;
    Arena *arena = reading->sink->run;
    const char *mode = xml_attribute(attributes, "TargetMode");
    if (strcmp(element, "Relationship") != 0 || (mode != NULL && strcmp(mode, "External") == 0))
        return true;
    if (relations->count == LIMIT_RELATIONS)
        return sink_refuse(reading->sink, "package_too_large",
                           (Remark){.place = sink_place(TEXT("")), .raw = relations->source}, err);
    relations->list[relations->count++] = (XlsxRelation){
        .id = arena_text(arena, text_of(xml_attribute(attributes, "Id"))),
        .type = arena_text(arena, last_step(text_of(xml_attribute(attributes, "Type")))),
        .target = part_resolve(relations->source, text_of(xml_attribute(attributes, "Target")), arena),
    };
    return true;
}

bool
xlsx_relations_read(ZipFile *zip, Sink *sink, Text source, XlsxRelations *out, Err *err)
{
    static const XmlHandlers handlers = {.spaces = xlsx_spaces, .start = on_start};
    RelationsReading reading = {sink, out};
    out->source = source;
    out->list = arena_array(sink->run, LIMIT_RELATIONS, sizeof *out->list);
    out->count = 0;
    return part_read(zip, sink, part_relations(source, sink->run), &handlers, &reading, err);
}

const XlsxRelation *
xlsx_relations_by_id(const XlsxRelations *relations, Text id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (text_equal(relations->list[i].id, id))
            return &relations->list[i];
    return NULL;
}

const XlsxRelation *
xlsx_relations_by_type(const XlsxRelations *relations, Text type)
{
    for (size_t i = 0; i < relations->count; i++)
        if (text_equal(relations->list[i].type, type))
            return &relations->list[i];
    return NULL;
}
