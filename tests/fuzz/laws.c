#include "laws.h"

#include "bytes.h"
#include "spelled.h"
#include "text/decimal.h"
#include "text/fold.h"

#include <inttypes.h>
#include <string.h>

/* The mutator's own key, which no definition knows. */
#define STRANGE_KEY "x:other"

/* A text that must be there, or may be absent, but is never empty. */
static bool
says(Text read, const Spelled *object, const char *key)
{
    Text spelled = spelled_text(spelled_member(object, key));
    return spelled_member(object, key) == NULL ? read.ptr == NULL : read.len > 0 && text_equal(read, spelled);
}

static bool
says_flag(bool read, const Spelled *object, const char *key, bool otherwise)
{
    const Spelled *flag = spelled_member(object, key);
    return read == (flag == NULL ? otherwise : spelled_true(flag));
}

static bool
says_number(int64_t read, const Spelled *object, const char *key, int64_t most)
{
    return read == spelled_number(spelled_member(object, key)) && read >= 0 && read <= most &&
           (read > 0 || spelled_member(object, key) == NULL);
}

static bool
says_bound(Text read, const Spelled *object, const char *key, Arena *arena)
{
    const Spelled *bound = spelled_member(object, key);
    return bound == NULL ? read.ptr == NULL : text_equal(read, arena_printf(arena, "%" PRId64, spelled_number(bound)));
}

static bool
says_list(const Text *read, size_t count, const Spelled *list)
{
    bool same = count == spelled_count(list);
    for (size_t i = 0; same && i < count; i++)
        same = read[i].len > 0 && text_equal(read[i], spelled_text(spelled_at(list, i)));
    return same;
}

static bool
is_number(const Field *field)
{
    return field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL || field->type == FIELD_PERCENT;
}

static void
law_of_words(const Field *field, const UploadKind *kind, const Spelled *json, Arena *arena)
{
    PROMISE(says(field->key, json, "name") && says(field->title, json, "title"));
    PROMISE(field->key.len > 0 && field->title.len > 0);
    PROMISE(says(field->description, json, "description") && says(field->assumed, json, "x:assumed"));
    PROMISE(text_equal(text_of(upload_type_name(field->type)), spelled_text(spelled_member(json, "x:type"))));
    PROMISE(field->clause.len > 0 || field->assumed.len > 0);
    Text clause = spelled_text(spelled_member(json, "x:clause"));
    if (clause.len > 0 && kind->notice.len > 0)
        clause = arena_printf(arena, "%" TEXT_FMT " %" TEXT_FMT, TEXT_ARG(kind->notice), TEXT_ARG(clause));
    PROMISE(text_equal(field->clause, clause));
}

static void
law_of_flags(const Field *field, const Spelled *json)
{
    const Spelled *constraints = spelled_member(json, "constraints");
    PROMISE(says_flag(field->required, constraints, "required", false));
    PROMISE(says_flag(field->unique, constraints, "unique", false));
    PROMISE(says_flag(field->match, json, "x:match", false));
    PROMISE(says_flag(field->personal, json, "x:personal", false));
    PROMISE(says_flag(field->three_state, json, "x:three-state", false));
    PROMISE(says_flag(field->partial, json, "x:partial", false));
    PROMISE(spelled_member(json, "x:partial") == NULL || field->type == FIELD_DATE);
    PROMISE(!field->three_state || is_number(field) || field->type == FIELD_LONGTEXT);
    PROMISE(spelled_member(json, STRANGE_KEY) == NULL && spelled_member(constraints, STRANGE_KEY) == NULL);
}

static void
law_of_place(const Field *field, const UploadKind *kind, const Spelled *json)
{
    bool form = kind->layout == LAYOUT_FORM;
    Text place = spelled_text(spelled_member(json, "x:place"));
    PROMISE(form == (field->section != NULL));
    PROMISE(!form || text_equal(field->section->section, spelled_text(spelled_member(json, "x:section"))));
    PROMISE(!form || !field->three_state || field->section->starred);
    PROMISE(form ? place.ptr == NULL : text_equal(place, field->in_head ? TEXT("head") : TEXT("row")));
    PROMISE(says(field->group, json, "x:group") && (form || field->group.ptr == NULL));
    PROMISE(says_number(field->blank, json, "x:blank", 9) && (form || field->blank == 0));
    PROMISE(says_number(field->width, json, "x:width", 255) && (!form || field->width == 0));
    PROMISE(says_flag(field->printed, json, "x:printed", true));
    PROMISE(field->expected == (spelled_member(json, "x:column") != NULL));
}

/* The bounds are whole numbers of 64 bits, so what is spelled can be compared. */
static void
law_of_numbers(const Field *field, const Spelled *json, Arena *arena)
{
    const Spelled *constraints = spelled_member(json, "constraints");
    const Spelled *least = spelled_member(constraints, "minimum"), *most = spelled_member(constraints, "maximum");
    PROMISE(says_bound(field->minimum, constraints, "minimum", arena));
    PROMISE(says_bound(field->maximum, constraints, "maximum", arena));
    PROMISE((least == NULL && most == NULL) || is_number(field));
    PROMISE(least == NULL || most == NULL || spelled_number(least) <= spelled_number(most));
    PROMISE(says_number(field->word_limit, json, "x:limit", 100000));
    PROMISE(field->word_limit == 0 || field->type == FIELD_LONGTEXT);
    PROMISE(says(field->unit, json, "x:unit") && says(field->unit_assumed, json, "x:unit-assumed"));
    PROMISE(field->unit.ptr == NULL ? field->unit_assumed.ptr == NULL : field->units != NULL && is_number(field));
    PROMISE(field->most.ptr == NULL || field->units != NULL);
}

static void
law_of_choices(const Field *field, const Spelled *json)
{
    const Spelled *list = spelled_member(spelled_member(json, "constraints"), "enum");
    PROMISE(field->open == (spelled_member(json, "x:choices") != NULL));
    PROMISE(field->type != FIELD_ENUM || field->choice_count > 0);
    PROMISE(!field->open || (field->type == FIELD_ENUM && spelled_count(list) == 0));
    PROMISE(field->open || field->type == FIELD_BOOLEAN || says_list(field->choices, field->choice_count, list));
    PROMISE((field->comparable == COMPARABLE_SAME) == (field->comparable_why.len == 0));
    PROMISE(says(field->comparable_why, json, "x:comparable-why") && says(field->years, json, "x:years"));
}

static bool
has_alias(const Field *field, Text folded)
{
    bool found = false;
    for (size_t i = 0; i < field->alias_count; i++)
        found = found || text_equal(field->aliases[i], folded);
    return found;
}

static void
law_of_aliases(const Field *field, const Spelled *json, Arena *arena)
{
    const Spelled *list = spelled_member(json, "x:aliases");
    Text title = fold_key(field->title, arena);
    PROMISE(title.len == 0 || has_alias(field, title));
    for (size_t i = 0; i < spelled_count(list); i++) {
        Text alias = fold_key(spelled_text(spelled_at(list, i)), arena);
        PROMISE(alias.len == 0 || has_alias(field, alias));
    }
}

/* Else a column would be two fields', or a blank two answers. */
static void
law_of_two(const Field *one, const Field *other)
{
    bool together =
        one->in_head == other->in_head && one->section == other->section && text_equal(one->group, other->group);
    PROMISE(!text_equal(one->key, other->key));
    if (!together || (one->blank > 0 && other->blank > 0 && one->blank != other->blank))
        return;
    for (size_t i = 0; i < one->alias_count; i++)
        PROMISE(!has_alias(other, one->aliases[i]));
}

static void
law_of_sections(const UploadKind *kind, const Spelled *list)
{
    PROMISE((kind->layout == LAYOUT_FORM) == (list != NULL) && kind->section_count == spelled_count(list));
    for (size_t i = 0; i < kind->section_count; i++) {
        const FormSection *section = &kind->sections[i];
        const Spelled *json = spelled_at(list, i);
        bool known = section->dimension.ptr == NULL;
        PROMISE(says(section->section, json, "section") && says(section->title, json, "title"));
        PROMISE(says(section->dimension, json, "dimension"));
        PROMISE(says_flag(section->starred, json, "starred", false) && spelled_member(json, STRANGE_KEY) == NULL);
        for (size_t k = 0; k < i; k++) {
            PROMISE(!text_equal(kind->sections[k].section, section->section));
            known = known || text_equal(kind->sections[k].section, section->dimension);
        }
        PROMISE(known);
    }
}

static bool
is_above_zero(Text factor)
{
    Decimal number;
    Text rest;
    return decimal_read(factor, &number, &rest) && rest.len == 0 && !number.negative && !text_equal(factor, TEXT("0"));
}

static void
law_of_units(const UploadKind *kind)
{
    for (size_t i = 0; i < kind->unit_count; i++)
        for (size_t k = 0; k < kind->units[i].accepted_count; k++)
            PROMISE(is_above_zero(kind->units[i].accepted[k].factor));
}

void
laws_of_kind(const UploadKind *kind, Text text, Arena *arena)
{
    Spelled *schema = spelled_read(text);
    const Spelled *fields = spelled_member(schema, "fields");
    PROMISE(schema != NULL && kind->field_count > 0 && kind->field_count == spelled_count(fields));
    PROMISE(says(kind->notice, schema, "x:notice") && spelled_member(schema, STRANGE_KEY) == NULL);
    PROMISE(kind->layout != LAYOUT_FORM || kind->word_count == 0);
    law_of_sections(kind, spelled_member(schema, "x:sections"));
    law_of_units(kind);
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        const Spelled *json = spelled_at(fields, i);
        law_of_words(field, kind, json, arena);
        law_of_flags(field, json);
        law_of_place(field, kind, json);
        law_of_numbers(field, json, arena);
        law_of_choices(field, json);
        law_of_aliases(field, json, arena);
        for (size_t k = 0; k < i; k++)
            law_of_two(&kind->fields[k], field);
    }
    spelled_free(schema);
}

static const Spelled *
value_of(const Spelled *settings, const char *key)
{
    return spelled_member(spelled_member(settings, key), "value");
}

static bool
is_number_of(int64_t read, const Spelled *settings, const char *key, int64_t least, int64_t most)
{
    return read == spelled_number(value_of(settings, key)) && read >= least && read <= most;
}

/* -1 stands for null, which is no number. */
static bool
is_limit_of(int64_t read, const Spelled *settings, const char *key)
{
    return read == -1 || is_number_of(read, settings, key, 0, 1000000);
}

static void
law_of_settings(const Cycle *cycle, const Spelled *settings)
{
    PROMISE(is_number_of(cycle->form_year, settings, "form_year", 1990, 2100));
    PROMISE(is_number_of(cycle->award_year, settings, "award_year", 1990, 2100));
    PROMISE(is_number_of(cycle->base_year, settings, "base_year", 1990, 2100));
    PROMISE(is_number_of(cycle->since_year, settings, "since_year", 1990, 2100));
    PROMISE(is_number_of(cycle->reject_limit_percent, settings, "reject_limit_percent", 0, 100));
    PROMISE(is_limit_of(cycle->quota, settings, "quota") && is_limit_of(cycle->quota_advise, settings, "quota_advise"));
    PROMISE(is_limit_of(cycle->onward_limit, settings, "onward_limit"));
    PROMISE(cycle->deadline_inclusive == spelled_true(value_of(settings, "deadline_inclusive")));
    PROMISE(cycle->direct_route == spelled_true(value_of(settings, "direct_route")));
    PROMISE(text_equal(cycle->late, spelled_text(value_of(settings, "late"))));
    PROMISE(text_equal(cycle->surplus, spelled_text(value_of(settings, "surplus"))));
    PROMISE(text_equal(cycle->office, spelled_text(value_of(settings, "office"))) && cycle->office.len > 0);
    PROMISE(cycle->region_prefix.len > 0 && cycle->region_prefix.len <= 6);
    PROMISE(spelled_member(settings, STRANGE_KEY) == NULL && cycle->value_count == spelled_count(settings));
    for (size_t i = 0; i < cycle->value_count; i++)
        PROMISE(cycle->values[i].clause.len > 0 || cycle->values[i].assumed.len > 0);
}

static void
law_of_copies(const CycleCopies *copies, const Spelled *json)
{
    PROMISE(copies->application == spelled_number(spelled_member(json, "application")) && copies->application >= 0);
    PROMISE(copies->summary == spelled_number(spelled_member(json, "summary")) && copies->summary >= 0);
    PROMISE(copies->disc == spelled_number(spelled_member(json, "disc")) && copies->disc >= 0);
    PROMISE(copies->application <= 100 && copies->summary <= 100 && copies->disc <= 100);
}

static void
law_of_rules(const Cycle *cycle, const Spelled *list)
{
    PROMISE(cycle->rule_count == spelled_count(list));
    for (size_t i = 0; i < cycle->rule_count; i++) {
        const CycleRule *rule = &cycle->rules[i];
        const Spelled *json = spelled_at(list, i);
        PROMISE(text_equal(rule->code, spelled_text(spelled_member(json, "code"))));
        PROMISE(
            text_equal(rule->error ? TEXT("error") : TEXT("warning"), spelled_text(spelled_member(json, "severity"))));
        PROMISE(spelled_member(json, STRANGE_KEY) == NULL && (rule->clause.len > 0 || rule->assumed.len > 0));
        for (size_t k = 0; k < i; k++)
            PROMISE(!text_equal(cycle->rules[k].code, rule->code));
    }
}

/* Whatever a unit is called by names it, and nobody else. */
static void
law_of_cycle_units(const Cycle *cycle, const Spelled *list)
{
    PROMISE(cycle->unit_count == spelled_count(list));
    for (size_t i = 0; i < cycle->unit_count; i++) {
        const CycleUnit *unit = &cycle->units[i];
        const Spelled *json = spelled_at(list, i);
        PROMISE(says(unit->code, json, "code") && says(unit->name, json, "name"));
        PROMISE(says(unit->short_name, json, "short") &&
                memchr(unit->short_name.ptr, '/', unit->short_name.len) == NULL);
        for (size_t k = 0; k < i; k++)
            PROMISE(!text_equal(cycle->units[k].code, unit->code) && !text_equal(cycle->units[k].name, unit->name));
    }
    for (size_t i = 0; i < cycle->alias_count; i++) {
        PROMISE(cycle->aliases[i].unit < cycle->unit_count);
        PROMISE(i == 0 || text_compare(cycle->aliases[i - 1].folded, cycle->aliases[i].folded) < 0);
    }
}

void
laws_of_cycle(const Cycle *cycle, Text text)
{
    Spelled *package = spelled_read(text);
    const Spelled *settings = spelled_member(package, "x:cycle");
    PROMISE(package != NULL && text_equal(cycle->name, TEXT("try")) && spelled_member(package, STRANGE_KEY) == NULL);
    PROMISE(cycle->notice_at < cycle->deadline);
    law_of_settings(cycle, settings);
    law_of_copies(&cycle->copies, value_of(settings, "copies"));
    law_of_rules(cycle, spelled_member(package, "x:rules"));
    law_of_cycle_units(cycle, value_of(settings, "units"));
    for (size_t i = 1; i < cycle->reminder_count; i++)
        PROMISE(cycle->reminders[i - 1].at < cycle->reminders[i].at);
    spelled_free(package);
}
