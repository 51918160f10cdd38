#include "form/form_further.h"

#include "form/form_beside.h"
#include "schema/field.h"
#include "text/amount.h"
#include "text/filler.h"
#include "text/fold.h"
#include "text/unit.h"
#include "text/words.h"

bool
form_further_is_figure(const FormReader *reader, const FormCell *cell, const Field *field)
{
    Amount amount;
    AmountForm form = amount_read(cell->text.cell, reader->arena, &amount);
    if (form != AMOUNT_EXACT && form != AMOUNT_ABOUT)
        return false;
    Text unit = unit_name(amount.unit, reader->arena);
    return unit.len == 0 || unit_known(unit) || text_equal(unit, unit_name(field->unit, reader->arena));
}

static const FormCell *
head_of(const FormReader *reader, int column)
{
    return reader->value_column < 0 ? NULL : form_reader_cell(reader, reader->header, column);
}

/* In a table with a header a column beside the answers counts where it is said to put them right: 修改后, 审核数. */
static bool
may_answer(const FormReader *reader, const FormCell *cell)
{
    static const char *const corrected[] = {"修改", "更正", "修订", "审核", "核定", "核实", "审定", "调整", NULL};
    const FormCell *head = head_of(reader, cell->column);
    if (reader->value_column < 0)
        return (reader->columns[cell->column] & FORM_COLUMN_OF_REMARKS) == 0;
    return cell->column > reader->value_column && head != NULL && words_inside(corrected, head->text.folded);
}

/* A label, also of a section that is not being read: what stands behind it is its own. */
static bool
is_of_another(const FormReader *reader, const FormCell *cell, const FormTarget *target)
{
    return form_beside_role(reader, cell, target) == FORM_ROLE_LABEL ||
           (cell->marks.count > 0 && form_mark_is_whole(&cell->marks.items[0], &cell->text));
}

/* The next figure of the row behind `column` that is not taken yet; NULL where there is none before another label. */
static FormCell *
next_figure(const FormReader *reader, const FormCell *label, const FormTarget *target, int *column)
{
    int width = (int)reader->sheet->rows[label->index].cell_count;
    for (++*column; *column < width; ++*column) {
        FormCell *cell = form_reader_cell(reader, label->index, *column);
        if (cell != NULL && is_of_another(reader, cell, target))
            return NULL;
        if (cell == NULL || cell->taken || form_beside_role(reader, cell, target) != FORM_ROLE_ANSWER ||
            !may_answer(reader, cell))
            continue;
        if (filler_kind(cell->text.cell) == FILLER_NONE || form_further_is_figure(reader, cell, target->fields[0]))
            return cell;
    }
    return NULL;
}

static bool
asks_for_figures(const FormTarget *target)
{
    return target->meaning == FORM_MEANS_FIELDS && field_is_number(target->fields[0]);
}

bool
form_further_refuse(FormReader *reader, const FormCell *label, const FormTarget *target, size_t taken)
{
    int column = label->last_column;
    size_t figures = 0;
    const FormCell *last = NULL;
    FormCell *cell;
    if (target->count == 1 || taken < target->count || !asks_for_figures(target))
        return false;
    while ((cell = next_figure(reader, label, target, &column)) != NULL) {
        if (sheet_column_hidden(reader->sheet, column))
            continue;
        figures++;
        last = cell;
    }
    if (figures <= target->count)
        return false;
    form_reader_refuse(reader, last, "form_blanks_unclear", last->text.cell);
    for (column = label->last_column; (cell = next_figure(reader, label, target, &column)) != NULL;)
        cell->taken = true;
    return true;
}

/* ASCII, or the words of a date, and a digit or @ among it: no remark is written so. */
static bool
is_code(const FormCell *cell)
{
    static const char *const words[] = {"年", "月", "日", "至", "、", "—", "○", NULL};
    bool code = form_text_has_digit(&cell->text, 0, cell->text.count);
    for (size_t at = 0; at < cell->text.count; at++) {
        Text character = form_text_character(&cell->text, at);
        if (character.len > 1 && !words_have(words, character))
            return false;
        code = code || text_equal(character, TEXT("@"));
    }
    return code;
}

/* One of the words that the field may be answered with, and nothing else. */
static bool
is_listed(const FormReader *reader, const FormCell *cell, const Field *field)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        if (text_equal(cell->text.folded, fold_key(field->choices[i], reader->arena)))
            return true;
    }
    return false;
}

/* True where a further cell of the row surely is one more answer to a question that is answered in words. */
static bool
answers_again(const FormReader *reader, const FormCell *cell, const Field *field)
{
    switch (field->type) {
    case FIELD_NAME:
    case FIELD_UNIT:
        return fold_ends_name(cell->text.cell) && form_text_match(&cell->text, 0, TEXT("(")) == 0;
    case FIELD_DATE:
    case FIELD_PERIOD:
    case FIELD_USCC:
    case FIELD_PHONE:
    case FIELD_MOBILE:
    case FIELD_EMAIL:
        return is_code(cell);
    default:
        return form_answer_is_choice(&cell->text, 0, field) || is_listed(reader, cell, field);
    }
}

/* A further cell in words: one more answer is held against the first, any other text is told. */
static void
take_words(FormReader *reader, FormCell *cell, const FormTarget *target)
{
    const Field *field = target->fields[0];
    FormPart whole = {0, cell->text.count};
    bool again = target->count == 1 && answers_again(reader, cell, field);
    if (!again && form_answer_is_furniture(&reader->scope, &cell->text, whole, reader->arena))
        return;
    cell->taken = true;
    if (again)
        form_reader_answer(reader, cell, cell->text.cell, 0);
    else
        form_reader_leave(reader, cell, "form_text_left", cell->text.cell);
}

/* Of a question that is answered in words: the further cells of its row as far as the next label. */
static void
answer_in_words(FormReader *reader, const FormCell *label, const FormTarget *target)
{
    int width = (int)reader->sheet->rows[label->index].cell_count;
    for (int column = label->last_column + 1; column < width; column++) {
        FormCell *cell = form_reader_cell(reader, label->index, column);
        if (cell != NULL && is_of_another(reader, cell, target))
            return;
        if (cell == NULL || cell->taken || cell->covered || !may_answer(reader, cell))
            continue;
        if (sheet_column_hidden(reader->sheet, column))
            form_reader_pass_hidden(reader, cell);
        else
            take_words(reader, cell, target);
    }
}

void
form_further_answer(FormReader *reader, const FormCell *label, const FormTarget *target)
{
    int column = label->last_column;
    bool waits = reader->open.target.count == 1 && reader->open.target.fields[0] == target->fields[0];
    FormCell *cell;
    bool words = target->meaning == FORM_MEANS_FIELDS && !field_is_number(target->fields[0]);
    if (reader->open.answered && words && waits)
        answer_in_words(reader, label, target);
    if (!reader->open.answered || !asks_for_figures(target))
        return;
    while ((cell = next_figure(reader, label, target, &column)) != NULL) {
        if (sheet_column_hidden(reader->sheet, column))
            form_reader_pass_hidden(reader, cell);
        else if (waits)
            form_reader_answer(reader, cell, cell->text.cell, 0);
        cell->taken = cell->taken || waits;
    }
}
