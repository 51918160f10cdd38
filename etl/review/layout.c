#include "review/layout.h"

static const char *const WORD_KEYS[WORD_LAST + 1] = {
    [WORD_TITLE] = "title",
    [WORD_AS_OF] = "as_of",
    [WORD_COUNT] = "count",
    [WORD_REASON] = "reason",
    [WORD_LINE] = "line",
    [WORD_PARTED] = "parted",
    [WORD_LISTED] = "listed",
    [WORD_NAMED] = "named",
    [WORD_TOTAL] = "total",
    [WORD_MORE_ROWS] = "more_rows",
    [WORD_ENTRY_SHEET] = "entry_sheet",
    [WORD_ENTRY_NOTE] = "entry_note",
    [WORD_QUOTA_ROWS] = "quota_rows",
    [WORD_QUOTA_EXEMPT] = "quota_exempt",
    [WORD_QUOTA_WINNER] = "quota_winner",
    [WORD_QUOTA_DETAILS] = "quota_details",
    [WORD_QUOTA_COUNTED] = "quota_counted",
    [WORD_QUOTA_SEAT] = "quota_seat",
    [WORD_QUOTA_WAIVED] = "quota_waived",
    [WORD_QUOTA_DOCUMENT] = "quota_document",
    [WORD_QUOTA_OVER] = "quota_over",
    [WORD_QUOTA_DUPLICATE] = "quota_duplicate",
    [WORD_QUOTA_REVIEW] = "quota_review",
    [WORD_QUOTA_LATE] = "quota_late",
    [WORD_QUOTA_INELIGIBLE] = "quota_ineligible",
    [WORD_QUOTA_WITHDRAWN] = "quota_withdrawn",
    [WORD_QUOTA_LIMIT] = "quota_limit",
    [WORD_QUOTA_ADVISE] = "quota_advise",
    [WORD_QUOTA_NONE] = "quota_none",
    [WORD_QUOTA_UNSETTLED] = "quota_unsettled",
    [WORD_QUOTA_RELATED] = "quota_related",
};

static const char *const SHOWS[SHOW_COUNT + 1] = {
    [SHOW_PLAIN] = "plain",
    [SHOW_NUMBER] = "number",
    [SHOW_TIME] = "time",
    [SHOW_WORD] = "word",
    [SHOW_TITLE] = "title",
    [SHOW_TITLES] = "titles",
    [SHOW_CODES] = "codes",
    [SHOW_MESSAGE] = "message",
    [SHOW_REASONS] = "reasons",
    [SHOW_LINES] = "lines",
    [SHOW_QUOTA] = "quota",
    [SHOW_PROBLEM] = "problem",
    [SHOW_REGISTER] = "register",
    [SHOW_REGISTER_LINE] = "register_line",
    [SHOW_REGISTER_ROW] = "register_row",
    [SHOW_TODO] = "todo",
};

static const char *const CONTENTS[] = {
    [WORKBOOK_WORDS] = "words", [WORKBOOK_CODE] = "code", [WORKBOOK_COUNT] = "count", NULL};

/* The queries that a sheet may stand for. */
static const char *const TABLES[STATE_TABLE_COUNT + 1] = {
    [STATE_CYCLE] = "cycle",
    [STATE_OFFICE] = "office",
    [STATE_UNITS] = "units",
    [STATE_NOMINATIONS] = "nominations",
    [STATE_UPLOADS] = "uploads",
    [STATE_DECISIONS] = "decisions",
    [STATE_FINDINGS] = "findings",
    [STATE_QUOTA] = "quota",
    [STATE_APPLICATIONS] = "applications",
    [STATE_REGISTERS] = "registers",
    [STATE_INDICATORS] = "indicators",
    [STATE_REJECTED] = "rejected",
    [STATE_INDICATOR_PLATFORMS] = "indicator_platforms",
    [STATE_WAIVERS] = "waivers",
    [STATE_HOLDS] = "holds",
    [STATE_LATE_RECEIPTS] = "late_receipts",
    [STATE_PAPER] = "paper",
    [STATE_DUPLICATES] = "duplicates",
};

static Text
read_text(Json json, Arena *arena, Err *err)
{
    return arena_text(arena, json_string(json, err));
}

static const char *
read_name(Json json, Arena *arena, Err *err)
{
    return json_has(json) ? read_text(json, arena, err).ptr : NULL;
}

/* The place of the word in a NULL-terminated list with `count` entries; `fallback` where the key is absent. */
static size_t
read_choice(Json json, const char *const *words, size_t count, size_t fallback, Err *err)
{
    if (!json_has(json))
        return fallback;
    Text written = json_string(json, err);
    for (size_t i = 0; i < count; i++)
        if (words[i] != NULL && text_equal(written, text_of(words[i])))
            return i;
    json_refuse(json, "an unknown word", err);
    return fallback;
}

static LayoutPairs
read_pairs(Json json, Arena *arena, Err *err)
{
    LayoutPairs pairs = {.count = json_has(json) ? json_count(json) : 0};
    pairs.items = arena_array(arena, pairs.count, sizeof *pairs.items);
    for (size_t i = 0; i < pairs.count; i++)
        pairs.items[i] = (LayoutPair){arena_text(arena, json_key(json, i)), read_text(json_value(json, i), arena, err)};
    return pairs;
}

static bool
read_flag(Json json, Err *err)
{
    return json_has(json) && json_bool(json, err);
}

static LayoutColumn
read_column(Json json, Arena *arena, Err *err)
{
    static const char *const keys[] = {"label", "width", "content", "source", "show", "group", "choices", "sum", NULL};
    json_only(json, keys, err);
    return (LayoutColumn){
        .column = {read_text(json_member(json, "label"), arena, err),
                   (int)json_integer(json_member(json, "width"), err),
                   (WorkbookContent)read_choice(json_member(json, "content"), CONTENTS, 3, WORKBOOK_WORDS, err)},
        .source = read_name(json_member(json, "source"), arena, err),
        .show = (LayoutShow)read_choice(json_member(json, "show"), SHOWS, SHOW_COUNT, SHOW_PLAIN, err),
        .group = read_name(json_member(json, "group"), arena, err),
        .choices = read_pairs(json_member(json, "choices"), arena, err),
        .sum = read_flag(json_member(json, "sum"), err),
    };
}

static void
read_only(Json json, LayoutSheet *sheet, Arena *arena, Err *err)
{
    static const char *const keys[] = {"source", "values", NULL};
    if (!json_has(json))
        return;
    json_only(json, keys, err);
    Json values = json_member(json, "values");
    sheet->only_source = read_name(json_member(json, "source"), arena, err);
    sheet->only_count = json_count(values);
    sheet->only = arena_array(arena, sheet->only_count, sizeof *sheet->only);
    for (size_t i = 0; i < sheet->only_count; i++)
        sheet->only[i] = read_text(json_at(values, i), arena, err);
}

static LayoutSheet
read_sheet(Json json, Arena *arena, Err *err)
{
    static const char *const keys[] = {"name", "table", "note", "only", "total", "columns", NULL};
    json_only(json, keys, err);
    Json columns = json_member(json, "columns");
    Json note = json_member(json, "note");
    LayoutSheet sheet = {.name = read_text(json_member(json, "name"), arena, err),
                         .note = json_has(note) ? read_text(note, arena, err) : TEXT_NONE,
                         .total = read_flag(json_member(json, "total"), err),
                         .column_count = json_count(columns)};
    sheet.table = (StateTable)read_choice(json_member(json, "table"), TABLES, STATE_TABLE_COUNT, STATE_CYCLE, err);
    read_only(json_member(json, "only"), &sheet, arena, err);
    if (sheet.column_count == 0 || sheet.column_count > WORKBOOK_COLUMN_MAX)
        json_refuse(columns, "1 to 64 columns are expected", err);
    sheet.columns = arena_array(arena, sheet.column_count, sizeof *sheet.columns);
    for (size_t i = 0; i < sheet.column_count; i++)
        sheet.columns[i] = read_column(json_at(columns, i), arena, err);
    return sheet;
}

static void
read_words(Json json, Layout *layout, Arena *arena, Err *err)
{
    json_only(json, WORD_KEYS, err);
    for (size_t i = 0; i < WORD_LAST; i++)
        layout->words[i] = read_text(json_member(json, WORD_KEYS[i]), arena, err);
}

static void
read_layout(Json root, Layout *layout, Arena *arena, Err *err)
{
    static const char *const keys[] = {"words", "todo", "sheets", "assumptions", NULL};
    Json sheets = json_member(root, "sheets");
    json_only(root, keys, err);
    read_words(json_member(root, "words"), layout, arena, err);
    layout->todo = read_pairs(json_member(root, "todo"), arena, err);
    layout->sheet_count = json_count(sheets);
    layout->sheets = arena_array(arena, layout->sheet_count, sizeof *layout->sheets);
    for (size_t i = 0; i < layout->sheet_count; i++)
        layout->sheets[i] = read_sheet(json_at(sheets, i), arena, err);
    layout->assumptions = read_sheet(json_member(root, "assumptions"), arena, err);
}

const Layout *
layout_read(const char *path, Arena *arena, Err *err)
{
    JsonDoc *doc = json_read_file(path, err);
    if (doc == NULL)
        return NULL;
    Layout *layout = arena_alloc(arena, sizeof *layout);
    read_layout(json_root(doc), layout, arena, err);
    json_close(doc);
    return err->code == ERR_NONE ? layout : NULL;
}

Text
layout_pair(const LayoutPairs *pairs, Text key)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (text_equal(pairs->items[i].key, key))
            return pairs->items[i].word;
    return TEXT_NONE;
}
