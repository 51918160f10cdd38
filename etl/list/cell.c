#include "list/cell.h"

#include <arpa/inet.h>
#include <string.h>

#include "list/plain.h"
#include "rows/rawrow.h"
#include "schema/field.h"
#include "table/bodyrow.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/fold.h"

enum { LENGTH_BYTES = 4, THOUSANDS = 3 };

/* A field of the last tuple, as it was understood; TEXT_NONE where there is none yet. */
static Text
field_above(const List *list, size_t i)
{
    const Above *above = &list->above;
    const char *tuple = above->tuple == SIZE_MAX ? above->sent.ptr : list->tuples.bytes + above->tuple;
    uint32_t length;
    if (above->fields[i] == 0)
        return TEXT_NONE;
    memcpy(&length, tuple + above->fields[i], sizeof length);
    Text bytes = {tuple + above->fields[i] + LENGTH_BYTES, ntohl(length)};
    if (ntohl(length) == UINT32_MAX)
        return TEXT("");
    if (list->columns[i].form == COLUMN_BOOLEAN)
        return list->columns[i].field->choices[bytes.ptr[0] == 0];
    return bytes;
}

/* A number is never taken over: what a writer calls the same may be a part of it. */
static bool
may_be_taken_over(const ListColumn *column)
{
    return column->form == COLUMN_TEXT || column->form == COLUMN_BOOLEAN;
}

Text
cell_meant(List *list, const Entry *entry, size_t i, const char **code)
{
    const ListColumn *column = &list->columns[i];
    Text own = state_cell(entry->row, column->column);
    Text above = TEXT_NONE;
    *code = NULL;
    if (!may_be_taken_over(column) || (!list->setting.long_way && plain_text(own)))
        return own;
    if (character_all_blank(own)) {
        above = entry->spanned ? bodyrow_inherited(list->sheet, entry->index, column->column) : TEXT_NONE;
        *code = "merged_cell_spread";
    } else if (filler_kind(own) == FILLER_DITTO) {
        above = list->above.rejected != NULL ? list->above.rejected[i] : field_above(list, i);
        *code = "ditto_read";
        if (above.ptr != NULL)
            return above;
    }
    if (!character_all_blank(above))
        return above;
    *code = NULL;
    return own;
}

static void
report(Entry *entry, const ListColumn *column, const char *code, Text raw, Text read_as)
{
    Finding finding = {.place = {entry->row->place.sheet, entry->row->place.row_no, column->column},
                       .field = column->field->title,
                       .code = code,
                       .raw = raw,
                       .read_as = read_as,
                       .subject = entry->subject};
    findinglist_add(&entry->findings, &finding);
}

/* Merged cells are told once a column. A number in one counts for the row that it begins in. */
static void
report_above(List *list, Entry *entry, size_t i, const char *code, Text meant)
{
    const ListColumn *column = &list->columns[i];
    Text own = state_cell(entry->row, column->column);
    if (code != NULL && character_all_blank(own)) {
        if (!list->told_merged[i])
            report(entry, column, code, meant, TEXT_NONE);
        list->told_merged[i] = true;
    } else if (code != NULL) {
        report(entry, column, code, own, meant);
    } else if (entry->spanned && !may_be_taken_over(column) && i != list->sequence && character_all_blank(own)) {
        Text number = bodyrow_inherited(list->sheet, entry->index, column->column);
        if (number.len > 0 && !list->told_merged[i])
            report(entry, column, "merged_number_kept", number, TEXT_NONE);
        list->told_merged[i] |= number.len > 0;
    }
}

static void
note_unreadable(Entry *entry, const CellInput *input)
{
    if (rawrow_marked(input->marks, input->place.column, TEXT("error")))
        entry->unreadable = "cell_error";
    else
        entry->unreadable = "formula_no_value";
}

/* Numbers beyond sixty-three bits have no place in the database. */
static void
judge_size(Entry *entry, const ListColumn *column, TypedCell *cell)
{
    uint64_t number;
    bool negative = text_starts_with(cell->value, TEXT("-"));
    if (column->form != COLUMN_INTEGER || cell->value.len == 0 ||
        (text_read_count(text_sub(cell->value, negative, cell->value.len), &number) && number <= INT64_MAX))
        return;
    report(entry, column, "number_out_of_range", cell->raw, cell->value);
    Finding *finding = &entry->findings.items[entry->findings.count - 1];
    finding->error = true;
    finding->expected = TEXT("不大于9223372036854775807的数");
    cell->state = TEXT("bad");
}

/* What the column 单位 says, which may be merged over several rows. */
static Text
unit_beside(const List *list, const Entry *entry, const ListColumn *column)
{
    Text own = state_cell(entry->row, column->unit_column);
    if (column->unit_column < 0 || !entry->spanned || !character_all_blank(own))
        return own;
    return bodyrow_inherited(list->sheet, entry->index, column->unit_column);
}

bool
cell_has_own_value(const List *list, const Row *row)
{
    if (list->unique == list->column_count)
        return false;
    Filler filler = filler_kind(state_cell(row, list->columns[list->unique].column));
    return filler != FILLER_BLANK && filler != FILLER_NONE;
}

/* What a list must have a column for is what its entries are known by; one with a value of its own is known by that too. */
static void
judge_expected(List *list, Entry *entry, size_t i, const TypedCell *cell)
{
    const ListColumn *column = &list->columns[i];
    if (!field_names_entry(column->field) || filler_kind(cell->raw) == FILLER_NOT ||
        text_equal(cell->state, TEXT("bad")))
        return;
    report(entry, column, "required_missing", cell->raw, TEXT_NONE);
    Finding *finding = &entry->findings.items[entry->findings.count - 1];
    finding->error = !cell_has_own_value(list, entry->row);
    finding->expected = column->field->title;
}

static bool
is_figure_left_of(const List *list, int column)
{
    for (size_t i = 0; i < list->column_count; i++) {
        if (list->columns[i].column == column - 1)
            return list->columns[i].form == COLUMN_INTEGER || list->columns[i].form == COLUMN_NUMERIC;
    }
    return false;
}

/* Digits name nobody; three behind a figure are its thousands, which a comma without quotes has cut off. */
static void
judge_person(List *list, Entry *entry, const ListColumn *column, TypedCell *cell)
{
    uint64_t number;
    if (column->field->type != FIELD_PERSON || !text_read_count(cell->raw, &number))
        return;
    report(entry, column, "person_is_number", cell->raw, TEXT_NONE);
    entry->findings.items[entry->findings.count - 1].error =
        cell->raw.len == THOUSANDS && is_figure_left_of(list, column->column);
}

static void
tell_word_once(List *list, FindingList *findings, ListColumn *column)
{
    const Finding *last = &findings->items[findings->count - 1];
    const ChoiceWord *word = field_word(column->field, fold_key(fold_clean(last->raw, list->row), list->row));
    Text *said = &column->said[word - column->field->words];
    if (said->len > 0)
        findings->count--;
    else
        *said = arena_text(list->arena, last->raw);
}

/* A word that was read as a choice, and a dash that may be a 0, are told once a column. */
static void
tell_once(List *list, FindingList *findings, ListColumn *column)
{
    const char *code = findings->items[findings->count - 1].code;
    if (strcmp(code, "choice_word_read") == 0) {
        tell_word_once(list, findings, column);
    } else if (strcmp(code, "zero_unclear") == 0) {
        findings->count -= column->told_dash;
        column->told_dash = true;
    }
}

TypedCell
cell_convert(List *list, Entry *entry, size_t i)
{
    ListColumn *column = &list->columns[i];
    const char *code;
    Text unit = unit_beside(list, entry, column);
    CellInput input = {.place = {entry->row->place.sheet, entry->row->place.row_no, column->column},
                       .raw = cell_meant(list, entry, i, &code),
                       .marks = entry->row->marks,
                       .label = column->label,
                       .unit = column->unit,
                       .beside = character_all_blank(unit) ? TEXT_NONE : unit};
    Converter converter = {list->setting.gbk, list->row, &entry->findings, entry->subject};
    size_t findings = entry->findings.count;
    report_above(list, entry, i, code, input.raw);
    TypedCell cell = convert_cell(&converter, column->field, &input);
    if (entry->findings.count > findings)
        tell_once(list, &entry->findings, column);
    judge_size(entry, column, &cell);
    judge_expected(list, entry, i, &cell);
    judge_person(list, entry, column, &cell);
    if (text_equal(cell.state, TEXT("bad")) && entry->findings.count == findings)
        note_unreadable(entry, &input);
    return cell;
}

/* What was meant may be borrowed from what is kept, so that goes last. */
void
cell_keep_above(List *list, const Entry *entry)
{
    Arena *arena = arena_new();
    Text *cells = arena_array(arena, list->column_count, sizeof *cells);
    for (size_t i = 0; i < list->column_count; i++) {
        const char *code;
        cells[i] = arena_text(arena, cell_meant(list, entry, i, &code));
    }
    arena_free(list->above.arena);
    list->above.arena = arena;
    list->above.rejected = cells;
}

Texts
cell_spell_out(List *list, const Entry *entry)
{
    const Row *row = entry->row;
    Text *cells = row->cells;
    for (size_t i = 0; i < list->column_count; i++) {
        const char *code;
        int column = list->columns[i].column;
        Text meant = cell_meant(list, entry, i, &code);
        if (code == NULL || (size_t)column >= row->cell_count)
            continue;
        if (cells == row->cells) {
            cells = arena_array(list->row, row->cell_count, sizeof *cells);
            memcpy(cells, row->cells, row->cell_count * sizeof *cells);
        }
        cells[column] = meant;
    }
    return (Texts){cells, row->cell_count};
}
