/*
 * An application form in cells: labels and answers wherever the fuzzer puts them. The same sheet gives the same bytes; what is written of a place is what
 * stands there.
 */
#include "cells.h"

#include "form/form_book.h"
#include "text/character.h"

static bool
stands_in_sheet(const Sheet *sheet, const TypedCell *cell)
{
    for (size_t index = 0; index < sheet->row_count; index++) {
        if (sheet->rows[index].place.row_no == cell->place.row_no)
            return !character_all_blank(sheet_cell(sheet, index, cell->place.column));
    }
    return false;
}

static void
cells_are_the_sheets(const Sheet *sheet, const Written *written)
{
    Err err = {0};
    TypedItem item;
    TypedReader *reader = typedrow_reader_new(written->rows);
    while (typedrow_next(reader, &item, &err)) {
        if (item.kind == TYPED_CELL && item.cell.place.row_no > 0 && item.cell.place.column >= 0 &&
            item.cell.raw.len > 0)
            PROMISE(stands_in_sheet(sheet, &item.cell));
    }
    PROMISE(err.code == ERR_NONE);
    typedrow_reader_free(reader);
}

/* False where the sheet is no part of a form. */
static bool
write_form(Text lines, Written *written)
{
    Err err = {0};
    const char *refused = NULL;
    Arena *arena = arena_new();
    Sheet *sheet = cells_sheet(lines, arena);
    FormBook *book = form_book_new(cells_schemas("fujian-2023"));
    TableSink sink = {.gbk = cells_gbk(), .rows = written->writer, .findings = written->finding_writer};
    bool taken = form_book_take(book, sheet, &arena) || form_book_take_part(book, sheet, &arena);
    PROMISE(taken == (form_book_sheet_count(book) == 1));
    PROMISE(!taken || form_book_write(book, &sink, &refused, &err));
    written_end(written, refused);
    if (taken)
        cells_are_the_sheets(form_book_sheet(book, 0), written);
    form_book_free(book);
    arena_free(arena);
    return taken;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    Written first = written_open(), second = written_open();
    bool taken = write_form((Text){block, len}, &first);
    PROMISE(taken == write_form((Text){block, len}, &second));
    PROMISE(written_same(&first, &second, arena));
    written_close(&first);
    written_close(&second);
    free(block);
    arena_free(arena);
    return 0;
}
