#include "results/indicators.h"

#include "out/matrix.h"
#include "results/indicator_table.h"
#include "results/timewords.h"
#include "schema/cycle_words.h"
#include "schema/field_words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const MatrixSide sides[] = {
    {TEXT("栏目"), 44, false}, {TEXT("单位"), 7, true}, {TEXT("年度"), 13, true}, {TEXT("可比性"), 12, true}};

enum { COLUMN_WIDTH = 24 };

static const Text field_sheet = {"栏目说明", sizeof "栏目说明" - 1};

/* What is said above each platform, in as many lines on both sheets: a cell and its source have the same name. */
typedef struct Head {
    Text label;
    const char *column;
} Head;

enum { HEADS = 5 };

static const Head heads[HEADS] = {
    {TEXT("推荐单位"), "unit_name"}, {TEXT("工业互联网平台名称"), "platform"}, {TEXT("依托企业"), "enterprise"},
    {TEXT("结论"), "decision"},      {TEXT("申报材料"), "application"},
};

static const Head source_heads[HEADS] = {
    {TEXT("推荐单位"), "unit_name"},  {TEXT("工业互联网平台名称"), "platform"},
    {TEXT("依托企业"), "enterprise"}, {TEXT("结论"), "decision"},
    {TEXT("来源文件"), "file"},
};

static const WorkbookColumn field_columns[] = {
    {TEXT("编号"), 6, WORKBOOK_CODE},  {TEXT("栏目"), 44, WORKBOOK_WORDS},   {TEXT("单位"), 30, WORKBOOK_WORDS},
    {TEXT("年度"), 14, WORKBOOK_CODE}, {TEXT("可比性"), 44, WORKBOOK_WORDS}, {TEXT("条款"), 36, WORKBOOK_WORDS},
};

typedef struct Indicators Indicators;

/* The cell of a platform and a field. */
typedef MatrixCell (*CellOf)(const Indicators *indicators, size_t platform, size_t index);

struct Indicators {
    const State *state;
    const IndicatorTable *table;
    Workbook *book;
};

/* One of the two sheets that lie over each other. */
typedef struct Sheet {
    Text name;
    const char *note; /* codes of the catalogue */
    const char *legend;
    const Head *heads;
    CellOf cell_of;
} Sheet;

static Text
line_cell(const Indicators *indicators, size_t line, IndicatorColumn column)
{
    return indicator_cell(indicators->table, line, column);
}

static Text
head_value(const Indicators *indicators, size_t platform, const char *column)
{
    Text value = indicator_platform(indicators->table, platform, column);
    bool decision = text_equal(text_of(column), TEXT("decision"));
    return decision ? state_word(indicators->state, "decision", value) : value;
}

static bool
write_heads(const Indicators *indicators, Matrix *matrix, const Head *head, Err *err)
{
    size_t count = indicators->table->platform_count;
    Text *values = arena_array(indicators->state->arena, count, sizeof *values);
    for (size_t i = 0; i < HEADS; i++) {
        for (size_t platform = 0; platform < count; platform++)
            values[platform] = head_value(indicators, platform, head[i].column);
        if (!matrix_head(matrix, head[i].label, values, err))
            return false;
    }
    return matrix_labels(matrix, err);
}

static bool
write_top(const Indicators *indicators, Matrix *matrix, const Sheet *sheet, Err *err)
{
    const State *state = indicators->state;
    Text title =
        arena_printf(state->arena, "%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(state->cycle->title), TEXT_ARG(sheet->name));
    MessageValues values = {.read_as = timewords(state, state->as_of)};
    Text note = messages_render(state->messages, text_of(sheet->note), &values, state->arena);
    Text legend = messages_render(state->messages, text_of(sheet->legend), &values, state->arena);
    return matrix_line(matrix, WORKBOOK_TITLE, title, err) && matrix_line(matrix, WORKBOOK_NOTE, note, err) &&
           matrix_line(matrix, WORKBOOK_NOTE, legend, err) && write_heads(indicators, matrix, sheet->heads, err);
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
figure_of(const Indicators *indicators, size_t platform, size_t index)
{
    const IndicatorTable *table = indicators->table;
    size_t line = indicator_line(table, platform, index);
    if (!indicator_has_form(table, platform))
        return (MatrixCell){MATRIX_NOTHING, TEXT_NONE};
    Text state = line == INDICATOR_NONE ? TEXT("blank") : line_cell(indicators, line, INDICATOR_STATE);
    if (text_equal(state, TEXT("number")))
        return (MatrixCell){MATRIX_NUMBER, line_cell(indicators, line, INDICATOR_VALUE)};
    if (text_equal(state, TEXT("none")))
        return (MatrixCell){MATRIX_WORD, TEXT("无")};
    if (text_equal(state, TEXT("bad")))
        return (MatrixCell){MATRIX_BAD, line_cell(indicators, line, INDICATOR_RAW)};
    if (text_equal(state, TEXT("text")))
        return words_of(table->fields[index], line_cell(indicators, line, INDICATOR_TEXT));
    /* A box that nobody ticked is an answer; one that is not there is none. */
    bool unticked = line != INDICATOR_NONE && table->fields[index]->type == FIELD_TICK;
    return (MatrixCell){unticked ? MATRIX_WORD : MATRIX_BLANK, TEXT_NONE};
}

/* "指标!C2"; a file without sheets has cells alone. */
static Text
place_of(const Indicators *indicators, size_t line)
{
    Text sheet = line_cell(indicators, line, INDICATOR_SHEET);
    Text cell = line_cell(indicators, line, INDICATOR_CELL);
    return sheet.len == 0
               ? cell
               : arena_printf(indicators->state->arena, "%" TEXT_FMT "!%" TEXT_FMT, TEXT_ARG(sheet), TEXT_ARG(cell));
}

/* Where a figure was read, and what was written there where the figure is another: "指标!C2：3500万元（填写的单位，35000000×0.0001）". */
static MatrixCell
source_of(const Indicators *indicators, size_t platform, size_t index)
{
    const IndicatorTable *table = indicators->table;
    size_t line = indicator_line(table, platform, index);
    if (!indicator_has_form(table, platform))
        return (MatrixCell){MATRIX_NOTHING, TEXT_NONE};
    if (line == INDICATOR_NONE)
        return (MatrixCell){MATRIX_WORD, state_word(indicators->state, "figure", TEXT("absent"))};
    Text place = place_of(indicators, line);
    Text raw = line_cell(indicators, line, INDICATOR_RAW);
    Text value = line_cell(indicators, line, INDICATOR_VALUE);
    if (value.len == 0 || text_equal(raw, value))
        return (MatrixCell){MATRIX_SOURCE, place};
    Text unit_source = state_word(indicators->state, "unit_source", line_cell(indicators, line, INDICATOR_UNIT_SOURCE));
    return (MatrixCell){MATRIX_SOURCE,
                        arena_printf(indicators->state->arena,
                                     "%" TEXT_FMT "：%" TEXT_FMT "（%" TEXT_FMT "，%" TEXT_FMT "×%" TEXT_FMT "）",
                                     TEXT_ARG(place), TEXT_ARG(raw), TEXT_ARG(unit_source),
                                     TEXT_ARG(line_cell(indicators, line, INDICATOR_COUNTED)),
                                     TEXT_ARG(line_cell(indicators, line, INDICATOR_FACTOR)))};
}

static bool
write_field(const Indicators *indicators, Matrix *matrix, const Sheet *sheet, size_t index, MatrixCell *cells, Err *err)
{
    const State *state = indicators->state;
    const IndicatorTable *table = indicators->table;
    const Field *field = table->fields[index];
    const Text labels[COUNT_OF(sides)] = {indicator_label(field, state->arena), field->unit,
                                          cycle_word_years(field->years, state->cycle, state->arena),
                                          indicator_comparable(field, state->arena)};
    for (size_t i = 0; i < table->platform_count; i++)
        cells[i] = sheet->cell_of(indicators, i, index);
    return matrix_row(matrix, labels, cells, err);
}

/* A dimension stands above its first indicator, as the form has it; it has no fields itself. */
static bool
write_section(const Indicators *indicators, Matrix *matrix, const Sheet *sheet, const FormSection *section,
              MatrixCell *cells, Err *err)
{
    const IndicatorTable *table = indicators->table;
    int level = section->dimension.len > 0 ? 2 : 1;
    if (!matrix_bar(matrix, level, field_words_section(section, indicators->state->arena), err))
        return false;
    for (size_t i = 0; i < table->field_count; i++)
        if (table->fields[i]->section == section && !write_field(indicators, matrix, sheet, i, cells, err))
            return false;
    return true;
}

static bool
write_sections(const Indicators *indicators, Matrix *matrix, const Sheet *sheet, Err *err)
{
    const UploadKind *form = indicators->state->application;
    MatrixCell *cells = arena_array(indicators->state->arena, indicators->table->platform_count, sizeof *cells);
    for (size_t i = 0; i < form->section_count; i++)
        if (!write_section(indicators, matrix, sheet, &form->sections[i], cells, err))
            return false;
    return true;
}

static bool
write_table(const Indicators *indicators, const Sheet *sheet, Err *err)
{
    MatrixSheet head = {sheet->name, sides, COUNT_OF(sides), indicators->table->platform_count, COLUMN_WIDTH};
    Matrix *matrix = matrix_begin(indicators->book, &head, err);
    bool ok = matrix != NULL && write_top(indicators, matrix, sheet, err) &&
              write_sections(indicators, matrix, sheet, err) && matrix_end(matrix, err);
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

static bool
write_fields(const Indicators *indicators, Err *err)
{
    const State *state = indicators->state;
    if (!begin_ledger(indicators, field_sheet, field_columns, COUNT_OF(field_columns), err))
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

static const Sheet tables[] = {
    {TEXT("指标汇总"), "indicator_note", "indicator_legend", heads, figure_of},
    {TEXT("来源"), "indicator_source_note", "indicator_source_legend", source_heads, source_of},
};

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
    Indicators indicators = {
        .state = state,
        .table = indicator_table_new(state, nominations, count),
        .book = workbook_open_streamed(path, err),
    };
    if (indicators.book != NULL)
        workbook_mark(indicators.book, mark);
    bool ok = indicators.book != NULL && write_table(&indicators, &tables[0], err) &&
              write_table(&indicators, &tables[1], err) && write_fields(&indicators, err) &&
              workbook_commit(indicators.book, err);
    workbook_free(indicators.book);
    return ok;
}

static bool
is_matrix(Text sheet)
{
    for (size_t i = 0; i < COUNT_OF(tables); i++)
        if (text_equal(tables[i].name, sheet))
            return true;
    return false;
}

/* The field in the n-th line (from 0) below the labels, which write_sections writes; *beyond where there are fewer. */
static const Field *
line_field(const IndicatorTable *table, uint64_t line, bool *beyond)
{
    const UploadKind *form = table->state->application;
    *beyond = false;
    for (size_t i = 0; i < form->section_count; i++) {
        if (line-- == 0)
            return NULL;
        for (size_t field = 0; field < table->field_count; field++)
            if (table->fields[field]->section == &form->sections[i] && line-- == 0)
                return table->fields[field];
    }
    *beyond = true;
    return NULL;
}

/* A title and a line of labels, then a field each. */
static bool
ledger_place(const IndicatorTable *table, uint64_t row, int column, IndicatorPlace *place)
{
    const uint64_t lines_above = 2;
    if (row > lines_above && row - lines_above <= table->field_count)
        place->field = table->fields[row - lines_above - 1];
    return row <= lines_above + table->field_count && column < (int)COUNT_OF(field_columns);
}

bool
indicators_place(const State *state, const size_t *nominations, size_t count, Text sheet, uint64_t row, int column,
                 IndicatorPlace *place)
{
    const uint64_t lines_above = 3 + HEADS + 1;
    bool beyond = false;
    *place = (IndicatorPlace){.field = NULL};
    if (state->application == NULL || row == 0)
        return false;
    const IndicatorTable *table = indicator_table_new(state, nominations, count);
    if (text_equal(sheet, field_sheet))
        return ledger_place(table, row, column, place);
    if (!is_matrix(sheet))
        return false;
    if (row > lines_above)
        place->field = line_field(table, row - lines_above - 1, &beyond);
    size_t platform = column >= (int)COUNT_OF(sides) ? (size_t)column - COUNT_OF(sides) : SIZE_MAX;
    if (platform < table->platform_count)
        place->key = indicator_platform(table, platform, "key");
    return !beyond && (platform == SIZE_MAX || platform < table->platform_count);
}
