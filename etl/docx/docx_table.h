/*
 * The tables that are open, one in a cell of another, and where what is read in them goes: a row of the outermost and a
 * paragraph outside of all to the sheet, anything else into the cell around it. A row whose only cell holds a table is
 * a frame: what stands in it is read as if there were no frame.
 */
#ifndef HUIZONG_DOCX_DOCX_TABLE_H
#define HUIZONG_DOCX_DOCX_TABLE_H

#include "base/limits.h"
#include "docx/docx_sheet.h"

typedef struct DocxTable {
    unsigned number;      /* from 1, in the order of the file */
    bool hidden, deleted; /* its row */
    uint64_t column;      /* the first that is free in its row */
    size_t count;         /* cells of its row */
    DocxCell *first, *last;
    DocxCell *shown; /* the last that no other covers */
    DocxCell *cell;  /* that is open */
} DocxTable;

typedef struct DocxTables {
    DocxSheet *sheet;
    Arena *arena; /* of blocks */
    DocxTable open[LIMIT_XML_DEPTH];
    size_t count;
    unsigned numbered;
} DocxTables;

void
docx_table_begin(DocxTables *tables);

void
docx_table_end(DocxTables *tables);

void
docx_table_begin_row(DocxTables *tables);

/* A property of the row: w:gridBefore, w:hidden, w:del. False where it is none that can be. */
bool
docx_table_row_property(DocxTables *tables, const char *element, const char *const *attributes);

bool
docx_table_end_row(DocxTables *tables, Err *err);

void
docx_table_begin_cell(DocxTables *tables);

/* A property of the cell: w:gridSpan, w:vMerge, w:hMerge, w:cellDel. False where it is none that can be. */
bool
docx_table_cell_property(DocxTables *tables, const char *element, const char *const *attributes);

bool
docx_table_end_cell(DocxTables *tables, Err *err);

/* A paragraph, or what counts as one, to where it stands. */
bool
docx_table_paragraph(DocxTables *tables, const DocxParagraph *paragraph, Err *err);

/* Whether what is read now stands in a row or cell that was deleted. */
bool
docx_table_deleted(const DocxTables *tables);

/* The cell of the sheet that is being read, as far as is known. */
Place
docx_table_place(const DocxTables *tables);

#endif
