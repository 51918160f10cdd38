#include "xlsx/xlsx_relations.h"

#include <string.h>

#include "base/limits.h"
#include "xlsx/xlsx_name.h"

typedef struct RelationsReading {
    Sink *sink;
    Arena *arena;
    XlsxRelations *relations;
    bool *whole; /* where more than LIMIT_RELATIONS are only told there; NULL: refused */
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
too_many(const RelationsReading *reading, Err *err)
{
    if (reading->whole == NULL)
        return sink_refuse(reading->sink, "package_too_large",
                           (Remark){.place = sink_place(TEXT("")), .raw = reading->relations->source}, err);
    *reading->whole = false;
    return true;
}

static void
make_room(XlsxRelations *relations, Arena *arena)
{
    enum { FIRST = 16 };
    if (relations->count < relations->room)
        return;
    relations->room = relations->room > 0 ? 2 * relations->room : FIRST;
    XlsxRelation *wide = arena_array(arena, relations->room, sizeof *wide);
    if (relations->count > 0)
        memcpy(wide, relations->list, relations->count * sizeof *wide);
    relations->list = wide;
}

static bool
on_start(void *context, const char *element, const char *const *attributes, Err *err)
{
    RelationsReading *reading = context;
    XlsxRelations *relations = reading->relations;
    Arena *arena = reading->arena;
    const char *mode = xml_attribute(attributes, "TargetMode");
    if (strcmp(element, "Relationship") != 0 || (mode != NULL && strcmp(mode, "External") == 0))
        return true;
    if (relations->count == LIMIT_RELATIONS)
        return too_many(reading, err);
    make_room(relations, arena);
    relations->list[relations->count++] = (XlsxRelation){
        .id = arena_text(arena, text_of(xml_attribute(attributes, "Id"))),
        .type = arena_text(arena, last_step(text_of(xml_attribute(attributes, "Type")))),
        .target = part_resolve(relations->source, text_of(xml_attribute(attributes, "Target")), arena),
    };
    return true;
}

static const XmlHandlers handlers = {.spaces = xlsx_spaces, .start = on_start};

bool
xlsx_relations_read(ZipFile *zip, Sink *sink, Text source, XlsxRelations *out, Err *err)
{
    RelationsReading reading = {sink, sink->run, out, NULL};
    *out = (XlsxRelations){.source = source};
    return part_read(zip, sink, part_relations(source, sink->run), &handlers, &reading, err);
}

bool
xlsx_relations_glance(ZipFile *zip, Sink *sink, Text source, Arena *arena, XlsxRelations *out, bool *good, Err *err)
{
    bool whole = true;
    RelationsReading reading = {sink, arena, out, &whole};
    Text part = part_relations(source, arena);
    *out = (XlsxRelations){.source = source};
    *good = true;
    if (zipfile_has(zip, part) && !part_glance(zip, sink, part, &handlers, &reading, good, err))
        return false;
    *good = *good && whole;
    return true;
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
