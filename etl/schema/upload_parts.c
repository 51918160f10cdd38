#include "schema/upload_parts.h"

#include "schema/upload_plausible.h"
#include "schema/upload_value.h"
#include "text/decimal.h"
#include "text/fold.h"
#include "text/unit.h"

static const char *const LAYOUT_NAMES[] = {[LAYOUT_TABLE] = "table", [LAYOUT_FORM] = "form", [LAYOUT_LIST] = "list"};
static const char *const COMPARABLE_NAMES[] = {
    [COMPARABLE_SAME] = "same", [COMPARABLE_VARIANT] = "variant", [COMPARABLE_NEW] = "new"};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

const char *
upload_layout_name(UploadLayout layout)
{
    return LAYOUT_NAMES[layout];
}

const char *
upload_comparable_name(Comparable comparable)
{
    return COMPARABLE_NAMES[comparable];
}

void
upload_comparable_read(Json json, Comparable *comparable, Text *why, Arena *arena, Err *err)
{
    Json word = json_member(json, "x:comparable");
    *comparable = COMPARABLE_SAME;
    if (json_has(word))
        *comparable = (Comparable)upload_word(word, COMPARABLE_NAMES, COUNT(COMPARABLE_NAMES), "unknown word", err);
    *why = upload_optional_text(json, "x:comparable-why", arena, err);
    if (*comparable != COMPARABLE_SAME && why->len == 0)
        json_refuse(word, "without x:comparable-why", err);
    if (*comparable == COMPARABLE_SAME && why->len > 0)
        json_refuse(json_member(json, "x:comparable-why"), "of what is the same", err);
}

const FormSection *
upload_section(const UploadKind *kind, Text section)
{
    for (size_t i = 0; i < kind->section_count; i++) {
        if (text_equal(kind->sections[i].section, section))
            return &kind->sections[i];
    }
    return NULL;
}

const UploadUnit *
upload_unit(const UploadKind *kind, Text unit)
{
    for (size_t i = 0; i < kind->unit_count; i++) {
        if (text_equal(kind->units[i].unit, unit))
            return &kind->units[i];
    }
    return NULL;
}

const ChoiceList *
upload_list(const UploadKind *kind, Text name)
{
    for (size_t i = 0; i < kind->list_count; i++) {
        if (text_equal(kind->lists[i].name, name))
            return &kind->lists[i];
    }
    return NULL;
}

/* The sections read so far stand in `kind`: a dimension comes before what belongs to it. */
static FormSection
read_section(Json json, const UploadKind *kind, Arena *arena, Err *err)
{
    static const char *const KEYS[] = {"section", "title", "dimension", "starred", NULL};
    FormSection section = {0};
    json_only(json, KEYS, err);
    section.section = upload_text_read(json_member(json, "section"), arena, err);
    section.title = upload_text_read(json_member(json, "title"), arena, err);
    section.dimension = upload_optional_text(json, "dimension", arena, err);
    section.starred = upload_flag(json, "starred", false, err);
    if (section.section.len > 0 && upload_section(kind, section.section) != NULL)
        json_refuse(json, "a section of that number is there already", err);
    if (section.dimension.len > 0 && upload_section(kind, section.dimension) == NULL)
        json_refuse(json_member(json, "dimension"), "no section before this one", err);
    return section;
}

static void
read_sections(Json list, UploadKind *kind, Arena *arena, Err *err)
{
    size_t count = json_count(list);
    if (json_has(list) != (kind->layout == LAYOUT_FORM))
        json_refuse(list, "a form has sections, and nothing else has", err);
    kind->sections = arena_array(arena, count, sizeof(FormSection));
    for (size_t i = 0; i < count; i++) {
        kind->sections[i] = read_section(json_at(list, i), kind, arena, err);
        kind->section_count = i + 1;
    }
}

/* Plain decimal text above zero. */
static bool
is_factor(Text text, Arena *arena)
{
    Decimal factor;
    Text rest;
    return decimal_read(text, &factor, &rest) && !factor.negative && text_equal(decimal_text(&factor, arena), text) &&
           !text_equal(text, TEXT("0"));
}

/* Where the program knows both units itself, a schema that says otherwise is wrong. */
static bool
contradicts(const AcceptedUnit *accepted, Text canonical)
{
    const char *known;
    return unit_factor(accepted->unit, canonical, &known) && !text_equal(accepted->factor, text_of(known));
}

static AcceptedUnit
read_accepted(Json units, size_t index, Text canonical, Arena *arena, Err *err)
{
    Json json = json_value(units, index);
    AcceptedUnit accepted = {arena_text(arena, json_key(units, index)), arena_text(arena, json_string(json, err))};
    if (!is_factor(accepted.factor, arena))
        json_refuse(json, "not a decimal above 0 like \"0.0001\"", err);
    else if (contradicts(&accepted, canonical))
        json_refuse(json, "not what that unit is", err);
    return accepted;
}

static UploadUnit
read_unit(Json units, size_t index, Arena *arena, Err *err)
{
    Json accepted = json_value(units, index);
    UploadUnit unit = {.unit = arena_text(arena, json_key(units, index))};
    if (json_type(accepted) != JSON_OBJECT)
        json_refuse(accepted, "an object of accepted units and factors is expected", err);
    unit.accepted_count = json_count(accepted);
    unit.accepted = arena_array(arena, unit.accepted_count, sizeof(AcceptedUnit));
    for (size_t i = 0; i < unit.accepted_count; i++)
        unit.accepted[i] = read_accepted(accepted, i, unit.unit, arena, err);
    return unit;
}

static void
read_units(Json units, UploadKind *kind, Arena *arena, Err *err)
{
    if (json_has(units) && json_type(units) != JSON_OBJECT)
        json_refuse(units, "an object of units is expected", err);
    kind->unit_count = json_count(units);
    kind->units = arena_array(arena, kind->unit_count, sizeof(UploadUnit));
    for (size_t i = 0; i < kind->unit_count; i++)
        kind->units[i] = read_unit(units, i, arena, err);
}

static ChoiceList
read_list(Json lists, size_t index, Arena *arena, Err *err)
{
    Json json = json_value(lists, index);
    ChoiceList list = {.name = arena_text(arena, json_key(lists, index)), .choice_count = json_count(json)};
    if (json_type(json) != JSON_ARRAY || list.choice_count == 0)
        json_refuse(json, "a list of choices is expected", err);
    list.choices = arena_array(arena, list.choice_count, sizeof(Text));
    for (size_t i = 0; i < list.choice_count; i++)
        list.choices[i] = upload_text_read(json_at(json, i), arena, err);
    return list;
}

static void
read_lists(Json lists, UploadKind *kind, Arena *arena, Err *err)
{
    if (json_has(lists) && json_type(lists) != JSON_OBJECT)
        json_refuse(lists, "an object of lists is expected", err);
    kind->list_count = json_count(lists);
    kind->lists = arena_array(arena, kind->list_count, sizeof(ChoiceList));
    for (size_t i = 0; i < kind->list_count; i++)
        kind->lists[i] = read_list(lists, i, arena, err);
}

static Text *
read_folded(Json words, size_t *count, Arena *arena, Err *err)
{
    *count = json_count(words);
    Text *folded = arena_array(arena, *count, sizeof *folded);
    for (size_t i = 0; i < *count; i++)
        folded[i] = fold_key(upload_text_read(json_at(words, i), arena, err), arena);
    return folded;
}

static Text *
read_words(Json words, const UploadKind *kind, size_t *count, Arena *arena, Err *err)
{
    if (!json_has(words))
        return NULL;
    if (kind->layout == LAYOUT_FORM || json_type(words) != JSON_ARRAY || json_count(words) == 0)
        json_refuse(words, "words that name a list or table are expected, and none of a form", err);
    return read_folded(words, count, arena, err);
}

static void
read_other_columns(Json groups, UploadKind *kind, Arena *arena, Err *err)
{
    if (!json_has(groups))
        return;
    kind->other_column_count = json_count(groups);
    if (kind->layout != LAYOUT_TABLE || json_type(groups) != JSON_ARRAY || kind->other_column_count == 0)
        json_refuse(groups, "arrays of labels are expected, and only of a table", err);
    kind->other_columns = arena_array(arena, kind->other_column_count, sizeof *kind->other_columns);
    for (size_t i = 0; i < kind->other_column_count; i++) {
        Json labels = json_at(groups, i);
        if (json_type(labels) != JSON_ARRAY || json_count(labels) == 0)
            json_refuse(labels, "an array of labels is expected", err);
        OtherColumns *group = &kind->other_columns[i];
        group->labels = read_folded(labels, &group->label_count, arena, err);
    }
}

void
upload_parts_read(Json schema, UploadKind *kind, Arena *arena, Err *err)
{
    Json layout = json_member(schema, "x:layout");
    if (json_has(layout))
        kind->layout = (UploadLayout)upload_word(layout, LAYOUT_NAMES, COUNT(LAYOUT_NAMES), "unknown layout", err);
    kind->notice = upload_optional_text(schema, "x:notice", arena, err);
    kind->words = read_words(json_member(schema, "x:words"), kind, &kind->word_count, arena, err);
    kind->other_words = read_words(json_member(schema, "x:other-words"), kind, &kind->other_word_count, arena, err);
    read_other_columns(json_member(schema, "x:other-columns"), kind, arena, err);
    upload_comparable_read(schema, &kind->comparable, &kind->comparable_why, arena, err);
    read_sections(json_member(schema, "x:sections"), kind, arena, err);
    read_units(json_member(schema, "x:units"), kind, arena, err);
    upload_plausible_units(schema, kind, arena, err);
    read_lists(json_member(schema, "x:lists"), kind, arena, err);
}
