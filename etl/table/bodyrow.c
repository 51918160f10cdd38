#include "table/bodyrow.h"

#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

typedef struct RowView {
    const Sheet *sheet;
    const Header *header;
    size_t index;
    Arena *arena;
} RowView;

/* True where `folded` is `word` alone, or goes on with a digit or a sign as a heading does: "注1", "说明：", "示例(一)". */
static bool
is_heading(Text folded, Text word)
{
    if (!text_starts_with(folded, word))
        return false;
    if (folded.len == word.len)
        return true;
    char next = folded.ptr[word.len];
    return (next >= '0' && next <= '9') || next == ':' || next == '(' || next == '.' || next == '-' ||
           text_starts_with(text_sub(folded, word.len, folded.len), TEXT("、"));
}

static bool
is_any_heading(Text folded, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (is_heading(folded, text_of(*words)))
            return true;
    }
    return false;
}

static bool
is_note(Text folded)
{
    static const char *const notes[] = {"说明",     "注",       "备注",     "注意",     "注意事项", "填表说明",
                                        "填报说明", "填写说明", "填表须知", "填表要求", NULL};
    return is_any_heading(folded, notes);
}

static bool
is_signature(Text folded)
{
    static const char *const people[] = {
        "填表人:",   "填报人:", "制表人:", "审核人:",   "复核人:",   "负责人:",   "经办人:",   "单位负责人:",
        "主管领导:", "签发人:", "日期:",   "填表日期:", "填报日期:", "填报时间:", "填表时间:", NULL};
    static const char *const stamps[] = {"(盖章)", "(公章)", "(签章)", "(签字)", "(加盖公章)",
                                         "盖章:",  "公章:",  "签章:",  "签字:",  NULL};
    return words_begin(people, folded) || words_inside(stamps, folded);
}

/* "2023年6月1日", "年月日": a line to date a signature. */
static bool
is_date_line(Text folded)
{
    static const char *const parts[] = {"年", "月", "日"};
    size_t seen = 0;
    for (size_t at = 0; at < folded.len;) {
        Text character = character_at(folded, at);
        at += character.len;
        if (character.len == 1 && character.ptr[0] >= '0' && character.ptr[0] <= '9')
            continue;
        if (seen == 3 || !text_equal(character, text_of(parts[seen])))
            return false;
        seen++;
    }
    return seen == 3;
}

static bool
is_total(Text folded)
{
    static const char *const totals[] = {"合计", "总计", "小计", "共计", "共", NULL};
    return is_any_heading(folded, totals);
}

static bool
is_sample(Text folded)
{
    static const char *const words[] = {"例", "例如", "示例", "样例", "范例", "填写示例", "填报示例", "填表示例", NULL};
    static const char *const bracketed[] = {"(例)", "(示例)", "(样例)", "(填写示例)", NULL};
    return is_any_heading(folded, words) || words_inside(bracketed, folded);
}

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

static bool
ends_table(const RowView *view, const HeadBlock *block)
{
    int column = sheet_first_filled(view->sheet, view->index);
    Text folded = folded_cell(view, column);
    if (is_note(folded) || is_signature(folded) || is_total(folded))
        return true;
    if (is_date_line(folded) && sheet_filled_count(view->sheet, view->index) == 1)
        return true;
    return headblock_begins(block, sheet_cell(view->sheet, view->index, column), view->arena);
}

static bool
holds_sequence(const HeaderColumn *column)
{
    return column->field != NULL && column->field->type == FIELD_SEQUENCE;
}

/* Samples are marked where the row begins: in its number or in its name. */
static bool
is_sample_row(const RowView *view)
{
    const Header *header = view->header;
    for (size_t i = 0; i < header->column_count; i++) {
        const Field *field = header->columns[i].field;
        if (field == NULL || (field->type != FIELD_SEQUENCE && field->type != FIELD_NAME))
            continue;
        if (is_sample(folded_cell(view, header->columns[i].column)))
            return true;
    }
    return is_sample(folded_cell(view, sheet_first_filled(view->sheet, view->index)));
}

/* True where one merged cell lies over two or more of the expected columns: a line of text, not an entry. */
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
            return true;
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

/* Strokes and 无 stand where nothing is to be filled in. */
static bool
says_nothing(Text cell)
{
    static const char *const words[] = {"无", "/", "／", "-", "--", "—", "——", "－", NULL};
    return character_all_blank(cell) || words_have(words, text_trim(cell));
}

/* "本市本年度无推荐项目。": a zero report in words. */
static bool
states_nothing(Text folded)
{
    static const char *const words[] = {"无推荐", "零推荐", "无申报", "零申报", "零报告", "无符合", "没有推荐", NULL};
    return words_inside(words, folded);
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
        filled->number_is_text = has_letters(folded_cell(view, column));
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

static BodyRole
remark_or_nothing(const RowView *view)
{
    return states_nothing(folded_cell(view, sheet_first_filled(view->sheet, view->index))) ? BODY_NOTHING : BODY_REMARK;
}

static BodyRole
role_by_filling(const RowView *view)
{
    Filled filled = count_filled(view);
    if (is_text_across(view))
        return remark_or_nothing(view);
    if (filled.own > 0)
        return BODY_DATA;
    if (filled.inherited > 0)
        return BODY_CONTINUATION;
    if (filled.others == 0)
        return filled.number_is_text ? remark_or_nothing(view) : BODY_NOTHING;
    return filled.others == 1 && !filled.number ? remark_or_nothing(view) : BODY_DATA;
}

BodyRole
bodyrow_role(const Sheet *sheet, const Header *header, const HeadBlock *block, size_t index, Arena *arena)
{
    RowView view = {sheet, header, index, arena};
    if (header_repeats(header, sheet, index, arena))
        return BODY_HEADER;
    if (ends_table(&view, block))
        return BODY_END;
    if (is_sample_row(&view))
        return BODY_SAMPLE;
    return role_by_filling(&view);
}

bool
bodyrow_is_note(const Sheet *sheet, size_t index, Arena *arena)
{
    int column = sheet_first_filled(sheet, index);
    return is_note(fold_key(sheet_cell(sheet, index, column), arena));
}
