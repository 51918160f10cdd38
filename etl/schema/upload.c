#include "schema/upload.h"

#include "schema/cycle_units.h"
#include "schema/upload_field.h"
#include "schema/upload_parts.h"
#include "schema/upload_value.h"
#include "schema/upload_years.h"

/* Where the cycle says nothing. */
enum { REJECT_LIMIT_PERCENT = 5 };

static const char *const SCHEMA_KEYS[] = {
    "$schema",  "title",    "description",  "fields",           "fieldsMatch",     "primaryKey", "missingValues",
    "x:layout", "x:notice", "x:comparable", "x:comparable-why", "x:sections",      "x:words",    "x:other-words",
    "x:units",  "x:lists",  "x:plausible",  "x:plausible-why",  "x:other-columns", NULL};

/* Two fields may not share a key, nor in one place a label: a column or a blank would have two meanings. */
static void
check_apart(Json fields, const UploadKind *kind, size_t later, Err *err)
{
    const Field *field = &kind->fields[later];
    for (size_t i = 0; i < later; i++) {
        if (field->key.len > 0 && text_equal(kind->fields[i].key, field->key))
            json_refuse(json_at(fields, later), "a field of that name is there already", err);
        bool placed = kind->layout != LAYOUT_FORM || field->section != NULL;
        if (placed && upload_field_confusable(&kind->fields[i], field))
            json_refuse(json_at(fields, later), "shares a label with another field of the same place", err);
    }
}

static void
read_fields(Json schema, const UploadSet *set, UploadKind *kind, Arena *arena, Err *err)
{
    json_only(schema, SCHEMA_KEYS, err);
    upload_parts_read(schema, kind, arena, err);
    Json fields = json_member(schema, "fields");
    kind->field_count = json_count(fields);
    if (kind->field_count == 0)
        json_refuse(fields, "no field", err);
    kind->fields = arena_array(arena, kind->field_count, sizeof(Field));
    for (size_t i = 0; i < kind->field_count; i++) {
        upload_field_read(json_at(fields, i), kind, &kind->fields[i], arena, err);
        check_apart(fields, kind, i, err);
        upload_years_check(json_at(fields, i), &kind->fields[i], set, arena, err);
    }
}

static void
read_schema(const char *path, const UploadSet *set, UploadKind *kind, Arena *arena, Err *err)
{
    Err fault = {.all = err->all};
    JsonDoc *doc = json_read_file(path, &fault);
    kind->unread = doc == NULL;
    if (doc == NULL) {
        if (err->code == ERR_NONE) /* that the file is not there is no lack of input: the package names it */
            err_set(err, fault.code == ERR_NO_INPUT ? ERR_CONFIG : fault.code, "%s", fault.message);
        return;
    }
    read_fields(json_root(doc), set, kind, arena, err);
    json_close(doc);
}

/* A resource names its schema by a file beside the package, as Frictionless does; no path leads out of the folder. */
static Text
read_resource(Json json, UploadKind *kind, Arena *arena, Err *err)
{
    kind->kind = upload_text_read(json_member(json, "name"), arena, err);
    kind->title = upload_text_read(json_member(json, "title"), arena, err);
    Json schema = json_member(json, "schema");
    Text file = upload_text_read(schema, arena, err);
    if (text_find(file, TEXT("/"), 0) == SIZE_MAX && text_ends_with(file, TEXT(".json")))
        return file;
    json_refuse(schema, "not the name of a .json file in the same folder", err);
    kind->unread = true;
    return TEXT_NONE;
}

/* Two of one name would be two definitions of the same uploads. */
static void
check_named_once(Json resources, const UploadSet *set, size_t later, Err *err)
{
    const Text name = set->kinds[later].kind;
    for (size_t i = 0; name.len > 0 && i < later; i++) {
        if (text_equal(set->kinds[i].kind, name))
            json_refuse(json_at(resources, later), "a resource of that name is there already", err);
    }
}

static Text *
read_resources(Json resources, UploadSet *set, Arena *arena, Err *err)
{
    set->kind_count = json_count(resources);
    if (set->kind_count == 0)
        json_refuse(resources, "no resource", err);
    set->kinds = arena_array(arena, set->kind_count, sizeof(UploadKind));
    Text *files = arena_array(arena, set->kind_count, sizeof(Text));
    for (size_t i = 0; i < set->kind_count; i++) {
        files[i] = read_resource(json_at(resources, i), &set->kinds[i], arena, err);
        check_named_once(resources, set, i, err);
        upload_years_title(json_member(json_at(resources, i), "title"), set->form_year, arena, err);
    }
    return files;
}

/* A number of x:cycle, which registers have not. */
static int64_t
read_cycle_number(Json root, const char *key, int64_t without, Err *err)
{
    Json value = json_member(json_member(json_member(root, "x:cycle"), key), "value");
    return json_has(value) ? json_integer(value, err) : without;
}

/* What is wrong with them is told by who reads the cycle. */
static void
read_units(Json root, UploadSet *set, Arena *arena)
{
    Err ignored = {0};
    Cycle units = {.unit_count = 0};
    cycle_units_read(json_member(json_member(json_member(root, "x:cycle"), "units"), "value"), &units, arena, &ignored);
    set->unit_aliases = units.aliases;
    set->unit_alias_count = units.alias_count;
}

/* The names of the schema files, one per kind and TEXT_NONE where it has none; NULL where the package cannot be read. */
static Text *
read_package(const char *path, UploadSet *set, Arena *arena, Err *err)
{
    JsonDoc *doc = json_read_file(path, err);
    if (doc == NULL)
        return NULL;
    Json root = json_root(doc);
    set->name = upload_text_read(json_member(root, "name"), arena, err);
    set->form_year = read_cycle_number(root, "form_year", 0, err);
    upload_years_title(json_member(root, "title"), set->form_year, arena, err);
    set->base_year = read_cycle_number(root, "base_year", 0, err);
    set->since_year = read_cycle_number(root, "since_year", 0, err);
    set->reject_limit_percent = read_cycle_number(root, "reject_limit_percent", REJECT_LIMIT_PERCENT, err);
    read_units(root, set, arena);
    Text *files = read_resources(json_member(root, "resources"), set, arena, err);
    json_close(doc);
    return files;
}

bool
upload_read_known(const char *schemas_dir, const char *name, UploadSet *set, Arena *arena, Err *err)
{
    const char *folder = arena_printf(arena, "%s/%s", schemas_dir, name).ptr;
    Text *files = read_package(arena_printf(arena, "%s/datapackage.json", folder).ptr, set, arena, err);
    for (size_t i = 0; files != NULL && i < set->kind_count; i++) {
        if (files[i].len > 0)
            read_schema(arena_printf(arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(files[i])).ptr, set, &set->kinds[i],
                        arena, err);
    }
    return err->code == ERR_NONE;
}

UploadSet *
upload_read(const char *schemas_dir, const char *name, Arena *arena, Err *err)
{
    UploadSet *set = arena_alloc(arena, sizeof(UploadSet));
    return upload_read_known(schemas_dir, name, set, arena, err) ? set : NULL;
}

bool
upload_is_same_unit(const UploadSet *set, Text one, Text other, Arena *arena)
{
    const CycleAlias *left = cycle_units_find(set->unit_aliases, set->unit_alias_count, one, arena);
    const CycleAlias *right = cycle_units_find(set->unit_aliases, set->unit_alias_count, other, arena);
    return left != NULL && right != NULL && left->unit == right->unit;
}

const UploadKind *
upload_kind(const UploadSet *set, Text kind)
{
    for (size_t i = 0; i < set->kind_count; i++) {
        if (text_equal(set->kinds[i].kind, kind))
            return &set->kinds[i];
    }
    return NULL;
}
