#include "table/bodyrow.h"

#include "table/bodyword.h"
#include "table/rehead.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/fold.h"
#include "text/numeral.h"

enum { COUNTED_COLUMNS = 3, HINTED_COLUMNS = 2, TABLE_LABELS = 2, LABEL_BYTES = 60 };

typedef struct RowView {
    const Sheet *sheet;
    const Header *header;
    size_t index;
    Arena *arena;
} RowView;

Text
bodyrow_inherited(const Sheet *sheet, size_t index, int column)
{
    uint64_t row_no = sheet->rows[index].place.row_no;
    const CellRange *merge = sheet_merge_at(sheet, row_no, column);
    if (merge == NULL || merge->first_row == row_no || merge->first_column != column)
        return TEXT_NONE;
    Text value = sheet_merged_cell(sheet, index, column);
    return character_all_blank(value) ? TEXT_NONE : value;
}

static Text
folded_cell(const RowView *view, int column)
{
    return fold_key(sheet_cell(view->sheet, view->index, column), view->arena);
}

/* True where the expected columns are all filled, and not all by a signature: an entry, however its first cell begins. */
static bool
is_full_entry(const RowView *view)
{
    bool others = false;
    for (size_t i = 0; i < view->header->column_count; i++) {
        const HeaderColumn *column = &view->header->columns[i];
        if (column->field == NULL || !column->field->expected)
            continue;
        Text folded = folded_cell(view, column->column);
        if (folded.len == 0)
            return false;
        others |= !bodyword_is_signature(folded);
    }
    return others;
}

static bool
says_nothing(Text cell)
{
    Filler filler = filler_kind(cell);
    return filler == FILLER_BLANK || filler == FILLER_NONE;
}

/* 福州市, but neither 40家 nor a stroke. */
static bool
is_worded(Text cell)
{
    return !says_nothing(cell) && !(cell.ptr[0] >= '0' && cell.ptr[0] <= '9');
}

static size_t
count_worded(const RowView *view)
{
    size_t worded = 0;
    for (size_t column = 0; column < view->sheet->rows[view->index].cell_count; column++)
        worded += is_worded(sheet_cell(view->sheet, view->index, (int)column));
    return worded;
}

/* A total stands where the row begins, or where its name would. */
static bool
is_sum(const RowView *view)
{
    int first = sheet_first_filled(view->sheet, view->index);
    bool among_figures = count_worded(view) == 1;
    if (bodyword_is_total(folded_cell(view, first), sheet_filled_count(view->sheet, view->index) == 1) ||
        bodyword_sums_up(folded_cell(view, first), among_figures))
        return true;
    for (size_t i = 0; i < view->header->column_count; i++) {
        const HeaderColumn *column = &view->header->columns[i];
        if (column->field != NULL && column->field->expected &&
            bodyword_sums_up(folded_cell(view, column->column), among_figures))
            return true;
    }
    return false;
}

bool
bodyrow_is_sum(const Sheet *sheet, const Header *header, size_t index, Arena *arena)
{
    return is_sum(&(RowView){sheet, header, index, arena});
}

static bool
ends_table(const RowView *view, const HeadBlock *block)
{
    int column = sheet_first_filled(view->sheet, view->index);
    Text folded = folded_cell(view, column);
    bool alone = sheet_filled_count(view->sheet, view->index) == 1;
    if (bodyword_is_note(folded) || is_sum(view) || (alone && bodyword_is_date(folded)))
        return true;
    if (bodyword_is_signature(folded) && !is_full_entry(view))
        return true;
    return headblock_begins(block, sheet_cell(view->sheet, view->index, column), view->arena);
}

static bool
holds_sequence(const HeaderColumn *column)
{
    return column->field != NULL && column->field->type == FIELD_SEQUENCE;
}

static bool
is_name_column(const HeaderColumn *column)
{
    return column->field != NULL && column->field->type == FIELD_NAME;
}

/* XX平台 of XX公司: the form's own sample, or one that was never filled in. */
static bool
names_are_blanks(const RowView *view)
{
    size_t names = 0;
    for (size_t i = 0; i < view->header->column_count; i++) {
        if (!is_name_column(&view->header->columns[i]))
            continue;
        if (!bodyword_is_blank_name(folded_cell(view, view->header->columns[i].column)))
            return false;
        names++;
    }
    return names > 0;
}

/* Samples are marked where the row begins, in its number or in its name, or in a cell of their own. */
static bool
is_sample_row(const RowView *view)
{
    const Header *header = view->header;
    for (size_t i = 0; i < header->column_count; i++) {
        const HeaderColumn *column = &header->columns[i];
        Text folded = folded_cell(view, column->column);
        bool may_go_on = holds_sequence(column) || is_name_column(column);
        if (bodyword_is_sample(folded, !may_go_on))
            return true;
    }
    return names_are_blanks(view) ||
           bodyword_is_sample(folded_cell(view, sheet_first_filled(view->sheet, view->index)), false);
}

/* Whether the row holds more than its number and what the merged cell shows. */
static bool
has_more(const RowView *view, const CellRange *merge)
{
    const Row *row = &view->sheet->rows[view->index];
    for (int column = 0; column < (int)row->cell_count; column++) {
        const HeaderColumn *head = header_at(view->header, column);
        bool shown = column == merge->first_column && row->place.row_no == merge->first_row;
        bool number = head != NULL && holds_sequence(head);
        if (!shown && !number && !says_nothing(sheet_cell(view->sheet, view->index, column)))
            return true;
    }
    return false;
}

/* True where one merged cell lies over two or more of the expected columns and is alone: a line of text, not an entry. */
static bool
is_text_across(const RowView *view)
{
    const Header *header = view->header;
    uint64_t row_no = view->sheet->rows[view->index].place.row_no;
    const CellRange *seen = NULL;
    for (size_t i = 0; i < header->column_count; i++) {
        const HeaderColumn *column = &header->columns[i];
        if (column->field == NULL || !column->field->expected)
            continue;
        const CellRange *merge = sheet_merge_at(view->sheet, row_no, column->column);
        if (merge != NULL && merge == seen)
            return !has_more(view, merge);
        seen = merge;
    }
    return false;
}

typedef struct Filled {
    size_t own;       /* expected cells with something of their own */
    size_t inherited; /* expected cells that only a merged cell from above fills */
    size_t others;    /* filled cells outside the expected columns and the number */
    bool number;
    bool number_is_text; /* 序号 holds words: "一、省级平台" */
} Filled;

static bool
has_letters(Text folded)
{
    for (size_t i = 0; i < folded.len; i++) {
        if ((unsigned char)folded.ptr[i] >= 0x80)
            return true;
    }
    return false;
}

/* "一、市属企业", but not "一". */
static bool
is_words(Text folded, Arena *arena)
{
    Decimal number;
    return has_letters(folded) && !numeral_ordinal(folded, arena, &number);
}

static void
count_cell(const RowView *view, int column, const HeaderColumn *head, Filled *filled)
{
    bool own = !says_nothing(sheet_cell(view->sheet, view->index, column));
    if (head != NULL && head->field != NULL && head->field->expected) {
        filled->own += own;
        filled->inherited += bodyrow_inherited(view->sheet, view->index, column).len > 0;
    } else if (own && head != NULL && holds_sequence(head)) {
        filled->number = true;
        filled->number_is_text = is_words(folded_cell(view, column), view->arena);
    } else {
        filled->others += own;
    }
}

static Filled
count_filled(const RowView *view)
{
    Filled filled = {0};
    int width = (int)view->sheet->rows[view->index].cell_count;
    for (size_t i = 0; i < view->header->column_count; i++) {
        if (view->header->columns[i].column >= width)
            width = view->header->columns[i].column + 1;
    }
    for (int column = 0; column < width; column++)
        count_cell(view, column, header_at(view->header, column), &filled);
    return filled;
}

/* The only filled cell besides the number, folded; TEXT_NONE where there are several. */
static Text
lone_text(const RowView *view)
{
    Text lone = TEXT_NONE;
    for (size_t column = 0; column < view->sheet->rows[view->index].cell_count; column++) {
        const HeaderColumn *head = header_at(view->header, (int)column);
        Text cell = sheet_cell(view->sheet, view->index, (int)column);
        if (says_nothing(cell) ||
            (head != NULL && holds_sequence(head) && !is_words(folded_cell(view, (int)column), view->arena)))
            continue;
        if (lone.len > 0)
            return TEXT_NONE;
        lone = folded_cell(view, (int)column);
    }
    return lone;
}

/* The unit that signs below its table. */
static bool
is_own_unit(const HeadBlock *block, Text folded, Arena *arena)
{
    for (size_t i = 0; i < block->count; i++) {
        const HeadValue *value = &block->values[i];
        if (value->field->type == FIELD_UNIT && value->value.len > 0 &&
            text_equal(fold_key(value->value, arena), folded))
            return true;
    }
    return false;
}

static bool
is_lone_line(const RowView *view, const HeadBlock *block)
{
    Text lone = lone_text(view);
    return lone.len > 0 &&
           (bodyword_states_nothing(lone) || bodyword_is_furniture(lone) || is_own_unit(block, lone, view->arena));
}

/* "(1)", "2": the number of a column below its label. */
static bool
is_number(Text folded, size_t number, Arena *arena)
{
    if (text_starts_with(folded, TEXT("(")) && text_ends_with(folded, TEXT(")")))
        folded = text_sub(folded, 1, folded.len - 2);
    return text_equal(folded, arena_printf(arena, "%zu", number));
}

/* The columns counted, 1 2 3 4 5: a line of the form's head. */
static bool
counts_columns(const RowView *view)
{
    size_t count = 0;
    for (size_t column = 0; column < view->sheet->rows[view->index].cell_count; column++) {
        Text folded = folded_cell(view, (int)column);
        if (folded.len > 0 && !is_number(folded, ++count, view->arena))
            return false;
    }
    return count >= COUNTED_COLUMNS;
}

/* A line that says below each label how to fill in the column. */
static bool
gives_hints(const RowView *view)
{
    size_t count = 0;
    for (size_t column = 0; column < view->sheet->rows[view->index].cell_count; column++) {
        Text folded = folded_cell(view, (int)column);
        if (folded.len > 0 && !bodyword_is_hint(folded))
            return false;
        count += folded.len > 0;
    }
    return count >= HINTED_COLUMNS;
}

/* Words without a digit, no longer than a label. */
static bool
is_label(Text folded)
{
    for (size_t i = 0; i < folded.len; i++)
        if (folded.ptr[i] >= '0' && folded.ptr[i] <= '9')
            return false;
    return has_letters(folded) && folded.len <= LABEL_BYTES;
}

static bool
follows_gap(const Sheet *sheet, size_t index)
{
    return sheet->rows[index].place.row_no > sheet->rows[index - 1].place.row_no + 1;
}

/* A row of nothing but labels, the first where this table has its number, with something right below. */
static bool
begins_other_table(const RowView *view)
{
    const Sheet *sheet = view->sheet;
    size_t labels = 0;
    bool in_number = false;
    if (!follows_gap(sheet, view->index) || view->index + 1 == sheet->row_count || follows_gap(sheet, view->index + 1))
        return false;
    for (size_t column = 0; column < sheet->rows[view->index].cell_count; column++) {
        const HeaderColumn *head = header_at(view->header, (int)column);
        Text folded = folded_cell(view, (int)column);
        if (folded.len == 0)
            continue;
        if (!is_label(folded))
            return false;
        in_number = in_number || (head != NULL && holds_sequence(head) && is_words(folded, view->arena));
        labels++;
    }
    return in_number && labels >= TABLE_LABELS;
}

static BodyRole
role_by_filling(const RowView *view)
{
    Filled filled = count_filled(view);
    if (is_text_across(view))
        return BODY_REMARK;
    if (filled.own > 0)
        return BODY_DATA;
    if (filled.inherited > 0)
        return BODY_CONTINUATION;
    if (filled.others == 0)
        return filled.number_is_text ? BODY_REMARK : BODY_NOTHING;
    return filled.others == 1 && !filled.number ? BODY_REMARK : BODY_DATA;
}

BodyRole
bodyrow_role(const Sheet *sheet, const Header *header, const HeadBlock *block, size_t index, Arena *arena)
{
    RowView view = {sheet, header, index, arena};
    Rehead again = rehead_of(header, sheet, index, arena);
    if (again == REHEAD_SAME || counts_columns(&view))
        return BODY_HEADER;
    if (ends_table(&view, block))
        return BODY_END;
    if (again == REHEAD_OTHERWISE || begins_other_table(&view))
        return BODY_OTHER_TABLE;
    if (is_sample_row(&view))
        return BODY_SAMPLE;
    if (is_lone_line(&view, block))
        return BODY_NOTHING;
    if (gives_hints(&view) || bodyword_refers_elsewhere(lone_text(&view)))
        return BODY_REMARK;
    return role_by_filling(&view);
}
