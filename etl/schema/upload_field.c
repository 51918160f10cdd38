#include "schema/upload_field.h"

#include <inttypes.h>

#include "schema/field.h"
#include "schema/upload_alias.h"
#include "schema/upload_choice.h"
#include "schema/upload_parts.h"
#include "schema/upload_plausible.h"
#include "schema/upload_value.h"

enum { WIDTH_MOST = 255, BLANK_MOST = 9, WORDS_MOST = 100000 };

static const char *const TYPE_NAMES[] = {
    [FIELD_TEXT] = "text",       [FIELD_NAME] = "name",         [FIELD_PERSON] = "person",
    [FIELD_UNIT] = "unit",       [FIELD_INTEGER] = "integer",   [FIELD_DECIMAL] = "decimal",
    [FIELD_PHONE] = "phone",     [FIELD_MOBILE] = "mobile",     [FIELD_DATE] = "date",
    [FIELD_TIME] = "time",       [FIELD_USCC] = "uscc",         [FIELD_ENUM] = "enum",
    [FIELD_YEAR] = "year",       [FIELD_SEQUENCE] = "sequence", [FIELD_LONGTEXT] = "longtext",
    [FIELD_BOOLEAN] = "boolean", [FIELD_TICK] = "tick",         [FIELD_EMAIL] = "email",
    [FIELD_PERCENT] = "percent", [FIELD_PERIOD] = "period",
};

enum { TYPE_COUNT = sizeof(TYPE_NAMES) / sizeof(TYPE_NAMES[0]) };

static const char *const FIELD_KEYS[] = {
    "name",        "title",         "description",      "type",     "format",    "example",     "trueValues",
    "falseValues", "constraints",   "x:type",           "x:place",  "x:aliases", "x:column",    "x:match",
    "x:personal",  "x:unit",        "x:unit-assumed",   "x:width",  "x:printed", "x:section",   "x:group",
    "x:blank",     "x:three-state", "x:partial",        "x:years",  "x:limit",   "x:choices",   "x:words",
    "x:per",       "x:comparable",  "x:comparable-why", "x:clause", "x:assumed", "x:plausible", "x:plausible-why",
    NULL};
static const char *const CONSTRAINT_KEYS[] = {"required", "enum", "unique", "minimum", "maximum", "pattern", NULL};

const char *
upload_type_name(FieldType type)
{
    return TYPE_NAMES[type];
}

static void
refuse_unless(bool right, Json json, const char *why, Err *err)
{
    if (json_has(json) && !right)
        json_refuse(json, why, err);
}

static int64_t
read_number(Json json, int64_t most, const char *why, Err *err)
{
    int64_t number = json_has(json) ? json_integer(json, err) : 0;
    refuse_unless(number >= 1 && number <= most, json, why, err);
    return number;
}

static Text
read_bound(Json json, const Field *field, Arena *arena, Err *err)
{
    if (!json_has(json))
        return TEXT_NONE;
    refuse_unless(field_is_number(field), json, "only a number has bounds", err);
    return arena_printf(arena, "%" PRId64, json_integer(json, err));
}

static void
read_bounds(Json json, Field *field, Arena *arena, Err *err)
{
    Json minimum = json_member(json, "minimum");
    Json maximum = json_member(json, "maximum");
    field->minimum = read_bound(minimum, field, arena, err);
    field->maximum = read_bound(maximum, field, arena, err);
    if (json_has(minimum) && json_has(maximum) && json_integer(minimum, err) > json_integer(maximum, err))
        json_refuse(maximum, "below the minimum", err);
}

static void
read_constraints(Json json, Field *field, Arena *arena, Err *err)
{
    if (!json_has(json))
        return;
    json_only(json, CONSTRAINT_KEYS, err);
    field->required = upload_flag(json, "required", false, err);
    field->unique = upload_flag(json, "unique", false, err);
    Json list = json_member(json, "enum");
    field->choice_count = json_count(list);
    field->choices = arena_array(arena, field->choice_count, sizeof(Text));
    for (size_t i = 0; i < field->choice_count; i++)
        field->choices[i] = upload_text_read(json_at(list, i), arena, err);
    read_bounds(json, field, arena, err);
}

static void
read_unit(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err)
{
    Json unit = json_member(json, "x:unit");
    field->unit_assumed = upload_optional_text(json, "x:unit-assumed", arena, err);
    refuse_unless(json_has(unit), json_member(json, "x:unit-assumed"), "without x:unit", err);
    if (!json_has(unit))
        return;
    field->unit = upload_text_read(unit, arena, err);
    field->units = upload_unit(kind, field->unit);
    refuse_unless(field->units != NULL, unit, "no such unit in x:units", err);
    refuse_unless(field_is_number(field), unit, "only a number has a unit", err);
}

static void
read_per(Json json, Field *field, Arena *arena, Err *err)
{
    refuse_unless(field->unit.len > 0 && json_type(json) == JSON_ARRAY && json_count(json) > 0, json,
                  "words for a span of time, of a field with a unit, are expected", err);
    field->per_count = json_count(json);
    field->per = arena_array(arena, field->per_count, sizeof(Text));
    for (size_t i = 0; i < field->per_count; i++)
        field->per[i] = upload_text_read(json_at(json, i), arena, err);
}

static bool
are_years(Text text)
{
    int64_t first;
    int64_t last;
    return text_equal(text, TEXT("since")) || upload_years(text, &first, &last);
}

static void
read_meaning(Json json, Field *field, Arena *arena, Err *err)
{
    Json limit = json_member(json, "x:limit");
    field->three_state = upload_flag(json, "x:three-state", false, err);
    field->partial = upload_flag(json, "x:partial", false, err);
    field->years = upload_optional_text(json, "x:years", arena, err);
    field->word_limit = read_number(limit, WORDS_MOST, "a limit is 1 to 100000 words", err);
    refuse_unless(field_is_number(field) || field->type == FIELD_LONGTEXT, json_member(json, "x:three-state"),
                  "only of a number or a longtext 无 is an answer", err);
    refuse_unless(field->type == FIELD_DATE, json_member(json, "x:partial"), "not a date", err);
    refuse_unless(are_years(field->years), json_member(json, "x:years"), "not like base, base-2..base or since", err);
    refuse_unless(field->type == FIELD_LONGTEXT, limit, "not a longtext", err);
    upload_comparable_read(json, &field->comparable, &field->comparable_why, arena, err);
}

static void
refuse_keys(Json json, const char *const *keys, const char *why, Err *err)
{
    for (; *keys != NULL; keys++)
        refuse_unless(false, json_member(json, *keys), why, err);
}

/* In a form the note says of starred items that 无 may be written, and of no other. */
static void
read_form_place(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err)
{
    static const char *const TABLE_KEYS[] = {"x:place", "x:column", "x:width", "x:printed", NULL};
    Json section = json_member(json, "x:section");
    field->in_head = true;
    field->printed = true;
    field->section = upload_section(kind, upload_text_read(section, arena, err));
    field->group = upload_optional_text(json, "x:group", arena, err);
    field->blank = read_number(json_member(json, "x:blank"), BLANK_MOST, "a blank is 1 to 9", err);
    refuse_keys(json, TABLE_KEYS, "not in a form", err);
    refuse_unless(field->section != NULL, section, "no such section in x:sections", err);
    refuse_unless(!field->three_state || field->section == NULL || field->section->starred,
                  json_member(json, "x:three-state"), "its section is not starred", err);
}

static void
read_table_place(Json json, Field *field, Err *err)
{
    static const char *const FORM_KEYS[] = {"x:section", "x:group", "x:blank", NULL};
    static const char *const PLACES[] = {"row", "head"};
    static const char *const EXPECTED[] = {"expected"};
    Json column = json_member(json, "x:column");
    field->in_head = upload_word(json_member(json, "x:place"), PLACES, 2, "unknown word", err) == 1;
    field->expected = json_has(column);
    if (field->expected)
        upload_word(column, EXPECTED, 1, "unknown word", err);
    field->printed = upload_flag(json, "x:printed", true, err);
    field->width = read_number(json_member(json, "x:width"), WIDTH_MOST, "a width is 1 to 255 characters", err);
    refuse_keys(json, FORM_KEYS, "only in a form", err);
}

static void
read_provenance(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err)
{
    Text clause = upload_optional_text(json, "x:clause", arena, err);
    field->assumed = upload_optional_text(json, "x:assumed", arena, err);
    field->clause = clause;
    if (clause.len > 0 && kind->notice.len > 0)
        field->clause = arena_printf(arena, "%" TEXT_FMT " %" TEXT_FMT, TEXT_ARG(kind->notice), TEXT_ARG(clause));
    if (clause.len == 0 && field->assumed.len == 0)
        json_refuse(json, "neither x:clause nor x:assumed", err);
}

static void
read_type(Json json, Field *field, Err *err)
{
    field->type = (FieldType)upload_word(json, TYPE_NAMES, TYPE_COUNT, "unknown type", err);
    Err ignored = {0};
    field->type_refused = !text_equal(json_string(json, &ignored), text_of(TYPE_NAMES[field->type]));
}

/* What depends on the type: of an unknown one there is nothing to say. */
static void
read_values(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err)
{
    if (field->type_refused)
        return;
    read_constraints(json_member(json, "constraints"), field, arena, err);
    upload_choice_read(json, kind, field, arena, err);
    read_unit(json, kind, field, arena, err);
    read_per(json_member(json, "x:per"), field, arena, err);
    field->most = upload_plausible_field(json, field, arena, err);
    read_meaning(json, field, arena, err);
}

void
upload_field_read(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err)
{
    json_only(json, FIELD_KEYS, err);
    field->key = upload_text_read(json_member(json, "name"), arena, err);
    field->title = upload_text_read(json_member(json, "title"), arena, err);
    field->description = upload_optional_text(json, "description", arena, err);
    read_type(json_member(json, "x:type"), field, err);
    field->match = upload_flag(json, "x:match", false, err);
    field->personal = upload_flag(json, "x:personal", false, err);
    upload_alias_read(json_member(json, "x:aliases"), field, arena, err);
    read_values(json, kind, field, arena, err);
    if (kind->layout == LAYOUT_FORM)
        read_form_place(json, kind, field, arena, err);
    else
        read_table_place(json, field, err);
    read_provenance(json, kind, field, arena, err);
}

/* One label may stand before several blanks, then each has its number. */
static bool
are_told_apart(const Field *one, const Field *other)
{
    return one->blank > 0 && other->blank > 0 && one->blank != other->blank;
}

bool
upload_field_confusable(const Field *one, const Field *other)
{
    bool same_place =
        one->in_head == other->in_head && one->section == other->section && text_equal(one->group, other->group);
    return same_place && !are_told_apart(one, other) && upload_alias_shared(one, other);
}
