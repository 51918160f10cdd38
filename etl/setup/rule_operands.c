#include "setup/rule_operands.h"

#include <string.h>

#include "schema/field.h"
#include "text/decimal.h"

typedef enum OperandType {
    OPERAND_NONE,
    OPERAND_ANSWER,  /* a field of the form */
    OPERAND_FIGURE,  /* a number of the form; all of a rule have one unit */
    OPERAND_SHARE,   /* a percentage of the form */
    OPERAND_CHOICE,  /* a field of the form with choices; what follows as OPERAND_WORD is one of them */
    OPERAND_MOMENT,  /* a date of the form, or the cycle's notice or deadline */
    OPERAND_ROW,     /* a field of the summary table's rows */
    OPERAND_LIST,    /* a kind of list */
    OPERAND_COLUMN,  /* a column of that list */
    OPERAND_WORD,    /* a choice of the field or column before */
    OPERAND_PHRASE,  /* any text */
    OPERAND_DECIMAL, /* "12", "0.5" */
    OPERAND_FLAG
} OperandType;

typedef struct Operand {
    const char *name;
    OperandType type;
    bool several; /* an array of one or more */
    bool optional;
} Operand;

typedef struct Shape {
    const char *name;
    Operand operands[5];
} Shape;

/* A shape that is not here has no operands. */
static const Shape shapes[] = {
    {"at_most",
     {{"field", OPERAND_FIGURE, false, false},
      {"most", OPERAND_DECIMAL, false, false},
      {"unless_above", OPERAND_DECIMAL, false, true}}},
    {"blank_if",
     {{"field", OPERAND_ANSWER, false, false},
      {"when", OPERAND_CHOICE, false, false},
      {"is", OPERAND_WORD, false, false}}},
    {"distinct", {{"fields", OPERAND_ANSWER, true, false}}},
    {"distinct_equals",
     {{"list", OPERAND_LIST, false, false},
      {"column", OPERAND_COLUMN, false, false},
      {"declared", OPERAND_FIGURE, false, false},
      {"choices", OPERAND_CHOICE, false, false}}},
    {"effective_at_least",
     {{"list", OPERAND_LIST, false, false},
      {"declared", OPERAND_FIGURE, false, false},
      {"choices", OPERAND_CHOICE, false, false}}},
    {"filled_in", {{"starred", OPERAND_FLAG, false, false}}},
    {"in_order", {{"first", OPERAND_MOMENT, false, false}, {"then", OPERAND_MOMENT, false, false}}},
    {"in_province", {{"field", OPERAND_ANSWER, false, false}, {"elsewhere", OPERAND_PHRASE, true, false}}},
    {"list_sum_equals",
     {{"list", OPERAND_LIST, false, false},
      {"column", OPERAND_COLUMN, false, false},
      {"declared", OPERAND_FIGURE, false, false}}},
    {"key_told", {{"list", OPERAND_LIST, false, false}, {"column", OPERAND_COLUMN, false, false}}},
    {"max_rows", {{"list", OPERAND_LIST, false, false}, {"most", OPERAND_DECIMAL, false, false}}},
    {"name_denied",
     {{"fields", OPERAND_ROW, true, false},
      {"words", OPERAND_PHRASE, true, false},
      {"labels", OPERAND_PHRASE, true, true}}},
    {"names_joined",
     {{"field", OPERAND_ROW, false, false},
      {"ends", OPERAND_PHRASE, true, false},
      {"joints", OPERAND_PHRASE, true, true}}},
    {"not_greater",
     {{"field", OPERAND_FIGURE, false, false},
      {"limit", OPERAND_FIGURE, false, false},
      {"factor", OPERAND_DECIMAL, false, true}}},
    {"own_unit", {{"field", OPERAND_ANSWER, false, false}}},
    {"repeated_in_list", {{"list", OPERAND_LIST, false, false}, {"column", OPERAND_COLUMN, false, false}}},
    {"required_if",
     {{"field", OPERAND_ANSWER, false, false},
      {"when", OPERAND_CHOICE, false, false},
      {"is", OPERAND_WORD, false, false}}},
    {"row_platform", {{"labels", OPERAND_PHRASE, true, false}}},
    {"row_unit", {{"labels", OPERAND_PHRASE, true, false}}},
    {"rows_at_least",
     {{"list", OPERAND_LIST, false, false},
      {"positive", OPERAND_COLUMN, false, true},
      {"declared", OPERAND_FIGURE, false, false}}},
    {"rows_equal",
     {{"list", OPERAND_LIST, false, false},
      {"column", OPERAND_COLUMN, false, true},
      {"value", OPERAND_WORD, false, true},
      {"declared", OPERAND_FIGURE, false, false}}},
    {"same_as",
     {{"field", OPERAND_ANSWER, false, false},
      {"other", OPERAND_ANSWER, false, true},
      {"summary", OPERAND_ROW, false, true},
      {"contains", OPERAND_FLAG, false, true}}},
    {"share_near",
     {{"share", OPERAND_SHARE, false, false},
      {"part", OPERAND_FIGURE, false, false},
      {"whole", OPERAND_FIGURE, false, false},
      {"tolerance", OPERAND_DECIMAL, false, false}}},
    {"subset_of", {{"list", OPERAND_LIST, false, false}, {"of", OPERAND_LIST, false, false}}},
    {"sum_equals", {{"total", OPERAND_FIGURE, false, false}, {"parts", OPERAND_FIGURE, true, false}}},
    {"unique_across_platforms", {{"list", OPERAND_LIST, false, false}, {"column", OPERAND_COLUMN, false, false}}},
    {"unique_across_units", {{"fields", OPERAND_ROW, true, false}}},
    {"look_alike", {{"fields", OPERAND_ROW, true, false}}},
    {"unique_within_list", {{"list", OPERAND_LIST, false, false}, {"column", OPERAND_COLUMN, false, false}}},
};

enum { OPERANDS_MOST = sizeof(shapes[0].operands) / sizeof(shapes[0].operands[0]) };

static const Shape plain = {NULL, {{NULL, OPERAND_NONE, false, false}}};

/* Two optional operands that come together, or of which there is one. */
typedef struct Pair {
    const char *shape;
    const char *first;
    const char *second;
    bool together;
} Pair;

static const Pair pairs[] = {
    {"rows_equal", "column", "value", true},
    {"same_as", "other", "summary", false},
};

/* What the operands read so far have settled for the next. */
typedef struct Check {
    Json rule;
    const UploadSet *uploads;
    const UploadKind *list;
    const Field *chosen; /* the field or column of the last OPERAND_CHOICE or OPERAND_COLUMN */
    const Field *figure; /* the first */
    Arena *arena;
    Err *err;
} Check;

static const Shape *
shape_of(Text name)
{
    for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
        if (text_equal(name, text_of(shapes[i].name)))
            return &shapes[i];
    }
    return &plain;
}

static const Field *
field_of(const UploadKind *kind, Text key)
{
    for (size_t i = 0; kind != NULL && i < kind->field_count; i++) {
        if (text_equal(kind->fields[i].key, key))
            return &kind->fields[i];
    }
    return NULL;
}

static const Field *
answer_of(const Check *check, Text key)
{
    return field_of(upload_kind(check->uploads, TEXT("application")), key);
}

static const char *
lack_of_figure(Check *check, Text key)
{
    const Field *field = answer_of(check, key);
    if (field == NULL)
        return "no such field in the form";
    if (!field_is_number(field))
        return "not a number";
    if (check->figure != NULL && !text_equal(check->figure->unit, field->unit))
        return "of another unit than the figure before";
    check->figure = field;
    return NULL;
}

static const char *
lack_of_share(const Check *check, Text key)
{
    const Field *field = answer_of(check, key);
    return field != NULL && text_equal(field->unit, TEXT("%")) ? NULL : "no such percentage in the form";
}

static const char *
lack_of_moment(const Check *check, Text key)
{
    const Field *field = answer_of(check, key);
    bool fixed = text_equal(key, TEXT("notice")) || text_equal(key, TEXT("deadline"));
    bool date = field != NULL && (field->type == FIELD_DATE || field->type == FIELD_PERIOD);
    return fixed || date ? NULL : "neither a date of the form nor notice or deadline";
}

static const char *
lack_of_list(Check *check, Text key)
{
    const UploadKind *list = upload_kind(check->uploads, key);
    check->list = NULL;
    if (list->layout != LAYOUT_LIST)
        return "not a list";
    check->list = list;
    return NULL;
}

static const char *
lack_of_column(Check *check, Text key)
{
    if (check->list == NULL) /* which is refused itself */
        return NULL;
    check->chosen = field_of(check->list, key);
    return check->chosen != NULL ? NULL : "no such column in the list";
}

static const char *
lack_of_choice(Check *check, Text key)
{
    check->chosen = answer_of(check, key);
    return check->chosen != NULL && check->chosen->choice_count > 0 ? NULL : "no such field with choices in the form";
}

static const char *
lack_of_word(const Check *check, Text word)
{
    if (check->chosen == NULL) /* which is refused itself */
        return NULL;
    for (size_t i = 0; i < check->chosen->choice_count; i++) {
        if (text_equal(check->chosen->choices[i], word))
            return NULL;
    }
    return "not one of the choices";
}

static const char *
lack_of_decimal(Text text)
{
    Decimal decimal;
    Text rest;
    return decimal_read(text, &decimal, &rest) && rest.len == 0 ? NULL : "not a number in decimal text";
}

/* The resource that an operand of that type is, or is a field of; TEXT_NONE where it is nothing of uploads. */
static Text
resource_of(OperandType type, Text text)
{
    bool fixed = text_equal(text, TEXT("notice")) || text_equal(text, TEXT("deadline"));

    switch (type) {
    case OPERAND_MOMENT:
        return fixed ? TEXT_NONE : TEXT("application");
    case OPERAND_ANSWER:
    case OPERAND_FIGURE:
    case OPERAND_SHARE:
    case OPERAND_CHOICE:
        return TEXT("application");
    case OPERAND_ROW:
        return TEXT("summary");
    case OPERAND_LIST:
        return text;
    default:
        return TEXT_NONE;
    }
}

/* Of a file or a field that is refused itself nothing can be said. */
static bool
is_told_elsewhere(const UploadKind *kind, Text key)
{
    const Field *field = field_of(kind, key);
    return kind != NULL && (kind->unread || (field != NULL && field->type_refused));
}

/* What is wrong with a text that stands for an operand of that type, or NULL. */
static const char *
lack_of(Check *check, OperandType type, Text text)
{
    const UploadKind *kind = upload_kind(check->uploads, resource_of(type, text));

    if (is_told_elsewhere(kind, text))
        return NULL;
    switch (type) {
    case OPERAND_ANSWER:
        return answer_of(check, text) != NULL ? NULL : "no such field in the form";
    case OPERAND_FIGURE:
        return lack_of_figure(check, text);
    case OPERAND_SHARE:
        return lack_of_share(check, text);
    case OPERAND_CHOICE:
        return lack_of_choice(check, text);
    case OPERAND_MOMENT:
        return lack_of_moment(check, text);
    case OPERAND_ROW:
        return field_of(upload_kind(check->uploads, TEXT("summary")), text) != NULL ? NULL
                                                                                    : "no such field in the summary";
    case OPERAND_LIST:
        return lack_of_list(check, text);
    case OPERAND_COLUMN:
        return lack_of_column(check, text);
    case OPERAND_WORD:
        return lack_of_word(check, text);
    case OPERAND_DECIMAL:
        return lack_of_decimal(text);
    case OPERAND_PHRASE:
        return text.len > 0 ? NULL : "empty";
    case OPERAND_FLAG:
    case OPERAND_NONE:
        break;
    }
    return NULL;
}

/* What is left out of a cycle is left out of its rules: told once for a rule, however often it asks. */
static bool
is_there(Check *check, OperandType type, Text text)
{
    Text resource = resource_of(type, text);

    if (resource.len == 0 || upload_kind(check->uploads, resource) != NULL)
        return true;
    Text why =
        arena_printf(check->arena, "asks of \"%" TEXT_FMT "\", which is no resource of this cycle", TEXT_ARG(resource));
    return json_refuse(check->rule, why.ptr, check->err);
}

static void
check_one(Check *check, OperandType type, Json json)
{
    if (type == OPERAND_FLAG) {
        json_bool(json, check->err);
        return;
    }
    Text text = json_string(json, check->err);
    if (json_type(json) != JSON_STRING || !is_there(check, type, text))
        return;
    const char *lack = lack_of(check, type, text);
    if (lack != NULL)
        json_refuse(json, lack, check->err);
}

static void
check_operand(Check *check, const Operand *operand, Json json)
{
    if (operand->optional && !json_has(json))
        return;
    if (!operand->several) {
        check_one(check, operand->type, json);
        return;
    }
    if (json_type(json) != JSON_ARRAY || json_count(json) == 0)
        json_refuse(json, "not a list of one or more", check->err);
    for (size_t i = 0; i < json_count(json); i++)
        check_one(check, operand->type, json_at(json, i));
}

static void
check_pairs(Check *check, Text shape, Json operands)
{
    for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
        const Pair *pair = &pairs[i];
        bool same = json_has(json_member(operands, pair->first)) == json_has(json_member(operands, pair->second));
        if (text_equal(shape, text_of(pair->shape)) && same != pair->together)
            json_refuse(operands, pair->together ? "a column and its value only together" : "one of two alternatives",
                        check->err);
    }
}

static void
check_shape(Check *check, const Shape *shape, Json operands)
{
    const char *names[OPERANDS_MOST + 1] = {NULL};
    size_t count = 0;
    while (count < OPERANDS_MOST && shape->operands[count].name != NULL) {
        names[count] = shape->operands[count].name;
        count++;
    }
    json_only(operands, names, check->err);
    for (size_t i = 0; i < count; i++)
        check_operand(check, &shape->operands[i], json_member(operands, shape->operands[i].name));
}

void
rule_operands_check(Json rule, const UploadSet *uploads, Arena *arena, Err *err)
{
    Check check = {.rule = rule, .uploads = uploads, .arena = arena, .err = err};
    Json operands = json_member(rule, "operands");
    Text shape = json_string(json_member(rule, "shape"), err);

    check_shape(&check, shape_of(shape), operands);
    check_pairs(&check, shape, operands);
}
