#include "ministry/content.h"

#include "results/indicator_table.h"
#include "results/summary.h"
#include "schema/cycle_words.h"

enum { NOMINATION_COLUMN_MAX = 64 };

#define LEADING_LABELS TEXT("序号"), TEXT("推荐单位"), TEXT("工业互联网平台名称"), TEXT("依托企业")

/* Behind the columns of the form. */
enum { OWN_DECISION, OWN_APPLICATION, OWN_WAIVER, OWN_COUNT };

static const Text own_labels[OWN_COUNT] = {TEXT("结论"), TEXT("申报材料"), TEXT("超额批准文号")};

static const Text head_labels[] = {TEXT("栏目"), TEXT("内容")};

static const Text indicator_labels[] = {LEADING_LABELS, TEXT("编号"),     TEXT("字段"), TEXT("栏目"),    TEXT("单位"),
                                        TEXT("年度"),   TEXT("填写情况"), TEXT("取值"), TEXT("填写原文")};

enum {
    DATA_SECTION = CONTENT_LEADING,
    DATA_KEY,
    DATA_LABEL,
    DATA_UNIT,
    DATA_YEARS,
    DATA_STATE,
    DATA_VALUE,
    DATA_RAW,
    DATA_COLUMNS
};

static Text
nomination_cell(const Content *content, size_t no, const char *column)
{
    return state_cell(content->state, STATE_NOMINATIONS, content->rows[no], column);
}

static void
lead(const Content *content, size_t no, Text *row)
{
    row[CONTENT_NO] = arena_printf(content->state->arena, "%zu", no + 1);
    row[CONTENT_UNIT] = nomination_cell(content, no, "unit_name");
    row[CONTENT_PLATFORM] = nomination_cell(content, no, "platform");
    row[CONTENT_ENTERPRISE] = nomination_cell(content, no, "enterprise");
}

/* What the leading columns do not tell already. */
static bool
is_further(const Field *field)
{
    return field->printed && !field->in_head && field->type != FIELD_SEQUENCE &&
           !text_equal(field->key, TEXT("sum_platform_name")) && !text_equal(field->key, TEXT("sum_enterprise"));
}

static size_t
label_nominations(const State *state, Text *labels)
{
    static const Text leading[CONTENT_LEADING] = {LEADING_LABELS};
    size_t count = 0;
    for (; count < CONTENT_LEADING; count++)
        labels[count] = leading[count];
    for (size_t i = 0; i < state->summary->field_count && count < NOMINATION_COLUMN_MAX - OWN_COUNT; i++)
        if (is_further(&state->summary->fields[i]))
            labels[count++] = state->summary->fields[i].title;
    for (size_t i = 0; i < OWN_COUNT; i++)
        labels[count++] = own_labels[i];
    return count;
}

/* The cells of the form, in `row` from the leading ones on; the next place. */
static bool
fill_form(const Content *content, size_t no, Text *row, size_t *at, Err *err)
{
    const State *state = content->state;
    JsonDoc *doc = json_read_text(nomination_cell(content, no, "printed"), "report/nominations", err);
    if (doc == NULL)
        return false;
    *at = CONTENT_LEADING;
    for (size_t i = 0; i < state->summary->field_count; i++) {
        const Field *field = &state->summary->fields[i];
        if (!is_further(field))
            continue;
        Json member = json_member(json_root(doc), arena_string(state->arena, field->key));
        row[(*at)++] = json_has(member) ? arena_text(state->arena, json_string(member, err)) : TEXT_NONE;
    }
    json_close(doc);
    return err->code == ERR_NONE;
}

static void
fill_own(const Content *content, size_t no, Text *own)
{
    const State *state = content->state;
    size_t line = content_onward(content, no);
    own[OWN_DECISION] = state_word(state, "decision", nomination_cell(content, no, "decision"));
    if (line == SIZE_MAX)
        return;
    own[OWN_APPLICATION] = state_cell(state, STATE_ONWARD, line, "application");
    own[OWN_WAIVER] = state_cell(state, STATE_ONWARD, line, "waiver");
}

static bool
fill_nominations(Content *content, Err *err)
{
    Arena *arena = content->state->arena;
    Text *labels = arena_array(arena, NOMINATION_COLUMN_MAX, sizeof(Text));
    size_t columns = label_nominations(content->state, labels);
    content->nominations = grid_new(labels, columns, content->row_count, arena);
    for (size_t no = 0; no < content->row_count; no++) {
        Text *row = grid_add(&content->nominations);
        size_t at;
        lead(content, no, row);
        if (!fill_form(content, no, row, &at, err))
            return false;
        fill_own(content, no, &row[at]);
    }
    return true;
}

static Text
line_cell(const IndicatorTable *table, size_t line, const char *column)
{
    return line == INDICATOR_NONE ? TEXT_NONE : state_cell(table->state, STATE_INDICATORS, line, column);
}

/* Of a long text only that there is one. */
static Text
value_of(const State *state, const Field *field, Text filled, Text value, Text text)
{
    if (text_equal(filled, TEXT("none")))
        return state_word(state, "figure", filled);
    if (text_equal(filled, TEXT("text")))
        return field->type == FIELD_LONGTEXT ? TEXT("已填") : text;
    return value;
}

static void
fill_indicator(const Content *content, const IndicatorTable *table, size_t platform, size_t index, Text *row)
{
    const State *state = content->state;
    const Field *field = table->fields[index];
    size_t line = indicator_line(table, platform, index);
    Text filled = line == INDICATOR_NONE ? TEXT("absent") : line_cell(table, line, "state");
    row[DATA_SECTION] = field->section->section;
    row[DATA_KEY] = field->key;
    row[DATA_LABEL] = indicator_label(field, state->arena);
    row[DATA_UNIT] = field->unit;
    row[DATA_YEARS] = cycle_word_years(field->years, state->cycle, state->arena);
    row[DATA_STATE] = state_word(state, "figure", filled);
    row[DATA_VALUE] = value_of(state, field, filled, line_cell(table, line, "value"), line_cell(table, line, "text"));
    row[DATA_RAW] = line_cell(table, line, "raw");
}

static size_t
count_forms(const IndicatorTable *table)
{
    size_t count = 0;
    for (size_t platform = 0; platform < table->platform_count; platform++)
        count += indicator_has_form(table, platform);
    return count;
}

/* Every nomination that stands has a platform in the table, with or without a form. */
static bool
fill_indicators(Content *content, Err *err)
{
    const State *state = content->state;
    if (state->application == NULL)
        return true;
    const IndicatorTable *table = indicator_table_new(state, content->rows, content->row_count);
    if (table->platform_count != content->row_count)
        return err_set(err, ERR_BUG, "report/indicators knows %zu of %zu nominations", table->platform_count,
                       content->row_count);
    content->indicators =
        grid_new(indicator_labels, DATA_COLUMNS, count_forms(table) * table->field_count, state->arena);
    for (size_t platform = 0; platform < table->platform_count; platform++) {
        for (size_t i = 0; indicator_has_form(table, platform) && i < table->field_count; i++) {
            Text *row = grid_add(&content->indicators);
            lead(content, platform, row);
            fill_indicator(content, table, platform, i, row);
        }
    }
    return true;
}

static void
fill_head(Content *content)
{
    static const Text labels[] = {TEXT("推荐单位"), TEXT("联系人"), TEXT("联系方式")};
    static const char *const columns[] = {"office_name", "contact", "phone"};
    content->head = grid_new(head_labels, 2, sizeof labels / sizeof *labels, content->state->arena);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        Text *row = grid_add(&content->head);
        row[0] = labels[i];
        row[1] = state_cell(content->state, STATE_OFFICE, 0, columns[i]);
    }
}

size_t
content_onward(const Content *content, size_t no)
{
    return lookup_row(content->onward, nomination_cell(content, no, "key"));
}

static void
number_rows(Content *content)
{
    const State *state = content->state;
    content->nomination_rows = lookup_new(state, STATE_NOMINATIONS, "key");
    content->numbers = arena_array(state->arena, state_rows(state, STATE_NOMINATIONS), sizeof *content->numbers);
    for (size_t no = 0; no < content->row_count; no++)
        content->numbers[content->rows[no]] = no + 1;
}

size_t
content_list_no(const Content *content, size_t list)
{
    Text key = state_cell(content->state, STATE_ONWARD_LISTS, list, "key");
    size_t row = lookup_row(content->nomination_rows, key);
    return row == SIZE_MAX ? 0 : content->numbers[row];
}

/* A list is its file's bytes: what was read from them never changes. */
static void
hash_lists(const Content *content, Hash *hash)
{
    static const char *const columns[] = {"kind", "sha256", "sheet", "rows"};
    for (size_t list = 0; list < state_rows(content->state, STATE_ONWARD_LISTS); list++) {
        size_t no = content_list_no(content, list);
        for (size_t i = 0; no > 0 && i < sizeof columns / sizeof *columns; i++) {
            Text cell = state_cell(content->state, STATE_ONWARD_LISTS, list, columns[i]);
            hash_add(hash, &no, sizeof no);
            hash_add(hash, cell.ptr, cell.len);
        }
    }
}

static void
hash_content(Content *content)
{
    Hash *hash = hash_new();
    grid_hash(&content->head, hash);
    grid_hash(&content->nominations, hash);
    grid_hash(&content->indicators, hash);
    hash_add(hash, &content->lists, sizeof content->lists);
    hash_add(hash, &content->personal, sizeof content->personal);
    if (content->lists)
        hash_lists(content, hash);
    hash_end(hash, content->sha256);
}

const Content *
content_gather(const State *state, bool lists, bool personal, Err *err)
{
    Content *content = arena_alloc(state->arena, sizeof *content);
    content->state = state;
    content->lists = lists;
    content->personal = personal;
    content->rows = summary_rows(state, &content->row_count);
    content->onward = lookup_new(state, STATE_ONWARD, "key");
    number_rows(content);
    if (!fill_nominations(content, err) || !fill_indicators(content, err))
        return NULL;
    fill_head(content);
    hash_content(content);
    return content;
}
