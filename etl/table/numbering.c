#include "table/numbering.h"

#include <inttypes.h>
#include <string.h>

enum { FIRST_ROOM = 16 };

struct NumberedRow {
    Place place;
    Text label;
    Text raw;
    Text number; /* TEXT_NONE: blank */
    Text subject;
};

static Text
copy(Text text, Arena *arena)
{
    return text.ptr == NULL ? TEXT_NONE : arena_text(arena, text);
}

static NumberedRow *
new_row(Numbering *numbering)
{
    if (numbering->count == numbering->room) {
        numbering->room = numbering->room == 0 ? FIRST_ROOM : numbering->room * 2;
        NumberedRow *larger = arena_array(numbering->arena, numbering->room, sizeof *larger);
        if (numbering->count > 0)
            memcpy(larger, numbering->rows, numbering->count * sizeof *larger);
        numbering->rows = larger;
    }
    return &numbering->rows[numbering->count++];
}

void
numbering_add(Numbering *numbering, const Field *field, const TypedCell *cell, Text subject)
{
    bool blank = text_equal(cell->state, TEXT("blank")) || text_equal(cell->state, TEXT("none"));
    if (!blank && cell->value.len == 0)
        return;
    *new_row(numbering) = (NumberedRow){.place = cell->place,
                                        .label = field->title,
                                        .raw = copy(cell->raw, numbering->arena),
                                        .number = copy(cell->value, numbering->arena),
                                        .subject = copy(subject, numbering->arena)};
}

/* The first row that has the number of this one; the row itself where no earlier one has. */
static const NumberedRow *
first_with(const Numbering *numbering, const NumberedRow *row)
{
    const NumberedRow *first = numbering->rows;
    while (!text_equal(first->number, row->number))
        first++;
    return first;
}

static bool
any_number(const Numbering *numbering)
{
    for (size_t i = 0; i < numbering->count; i++) {
        if (numbering->rows[i].number.len > 0)
            return true;
    }
    return false;
}

void
numbering_report(const Numbering *numbering, FindingList *findings)
{
    bool numbered = any_number(numbering);
    for (size_t i = 0; numbered && i < numbering->count; i++) {
        const NumberedRow *row = &numbering->rows[i];
        const NumberedRow *first = first_with(numbering, row);
        bool missing = row->number.len == 0;
        if (!missing && first == row)
            continue;
        Finding finding = {.place = row->place,
                           .field = row->label,
                           .code = missing ? "sequence_missing" : "sequence_repeated",
                           .raw = row->raw,
                           .subject = row->subject};
        if (!missing)
            finding.expected = arena_printf(numbering->arena, "第%" PRIu64 "行", first->place.row_no);
        findinglist_add(findings, &finding);
    }
}
