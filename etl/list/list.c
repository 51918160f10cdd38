#include "list/list.h"

#include <inttypes.h>

#include "list/block.h"
#include "list/digits.h"
#include "list/opening.h"
#include "list/plan.h"
#include "list/record.h"
#include "list/role.h"
#include "table/rehead.h"
#include "text/decimal.h"
#include "text/fold.h"
#include "text/formula.h"
#include "text/numeral.h"
#include "text/words.h"

enum { SENT_MOST = 256 * 1024 * 1024, KEY_MOST = 64 * 1024 * 1024 };

static void
copy_row(List *list, Row *copy, const Row *row)
{
    *copy = (Row){.place = row->place, .marks = arena_text(list->arena, row->marks), .cell_count = row->cell_count};
    copy->place.sheet = list->window.name;
    copy->cells = arena_array(list->arena, row->cell_count, sizeof(Text));
    for (size_t i = 0; i < row->cell_count; i++)
        copy->cells[i] = arena_text(list->arena, row->cells[i]);
}

/* The header's rows, with room for the row being looked at. */
static void
open_window(List *list, const Sheet *sheet, const Header *header)
{
    size_t span = header->last - header->first + 1;
    list->window = (Sheet){.name = arena_text(list->arena, sheet->name), .row_count = span + 1, .row_room = span + 1};
    list->window.arena = list->arena;
    list->window.rows = arena_array(list->arena, span + 1, sizeof(Row));
    for (size_t i = 0; i < span; i++)
        copy_row(list, &list->window.rows[i], &sheet->rows[header->first + i]);
    list->sheet = &list->window;
    list->header.first = 0;
    list->header.last = span - 1;
}

static void
copy_header(List *list, const Header *header)
{
    HeaderColumn *columns = arena_array(list->arena, header->column_count, sizeof *columns);
    for (size_t i = 0; i < header->column_count; i++) {
        columns[i] = header->columns[i];
        columns[i].label = arena_text(list->arena, header->columns[i].label);
    }
    list->header = *header;
    list->header.columns = columns;
}

/* The first row whose number is not below `row_no`. */
static size_t
first_row_from(const Sheet *sheet, uint64_t row_no)
{
    size_t low = 0;
    size_t high = sheet->row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->rows[middle].place.row_no < row_no)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
note_merges(List *list, const Sheet *sheet)
{
    list->spanned = arena_array(list->arena, sheet->row_count, sizeof(bool));
    for (size_t i = 0; i < sheet->merge_count; i++) {
        const CellRange *merge = &sheet->merges[i];
        for (size_t index = first_row_from(sheet, merge->first_row);
             index < sheet->row_count && sheet->rows[index].place.row_no <= merge->last_row; index++)
            list->spanned[index] = true;
    }
}

List *
list_open(const ListSetting *setting, const Sheet *sheet, const Header *header, bool whole, Err *err)
{
    List *list = mem_alloc(sizeof *list);
    *list = (List){.setting = *setting, .whole = whole, .arena = arena_new(), .row = arena_new()};
    list->sheet = sheet;
    list->above.tuple = SIZE_MAX;
    list->above.sent = buf_new(SENT_MOST);
    list->fold = buf_new(KEY_MOST);
    list->values = unique_new(setting->memory, setting->spill);
    list->told = told_new(setting->findings, setting->most_alike, UINT64_MAX, list->arena);
    copy_header(list, header);
    plan_columns(list, sheet, &list->header);
    bool ok = opening_write(list, sheet, err);
    block_open(list, sheet);
    if (whole)
        note_merges(list, sheet);
    else
        open_window(list, sheet, header);
    if (ok)
        return list;
    list_free(list);
    return NULL;
}

void
list_free(List *list)
{
    if (list == NULL)
        return;
    unique_free(list->values);
    buf_free(&list->fold);
    buf_free(&list->above.sent);
    arena_free(list->above.arena);
    mem_free(list->tuples.bytes);
    arena_free(list->row);
    arena_free(list->arena);
    mem_free(list);
}

/* A number; where rows are numbered, in any notation: 3, ３、 or 三. */
static bool
is_number(List *list, Text cell, int column)
{
    Decimal number;
    Text rest;
    if (list->sequence < list->column_count && list->columns[list->sequence].column == column)
        return numeral_ordinal(fold_key(cell, list->row), list->row, &number);
    return decimal_read(cell, &number, &rest) && rest.len == 0;
}

/* The cell by which a clerk knows the row: the first that holds more than its number. */
static int
telling_column(List *list, const Row *row)
{
    int first = -1;
    for (size_t i = 0; i < row->cell_count; i++) {
        if (row->cells[i].len == 0)
            continue;
        if (!is_number(list, row->cells[i], (int)i))
            return (int)i;
        first = first < 0 ? (int)i : first;
    }
    return first;
}

/* Where what the code says is to be seen. */
static int
column_of(List *list, const Row *row, size_t index, Text code)
{
    if (text_equal(code, TEXT("list_figure_merged")))
        return role_figure(list, row);
    if (text_equal(code, TEXT("list_other_unit")))
        return rehead_other_unit(&list->header, list->sheet, index, list->row)->column;
    return telling_column(list, row);
}

static bool
report_skipped(List *list, const Row *row, size_t index, const char *code, Err *err)
{
    static const char *const stops[] = {"second_table", "list_other_unit", NULL};
    static const char *const errors[] = {"list_row_unread", "list_figure_merged", NULL};
    int column = column_of(list, row, index, text_of(code));
    Finding finding = {
        .place = {row->place.sheet, row->place.row_no, column}, .code = code, .raw = state_cell(row, column)};
    list->stopped = words_have(stops, text_of(code));
    finding.error = list->stopped || words_have(errors, text_of(code));
    return told_add(list->told, &finding, err);
}

/* Neither an entry nor the header. */
static bool
take_line(List *list, const Row *row, size_t index, const char *code, Err *err)
{
    if (block_begins(list, index, telling_column(list, row), code))
        return true;
    return code == NULL || report_skipped(list, row, index, code, err);
}

/* The row stands at `index` of list->sheet; `spanned`: merged ranges touch it. */
static bool
take_odd(List *list, const Row *row, size_t index, bool spanned, Err *err)
{
    const char *code = NULL;
    Role role = role_of(list, index, &code);
    if (role == ROLE_NONE || role == ROLE_SKIPPED)
        return take_line(list, row, index, code, err);
    if (block_is_open(list) && !block_follow(list, role == ROLE_HEADER, err))
        return false;
    if (list->stopped || role == ROLE_HEADER)
        return true;
    list->after_end = false;
    list->last_row = row->place.row_no;
    return record_take(list, row, index, spanned, err);
}

/* The office put them before what a spreadsheet would calculate (out/csvout.h). */
static void
take_apostrophes_off(const Row *row)
{
    for (size_t i = 0; i < row->cell_count; i++) {
        Text rest = text_sub(row->cells[i], 1, row->cells[i].len);
        if (text_starts_with(row->cells[i], TEXT("'")) && formula_begins(rest))
            row->cells[i] = rest;
    }
}

/* Typed before an identifier so that its zeros stay: '00001. */
static void
take_apostrophe_off(const List *list, const Row *row)
{
    int column = list->unique < list->column_count ? list->columns[list->unique].column : -1;
    Text cell = state_cell(row, column);
    if (cell.len > 1 && cell.ptr[0] == '\'')
        row->cells[column] = text_sub(cell, 1, cell.len);
}

static bool
take_row(List *list, const Row *row, size_t index, bool spanned, Err *err)
{
    bool ok;
    if (list->supplement)
        take_apostrophes_off(row);
    take_apostrophe_off(list, row);
    if (!spanned && !list->setting.long_way && !block_is_open(list) && role_is_ordinary(list, row)) {
        list->after_end = false;
        list->last_row = row->place.row_no;
        ok = record_take(list, row, index, false, err);
    } else {
        ok = take_odd(list, row, index, spanned, err);
    }
    if (arena_used(list->row) > 0)
        arena_reset(list->row);
    return ok;
}

bool
list_take(List *list, const Row *row, Err *err)
{
    size_t index = list->window.row_count - 1;
    list->window.rows[index] = *row;
    list->window.rows[index].place.sheet = list->window.name;
    return list->stopped || take_row(list, &list->window.rows[index], index, false, err);
}

bool
list_take_held(List *list, const Sheet *sheet, Err *err)
{
    size_t first = first_row_from(sheet, list->sheet->rows[list->header.last].place.row_no + 1);
    for (size_t index = first; index < sheet->row_count && !list->stopped; index++) {
        bool ok = list->whole ? take_row(list, &sheet->rows[index], index, list->spanned[index], err)
                              : list_take(list, &sheet->rows[index], err);
        if (!ok)
            return false;
    }
    return true;
}

static bool
refuse(List *list, const char *code, Finding finding, Err *err)
{
    list->refused = code;
    finding.place.sheet = list->sheet->name;
    finding.place.column = -1;
    finding.error = true;
    finding.code = code;
    return finding_add(list->setting.findings, &finding, err);
}

bool
list_take_merge(List *list, const CellRange *merge, Err *err)
{
    uint64_t header = list->sheet->rows[list->header.last].place.row_no;
    if (list->refused != NULL || merge->first_row == merge->last_row || merge->last_row <= header ||
        merge->first_row > list->last_row)
        return true;
    Finding finding = {.place = {.row_no = merge->first_row}};
    finding.expected = arena_printf(list->arena, "%d", SHEET_MAX_ROWS);
    return refuse(list, "list_merged", finding, err);
}

bool
list_take_hidden_columns(List *list, Text range)
{
    return sheet_add_hidden_columns(&list->window, range);
}

uint64_t
list_read_count(const List *list)
{
    return state_read_count(list);
}

static bool
report_hidden_columns(List *list, Err *err)
{
    for (size_t i = 0; i < list->header.column_count; i++) {
        const HeaderColumn *column = &list->header.columns[i];
        if (list->told_hidden[column->column] || !sheet_column_hidden(list->sheet, column->column))
            continue;
        Text name = row_column_name(column->column, list->arena);
        Finding finding = {.place = {list->sheet->name, 0, -1}, .field = column->label, .code = "hidden_cells"};
        finding.raw = arena_printf(list->arena, "%" TEXT_FMT "列", TEXT_ARG(name));
        if (!told_add(list->told, &finding, err))
            return false;
    }
    return true;
}

/* Whether so many rows are bad that the file is to be sent again; of rows that came back, few, the bad ones may come back again. */
static bool
judge_share(List *list, Err *err)
{
    uint64_t read = list_read_count(list);
    if (list->refused != NULL || list->supplement || list->rejected * 100 <= (uint64_t)list->setting.most_bad * read)
        return true;
    Finding finding = {.raw = arena_printf(list->arena, "%" PRIu64, list->rejected),
                       .read_as = arena_printf(list->arena, "%" PRIu64, read),
                       .expected = arena_printf(list->arena, "%" PRId64, list->setting.most_bad)};
    return refuse(list, "reject_limit_exceeded", finding, err);
}

/* A list without a row counts as none (the form says where there is nothing to list). */
static bool
tell_empty(List *list, Err *err)
{
    if (list->refused != NULL || list_read_count(list) > 0)
        return true;
    Finding finding = {.place = {list->sheet->name, 0, -1}, .code = "list_empty", .raw = list->header.kind->title};
    return finding_add(list->setting.findings, &finding, err);
}

bool
list_end(List *list, const char **refused, Err *err)
{
    bool ok = record_judge_open(list, err) && block_end(list, err) && digits_end(list, err) &&
              report_hidden_columns(list, err) && told_end(list->told, err) && judge_share(list, err) &&
              tell_empty(list, err) && typedlist_end(list->setting.rows, list->loaded, list->rejected, err);
    *refused = list->refused;
    return ok;
}
