#include "form/form_note.h"

#include "text/unit.h"
#include "text/words.h"

/* 填表人, 电话, 审核意见 and the like. */
enum { SIGNATURES_BYTES = 400 };

static bool
is_heading(const FormCell *cell)
{
    return cell->marks.count > 0 && cell->marks.items[0].kind == FORM_MARK_HEADING;
}

static UnitNote
note_of_money(Text name)
{
    bool money = unit_concerns(name, TEXT("元"));
    return money ? (UnitNote){.names = {name}, .count = 1, .alone = true} : (UnitNote){.count = 0};
}

/* Every cell before it in its row is a heading. */
static bool
stands_behind_heading(const FormReader *reader, const FormCell *cell)
{
    size_t headings = 0;
    for (int column = 0; column < cell->column; column++) {
        const FormCell *before = form_reader_cell(reader, cell->index, column);
        if (before != NULL && !is_heading(before))
            return false;
        headings += before != NULL;
    }
    return headings > 0;
}

static bool
is_alone_in_row(const FormReader *reader, const FormCell *cell)
{
    return sheet_filled_count(reader->sheet, cell->index) == 1;
}

/* Ahead of all answers, by itself, and it names the form: a label that nobody knows is no title. */
static bool
is_title(const FormReader *reader, const FormCell *cell)
{
    return reader->reading->value_count == 0 && reader->scope.section == NULL && is_alone_in_row(reader, cell) &&
           text_find(cell->text.cell, TEXT("申报"), 0) != SIZE_MAX;
}

/* A cell without a mark: a unit behind a heading, one alone where no label waits, or a title with one. */
static UnitNote
note_of_plain(const FormReader *reader, const FormCell *cell)
{
    UnitNote note = note_of_money(unitnote_alone(cell->text.cell, reader->arena));
    bool alone = is_alone_in_row(reader, cell) && reader->open.target.count == 0;
    if (note.count > 0 && !alone && !stands_behind_heading(reader, cell))
        return (UnitNote){.count = 0};
    return note.count == 0 && is_title(reader, cell) ? unitnote_titled(cell->text.cell, reader->arena) : note;
}

UnitNote
form_note_of(const FormReader *reader, const FormCell *cell)
{
    UnitNote note = unitnote_read(cell->text.cell, reader->arena);
    if (note.alone || (note.count > 0 && (cell->marks.count == 0 || is_heading(cell))))
        return note;
    if (cell->marks.count == 0)
        return note_of_plain(reader, cell);
    bool heading = is_heading(cell) && cell->marks.count == 1;
    return heading ? unitnote_titled(cell->text.cell, reader->arena) : (UnitNote){.count = 0};
}

bool
form_note_is_below_all(const FormReader *reader, const FormCell *cell)
{
    size_t bytes = 0;
    if (!is_alone_in_row(reader, cell) || cell->marks.count > 0)
        return false;
    for (const FormCell *next = cell + 1; next < reader->cells + reader->cell_count; next++) {
        bytes += next->text.cell.len;
        if (next->marks.count > 0 || bytes > SIGNATURES_BYTES)
            return false;
    }
    return true;
}

/* Answers behind the note that it says something of, or any where `units` is NULL. */
static bool
has_answers_below(const FormReader *reader, const UnitNote *units)
{
    const FormReading *reading = reader->reading;
    for (size_t i = reader->note.values; i < reading->value_count; i++) {
        const FormValue *value = &reading->values[i];
        if (value->raw.len > 0 && (units == NULL || unitnote_for(units, value->field->unit, reader->arena).len > 0))
            return true;
    }
    return false;
}

/* The unit of a note below; where another is said above, both, which no schema accepts. False where the note says nothing of the figure. */
static bool
take_from_below(const FormReader *reader, FormValue *value)
{
    Text below = value->field->unit.len > 0 && value->beside.len == 0
                     ? unitnote_for(&reader->note.units, value->field->unit, reader->arena)
                     : TEXT_NONE;
    if (below.len == 0)
        return false;
    if (value->unit.len > 0 && !text_equal(value->unit, below))
        below = arena_printf(reader->arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(value->unit), TEXT_ARG(below));
    value->unit = below;
    return value->raw.len > 0;
}

/* True where some figure above it in its section is counted so. */
static bool
take_section_from_below(FormReader *reader)
{
    bool any = false;
    for (size_t i = 0; i < reader->note.values; i++) {
        FormValue *value = &reader->reading->values[i];
        if (value->field->section == reader->note.section)
            any = take_from_below(reader, value) || any;
    }
    return any;
}

static bool
speaks_of_above(const FormCell *cell)
{
    static const char *const begin[] = {"注", "备注", "（注", "(注", NULL};
    static const char *const inside[] = {"以上", "上述", "上列", NULL};
    return words_begin(begin, text_trim(cell->text.cell)) || words_inside(inside, cell->text.cell);
}

void
form_note_keep(FormReader *reader, const FormCell *cell, const UnitNote *units)
{
    bool of_sheet = reader->scope.section == NULL;
    FormNote *note = of_sheet ? &reader->sheet_note : &reader->note;
    UnitNote farther = note->units;
    note->units = *units;
    unitnote_add(&note->units, &farther);
    note->section = reader->scope.section;
    note->values = reader->reading->value_count;
    note->of_above = !of_sheet && speaks_of_above(cell) && take_section_from_below(reader);
}

bool
form_note_take_row(FormReader *reader, size_t first, size_t last)
{
    UnitNote note = {.count = 0};
    for (size_t i = first; i + 1 < last; i += 2) {
        Text name = unitnote_alone(reader->cells[i + 1].text.cell, reader->arena);
        if (name.len == 0 || note.count == UNITNOTE_MOST ||
            !unitnote_is_word(reader->cells[i].text.cell, reader->arena))
            return false;
        note.names[note.count++] = name;
    }
    if (note.count == 0 || (last - first) % 2 != 0)
        return false;
    for (size_t i = first; i < last; i++)
        reader->cells[i].taken = true;
    form_note_keep(reader, &reader->cells[first], &note);
    return true;
}

/* A note that no figure follows is about those above it: at the sheet's bottom about all, else about its section's. */
static void
settle(FormReader *reader, bool at_bottom)
{
    if (reader->note.units.count == 0 || has_answers_below(reader, &reader->note.units))
        return;
    if (!at_bottom)
        take_section_from_below(reader);
    for (size_t i = 0; at_bottom && i < reader->note.values; i++)
        take_from_below(reader, &reader->reading->values[i]);
}

void
form_note_begin_section(FormReader *reader, const FormSection *section)
{
    FormNote *note = &reader->note;
    if (note->units.count == 0 || form_labels_is_below(reader->scope.labels, section, note->section))
        return;
    if (!has_answers_below(reader, NULL) && !note->of_above) {
        note->section = section;
        return;
    }
    settle(reader, false);
    *note = (FormNote){.units = {.count = 0}};
}

void
form_note_end(FormReader *reader)
{
    settle(reader, !has_answers_below(reader, NULL));
}

/* In a table with a header a unit may stand alone in a column of remarks; elsewhere a cell says 单位. */
static Text
said_beside(const FormReader *reader, const FormCell *cell, const Field *field)
{
    UnitNote note = unitnote_read(cell->text.cell, reader->arena);
    bool remark = reader->value_column >= 0 && form_reader_cell(reader, reader->header, cell->column) != NULL;
    if (note.count > 0 && (remark || note.alone))
        return unitnote_for(&note, field->unit, reader->arena);
    Text name = remark ? unitnote_alone(cell->text.cell, reader->arena) : TEXT_NONE;
    return unit_concerns(name, field->unit) ? name : TEXT_NONE;
}

Text
form_note_beside(const FormReader *reader, const FormCell *label, const Field *field)
{
    int width = (int)reader->sheet->rows[label->index].cell_count;
    int column = reader->value_column > label->last_column ? reader->value_column : label->last_column;
    while (++column < width && field->unit.len > 0) {
        FormCell *cell = form_reader_cell(reader, label->index, column);
        if (cell == NULL || column == reader->unit_column)
            continue;
        if (cell->marks.count > 0)
            return TEXT_NONE;
        Text said = said_beside(reader, cell, field);
        if (said.len == 0)
            continue;
        cell->taken = true;
        return said;
    }
    return TEXT_NONE;
}
