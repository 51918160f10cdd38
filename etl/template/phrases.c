#include "template/phrases.h"

#include "text/gap.h"

static const char *const WORD_KEYS[] = {
    [PHRASE_FILE] = "file",
    [PHRASE_SHEET_TABLE] = "sheet_table",
    [PHRASE_SHEET_FORM] = "sheet_form",
    [PHRASE_SHEET_LIST] = "sheet_list",
    [PHRASE_SHEET_NOTES] = "sheet_notes",
    [PHRASE_SHEET_LISTS] = "sheet_lists",
    [PHRASE_HEAD_LABEL] = "head_label",
    [PHRASE_PART_LABEL] = "part_label",
    [PHRASE_PART_VALUE] = "part_value",
    [PHRASE_PART_PROMPT] = "part_prompt",
    [PHRASE_BLANK] = "blank",
    [PHRASE_BLANK_YEAR] = "blank_year",
    [PHRASE_LIST_LABEL] = "list_label",
    [PHRASE_ITEM] = "item",
    [PHRASE_VALUE] = "value",
    [PHRASE_UNIT] = "unit",
    [PHRASE_YEARS] = "years",
    [PHRASE_FIELD] = "field",
    [PHRASE_PLACE] = "place",
    [PHRASE_MEANING] = "meaning",
    [PHRASE_REQUIRED] = "required",
    [PHRASE_NONE] = "none",
    [PHRASE_SOURCE] = "source",
    [PHRASE_YES] = "yes",
    [PHRASE_YES_OR_NONE] = "yes_or_none",
    [PHRASE_ONE_OF] = "one_of",
    [PHRASE_SEVERAL_PLATFORMS] = "several_platforms",
    [PHRASE_NO] = "no",
    [PHRASE_REQUIRED_PROMPT] = "required_prompt",
    [PHRASE_UNIT_PROMPT] = "unit_prompt",
    [PHRASE_UNIT_ASSUMED_PROMPT] = "unit_assumed_prompt",
    [PHRASE_YEARS_PROMPT] = "years_prompt",
    [PHRASE_NONE_PROMPT] = "none_prompt",
    [PHRASE_RANGE_PROMPT] = "range_prompt",
    [PHRASE_CHOOSE_PROMPT] = "choose_prompt",
    [PHRASE_CHOOSE_OPEN_PROMPT] = "choose_open_prompt",
    [PHRASE_UNIT_NAME_PROMPT] = "unit_name_prompt",
    [PHRASE_EXTRA_COLUMN] = "extra_column",
    [PHRASE_ASSUMED] = "assumed",
    [PHRASE_UNIT_ASSUMED] = "unit_assumed",
    [PHRASE_TICK] = "tick",
    [PHRASE_NO_TICK] = "no_tick",
    [PHRASE_COUNT] = NULL,
};

static Text
read_text(Json json, Arena *arena, Err *err)
{
    return arena_text(arena, json_string(json, err));
}

static void
read_words(Json words, Phrases *phrases, Arena *arena, Err *err)
{
    json_only(words, WORD_KEYS, err);
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        phrases->words[i] = read_text(json_member(words, WORD_KEYS[i]), arena, err);
}

static void
read_types(Json types, Phrases *phrases, Arena *arena, Err *err)
{
    const char *keys[PHRASES_TYPE_COUNT + 1] = {NULL};
    for (size_t i = 0; i < PHRASES_TYPE_COUNT; i++) {
        keys[i] = upload_type_name((FieldType)i);
        Json type = json_member(types, keys[i]);
        if (json_has(type))
            phrases->types[i] = read_text(type, arena, err);
    }
    json_only(types, keys, err);
}

static PhraseList
read_list(Json json, Arena *arena, Err *err)
{
    PhraseList list = {.count = json_count(json)};
    if (json_type(json) != JSON_ARRAY)
        json_refuse(json, "a list of texts is expected", err);
    list.items = arena_array(arena, list.count, sizeof *list.items);
    for (size_t i = 0; i < list.count; i++)
        list.items[i] = read_text(json_at(json, i), arena, err);
    return list;
}

static void
read_hints(Json hints, Phrases *phrases, Arena *arena, Err *err)
{
    const char *keys[] = {"all", upload_layout_name(LAYOUT_TABLE), upload_layout_name(LAYOUT_FORM),
                          upload_layout_name(LAYOUT_LIST), NULL};
    json_only(hints, keys, err);
    phrases->hints = read_list(json_member(hints, keys[0]), arena, err);
    for (size_t i = 0; i < PHRASES_LAYOUT_COUNT; i++)
        phrases->layout_hints[i] = read_list(json_member(hints, upload_layout_name((UploadLayout)i)), arena, err);
}

Phrases *
phrases_read(const char *path, Arena *arena, Err *err)
{
    static const char *const keys[] = {"words", "types", "partial_date", "hints", NULL};
    Phrases *phrases = arena_alloc(arena, sizeof *phrases);
    JsonDoc *doc = json_read_file(path, err);
    if (doc == NULL)
        return NULL;
    Json root = json_root(doc);
    json_only(root, keys, err);
    read_words(json_member(root, "words"), phrases, arena, err);
    read_types(json_member(root, "types"), phrases, arena, err);
    phrases->partial_date = read_text(json_member(root, "partial_date"), arena, err);
    read_hints(json_member(root, "hints"), phrases, arena, err);
    json_close(doc);
    return err->code == ERR_NONE ? phrases : NULL;
}

Text
phrases_fill(Text text, Text value, Arena *arena)
{
    return gap_fill(text, &value, 1, arena);
}
