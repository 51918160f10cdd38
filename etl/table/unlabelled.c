#include "table/unlabelled.h"

#include "text/fold.h"

Unlabelled
unlabelled_new(const Sheet *sheet, const Header *header, size_t width, Arena *arena)
{
    return (Unlabelled){.sheet = sheet, .header = header, .told = arena_array(arena, width, sizeof(bool))};
}

bool
unlabelled_is(const HeaderColumn *head)
{
    return head == NULL || fold_length(head->label) > UNLABELLED_LABEL;
}

static void
tell(const CellInput *input, const char *code, Text expected, FindingList *list)
{
    Finding finding = {.place = input->place, .code = code, .raw = input->raw, .expected = expected};
    finding.error = expected.len > 0;
    findinglist_add(list, &finding);
}

static bool
is_one_too_many(Unlabelled *unlabelled, const CellInput *input, FindingList *list, Arena *arena)
{
    if (unlabelled->count < UNLABELLED_MOST)
        return false;
    if (!unlabelled->more)
        tell(input, "columns_unlabelled_more", arena_printf(arena, "%d", UNLABELLED_MOST), list);
    return unlabelled->more = true;
}

/* What a header holds behind its last column is told with the header. */
static void
take(Unlabelled *unlabelled, const CellInput *input, FindingList *list)
{
    int column = input->place.column;
    const char *code = input->label.len > 0 ? "label_too_long" : "column_unlabelled";
    if (!header_goes_beyond(unlabelled->header, unlabelled->sheet, column))
        tell(input, code, TEXT_NONE, list);
    unlabelled->told[column] = true;
    unlabelled->count++;
}

Text
unlabelled_name(Unlabelled *unlabelled, const CellInput *input, FindingList *list, Arena *arena)
{
    Text name = row_column_name(input->place.column, arena);
    if (!unlabelled->told[input->place.column]) {
        if (is_one_too_many(unlabelled, input, list, arena))
            return TEXT_NONE;
        take(unlabelled, input, list);
    }
    return arena_printf(arena, "column %" TEXT_FMT, TEXT_ARG(name));
}
