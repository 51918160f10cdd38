#include "docx/docx_table.h"

#include <string.h>

#include "docx/docx_name.h"
#include "docx/docx_styles.h"

static DocxTable *
innermost(DocxTables *tables)
{
    return &tables->open[tables->count - 1];
}

void
docx_table_begin(DocxTables *tables)
{
    tables->open[tables->count++] = (DocxTable){.number = ++tables->numbered};
}

void
docx_table_end(DocxTables *tables)
{
    tables->count--;
}

void
docx_table_begin_row(DocxTables *tables)
{
    *innermost(tables) = (DocxTable){.number = innermost(tables)->number};
}

static bool
take_count(const char *const *attributes, uint64_t least, uint64_t *count)
{
    const char *value = docx_name_attribute(attributes, "val");
    return value != NULL && text_read_count(text_of(value), count) && *count >= least && *count <= LIMIT_COLUMNS;
}

bool
docx_table_row_property(DocxTables *tables, const char *element, const char *const *attributes)
{
    DocxTable *table = innermost(tables);
    if (strcmp(element, "gridBefore") == 0)
        return take_count(attributes, 0, &table->column);
    if (strcmp(element, "hidden") == 0)
        table->hidden = docx_name_on(attributes);
    else if (strcmp(element, "del") == 0)
        table->deleted = true;
    return true;
}

void
docx_table_begin_cell(DocxTables *tables)
{
    DocxTable *table = innermost(tables);
    table->cell = arena_alloc(tables->arena, sizeof *table->cell);
    *table->cell = (DocxCell){.column = table->column, .span = 1};
}

static bool
continues(const char *const *attributes)
{
    const char *value = docx_name_attribute(attributes, "val");
    return value == NULL || strcmp(value, "continue") == 0;
}

bool
docx_table_cell_property(DocxTables *tables, const char *element, const char *const *attributes)
{
    DocxCell *cell = innermost(tables)->cell;
    if (strcmp(element, "gridSpan") == 0)
        return take_count(attributes, 1, &cell->span);
    if (strcmp(element, "vMerge") == 0)
        cell->merge = continues(attributes) ? DOCX_MERGE_COVERED : DOCX_MERGE_TOP;
    else if (strcmp(element, "hMerge") == 0)
        cell->joins = continues(attributes);
    else if (strcmp(element, "shd") == 0)
        cell->coloured = docx_look_is_coloured(attributes);
    else if (strcmp(element, "cellDel") == 0)
        cell->deleted = true;
    return true;
}

static void
append_cell(DocxTable *table, DocxCell *cell)
{
    if (table->first == NULL)
        table->first = cell;
    else
        table->last->next = cell;
    table->last = cell;
    table->shown = cell->covered ? table->shown : cell;
    table->count++;
}

static bool
refuse(DocxTables *tables, const char *code, Err *err)
{
    return sink_refuse(tables->sheet->sink, code, (Remark){.place = docx_table_place(tables), .raw = TEXT("w:tbl")},
                       err);
}

/* A cell of the old kind of merge widens the one before it; what is in it nobody sees. */
static void
widen(DocxTable *table, DocxCell *cell)
{
    table->shown->span += cell->span;
    cell->covered = true;
    if (cell->text.len > 0)
        append_cell(table, cell);
}

bool
docx_table_end_cell(DocxTables *tables, Err *err)
{
    DocxTable *table = innermost(tables);
    DocxCell *cell = table->cell;
    docx_cell_join(cell, tables->arena);
    if (cell->deleted)
        cell->text = TEXT("");
    table->cell = NULL;
    table->column += cell->span;
    if (cell->joins && table->shown != NULL)
        widen(table, cell);
    else
        append_cell(table, cell);
    return table->column <= LIMIT_COLUMNS || refuse(tables, "too_many_columns", err);
}

/* To the cell around, or else to the sheet. */
static bool
hand_on(DocxTables *tables, DocxBlock *block, Err *err)
{
    if (tables->count == 0) {
        docx_block_number(block, tables->arena);
        return docx_sheet_row(tables->sheet, block, err);
    }
    if (arena_used(tables->arena) > LIMIT_DOCX_ROW)
        return refuse(tables, "package_too_large", err);
    docx_blocks_add(&innermost(tables)->cell->blocks, block);
    return true;
}

static bool
hand_on_content(DocxTables *tables, const DocxTable *row, Err *err)
{
    DocxBlock *block = row->first->blocks.first;
    while (block != NULL) {
        DocxBlock *next = block->next;
        block->hidden = block->hidden || row->hidden;
        if (!hand_on(tables, block, err))
            return false;
        block = next;
    }
    return true;
}

/* The table is no longer among the open ones while its row goes to what is around it. */
bool
docx_table_end_row(DocxTables *tables, Err *err)
{
    DocxTable *table = innermost(tables);
    DocxBlock *block = arena_alloc(tables->arena, sizeof *block);
    *block = (DocxBlock){table->number, table->hidden, table->count, table->first, NULL};
    if (table->deleted)
        return true;
    bool frame = table->count == 1 && !table->first->deleted && docx_blocks_hold_table(&table->first->blocks);
    tables->count--;
    bool ok = frame ? hand_on_content(tables, table, err) : hand_on(tables, block, err);
    tables->count++;
    return ok;
}

bool
docx_table_paragraph(DocxTables *tables, const DocxParagraph *paragraph, Err *err)
{
    return hand_on(tables, docx_block_paragraph(paragraph, tables->arena), err);
}

bool
docx_table_deleted(const DocxTables *tables)
{
    bool deleted = false;
    for (size_t i = 0; i < tables->count; i++)
        deleted = deleted || tables->open[i].deleted || (tables->open[i].cell != NULL && tables->open[i].cell->deleted);
    return deleted;
}

Place
docx_table_place(const DocxTables *tables)
{
    const DocxCell *cell = tables->count > 0 ? tables->open[0].cell : NULL;
    return docx_sheet_place(tables->sheet, cell != NULL && cell->column < LIMIT_COLUMNS ? (int)cell->column : 0);
}
