#include "setup/summary_needs.h"

#include "base/buf.h"

typedef struct Need {
    const char *key;
    const char *label;
    const char *place;
    FieldType type;
    bool match;
} Need;

static const Need needs[] = {
    {"sum_recommending_unit", "推荐单位", "head", FIELD_UNIT, true},
    {"sum_seq", "序号", "row", FIELD_SEQUENCE, false},
    {"sum_platform_name", "平台名称", "row", FIELD_NAME, true},
    {"sum_enterprise", "依托企业", "row", FIELD_NAME, true},
};

enum { NEED_COUNT = sizeof needs / sizeof *needs, LACK_MAX = 1024 };

static bool
is_text(Json json, const char *text)
{
    Err ignored = {0};

    return text_equal(json_string(json, &ignored), text_of(text));
}

static bool
is_true(Json json)
{
    Err ignored = {0};

    return json_bool(json, &ignored);
}

static Json
named(Json list, const char *name)
{
    size_t count = json_count(list);
    size_t i = 0;

    while (i < count && !is_text(json_member(json_at(list, i), "name"), name))
        i++;
    return json_at(list, i);
}

/* What the field says wrongly of itself; that there is none is told of all such at once. */
static void
check_field(const Need *need, Json field, Arena *arena, Err *err)
{
    Json type = json_member(field, "x:type");
    Json place = json_member(field, "x:place");
    Json match = json_member(field, "x:match");
    const char *wanted = upload_type_name(need->type);

    if (!is_text(type, wanted))
        json_refuse(type, arena_printf(arena, "\"%s\" is expected of %s", wanted, need->label).ptr, err);
    if (!is_text(place, need->place))
        json_refuse(place, arena_printf(arena, "\"%s\" is expected of %s", need->place, need->label).ptr, err);
    if (need->match && !is_true(match))
        json_refuse(match, arena_printf(arena, "true is expected: %s is compared", need->label).ptr, err);
}

static void
check_fields(Json fields, Arena *arena, Err *err)
{
    Buf lack = buf_new(LACK_MAX);

    for (size_t i = 0; i < NEED_COUNT; i++) {
        Json field = named(fields, needs[i].key);
        if (json_has(field))
            check_field(&needs[i], field, arena, err);
        else
            buf_printf(&lack, "%s \"%s\" (%s)", lack.len == 0 ? "no" : ",", needs[i].key, needs[i].label);
    }
    if (lack.len > 0) {
        buf_printf(&lack, ": the official table, quota and comparison rest on it");
        json_refuse(fields, arena_string(arena, buf_view(&lack)), err);
    }
    buf_free(&lack);
}

void
summary_needs_check(const char *folder, Json resources, const UploadSet *uploads, Arena *arena, Err *err)
{
    const UploadKind *summary = upload_kind(uploads, TEXT("summary"));
    Json schema = json_member(named(resources, "summary"), "schema");

    if (summary == NULL)
        json_refuse(resources, "no resource \"summary\": the official table is made of it", err);
    if (summary == NULL || summary->unread)
        return;
    const char *path = arena_printf(arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(json_string(schema, err))).ptr;
    JsonDoc *doc = json_read_file(path, err);
    if (doc != NULL)
        check_fields(json_member(json_root(doc), "fields"), arena, err);
    json_close(doc);
}
