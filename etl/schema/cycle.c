#include "schema/cycle.h"

#include "schema/cycle_folder.h"
#include "schema/cycle_reminders.h"
#include "schema/cycle_units.h"
#include "text/calendar.h"
#include "text/fold.h"

static const char *const PACKAGE_KEYS[] = {"$schema", "name",      "title",    "description",  "version",
                                           "created", "homepage",  "keywords", "contributors", "licenses",
                                           "sources", "resources", "x:cycle",  "x:rules",      NULL};
static const char *const CYCLE_KEYS[] = {"office",
                                         "form_year",
                                         "notice_no",
                                         "notice_date",
                                         "deadline",
                                         "deadline_inclusive",
                                         "zone",
                                         "late",
                                         "quota",
                                         "quota_advise",
                                         "surplus",
                                         "onward_limit",
                                         "onward_office",
                                         "onward_deadline",
                                         "award_year",
                                         "base_year",
                                         "since_year",
                                         "direct_route",
                                         "attachment_no",
                                         "copies",
                                         "region_prefix",
                                         "reject_limit_percent",
                                         "reminders",
                                         "keep_days",
                                         "retain_until",
                                         "units",
                                         NULL};

enum { YEAR_LEAST = 1990, YEAR_MOST = 2100, COPIES_MOST = 100, KEEP_DAYS_MOST = 36500 };

bool
cycle_name_ok(Text name)
{
    for (size_t i = 0; i < name.len; i++) {
        char byte = name.ptr[i];
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (!plain && (byte != '-' || i == 0))
            return false;
    }
    return name.len > 0;
}

static void
read_name(Json json, const char *folder, Cycle *cycle, Arena *arena, Err *err)
{
    cycle->name = arena_text(arena, json_string(json, err));
    if (!cycle_name_ok(cycle->name))
        json_refuse(json, "a name has only a-z, 0-9 and -", err);
    else if (!text_equal(cycle->name, text_of(folder)))
        json_refuse(json, "not the name of its folder", err);
}

static void
read_zone(Json settings, Cycle *cycle, Err *err)
{
    Json zone = setting_value(settings, "zone");
    Text text = json_string(zone, err);

    if (err->code == ERR_NONE && !calendar_read_offset(text, &cycle->offset_minutes))
        json_refuse(zone, "not an offset like +08:00", err);
}

/* A date that the calendar knows; its first second in the cycle's offset. */
static int64_t
read_date(Json value, const Cycle *cycle, Err *err)
{
    CalendarTime time;
    Text text = json_string(value, err);

    if (err->code != ERR_NONE)
        return 0;
    if (!calendar_read(text, &time) || time.precision != CALENDAR_DAY) {
        json_refuse(value, "not a date like 2022-03-10", err);
        return 0;
    }
    return calendar_instant(&time, cycle->offset_minutes);
}

static int64_t
read_instant(Json value, const Cycle *cycle, Err *err)
{
    CalendarTime time;
    Text text = json_string(value, err);

    if (err->code != ERR_NONE)
        return 0;
    if (!calendar_read(text, &time) || time.precision < CALENDAR_MINUTE || !time.has_offset)
        json_refuse(value, "not an instant like 2022-03-18T15:00:00+08:00", err);
    else if (time.offset_minutes != cycle->offset_minutes)
        json_refuse(value, "another offset than zone", err);
    return err->code == ERR_NONE ? calendar_instant(&time, cycle->offset_minutes) : 0;
}

static void
read_times(Json settings, Cycle *cycle, Err *err)
{
    Json onward = setting_value(settings, "onward_deadline");

    read_zone(settings, cycle, err);
    cycle->notice_at = read_date(setting_value(settings, "notice_date"), cycle, err);
    cycle->deadline = read_instant(setting_value(settings, "deadline"), cycle, err);
    cycle->deadline_inclusive = setting_flag(settings, "deadline_inclusive", err);
    if (json_type(onward) != JSON_NULL)
        read_instant(onward, cycle, err);
    if (cycle->deadline <= cycle->notice_at)
        json_refuse(setting_value(settings, "deadline"), "not after notice_date", err);
}

/* How long lists that were replaced stay in the database, and when people's data may go: the database reads them from the settings. */
static void
read_keeping(Json settings, const Cycle *cycle, Err *err)
{
    Json until = setting_value(settings, "retain_until");

    setting_number(settings, "keep_days", 0, KEEP_DAYS_MOST, err);
    if (json_type(until) != JSON_NULL && read_date(until, cycle, err) <= cycle->deadline && err->code == ERR_NONE)
        json_refuse(until, "not after the deadline", err);
}

static void
read_limits(Json settings, Cycle *cycle, Arena *arena, Err *err)
{
    static const char *const LATE[] = {"refuse", "decide", NULL};
    static const char *const SURPLUS[] = {"keep-first", "hold-all", NULL};

    cycle->late = setting_word(settings, "late", LATE, arena, err);
    cycle->surplus = setting_word(settings, "surplus", SURPLUS, arena, err);
    cycle->quota = setting_limit(settings, "quota", err);
    cycle->quota_advise = setting_limit(settings, "quota_advise", err);
    cycle->onward_limit = setting_limit(settings, "onward_limit", err);
    cycle->reject_limit_percent = setting_number(settings, "reject_limit_percent", 0, 100, err);
}

static void
read_years(Json settings, Cycle *cycle, Err *err)
{
    cycle->form_year = setting_number(settings, "form_year", YEAR_LEAST, YEAR_MOST, err);
    cycle->award_year = setting_number(settings, "award_year", YEAR_LEAST, YEAR_MOST, err);
    cycle->base_year = setting_number(settings, "base_year", YEAR_LEAST, YEAR_MOST, err);
    cycle->since_year = setting_number(settings, "since_year", YEAR_LEAST, YEAR_MOST, err);
}

static int64_t
read_copy_count(Json copies, const char *key, Err *err)
{
    Json json = json_member(copies, key);
    int64_t count = json_integer(json, err);

    if (count < 0 || count > COPIES_MOST)
        json_refuse(json, "not a number of copies", err);
    return count;
}

static void
read_copies(Json copies, CycleCopies *out, Err *err)
{
    static const char *const KEYS[] = {"application", "summary", "disc", NULL};

    json_only(copies, KEYS, err);
    out->application = read_copy_count(copies, "application", err);
    out->summary = read_copy_count(copies, "summary", err);
    out->disc = read_copy_count(copies, "disc", err);
}

static void
read_region_prefix(Json settings, Cycle *cycle, Arena *arena, Err *err)
{
    Json value = setting_value(settings, "region_prefix");

    cycle->region_prefix = setting_text(settings, "region_prefix", arena, err);
    for (size_t i = 0; i < cycle->region_prefix.len; i++) {
        if (cycle->region_prefix.ptr[i] < '0' || cycle->region_prefix.ptr[i] > '9')
            json_refuse(value, "not digits", err);
    }
    if (cycle->region_prefix.len > 6)
        json_refuse(value, "more than six digits", err);
}

static void
read_texts(Json settings, Cycle *cycle, Arena *arena, Err *err)
{
    Json notice_no = setting_value(settings, "notice_no");

    cycle->office = setting_text(settings, "office", arena, err);
    cycle->onward_office = setting_text(settings, "onward_office", arena, err);
    cycle->attachment_no = setting_text(settings, "attachment_no", arena, err);
    cycle->direct_route = setting_flag(settings, "direct_route", err);
    if (json_type(notice_no) != JSON_NULL)
        setting_text(settings, "notice_no", arena, err);
    read_region_prefix(settings, cycle, arena, err);
}

/* Every value's provenance, and the order in which the file tells them. */
static void
read_values(Json settings, Cycle *cycle, Arena *arena, Err *err)
{
    cycle->value_count = json_count(settings);
    cycle->values = arena_array(arena, cycle->value_count, sizeof(Setting));
    for (size_t i = 0; i < cycle->value_count; i++)
        cycle->values[i] = setting_read(json_value(settings, i), json_key(settings, i), arena, err);
}

static void
read_rule(Json json, CycleRule *rule, Arena *arena, Err *err)
{
    static const char *const KEYS[] = {"code", "shape", "operands", "severity", "clause", "assumed", "why", NULL};
    Json severity = json_member(json, "severity");
    Json operands = json_member(json, "operands");
    Text word = json_string(severity, err);

    json_only(json, KEYS, err);
    rule->code = arena_text(arena, json_string(json_member(json, "code"), err));
    rule->shape = arena_text(arena, json_string(json_member(json, "shape"), err));
    rule->error = text_equal(word, TEXT("error"));
    if (!rule->error && !text_equal(word, TEXT("warning")))
        json_refuse(severity, "neither error nor warning", err);
    if (json_type(operands) != JSON_OBJECT)
        json_refuse(json, "operands are an object", err);
    rule->operands = json_dump(operands, arena);
    setting_provenance(json, &rule->clause, &rule->assumed, arena, err);
}

static void
read_rules(Json list, Cycle *cycle, Arena *arena, Err *err)
{
    cycle->rule_count = json_count(list);
    cycle->rules = arena_array(arena, cycle->rule_count, sizeof(CycleRule));
    for (size_t i = 0; i < cycle->rule_count; i++) {
        read_rule(json_at(list, i), &cycle->rules[i], arena, err);
        for (size_t before = 0; before < i; before++) {
            if (text_equal(cycle->rules[before].code, cycle->rules[i].code))
                json_refuse(json_at(list, i), "a rule of that code is there already", err);
        }
    }
}

static void
read_package(Json root, const char *name, Cycle *cycle, Arena *arena, Err *err)
{
    Json settings = json_member(root, "x:cycle");

    json_only(root, PACKAGE_KEYS, err);
    read_name(json_member(root, "name"), name, cycle, arena, err);
    cycle->title = arena_text(arena, json_string(json_member(root, "title"), err));
    cycle->names_folded = arena_printf(arena, "%" TEXT_FMT "\n%" TEXT_FMT, TEXT_ARG(fold_key(cycle->name, arena)),
                                       TEXT_ARG(fold_key(cycle->title, arena)));
    json_only(settings, CYCLE_KEYS, err);
    read_values(settings, cycle, arena, err);
    read_texts(settings, cycle, arena, err);
    read_years(settings, cycle, err);
    read_times(settings, cycle, err);
    read_limits(settings, cycle, arena, err);
    read_keeping(settings, cycle, err);
    read_copies(setting_value(settings, "copies"), &cycle->copies, err);
    cycle_reminders_read(setting_value(settings, "reminders"), cycle, arena, err);
    cycle_units_read(setting_value(settings, "units"), cycle, arena, err);
    read_rules(json_member(root, "x:rules"), cycle, arena, err);
    cycle->settings = json_dump(settings, arena);
}

Cycle *
cycle_read(const char *schemas_dir, const char *name, Arena *arena, Err *err)
{
    Cycle *cycle = arena_alloc(arena, sizeof(Cycle));
    const char *folder = arena_printf(arena, "%s/%s", schemas_dir, name).ptr;
    const char *path = arena_printf(arena, "%s/datapackage.json", folder).ptr;
    JsonDoc *doc = json_read_file(path, err);

    if (doc == NULL)
        return NULL;
    read_package(json_root(doc), name, cycle, arena, err);
    bool ok = err->code == ERR_NONE;
    json_close(doc);
    return ok && cycle_folder_digest(folder, cycle->sha256, arena, err) ? cycle : NULL;
}
