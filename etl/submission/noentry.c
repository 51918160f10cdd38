#include "submission/noentry.h"

#include "table/bodyrow.h"
#include "table/bodyword.h"
#include "table/tableend.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

static void
keep(NoEntry *told, Place place, Text text, Arena *arena)
{
    if (told->doubtful)
        return;
    told->doubtful = true;
    told->place = place;
    told->place.sheet = arena_text(arena, place.sheet);
    told->text = arena_text(arena, text);
}

/* NEL, and Unicode's separators of lines and paragraphs: a table whose rows end in them is one line, and its header holds its entries. */
static bool
holds_lines(Text cell)
{
    static const char *const ends[] = {"\xC2\x85", "\u2028", "\u2029", NULL};
    return words_inside(ends, cell);
}

static void
look_at_header(NoEntry *told, const Table *table, Arena *arena)
{
    const Sheet *sheet = table->sheet;
    for (size_t index = table->header->first; index <= table->header->last; index++)
        for (int column = 0; column < (int)sheet->rows[index].cell_count; column++) {
            Text cell = sheet_cell(sheet, index, column);
            if (holds_lines(cell))
                keep(told, (Place){sheet->name, sheet->rows[index].place.row_no, column}, cell, arena);
        }
}

static bool
says_none(const Sheet *sheet, Arena *arena)
{
    for (size_t index = 0; index < sheet->row_count; index++)
        for (int column = 0; column < (int)sheet->rows[index].cell_count; column++)
            if (bodyword_states_nothing(fold_key(sheet_cell(sheet, index, column), arena)))
                return true;
    return false;
}

/* A cell that is neither a number, a heading in the number's place, nor a hint how to fill in. */
static void
look_at_remark(NoEntry *told, const Table *table, size_t index, Arena *arena)
{
    const Row *row = &table->sheet->rows[index];
    for (int column = 0; column < (int)row->cell_count; column++) {
        const HeaderColumn *head = header_at(table->header, column);
        Text cell = sheet_cell(table->sheet, index, column);
        bool number = head != NULL && head->field != NULL && head->field->type == FIELD_SEQUENCE;
        if (character_all_blank(cell) || number || bodyword_is_hint(fold_key(cell, arena)))
            continue;
        keep(told, (Place){row->place.sheet, row->place.row_no, column}, cell, arena);
        return;
    }
}

static void
look_at_rows(NoEntry *told, const Table *table, Arena *arena, Arena *scratch)
{
    for (size_t index = table->header->last + 1; index < table->end && !told->entries; index++) {
        BodyRole role = bodyrow_role(table->sheet, table->header, &table->head, index, scratch);
        told->entries = role == BODY_DATA;
        if (role == BODY_REMARK)
            look_at_remark(told, table, index, arena);
        arena_reset(scratch);
    }
}

static void
look_behind(NoEntry *told, const Table *table, Arena *arena, Arena *scratch)
{
    const Sheet *sheet = table->sheet;
    size_t index = table->end;
    Finding behind;
    if (told->entries || !tableend_finding(sheet, table->header, &table->head, index, scratch, &behind) ||
        !behind.error)
        return;
    while (sheet->rows[index].place.row_no != behind.place.row_no)
        index++;
    behind.place.column = sheet_telling_column(sheet, index);
    keep(told, behind.place, sheet_cell(sheet, index, behind.place.column), arena);
}

static bool
says_something(const HeadBlock *head)
{
    for (size_t i = 0; head != NULL && i < head->count; i++)
        if (head->values[i].value.len > 0)
            return true;
    return false;
}

static void
look_at_head(NoEntry *told, const Table *table, Arena *arena)
{
    told->headed |= says_something(&table->head);
    if (told->blank != NULL || table->head.count == 0)
        return;
    told->blank = table->header->kind;
    told->header = (Place){arena_text(arena, table->sheet->name), table->sheet->rows[table->header->first].place.row_no,
                           sheet_telling_column(table->sheet, table->header->first)};
}

void
noentry_look(NoEntry *told, const Table *table, Arena *arena)
{
    Arena *scratch = arena_new();
    look_at_head(told, table, arena);
    look_at_header(told, table, arena);
    look_at_rows(told, table, arena, scratch);
    look_behind(told, table, arena, scratch);
    told->entries = told->entries || says_none(table->sheet, scratch);
    arena_free(scratch);
}

bool
noentry_refusal(const NoEntry *told, const HeadBlock *apart, Finding *finding)
{
    bool blank = told->blank != NULL && !told->headed && !says_something(apart);
    *finding = (Finding){.place = told->place, .error = true, .code = "no_entry_read", .raw = told->text};
    if (!told->doubtful)
        *finding = (Finding){.place = told->header, .error = true, .code = "table_not_filled"};
    return !told->entries && (told->doubtful || blank);
}
