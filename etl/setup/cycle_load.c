#include "setup/cycle_load.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "text/fold.h"

/* Far above any cycle; the database would take a gigabyte. */
enum { JSON_CEILING = 64 * 1024 * 1024 };

/* A JSON text in the making; `ok` turns false at the ceiling and stays so. */
typedef struct JsonText {
    Buf buf;
    bool ok;
} JsonText;

static JsonText
json_begin(void)
{
    return (JsonText){.buf = buf_new(JSON_CEILING), .ok = true};
}

static void
put(JsonText *json, const char *literal)
{
    json->ok = json->ok && buf_append(&json->buf, literal, strlen(literal));
}

/* Opens with { or [ or parts two members or elements. */
static void
part(JsonText *json)
{
    Text so_far = buf_view(&json->buf);
    char last = so_far.len > 0 ? so_far.ptr[so_far.len - 1] : '[';

    if (last != '[' && last != '{')
        put(json, ",");
}

static void
put_key(JsonText *json, const char *key)
{
    part(json);
    json->ok = json->ok && json_quote(&json->buf, text_of(key));
    put(json, ":");
}

static void
put_text(JsonText *json, const char *key, Text value)
{
    put_key(json, key);
    if (value.ptr == NULL)
        put(json, "null");
    else
        json->ok = json->ok && json_quote(&json->buf, value);
}

static void
put_json(JsonText *json, const char *key, Text value)
{
    put_key(json, key);
    json->ok = json->ok && buf_text(&json->buf, value);
}

static void
put_number(JsonText *json, const char *key, int64_t value)
{
    put_key(json, key);
    json->ok = json->ok && buf_printf(&json->buf, "%" PRId64, value);
}

/* -1 stands for none. */
static void
put_limit(JsonText *json, const char *key, int64_t value)
{
    if (value < 0)
        put_text(json, key, TEXT_NONE);
    else
        put_number(json, key, value);
}

static void
put_flag(JsonText *json, const char *key, bool value)
{
    put_key(json, key);
    put(json, value ? "true" : "false");
}

/* Runs a statement that takes (name, JSON) or JSON alone and tells how many rows it changed. */
static bool
merge(Db *db, const char *statement, Text name, JsonText *json, uint64_t *changed, Err *err)
{
    Text values[] = {name, buf_view(&json->buf)};
    bool has_name = name.ptr != NULL;
    uint64_t count = 0;

    if (!json->ok)
        return err_set(err, ERR_CONFIG, "cycle is larger than %d bytes", JSON_CEILING);
    DbResult *result = db_query(db, statement, has_name ? values : values + 1, has_name ? 2 : 1, err);
    if (result == NULL)
        return false;
    if (db_rows(result) == 1)
        text_read_count(db_cell(result, 0, 0), &count);
    *changed += count;
    db_result_free(result);
    return true;
}

static void
put_cycle(JsonText *json, const Cycle *cycle)
{
    put(json, "{");
    put_text(json, "cycle", cycle->name);
    put_text(json, "title", cycle->title);
    put_text(json, "office", cycle->office);
    put_number(json, "form_year", cycle->form_year);
    put_number(json, "notice_at", cycle->notice_at);
    put_number(json, "deadline", cycle->deadline);
    put_flag(json, "deadline_inclusive", cycle->deadline_inclusive);
    put_number(json, "offset_minutes", cycle->offset_minutes);
    put_text(json, "late", cycle->late);
    put_limit(json, "quota", cycle->quota);
    put_limit(json, "quota_advise", cycle->quota_advise);
    put_text(json, "surplus", cycle->surplus);
    put_number(json, "award_year", cycle->award_year);
    put_limit(json, "onward_limit", cycle->onward_limit);
    put_text(json, "region_prefix", cycle->region_prefix);
    put_flag(json, "direct_route", cycle->direct_route);
    put_text(json, "attachment_no", cycle->attachment_no);
    put_json(json, "settings", cycle->settings);
    put_text(json, "schemas_sha256", text_of(cycle->sha256));
    put(json, "}");
}

static void
put_units(JsonText *json, const Cycle *cycle)
{
    put(json, "[");
    for (size_t i = 0; i < cycle->unit_count; i++) {
        part(json);
        put(json, "{");
        put_text(json, "unit_code", cycle->units[i].code);
        put_text(json, "unit_name", cycle->units[i].name);
        put_text(json, "short_name", cycle->units[i].short_name);
        put_text(json, "unit_type", cycle->units[i].type);
        put(json, "}");
    }
    put(json, "]");
}

static void
put_aliases(JsonText *json, const Cycle *cycle)
{
    put(json, "[");
    for (size_t i = 0; i < cycle->alias_count; i++) {
        part(json);
        put(json, "{");
        put_text(json, "folded", cycle->aliases[i].folded);
        put_text(json, "alias", cycle->aliases[i].alias);
        put_text(json, "unit_code", cycle->units[cycle->aliases[i].unit].code);
        put(json, "}");
    }
    put(json, "]");
}

static void
put_rules(JsonText *json, const Cycle *cycle)
{
    put(json, "[");
    for (size_t i = 0; i < cycle->rule_count; i++) {
        const CycleRule *rule = &cycle->rules[i];
        part(json);
        put(json, "{");
        put_text(json, "code", rule->code);
        put_text(json, "shape", rule->shape);
        put_json(json, "operands", rule->operands);
        put_text(json, "severity", rule->error ? TEXT("error") : TEXT("warning"));
        put_text(json, "clause", rule->clause.ptr != NULL ? rule->clause : TEXT(""));
        put_text(json, "assumed", rule->assumed);
        put(json, "}");
    }
    put(json, "]");
}

static void
put_fields(JsonText *json, const UploadKind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        part(json);
        put(json, "{");
        put_text(json, "kind", kind->kind);
        put_text(json, "field", field->key);
        put_number(json, "field_order", (int64_t)i + 1);
        put_text(json, "label", field->title);
        put_text(json, "value_type", text_of(upload_type_name(field->type)));
        put_text(json, "place", field->in_head ? TEXT("head") : TEXT("row"));
        put_flag(json, "required", field->required);
        put_flag(json, "personal", field->personal);
        put_text(json, "clause", field->clause);
        put(json, "}");
    }
}

/* A foreign key's refusal means that the files and what the database holds contradict each other. */
static bool
explain_reference(const Db *db, const Cycle *cycle, const char *what, Err *err)
{
    if (strcmp(db_sqlstate(db), "23503") == 0)
        err_set(err, ERR_CONFIG, "cycle \"%" TEXT_FMT "\": %s", TEXT_ARG(cycle->name), what);
    return false;
}

static bool
load_settings(Db *db, const Cycle *cycle, uint64_t *changed, Err *err)
{
    JsonText json = json_begin();

    put_cycle(&json, cycle);
    bool ok = merge(db, "setup/cycle", TEXT_NONE, &json, changed, err);
    buf_free(&json.buf);
    return ok || explain_reference(db, cycle, "the quota is lower than the seats that are taken", err);
}

static bool
load_units(Db *db, const Cycle *cycle, uint64_t *changed, Err *err)
{
    JsonText json = json_begin();

    put_units(&json, cycle);
    Text values[] = {cycle->name, buf_view(&json.buf)};
    bool ok = db_do(db, "setup/unit_unorder", values, 2, err) &&
              merge(db, "setup/unit", cycle->name, &json, changed, err) &&
              db_do(db, "setup/unit_behind", values, 1, err);
    buf_free(&json.buf);
    return ok || explain_reference(db, cycle, "a unit that is gone from its files still has uploads", err);
}

bool
cycle_load(Db *db, const Cycle *cycle, uint64_t *changed, Err *err)
{
    JsonText aliases = json_begin();
    JsonText rules = json_begin();

    put_aliases(&aliases, cycle);
    put_rules(&rules, cycle);
    bool ok = load_settings(db, cycle, changed, err) && load_units(db, cycle, changed, err) &&
              merge(db, "setup/unit_alias", cycle->name, &aliases, changed, err) &&
              merge(db, "setup/rule", cycle->name, &rules, changed, err);
    buf_free(&aliases.buf);
    buf_free(&rules.buf);
    return ok;
}

bool
cycle_load_fields(Db *db, const UploadSet *set, uint64_t *changed, Err *err)
{
    JsonText json = json_begin();

    put(&json, "[");
    for (size_t i = 0; i < set->kind_count; i++)
        put_fields(&json, &set->kinds[i]);
    put(&json, "]");
    bool ok = merge(db, "setup/field", set->name, &json, changed, err);
    buf_free(&json.buf);
    return ok;
}

bool
cycle_load_messages(Db *db, const Messages *messages, Arena *arena, uint64_t *changed, Err *err)
{
    JsonText json = json_begin();

    put(&json, "[");
    for (size_t i = 0; i < messages_count(messages); i++) {
        Text code = messages_code(messages, i);
        part(&json);
        put(&json, "{");
        put_text(&json, "code", code);
        put_text(&json, "title", messages_title(messages, code));
        put_text(&json, "folded", fold_key(messages_title(messages, code), arena));
        put(&json, "}");
    }
    put(&json, "]");
    bool ok = merge(db, "setup/message", TEXT_NONE, &json, changed, err);
    buf_free(&json.buf);
    return ok;
}
