#include "list/digits.h"

#include "rows/rawrow.h"

/* So many digits a spreadsheet keeps; so many zeros behind them are no chance. */
enum { DIGITS_KEPT = 15, ZEROS_LEAST = 4 };

static size_t
run_of(Text text, char least, char most)
{
    size_t count = 0;
    while (count < text.len && text.ptr[count] >= least && text.ptr[count] <= most)
        count++;
    return count;
}

/* What the reader has told of already is not looked at. */
static void
look(Rounded *rounded, const Row *row, int column, Arena *arena)
{
    Text cell = row->cells[column];
    Text tail = text_sub(cell, DIGITS_KEPT, cell.len);
    if (run_of(cell, '0', '9') < cell.len || rawrow_marked(row->marks, column, TEXT("long_number")))
        return;
    if (run_of(tail, '0', '0') < tail.len) {
        rounded->exact = true;
        return;
    }
    if (rounded->zeros == 0) {
        rounded->row_no = row->place.row_no;
        rounded->raw = arena_text(arena, cell);
    }
    rounded->zeros += tail.len;
}

void
digits_look(List *list, const Row *row)
{
    if (list->unique == list->column_count || list->rounded.exact)
        return;
    int column = list->columns[list->unique].column;
    Text cell = state_cell(row, column);
    if (cell.len > DIGITS_KEPT && cell.ptr[0] >= '0' && cell.ptr[0] <= '9')
        look(&list->rounded, row, column, list->arena);
}

bool
digits_end(List *list, Err *err)
{
    const Rounded *rounded = &list->rounded;
    if (rounded->exact || rounded->zeros < ZEROS_LEAST)
        return true;
    const ListColumn *column = &list->columns[list->unique];
    Finding finding = {.place = {list->sheet->name, rounded->row_no, column->column},
                       .field = column->field->title,
                       .code = "identifiers_rounded",
                       .raw = rounded->raw};
    return told_add(list->told, &finding, err);
}
