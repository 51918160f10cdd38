#include "template/notes.h"

#include "schema/cycle_words.h"
#include "schema/field_words.h"
#include "template/entry.h"
#include "template/required.h"

typedef enum Column {
    COLUMN_FIELD,
    COLUMN_PLACE,
    COLUMN_MEANING,
    COLUMN_UNIT,
    COLUMN_REQUIRED,
    COLUMN_NONE,
    COLUMN_YEARS,
    COLUMN_SOURCE,
    COLUMN_COUNT
} Column;

static const struct {
    Phrase label;
    int width;
    FillLabel look;
} columns[COLUMN_COUNT] = {
    [COLUMN_FIELD] = {PHRASE_FIELD, 22, FILL_NAME},       [COLUMN_PLACE] = {PHRASE_PLACE, 20, FILL_NAME},
    [COLUMN_MEANING] = {PHRASE_MEANING, 54, FILL_NAME},   [COLUMN_UNIT] = {PHRASE_UNIT, 12, FILL_SIDE},
    [COLUMN_REQUIRED] = {PHRASE_REQUIRED, 11, FILL_SIDE}, [COLUMN_NONE] = {PHRASE_NONE, 10, FILL_SIDE},
    [COLUMN_YEARS] = {PHRASE_YEARS, 12, FILL_SIDE},       [COLUMN_SOURCE] = {PHRASE_SOURCE, 36, FILL_NAME},
};

static bool
write_line(const Blank *blank, FillLabel look, Text text, Err *err)
{
    return fillbook_label(blank->book, 0, COLUMN_COUNT - 1, look, text, err) && fillbook_next(blank->book, 0, err);
}

/* Numbered on from `*number`. */
static bool
write_hints(const Blank *blank, const PhraseList *hints, Text stem, int *number, Err *err)
{
    for (size_t i = 0; i < hints->count; i++) {
        Text hint = phrases_fill(hints->items[i], stem, blank->arena);
        Text line = arena_printf(blank->arena, "%d. %" TEXT_FMT, ++*number, TEXT_ARG(hint));
        if (!write_line(blank, FILL_REMARK, line, err))
            return false;
    }
    return true;
}

static bool
write_row(const Blank *blank, const Text *cells, bool header, Err *err)
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (!fillbook_label(blank->book, i, i, header ? FILL_HEADER : columns[i].look, cells[i], err))
            return false;
    return fillbook_next(blank->book, 0, err);
}

static bool
write_header(const Blank *blank, Err *err)
{
    Text cells[COLUMN_COUNT];
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        cells[i] = blank->phrases->words[columns[i].label];
    return write_row(blank, cells, true, err) && fillbook_header(blank->book, err);
}

/* Parts that say something, a line each. */
static Text
lines_of(const Blank *blank, const Text *parts, size_t count)
{
    Text lines = TEXT_NONE;
    for (size_t i = 0; i < count; i++)
        if (parts[i].len > 0)
            lines = arena_printf(blank->arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(lines), lines.len > 0 ? "\n" : "",
                                 TEXT_ARG(parts[i]));
    return lines;
}

/* What the form explains, how to fill it in, the choices there are. */
static Text
meaning_of(const Blank *blank, const Field *field)
{
    Text choices = field->choice_count > 0 ? field_words_range(field, blank->arena) : TEXT_NONE;
    Text extra = field->printed ? TEXT_NONE : blank->phrases->words[PHRASE_EXTRA_COLUMN];
    const Text parts[] = {field->description, entry_how(blank, field), choices, extra};
    return lines_of(blank, parts, sizeof parts / sizeof parts[0]);
}

static Text
assumption(const Blank *blank, Phrase phrase, Text why)
{
    return why.len == 0 ? TEXT_NONE : phrases_fill(blank->phrases->words[phrase], why, blank->arena);
}

static Text
source_of(const Blank *blank, const Field *field)
{
    const Text parts[] = {field->clause, assumption(blank, PHRASE_ASSUMED, field->assumed),
                          assumption(blank, PHRASE_UNIT_ASSUMED, field->unit_assumed)};
    return lines_of(blank, parts, sizeof parts / sizeof parts[0]);
}

static bool
write_field(const Blank *blank, const Field *field, Err *err)
{
    const Text *words = blank->phrases->words;
    Text cells[COLUMN_COUNT] = {
        [COLUMN_FIELD] = field->title,
        [COLUMN_PLACE] = field_words_place(field, blank->arena),
        [COLUMN_MEANING] = meaning_of(blank, field),
        [COLUMN_UNIT] = field->unit,
        [COLUMN_REQUIRED] = required_word(blank, field),
        [COLUMN_NONE] = words[field->three_state ? PHRASE_YES : PHRASE_NO],
        [COLUMN_YEARS] = cycle_word_years(field->years, blank->cycle, blank->arena),
        [COLUMN_SOURCE] = source_of(blank, field),
    };
    return write_row(blank, cells, false, err);
}

static bool
begin(const Blank *blank, Err *err)
{
    int widths[COLUMN_COUNT];
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        widths[i] = columns[i].width;
    Text name = blank->phrases->words[PHRASE_SHEET_NOTES];
    FillSheet sheet = {name, FILL_NOTES, widths, COLUMN_COUNT};
    return fillbook_sheet(blank->book, &sheet, err) && write_line(blank, FILL_TITLE, name, err) &&
           write_line(blank, FILL_SECTION, blank->kind->title, err);
}

bool
notes_write(const Blank *blank, Text stem, Err *err)
{
    int number = 0;
    if (!begin(blank, err) || !write_hints(blank, &blank->phrases->hints, stem, &number, err) ||
        !write_hints(blank, &blank->phrases->layout_hints[blank->kind->layout], stem, &number, err) ||
        !write_header(blank, err))
        return false;
    for (size_t i = 0; i < blank->kind->field_count; i++)
        if (!write_field(blank, &blank->kind->fields[i], err))
            return false;
    return true;
}
