#include "schema/cycle.h"

#include "schema/cycle_folder.h"
#include "schema/cycle_reminders.h"
#include "schema/cycle_times.h"
#include "schema/cycle_units.h"
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
    if (cycle->quota_advise >= 0 && cycle->quota_advise < cycle->quota)
        json_refuse(setting_value(settings, "quota_advise"),
                    "below quota: nominations that have a seat would be warned of", err);
}

static void
read_years(Json settings, Cycle *cycle, Err *err)
{
    cycle->form_year = setting_number(settings, "form_year", YEAR_LEAST, YEAR_MOST, err);
    cycle->award_year = setting_number(settings, "award_year", YEAR_LEAST, YEAR_MOST, err);
    cycle->base_year = setting_number(settings, "base_year", YEAR_LEAST, YEAR_MOST, err);
    cycle->since_year = setting_number(settings, "since_year", YEAR_LEAST, YEAR_MOST, err);
    if (cycle->base_year > cycle->form_year)
        json_refuse(setting_value(settings, "base_year"),
                    "after form_year: figures cannot be of a later year than the form", err);
    if (cycle->since_year > cycle->base_year)
        json_refuse(setting_value(settings, "since_year"),
                    "after base_year: figures that count from then on end with base_year", err);
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

/* The annex's number as the notice counts it: 附件3, 附件3-1, 附件三. Titles and file names begin with it. */
static bool
is_attachment_no(Text text)
{
    static const char *const NUMERALS = "一二三四五六七八九十";
    Text number = text_sub(text, TEXT("附件").len, text.len);
    bool after_digit = false;

    for (size_t at = 0; at < number.len;) {
        bool digit = number.ptr[at] >= '0' && number.ptr[at] <= '9';
        bool dash = after_digit && number.ptr[at] == '-' && at + 1 < number.len;
        size_t step = digit || dash ? 1 : TEXT("一").len;
        if (!digit && !dash && text_find(text_of(NUMERALS), text_sub(number, at, step), 0) == SIZE_MAX)
            return false;
        after_digit = digit;
        at += step;
    }
    return text_starts_with(text, TEXT("附件")) && number.len > 0;
}

static void
read_attachment_no(Json settings, Cycle *cycle, Arena *arena, Err *err)
{
    cycle->attachment_no = setting_text(settings, "attachment_no", arena, err);
    if (!is_attachment_no(cycle->attachment_no))
        json_refuse(setting_value(settings, "attachment_no"), "not the number of an annex like 附件3", err);
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
    read_attachment_no(settings, cycle, arena, err);
    cycle->direct_route = setting_flag(settings, "direct_route", err);
    if (json_type(notice_no) != JSON_NULL)
        setting_text(settings, "notice_no", arena, err);
    read_region_prefix(settings, cycle, arena, err);
}

static bool
is_digits(Text text)
{
    uint64_t number;

    return text_read_count(text, &number);
}

/* The province of the units is that of the enterprises: of a cycle that began as another's, one of both would be left behind. Letters stand for units without a code. */
static void
check_region(Json settings, const Cycle *cycle, Arena *arena, Err *err)
{
    Text prefix = cycle->region_prefix;

    for (size_t i = 0; i < cycle->unit_count; i++) {
        Text code = cycle->units[i].code;
        if (is_digits(prefix) && is_digits(code) && !text_starts_with(code, prefix)) {
            Text why = arena_printf(arena, "unit %" TEXT_FMT " is of another region", TEXT_ARG(code));
            json_refuse(setting_value(settings, "region_prefix"), why.ptr, err);
            return;
        }
    }
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
        json_refuse(operands, "an object is expected", err);
    rule->operands = json_dump(operands, arena);
    setting_provenance(json, &rule->clause, &rule->assumed, arena, err);
}

static void
read_rules(Json list, Cycle *cycle, Arena *arena, Err *err)
{
    if (json_type(list) != JSON_ARRAY)
        json_refuse(list, "a list of rules is expected", err);
    cycle->rule_count = json_count(list);
    cycle->rules = arena_array(arena, cycle->rule_count, sizeof(CycleRule));
    for (size_t i = 0; i < cycle->rule_count; i++) {
        read_rule(json_at(list, i), &cycle->rules[i], arena, err);
        for (size_t before = 0; before < i; before++) {
            if (cycle->rules[i].code.len > 0 && text_equal(cycle->rules[before].code, cycle->rules[i].code))
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
    cycle_times_read(settings, cycle, err);
    read_limits(settings, cycle, arena, err);
    read_copies(setting_value(settings, "copies"), &cycle->copies, err);
    cycle_reminders_read(setting_value(settings, "reminders"), cycle, arena, err);
    setting_number(settings, "keep_days", 0, KEEP_DAYS_MOST, err);
    cycle_units_read(setting_value(settings, "units"), cycle, arena, err);
    check_region(settings, cycle, arena, err);
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
