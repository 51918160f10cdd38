#include "schema/upload.h"

#include <string.h>

#include "text/fold.h"

static const char *const TYPE_NAMES[] = {
    [FIELD_TEXT] = "text",       [FIELD_NAME] = "name",        [FIELD_PERSON] = "person", [FIELD_UNIT] = "unit",
    [FIELD_INTEGER] = "integer", [FIELD_DECIMAL] = "decimal",  [FIELD_PHONE] = "phone",   [FIELD_MOBILE] = "mobile",
    [FIELD_DATE] = "date",       [FIELD_TIME] = "time",        [FIELD_USCC] = "uscc",     [FIELD_ENUM] = "enum",
    [FIELD_YEAR] = "year",       [FIELD_SEQUENCE] = "sequence"};

enum { TYPE_COUNT = sizeof(TYPE_NAMES) / sizeof(TYPE_NAMES[0]) };

static const char *const SCHEMA_KEYS[] = {"$schema",     "title",      "description",   "fields",
                                          "fieldsMatch", "primaryKey", "missingValues", NULL};
static const char *const FIELD_KEYS[] = {"name",      "title",       "description", "type",    "format",
                                         "example",   "constraints", "x:type",      "x:place", "x:aliases",
                                         "x:column",  "x:match",     "x:personal",  "x:unit",  "x:width",
                                         "x:printed", "x:clause",    "x:assumed",   NULL};
static const char *const CONSTRAINT_KEYS[] = {"required", "enum", "unique", "minimum", "maximum", "pattern", NULL};

static Text
read_text(Json json, Arena *arena, Err *err)
{
    Text text = json_string(json, err);
    return text.len > 0 ? arena_text(arena, text) : TEXT_NONE;
}

static Text
read_optional_text(Json object, const char *key, Arena *arena, Err *err)
{
    Json member = json_member(object, key);
    return json_has(member) ? read_text(member, arena, err) : TEXT_NONE;
}

static bool
read_flag(Json object, const char *key, bool otherwise, Err *err)
{
    Json member = json_member(object, key);
    return json_has(member) ? json_bool(member, err) : otherwise;
}

const char *
upload_type_name(FieldType type)
{
    return TYPE_NAMES[type];
}

static FieldType
read_type(Json json, Err *err)
{
    Text name = json_string(json, err);
    for (int type = 0; type < TYPE_COUNT; type++) {
        if (text_equal(name, text_of(TYPE_NAMES[type])))
            return (FieldType)type;
    }
    json_refuse(json, "unknown type", err);
    return FIELD_TEXT;
}

/* The one word that is allowed there, or one of two. */
static bool
read_word(Json json, Text yes, Text no, Err *err)
{
    Text word = json_string(json, err);
    if (!text_equal(word, yes) && (no.ptr == NULL || !text_equal(word, no)))
        json_refuse(json, "unknown word", err);
    return text_equal(word, yes);
}

/* The length of an opening (+1) or closing (-1) round bracket at `at`, ASCII or full-width; 0 where there is none. */
static size_t
bracket_at(Text text, size_t at, int *turn)
{
    static const struct {
        Text sign;
        int turn;
    } SIGNS[] = {{{"(", 1}, 1}, {{"（", 3}, 1}, {{")", 1}, -1}, {{"）", 3}, -1}};
    for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++) {
        if (text_starts_with(text_sub(text, at, text.len), SIGNS[i].sign)) {
            *turn = SIGNS[i].turn;
            return SIGNS[i].sign.len;
        }
    }
    return 0;
}

/* "推荐单位（盖章）" to "推荐单位". */
static Text
without_notes(Text label, Arena *arena)
{
    char *kept = arena_alloc(arena, label.len + 1);
    size_t len = 0;
    int depth = 0;
    for (size_t at = 0; at < label.len;) {
        int turn = 0;
        size_t sign = bracket_at(label, at, &turn);
        depth = depth + turn > 0 ? depth + turn : 0;
        if (sign == 0 && depth == 0)
            kept[len++] = label.ptr[at];
        at += sign > 0 ? sign : 1;
    }
    return (Text){kept, len};
}

static bool
has_alias(const Field *field, Text folded)
{
    for (size_t i = 0; i < field->alias_count; i++) {
        if (text_equal(field->aliases[i], folded))
            return true;
    }
    return false;
}

static void
add_alias(Field *field, Text label, Arena *arena)
{
    Text folded = fold_key(label, arena);
    if (folded.len > 0 && !has_alias(field, folded))
        field->aliases[field->alias_count++] = folded;
}

static void
read_aliases(Json list, Field *field, Arena *arena, Err *err)
{
    size_t count = json_count(list);
    field->aliases = arena_array(arena, 2 * (count + 1), sizeof(Text));
    add_alias(field, field->title, arena);
    for (size_t i = 0; i < count; i++)
        add_alias(field, json_string(json_at(list, i), err), arena);
    add_alias(field, without_notes(field->title, arena), arena);
    for (size_t i = 0; i < count; i++)
        add_alias(field, without_notes(json_string(json_at(list, i), err), arena), arena);
}

static void
read_constraints(Json json, Field *field, Arena *arena, Err *err)
{
    if (!json_has(json))
        return;
    json_only(json, CONSTRAINT_KEYS, err);
    field->required = read_flag(json, "required", false, err);
    Json list = json_member(json, "enum");
    field->choice_count = json_count(list);
    field->choices = arena_array(arena, field->choice_count, sizeof(Text));
    for (size_t i = 0; i < field->choice_count; i++)
        field->choices[i] = read_text(json_at(list, i), arena, err);
}

static void
read_width(Json json, Field *field, Err *err)
{
    if (!json_has(json))
        return;
    field->width = json_integer(json, err);
    if (field->width < 1 || field->width > 255)
        json_refuse(json, "a width is 1 to 255 characters", err);
}

static void
read_provenance(Json json, Field *field, Arena *arena, Err *err)
{
    field->clause = read_optional_text(json, "x:clause", arena, err);
    field->assumed = read_optional_text(json, "x:assumed", arena, err);
    if (field->clause.len == 0 && field->assumed.len == 0)
        json_refuse(json, "neither x:clause nor x:assumed", err);
}

static void
read_field(Json json, Field *field, Arena *arena, Err *err)
{
    json_only(json, FIELD_KEYS, err);
    field->key = read_text(json_member(json, "name"), arena, err);
    field->title = read_text(json_member(json, "title"), arena, err);
    field->type = read_type(json_member(json, "x:type"), err);
    field->in_head = read_word(json_member(json, "x:place"), TEXT("head"), TEXT("row"), err);
    Json column = json_member(json, "x:column");
    field->expected = json_has(column) && read_word(column, TEXT("expected"), TEXT_NONE, err);
    field->match = read_flag(json, "x:match", false, err);
    field->personal = read_flag(json, "x:personal", false, err);
    field->printed = read_flag(json, "x:printed", true, err);
    field->unit = read_optional_text(json, "x:unit", arena, err);
    read_width(json_member(json, "x:width"), field, err);
    read_aliases(json_member(json, "x:aliases"), field, arena, err);
    read_constraints(json_member(json, "constraints"), field, arena, err);
    read_provenance(json, field, arena, err);
    if (field->type == FIELD_ENUM && field->choice_count == 0)
        json_refuse(json, "an enum without constraints.enum", err);
}

/* Two fields of one place may share neither key nor label: a column would have two meanings. */
static void
check_apart(Json fields, const UploadKind *kind, size_t later, Err *err)
{
    const Field *field = &kind->fields[later];
    for (size_t i = 0; i < later; i++) {
        const Field *before = &kind->fields[i];
        if (text_equal(before->key, field->key))
            json_refuse(json_at(fields, later), "a field of that name is there already", err);
        for (size_t alias = 0; before->in_head == field->in_head && alias < field->alias_count; alias++) {
            if (has_alias(before, field->aliases[alias]))
                json_refuse(json_at(fields, later), "shares a label with another field of the same place", err);
        }
    }
}

static void
read_fields(Json schema, UploadKind *kind, Arena *arena, Err *err)
{
    json_only(schema, SCHEMA_KEYS, err);
    Json fields = json_member(schema, "fields");
    kind->field_count = json_count(fields);
    if (kind->field_count == 0)
        json_refuse(fields, "no field", err);
    kind->fields = arena_array(arena, kind->field_count, sizeof(Field));
    for (size_t i = 0; i < kind->field_count && err->code == ERR_NONE; i++) {
        read_field(json_at(fields, i), &kind->fields[i], arena, err);
        check_apart(fields, kind, i, err);
    }
}

static bool
read_schema(const char *path, UploadKind *kind, Arena *arena, Err *err)
{
    JsonDoc *doc = json_read_file(path, err);
    if (doc == NULL)
        return false;
    read_fields(json_root(doc), kind, arena, err);
    bool ok = err->code == ERR_NONE;
    json_close(doc);
    return ok;
}

/* A resource names its schema by a file beside the package, as Frictionless does; no path leads out of the folder. */
static Text
read_resource(Json json, UploadKind *kind, Arena *arena, Err *err)
{
    kind->kind = read_text(json_member(json, "name"), arena, err);
    kind->title = read_text(json_member(json, "title"), arena, err);
    Json schema = json_member(json, "schema");
    Text file = read_text(schema, arena, err);
    if (text_find(file, TEXT("/"), 0) != SIZE_MAX || !text_ends_with(file, TEXT(".json")))
        json_refuse(schema, "not the name of a .json file in the same folder", err);
    return file;
}

static int64_t
read_form_year(Json root, Err *err)
{
    Json cycle = json_member(root, "x:cycle");
    return json_has(cycle) ? json_integer(json_member(json_member(cycle, "form_year"), "value"), err) : 0;
}

/* The names of the schema files, one per kind; NULL with *err. */
static Text *
read_package(const char *path, UploadSet *set, Arena *arena, Err *err)
{
    JsonDoc *doc = json_read_file(path, err);
    if (doc == NULL)
        return NULL;
    Json root = json_root(doc);
    Json resources = json_member(root, "resources");
    set->name = read_text(json_member(root, "name"), arena, err);
    set->form_year = read_form_year(root, err);
    set->kind_count = json_count(resources);
    if (set->kind_count == 0)
        json_refuse(resources, "no resource", err);
    set->kinds = arena_array(arena, set->kind_count, sizeof(UploadKind));
    Text *files = arena_array(arena, set->kind_count, sizeof(Text));
    for (size_t i = 0; i < set->kind_count && err->code == ERR_NONE; i++)
        files[i] = read_resource(json_at(resources, i), &set->kinds[i], arena, err);
    bool ok = err->code == ERR_NONE;
    json_close(doc);
    return ok ? files : NULL;
}

UploadSet *
upload_read(const char *schemas_dir, const char *name, Arena *arena, Err *err)
{
    UploadSet *set = arena_alloc(arena, sizeof(UploadSet));
    Text *files = read_package(arena_printf(arena, "%s/%s/datapackage.json", schemas_dir, name).ptr, set, arena, err);
    if (files == NULL)
        return NULL;
    for (size_t i = 0; i < set->kind_count; i++) {
        const char *path = arena_printf(arena, "%s/%s/%" TEXT_FMT, schemas_dir, name, TEXT_ARG(files[i])).ptr;
        if (!read_schema(path, &set->kinds[i], arena, err))
            return NULL;
    }
    return set;
}
