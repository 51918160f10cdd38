#include "results/indicators.h"

#include "out/matrix.h"
#include "results/indicator_table.h"
#include "schema/cycle_words.h"
#include "schema/field_words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const MatrixSide sides[] = {
    {TEXT("栏目"), 44, false}, {TEXT("单位"), 7, true}, {TEXT("年度"), 13, true}, {TEXT("可比性"), 12, true}};

enum { COLUMN_WIDTH = 17, SOURCE_COLUMNS = 13 };

/* What is said above each platform. */
static const struct Head {
    Text label;
    const char *column;
} heads[] = {
    {TEXT("推荐单位"), "unit_name"}, {TEXT("工业互联网平台名称"), "platform"}, {TEXT("依托企业"), "enterprise"},
    {TEXT("结论"), "decision"},      {TEXT("申报材料"), "application"},
};

static const WorkbookColumn source_columns[SOURCE_COLUMNS] = {
    {TEXT("推荐单位"), 18, WORKBOOK_WORDS},  {TEXT("工业互联网平台名称"), 22, WORKBOOK_WORDS},
    {TEXT("编号"), 6, WORKBOOK_CODE},        {TEXT("栏目"), 30, WORKBOOK_WORDS},
    {TEXT("指标汇总格"), 10, WORKBOOK_CODE}, {TEXT("取值"), 16, WORKBOOK_WORDS},
    {TEXT("单位"), 7, WORKBOOK_CODE},        {TEXT("填写原文"), 20, WORKBOOK_WORDS},
    {TEXT("单位依据"), 12, WORKBOOK_CODE},   {TEXT("换算系数"), 9, WORKBOOK_CODE},
    {TEXT("来源文件"), 30, WORKBOOK_WORDS},  {TEXT("工作表"), 14, WORKBOOK_WORDS},
    {TEXT("单元格"), 8, WORKBOOK_CODE},
};

static const WorkbookColumn field_columns[] = {
    {TEXT("编号"), 6, WORKBOOK_CODE},  {TEXT("栏目"), 44, WORKBOOK_WORDS},   {TEXT("单位"), 30, WORKBOOK_WORDS},
    {TEXT("年度"), 14, WORKBOOK_CODE}, {TEXT("可比性"), 44, WORKBOOK_WORDS}, {TEXT("条款"), 36, WORKBOOK_WORDS},
};

/* The workbook while it is written: `names` are the cells of the first sheet, by platform and field. */
typedef struct Indicators {
    const State *state;
    const IndicatorTable *table;
    Workbook *book;
    Text *names;
} Indicators;

static Text
line_cell(const Indicators *indicators, size_t line, const char *column)
{
    return state_cell(indicators->state, STATE_INDICATORS, line, column);
}

static Text
head_value(const Indicators *indicators, size_t platform, const char *column)
{
    Text value = indicator_platform(indicators->table, platform, column);
    bool decision = text_equal(text_of(column), TEXT("decision"));
    return decision ? state_word(indicators->state, "decision", value) : value;
}

static bool
write_heads(const Indicators *indicators, Matrix *matrix, Err *err)
{
    size_t count = indicators->table->platform_count;
    Text *values = arena_array(indicators->state->arena, count, sizeof *values);
    for (size_t i = 0; i < COUNT_OF(heads); i++) {
        for (size_t platform = 0; platform < count; platform++)
            values[platform] = head_value(indicators, platform, heads[i].column);
        if (!matrix_head(matrix, heads[i].label, values, err))
            return false;
    }
    return matrix_labels(matrix, err);
}

static bool
write_top(const Indicators *indicators, Matrix *matrix, Err *err)
{
    const State *state = indicators->state;
    Text title = arena_printf(state->arena, "%" TEXT_FMT "：指标汇总", TEXT_ARG(state->cycle->title));
    MessageValues values = {.read_as = state->as_of};
    Text note = messages_render(state->messages, TEXT("indicator_note"), &values, state->arena);
    Text legend = messages_render(state->messages, TEXT("indicator_legend"), &values, state->arena);
    return matrix_line(matrix, WORKBOOK_TITLE, title, err) && matrix_line(matrix, WORKBOOK_NOTE, note, err) &&
           matrix_line(matrix, WORKBOOK_NOTE, legend, err) && write_heads(indicators, matrix, err);
}

/* Of a long text only that there is one. */
static MatrixCell
words_of(const Field *field, Text text)
{
    bool is_long = field->type == FIELD_LONGTEXT;
    bool is_word = is_long || field->choice_count > 0 || field->type == FIELD_TICK || field->type == FIELD_BOOLEAN;
    return (MatrixCell){is_word ? MATRIX_WORD : MATRIX_WORDS, is_long ? TEXT("已填") : text};
}

static MatrixCell
cell_of(const Indicators *indicators, size_t platform, size_t index)
{
    const IndicatorTable *table = indicators->table;
    size_t line = indicator_line(table, platform, index);
    if (!indicator_has_form(table, platform))
        return (MatrixCell){MATRIX_ABSENT, TEXT_NONE};
    Text state = line == INDICATOR_NONE ? TEXT("blank") : line_cell(indicators, line, "state");
    if (text_equal(state, TEXT("number")))
        return (MatrixCell){MATRIX_NUMBER, line_cell(indicators, line, "value")};
    if (text_equal(state, TEXT("none")))
        return (MatrixCell){MATRIX_WORD, TEXT("无")};
    if (text_equal(state, TEXT("bad")))
        return (MatrixCell){MATRIX_BAD, line_cell(indicators, line, "raw")};
    if (text_equal(state, TEXT("text")))
        return words_of(table->fields[index], line_cell(indicators, line, "text"));
    return (MatrixCell){MATRIX_BLANK, TEXT_NONE};
}

static bool
write_field(const Indicators *indicators, Matrix *matrix, size_t index, MatrixCell *cells, Err *err)
{
    const State *state = indicators->state;
    const IndicatorTable *table = indicators->table;
    const Field *field = table->fields[index];
    const Text labels[COUNT_OF(sides)] = {indicator_label(field, state->arena), field->unit,
                                          cycle_word_years(field->years, state->cycle, state->arena),
                                          indicator_comparable(field, state->arena)};
    for (size_t i = 0; i < table->platform_count; i++)
        cells[i] = cell_of(indicators, i, index);
    if (!matrix_row(matrix, labels, cells, err))
        return false;
    for (size_t i = 0; i < table->platform_count; i++)
        indicators->names[i * table->field_count + index] = matrix_cell_name(matrix, i, state->arena);
    return true;
}

/* A dimension stands above its first indicator, as the form has it; it has no fields itself. */
static bool
write_section(const Indicators *indicators, Matrix *matrix, const FormSection *section, MatrixCell *cells, Err *err)
{
    const IndicatorTable *table = indicators->table;
    int level = section->dimension.len > 0 ? 2 : 1;
    if (!matrix_bar(matrix, level, field_words_section(section, indicators->state->arena), err))
        return false;
    for (size_t i = 0; i < table->field_count; i++)
        if (table->fields[i]->section == section && !write_field(indicators, matrix, i, cells, err))
            return false;
    return true;
}

static bool
write_sections(const Indicators *indicators, Matrix *matrix, Err *err)
{
    const UploadKind *form = indicators->state->application;
    MatrixCell *cells = arena_array(indicators->state->arena, indicators->table->platform_count, sizeof *cells);
    for (size_t i = 0; i < form->section_count; i++)
        if (!write_section(indicators, matrix, &form->sections[i], cells, err))
            return false;
    return true;
}

static bool
write_table(const Indicators *indicators, Err *err)
{
    MatrixSheet sheet = {TEXT("指标汇总"), sides, COUNT_OF(sides), indicators->table->platform_count, COLUMN_WIDTH};
    Matrix *matrix = matrix_begin(indicators->book, &sheet, err);
    bool ok = matrix != NULL && write_top(indicators, matrix, err) && write_sections(indicators, matrix, err) &&
              matrix_end(matrix, err);
    matrix_free(matrix);
    return ok;
}

static bool
begin_ledger(const Indicators *indicators, Text name, const WorkbookColumn *columns, size_t count, Err *err)
{
    const State *state = indicators->state;
    WorkbookSheet sheet = {name, WORKBOOK_LEDGER, columns, count};
    Text title = arena_printf(state->arena, "%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(state->cycle->title), TEXT_ARG(name));
    return workbook_sheet(indicators->book, &sheet, err) &&
           workbook_line(indicators->book, WORKBOOK_TITLE, title, err) && workbook_labels(indicators->book, err);
}

/* What the first sheet shows, in words. */
static Text
shown_value(const Indicators *indicators, size_t platform, size_t index, size_t line)
{
    MatrixCell cell = cell_of(indicators, platform, index);
    Text state = line == INDICATOR_NONE ? TEXT("absent") : line_cell(indicators, line, "state");
    bool named = cell.content == MATRIX_BLANK || cell.content == MATRIX_BAD;
    return named ? state_word(indicators->state, "figure", state) : cell.text;
}

static bool
write_source(const Indicators *indicators, size_t platform, size_t index, Err *err)
{
    const IndicatorTable *table = indicators->table;
    const Field *field = table->fields[index];
    size_t line = indicator_line(table, platform, index);
    size_t of = line == INDICATOR_NONE ? table->platforms[platform] : line;
    bool has = line != INDICATOR_NONE;
    const Text cells[SOURCE_COLUMNS] = {
        indicator_platform(table, platform, "unit_name"),
        indicator_platform(table, platform, "platform"),
        field->section->section,
        indicator_label(field, indicators->state->arena),
        indicators->names[platform * table->field_count + index],
        shown_value(indicators, platform, index, line),
        field->unit,
        has ? line_cell(indicators, of, "raw") : TEXT_NONE,
        has ? state_word(indicators->state, "unit_source", line_cell(indicators, of, "unit_source")) : TEXT_NONE,
        has ? line_cell(indicators, of, "factor") : TEXT_NONE,
        line_cell(indicators, of, "file"),
        has ? line_cell(indicators, of, "sheet") : TEXT_NONE,
        has ? line_cell(indicators, of, "cell") : TEXT_NONE,
    };
    return workbook_row(indicators->book, cells, err);
}

static bool
write_sources(const Indicators *indicators, Err *err)
{
    const IndicatorTable *table = indicators->table;
    if (!begin_ledger(indicators, TEXT("来源"), source_columns, SOURCE_COLUMNS, err))
        return false;
    for (size_t platform = 0; platform < table->platform_count; platform++)
        for (size_t i = 0; indicator_has_form(table, platform) && i < table->field_count; i++)
            if (!write_source(indicators, platform, i, err))
                return false;
    return true;
}

static bool
write_fields(const Indicators *indicators, Err *err)
{
    const State *state = indicators->state;
    if (!begin_ledger(indicators, TEXT("栏目说明"), field_columns, COUNT_OF(field_columns), err))
        return false;
    for (size_t i = 0; i < indicators->table->field_count; i++) {
        const Field *field = indicators->table->fields[i];
        const Text cells[COUNT_OF(field_columns)] = {
            field->section->section,
            indicator_label(field, state->arena),
            field_words_unit(field, state->arena),
            cycle_word_years(field->years, state->cycle, state->arena),
            cycle_word_comparable(field->comparable, field->comparable_why, state->arena),
            field->clause,
        };
        if (!workbook_row(indicators->book, cells, err))
            return false;
    }
    return true;
}

bool
indicators_write(const State *state, const Outbox *outbox, Err *err)
{
    return indicators_write_to(state, outbox_path(outbox, TEXT("指标汇总.xlsx")), TEXT_NONE, NULL, 0, err);
}

bool
indicators_write_to(const State *state, const char *path, Text mark, const size_t *nominations, size_t count, Err *err)
{
    if (state->application == NULL)
        return true;
    const IndicatorTable *table = indicator_table_new(state, nominations, count);
    Indicators indicators = {
        .state = state,
        .table = table,
        .book = workbook_open(path, err),
        .names = arena_array(state->arena, table->platform_count * table->field_count, sizeof(Text)),
    };
    if (indicators.book != NULL)
        workbook_mark(indicators.book, mark);
    bool ok = indicators.book != NULL && write_table(&indicators, err) && write_sources(&indicators, err) &&
              write_fields(&indicators, err) && workbook_commit(indicators.book, err);
    workbook_free(indicators.book);
    return ok;
}
