#include "review/reviewbook.h"

#include <inttypes.h>

#include "results/timewords.h"
#include "review/cells.h"
#include "review/entries.h"
#include "schema/cycle_words.h"
#include "text/gap.h"

/* A sheet has 1,048,576 rows, some of them above and below the table. */
enum { SHEET_ROWS = 1000000 };

static bool
begin_sheet(const Review *review, Workbook *book, const LayoutSheet *sheet, WorkbookColumn *columns, Err *err)
{
    const State *state = review->state;
    const Text *words = review->layout->words;
    for (size_t i = 0; i < sheet->column_count; i++)
        columns[i] = sheet->columns[i].column;
    WorkbookSheet head = {sheet->name, WORKBOOK_LEDGER, columns, sheet->column_count};
    const Text title[] = {state->cycle->title, sheet->name};
    Text as_of = timewords(state, state->as_of);
    const Text note[] = {gap_fill(words[WORD_AS_OF], &as_of, 1, state->arena), sheet->note};
    return workbook_sheet(book, &head, err) &&
           workbook_line(book, WORKBOOK_TITLE, gap_fill(words[WORD_TITLE], title, 2, state->arena), err) &&
           workbook_line(book, WORKBOOK_NOTE, review_join(review, note, 2, TEXT_NONE), err) &&
           workbook_labels(book, err);
}

static bool
is_shown(const State *state, const LayoutSheet *sheet, size_t row)
{
    if (sheet->only_source == NULL)
        return true;
    Text value = state_cell(state, sheet->table, row, sheet->only_source);
    for (size_t i = 0; i < sheet->only_count; i++)
        if (text_equal(sheet->only[i], value))
            return true;
    return false;
}

static bool
write_row(const Review *review, Workbook *book, const LayoutSheet *sheet, size_t row, size_t number, Err *err)
{
    Text cells[WORKBOOK_COLUMN_MAX];
    for (size_t i = 0; i < sheet->column_count; i++)
        cells[i] = cells_text(review, sheet, &sheet->columns[i], row, number, err);
    return err->code == ERR_NONE && workbook_row(book, cells, err);
}

/* The column's figures added up; what is no number adds nothing. */
static Text
sum_of(const Review *review, const LayoutSheet *sheet, const LayoutColumn *column)
{
    uint64_t sum = 0;
    for (size_t row = 0; row < state_rows(review->state, sheet->table); row++) {
        uint64_t figure;
        if (is_shown(review->state, sheet, row) &&
            text_read_count(state_cell(review->state, sheet->table, row, column->source), &figure))
            sum += figure;
    }
    return arena_printf(review->state->arena, "%" PRIu64, sum);
}

static bool
write_total(const Review *review, Workbook *book, const LayoutSheet *sheet, Err *err)
{
    Text cells[WORKBOOK_COLUMN_MAX] = {review->layout->words[WORD_TOTAL]};
    for (size_t i = 1; i < sheet->column_count; i++)
        cells[i] = sheet->columns[i].sum ? sum_of(review, sheet, &sheet->columns[i]) : TEXT_NONE;
    return workbook_row(book, cells, err);
}

/* Beyond what a sheet holds: the data files have every row. */
static bool
write_more(const Review *review, Workbook *book, size_t more, Err *err)
{
    Text count = arena_printf(review->state->arena, "%zu", more);
    Text cells[WORKBOOK_COLUMN_MAX] = {
        gap_fill(review->layout->words[WORD_MORE_ROWS], &count, 1, review->state->arena)};
    return more == 0 || workbook_row(book, cells, err);
}

static bool
write_sheet(const Review *review, Workbook *book, const LayoutSheet *sheet, Err *err)
{
    WorkbookColumn columns[WORKBOOK_COLUMN_MAX];
    size_t number = 0;
    if (!begin_sheet(review, book, sheet, columns, err))
        return false;
    for (size_t row = 0; row < state_rows(review->state, sheet->table); row++) {
        if (is_shown(review->state, sheet, row) && ++number <= SHEET_ROWS &&
            !write_row(review, book, sheet, row, number, err))
            return false;
    }
    if (!write_more(review, book, number > SHEET_ROWS ? number - SHEET_ROWS : 0, err))
        return false;
    return !sheet->total || write_total(review, book, sheet, err);
}

static Text
assumed_value(const Review *review, const Setting *setting)
{
    const Cycle *cycle = review->state->cycle;
    Arena *arena = review->state->arena;
    if (text_equal(setting->key, TEXT("copies")))
        return cycle_word_copies(&cycle->copies, arena);
    if (!text_equal(setting->key, TEXT("units")))
        return cycle_word_value(setting, arena);
    Text count = arena_printf(arena, "%zu", cycle->unit_count);
    return gap_fill(review->layout->words[WORD_COUNT], &count, 1, arena);
}

static bool
write_assumed_values(const Review *review, Workbook *book, Err *err)
{
    const Cycle *cycle = review->state->cycle;
    for (size_t i = 0; i < cycle->value_count; i++) {
        const Setting *setting = &cycle->values[i];
        const Text cells[] = {cycle_word_key(setting->key), assumed_value(review, setting), setting->assumed,
                              setting->clause};
        if (setting->assumed.len > 0 && !workbook_row(book, cells, err))
            return false;
    }
    return true;
}

static bool
write_assumed_rules(const Review *review, Workbook *book, Err *err)
{
    const State *state = review->state;
    for (size_t i = 0; i < state->cycle->rule_count; i++) {
        const CycleRule *rule = &state->cycle->rules[i];
        Text severity = state_word(state, "severity", rule->error ? TEXT("error") : TEXT("warning"));
        const Text cells[] = {messages_title(state->messages, rule->code), severity, rule->assumed, rule->clause};
        if (rule->assumed.len > 0 && !workbook_row(book, cells, err))
            return false;
    }
    return true;
}

static bool
write_assumptions(const Review *review, Workbook *book, Err *err)
{
    WorkbookColumn columns[WORKBOOK_COLUMN_MAX];
    return begin_sheet(review, book, &review->layout->assumptions, columns, err) &&
           write_assumed_values(review, book, err) && write_assumed_rules(review, book, err);
}

static bool
write_sheets(const Review *review, Workbook *book, Err *err)
{
    for (size_t i = 0; i < review->layout->sheet_count; i++)
        if (!write_sheet(review, book, &review->layout->sheets[i], err))
            return false;
    return write_assumptions(review, book, err) && entries_write(review, book, err) && workbook_commit(book, err);
}

bool
reviewbook_write(const State *state, const char *schemas_dir, const Outbox *outbox, Err *err)
{
    Review review = {.state = state,
                     .layout =
                         layout_read(arena_printf(state->arena, "%s/ledger.json", schemas_dir).ptr, state->arena, err)};
    if (review.layout == NULL)
        return false;
    review.registers = upload_read(schemas_dir, "registers", state->arena, err);
    if (review.registers == NULL)
        return false;
    Workbook *book = workbook_open_streamed(outbox_path(outbox, TEXT("审核台账.xlsx")), err);
    bool ok = book != NULL && write_sheets(&review, book, err);
    workbook_free(book);
    return ok;
}

/* The n-th row (from 1) of a sheet in its table; SIZE_MAX where there are fewer. */
static size_t
shown_row(const State *state, const LayoutSheet *sheet, uint64_t n)
{
    for (size_t row = 0; row < state_rows(state, sheet->table); row++)
        if (is_shown(state, sheet, row) && --n == 0)
            return row;
    return SIZE_MAX;
}

bool
reviewbook_place(const State *state, const char *schemas_dir, Text sheet_name, uint64_t row, int column,
                 ReviewPlace *place, Err *err)
{
    const uint64_t lines_above = 3;
    const Layout *layout =
        layout_read(arena_printf(state->arena, "%s/ledger.json", schemas_dir).ptr, state->arena, err);
    *place = (ReviewPlace){.row = SIZE_MAX};
    for (size_t i = 0; layout != NULL && i < layout->sheet_count; i++) {
        const LayoutSheet *sheet = &layout->sheets[i];
        if (!text_equal(sheet->name, sheet_name) || column >= (int)sheet->column_count)
            continue;
        place->known = true;
        place->table = sheet->table;
        place->column = column < 0 ? NULL : &sheet->columns[column];
        place->row = row > lines_above ? shown_row(state, sheet, row - lines_above) : SIZE_MAX;
        place->total = sheet->total && row > lines_above && place->row == SIZE_MAX;
    }
    return layout != NULL;
}
