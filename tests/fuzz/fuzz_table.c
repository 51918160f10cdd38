/*
 * Any sheet of cells, looked through for a table of the cycle. The same sheet gives the same bytes. Below the header every row that holds something is an
 * entry, or a finding names it, or it is the header again or a form's unused line; what is filled in behind the table's end is told; every filled cell of an entry is written.
 */
#include "cells.h"

#include "table/bodyrow.h"
#include "table/table.h"
#include "text/character.h"

enum { ROWS_MOST = 512 };

/* By row_no. */
typedef struct Seen {
    bool entry[ROWS_MOST];
    bool told[ROWS_MOST];
    bool cell[ROWS_MOST][CELLS_MOST];
    bool behind; /* a finding speaks of what stands behind the end */
} Seen;

static size_t
see_rows(const Written *written, Seen *seen)
{
    Err err = {0};
    TypedItem item;
    uint64_t last_item = 0, last_row = 0;
    TypedReader *reader = typedrow_reader_new(written->rows);
    while (typedrow_next(reader, &item, &err)) {
        if (item.kind != TYPED_CELL || item.cell.item == 0)
            continue;
        uint64_t row_no = item.cell.place.row_no;
        PROMISE(item.cell.item == last_item + (row_no != last_row) && row_no >= last_row && row_no < ROWS_MOST);
        PROMISE(item.cell.place.column >= 0 && item.cell.place.column < CELLS_MOST);
        last_item = item.cell.item;
        last_row = row_no;
        seen->entry[row_no] = seen->cell[row_no][item.cell.place.column] = true;
    }
    PROMISE(err.code == ERR_NONE);
    typedrow_reader_free(reader);
    return last_item;
}

static void
see_findings(const Written *written, Seen *seen)
{
    Err err = {0};
    Text *fields;
    uint64_t row_no;
    FindingReader *reader = finding_reader_open(written->path, &err);
    PROMISE(reader != NULL);
    while (finding_next(reader, &fields, &err)) {
        if (text_read_count(fields[2], &row_no) && row_no < ROWS_MOST)
            seen->told[row_no] = true;
        seen->behind |= text_equal(fields[5], TEXT("rows_after_end")) || text_equal(fields[5], TEXT("second_table"));
    }
    PROMISE(err.code == ERR_NONE);
    finding_reader_close(reader);
}

static bool
expected_are_filled(const Table *table, size_t index)
{
    for (size_t i = 0; i < table->header->column_count; i++) {
        const HeaderColumn *column = &table->header->columns[i];
        if (column->field != NULL && column->field->expected &&
            character_all_blank(sheet_cell(table->sheet, index, column->column)))
            return false;
    }
    return true;
}

static void
row_is_accounted_for(const Table *table, size_t index, const Seen *seen, Arena *arena)
{
    const Row *row = &table->sheet->rows[index];
    uint64_t row_no = row->place.row_no;
    BodyRole role = bodyrow_role(table->sheet, table->header, &table->head, index, arena);
    if (index >= table->end) {
        PROMISE(role != BODY_DATA || seen->behind || !expected_are_filled(table, index) ||
                headblock_stands_in(&table->head, row_no));
        return;
    }
    PROMISE(seen->entry[row_no] || seen->told[row_no] || role == BODY_NOTHING || role == BODY_HEADER);
    for (size_t column = 0; column < row->cell_count; column++)
        PROMISE(!seen->entry[row_no] || seen->cell[row_no][column] || character_all_blank(row->cells[column]));
}

static Written
write_table(const Table *table, size_t *entries)
{
    Err err = {0};
    Written written = written_open();
    TableSink sink = {.gbk = cells_gbk(), .rows = written.writer, .findings = written.finding_writer};
    PROMISE(table_write(table, &sink, entries, &err));
    written_end(&written, NULL);
    return written;
}

static void
read_table(const Sheet *sheet, const Header *header, Arena *arena)
{
    static Seen seen;
    size_t entries, entries_again;
    Table table = table_open(sheet, header, arena), again = table_open(sheet, header, arena);
    Written first = write_table(&table, &entries), second = write_table(&again, &entries_again);
    PROMISE(written_same(&first, &second, arena) && entries == entries_again);
    memset(&seen, 0, sizeof seen);
    PROMISE(see_rows(&first, &seen) == entries);
    see_findings(&first, &seen);
    PROMISE(header->first <= header->last && header->last < sheet->row_count && table.end <= sheet->row_count);
    for (size_t index = header->last + 1; index < sheet->row_count; index++)
        row_is_accounted_for(&table, index, &seen, arena);
    written_close(&first);
    written_close(&second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    Header header, again;
    Sheet *sheet = cells_sheet((Text){block, len}, arena);
    if (sheet->row_count < ROWS_MOST &&
        (sheet->row_count == 0 || sheet->rows[sheet->row_count - 1].place.row_no < ROWS_MOST)) {
        HeaderVerdict verdict = header_find(sheet, cells_schemas("fujian-2023"), TEXT("a"), arena, &header);
        PROMISE(verdict == header_find(sheet, cells_schemas("fujian-2023"), TEXT("a"), arena, &again));
        PROMISE(header.kind == again.kind && header.first == again.first && header.score == again.score);
        if (verdict == HEADER_FOUND && header.kind->layout == LAYOUT_TABLE)
            read_table(sheet, &header, arena);
    }
    free(block);
    arena_free(arena);
    return 0;
}
