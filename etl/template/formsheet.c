#include "template/formsheet.h"

#include <inttypes.h>

#include "schema/cycle_words.h"
#include "schema/field_words.h"
#include "template/entry.h"

typedef enum Column { COLUMN_GROUP, COLUMN_LABEL, COLUMN_ENTRY, COLUMN_UNIT, COLUMN_YEARS, COLUMN_COUNT } Column;

static const int widths[COLUMN_COUNT] = {
    [COLUMN_GROUP] = 20, [COLUMN_LABEL] = 34, [COLUMN_ENTRY] = 37, [COLUMN_UNIT] = 11, [COLUMN_YEARS] = 20};

/* In points. */
enum { LONG_TEXT = 110, LONG_TEXT_LIMITED = 240, LONG_TEXT_MOST = 400, WORDS_FOR_MOST = 1500 };

/* One label before several blanks: the year of each where it has one, else its number. */
static Text
label_of(const Blank *blank, const Field *field)
{
    const Text *words = blank->phrases->words;
    Text years = cycle_word_years(field->years, blank->cycle, blank->arena);
    if (field->blank == 0)
        return field->title;
    Text label = phrases_fill(words[years.len > 0 ? PHRASE_BLANK_YEAR : PHRASE_BLANK], field->title, blank->arena);
    Text number = arena_printf(blank->arena, "%" PRId64, field->blank);
    return phrases_fill(label, years.len > 0 ? years : number, blank->arena);
}

static int
entry_height(const Field *field)
{
    if (field->type != FIELD_LONGTEXT)
        return 0;
    if (field->word_limit == 0)
        return LONG_TEXT;
    return field->word_limit < WORDS_FOR_MOST ? LONG_TEXT_LIMITED : LONG_TEXT_MOST;
}

static bool
write_sides(const Blank *blank, const Field *field, Err *err)
{
    Text years = cycle_word_years(field->years, blank->cycle, blank->arena);
    return fillbook_label(blank->book, COLUMN_UNIT, COLUMN_UNIT, FILL_SIDE, field->unit, err) &&
           fillbook_label(blank->book, COLUMN_YEARS, COLUMN_YEARS, FILL_SIDE, years, err);
}

/* A text that has neither unit nor year takes their columns too. */
static bool
write_field(const Blank *blank, const Field *field, Err *err)
{
    FillEntry entry = entry_of(blank, field);
    bool wide = field->unit.len == 0 && field->years.len == 0;
    int first = field->group.len > 0 ? COLUMN_LABEL : COLUMN_GROUP;
    return fillbook_label(blank->book, first, COLUMN_LABEL, FILL_NAME, label_of(blank, field), err) &&
           fillbook_entry(blank->book, COLUMN_ENTRY, wide ? COLUMN_YEARS : COLUMN_ENTRY, &entry, TEXT_NONE, err) &&
           (wide || write_sides(blank, field, err)) && fillbook_next(blank->book, entry_height(field), err);
}

/* Fields that stand under one printed label; *next is the first that does not. */
static bool
write_group(const Blank *blank, size_t first, size_t *next, Err *err)
{
    const Field *fields = blank->kind->fields;
    Text group = fields[first].group;
    for (*next = first; *next < blank->kind->field_count; (*next)++) {
        const Field *field = &fields[*next];
        if (field->section != fields[first].section || !text_equal(field->group, group))
            break;
        if (*next > first && group.len > 0)
            fillbook_keep(blank->book);
        if (!write_field(blank, field, err))
            return false;
    }
    return group.len == 0 || fillbook_label_beside(blank->book, COLUMN_GROUP, *next - first, FILL_NAME, group, err);
}

/* A part that has neither fields nor parts of its own is on paper only. */
static bool
is_filled_in(const Blank *blank, const FormSection *section)
{
    for (size_t i = 0; i < blank->kind->field_count; i++)
        if (blank->kind->fields[i].section == section)
            return true;
    for (size_t i = 0; i < blank->kind->section_count; i++)
        if (text_equal(blank->kind->sections[i].dimension, section->section))
            return true;
    return false;
}

static bool
write_section(const Blank *blank, const FormSection *section, Err *err)
{
    Text title = field_words_section(section, blank->arena);
    if (!fillbook_label(blank->book, 0, COLUMN_COUNT - 1, FILL_SECTION, title, err) ||
        !fillbook_next(blank->book, 0, err))
        return false;
    for (size_t i = 0; i < blank->kind->field_count;) {
        if (blank->kind->fields[i].section != section)
            i++;
        else if (!write_group(blank, i, &i, err))
            return false;
    }
    return true;
}

static bool
write_header(const Blank *blank, Err *err)
{
    const Text *words = blank->phrases->words;
    return fillbook_label(blank->book, COLUMN_GROUP, COLUMN_LABEL, FILL_HEADER, words[PHRASE_ITEM], err) &&
           fillbook_label(blank->book, COLUMN_ENTRY, COLUMN_ENTRY, FILL_HEADER, words[PHRASE_VALUE], err) &&
           fillbook_label(blank->book, COLUMN_UNIT, COLUMN_UNIT, FILL_HEADER, words[PHRASE_UNIT], err) &&
           fillbook_label(blank->book, COLUMN_YEARS, COLUMN_YEARS, FILL_HEADER, words[PHRASE_YEARS], err) &&
           fillbook_next(blank->book, 0, err) && fillbook_header(blank->book, err);
}

bool
formsheet_write(const Blank *blank, Err *err)
{
    FillSheet sheet = {blank->phrases->words[PHRASE_SHEET_FORM], FILL_FORM, widths, COLUMN_COUNT};
    if (!fillbook_sheet(blank->book, &sheet, err) ||
        !fillbook_label(blank->book, 0, COLUMN_COUNT - 1, FILL_TITLE, blank->kind->title, err) ||
        !fillbook_next(blank->book, 0, err) || !write_header(blank, err))
        return false;
    for (size_t i = 0; i < blank->kind->section_count; i++)
        if (is_filled_in(blank, &blank->kind->sections[i]) && !write_section(blank, &blank->kind->sections[i], err))
            return false;
    return true;
}
