#include "setup/cycle_load.h"

#include <string.h>

#include "setup/jsontext.h"
#include "text/fold.h"

static void
put_cycle(JsonText *json, const Cycle *cycle)
{
    jsontext_put(json, "{");
    jsontext_text(json, "cycle", cycle->name);
    jsontext_text(json, "title", cycle->title);
    jsontext_text(json, "office", cycle->office);
    jsontext_number(json, "form_year", cycle->form_year);
    jsontext_number(json, "notice_at", cycle->notice_at);
    jsontext_number(json, "deadline", cycle->deadline);
    jsontext_flag(json, "deadline_inclusive", cycle->deadline_inclusive);
    jsontext_number(json, "offset_minutes", cycle->offset_minutes);
    jsontext_text(json, "late", cycle->late);
    jsontext_limit(json, "quota", cycle->quota);
    jsontext_limit(json, "quota_advise", cycle->quota_advise);
    jsontext_text(json, "surplus", cycle->surplus);
    jsontext_number(json, "award_year", cycle->award_year);
    jsontext_limit(json, "onward_limit", cycle->onward_limit);
    jsontext_text(json, "region_prefix", cycle->region_prefix);
    jsontext_flag(json, "direct_route", cycle->direct_route);
    jsontext_text(json, "attachment_no", cycle->attachment_no);
    jsontext_text(json, "names_folded", cycle->names_folded);
    jsontext_json(json, "settings", cycle->settings);
    jsontext_text(json, "schemas_sha256", text_of(cycle->sha256));
    jsontext_put(json, "}");
}

static void
put_units(JsonText *json, const Cycle *cycle)
{
    jsontext_put(json, "[");
    for (size_t i = 0; i < cycle->unit_count; i++) {
        jsontext_part(json);
        jsontext_put(json, "{");
        jsontext_text(json, "unit_code", cycle->units[i].code);
        jsontext_text(json, "unit_name", cycle->units[i].name);
        jsontext_text(json, "short_name", cycle->units[i].short_name);
        jsontext_text(json, "unit_type", cycle->units[i].type);
        jsontext_put(json, "}");
    }
    jsontext_put(json, "]");
}

static void
put_aliases(JsonText *json, const Cycle *cycle)
{
    jsontext_put(json, "[");
    for (size_t i = 0; i < cycle->alias_count; i++) {
        jsontext_part(json);
        jsontext_put(json, "{");
        jsontext_text(json, "folded", cycle->aliases[i].folded);
        jsontext_text(json, "alias", cycle->aliases[i].alias);
        jsontext_text(json, "unit_code", cycle->units[cycle->aliases[i].unit].code);
        jsontext_put(json, "}");
    }
    jsontext_put(json, "]");
}

static void
put_rules(JsonText *json, const Cycle *cycle)
{
    jsontext_put(json, "[");
    for (size_t i = 0; i < cycle->rule_count; i++) {
        const CycleRule *rule = &cycle->rules[i];
        jsontext_part(json);
        jsontext_put(json, "{");
        jsontext_text(json, "code", rule->code);
        jsontext_text(json, "shape", rule->shape);
        jsontext_json(json, "operands", rule->operands);
        jsontext_text(json, "severity", rule->error ? TEXT("error") : TEXT("warning"));
        jsontext_text(json, "clause", rule->clause.ptr != NULL ? rule->clause : TEXT(""));
        jsontext_text(json, "assumed", rule->assumed);
        jsontext_put(json, "}");
    }
    jsontext_put(json, "]");
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
    JsonText json = jsontext_begin();

    put_cycle(&json, cycle);
    bool ok = jsontext_merge(db, "setup/cycle", TEXT_NONE, &json, changed, err);
    jsontext_end(&json);
    return ok || explain_reference(db, cycle, "the quota is lower than the seats that are taken", err);
}

static bool
load_units(Db *db, const Cycle *cycle, uint64_t *changed, Err *err)
{
    JsonText json = jsontext_begin();

    put_units(&json, cycle);
    Text values[] = {cycle->name, buf_view(&json.buf)};
    bool ok = db_do(db, "setup/unit_unorder", values, 2, err) &&
              jsontext_merge(db, "setup/unit", cycle->name, &json, changed, err) &&
              db_do(db, "setup/unit_behind", values, 1, err);
    jsontext_end(&json);
    return ok || explain_reference(db, cycle, "a unit that is gone from its files still has uploads", err);
}

bool
cycle_load(Db *db, const Cycle *cycle, uint64_t *changed, Err *err)
{
    JsonText aliases = jsontext_begin();
    JsonText rules = jsontext_begin();

    put_aliases(&aliases, cycle);
    put_rules(&rules, cycle);
    bool ok = load_settings(db, cycle, changed, err) && load_units(db, cycle, changed, err) &&
              jsontext_merge(db, "setup/unit_alias", cycle->name, &aliases, changed, err) &&
              jsontext_merge(db, "setup/rule", cycle->name, &rules, changed, err);
    jsontext_end(&aliases);
    jsontext_end(&rules);
    return ok;
}

bool
cycle_load_messages(Db *db, const Messages *messages, Arena *arena, uint64_t *changed, Err *err)
{
    JsonText json = jsontext_begin();

    jsontext_put(&json, "[");
    for (size_t i = 0; i < messages_count(messages); i++) {
        Text code = messages_code(messages, i);
        jsontext_part(&json);
        jsontext_put(&json, "{");
        jsontext_text(&json, "code", code);
        jsontext_text(&json, "title", messages_title(messages, code));
        jsontext_text(&json, "folded", fold_key(messages_title(messages, code), arena));
        jsontext_put(&json, "}");
    }
    jsontext_put(&json, "]");
    bool ok = jsontext_merge(db, "setup/message", TEXT_NONE, &json, changed, err);
    jsontext_end(&json);
    return ok;
}
