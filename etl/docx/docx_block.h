/* What a document is made of, as it is read: paragraphs and rows of tables, and what is to be said of their cells. */
#ifndef HUIZONG_DOCX_DOCX_BLOCK_H
#define HUIZONG_DOCX_DOCX_BLOCK_H

#include "base/arena.h"
#include "docx/docx_counter.h"

/* A finding of a cell. */
typedef struct DocxIssue {
    const char *code; /* in static storage */
    Text raw;
    struct DocxIssue *next;
} DocxIssue;

/* By w:vMerge: the top of a merged range, or covered by one. */
typedef enum DocxMerge { DOCX_MERGE_NONE, DOCX_MERGE_TOP, DOCX_MERGE_COVERED } DocxMerge;

struct DocxBlock;

typedef struct DocxBlocks {
    struct DocxBlock *first, *last;
} DocxBlocks;

typedef struct DocxCell {
    Text text;
    DocxLabel label; /* of its only paragraph that says something, or of all where none does: not in its text yet */
    uint64_t column; /* of the grid, from 0 */
    uint64_t span;
    DocxMerge merge;
    DocxIssue *issues;
    DocxBlocks blocks; /* what stands in it, while it is read */
    bool joins;        /* w:hMerge: covered by the cell before it */
    bool covered;      /* and there is one */
    bool deleted;      /* a tracked change */
    bool coloured;     /* its ground is not white */
    struct DocxCell *next;
} DocxCell;

/* A paragraph, which is a cell alone, or a row of a table. All lives in the arena of its makers. */
typedef struct DocxBlock {
    unsigned table; /* 0: a paragraph */
    bool hidden;
    size_t count; /* cells */
    DocxCell *cells;
    struct DocxBlock *next;
} DocxBlock;

/* One finding of a code a cell: the first. */
void
docx_issue_add(DocxIssue **issues, const char *code, Text raw, Arena *arena);

/* A paragraph that has been read. */
typedef struct DocxParagraph {
    Text text;
    DocxLabel label;
    DocxIssue *issues;
} DocxParagraph;

/* A copy, but for its findings. */
DocxBlock *
docx_block_paragraph(const DocxParagraph *paragraph, Arena *arena);

/*
 * Puts the automatic numbers of a row, or of a paragraph, into the texts: not where an answer stands, which is behind
 * the first cell of a row, and not before a figure, which would be another with it. A cell with nothing else has its
 * number as the first of its row, where rows are numbered.
 */
void
docx_block_number(DocxBlock *block, Arena *arena);

void
docx_blocks_add(DocxBlocks *blocks, DocxBlock *block);

/* Whether there is a row of a table among them. */
bool
docx_blocks_hold_table(const DocxBlocks *blocks);

/*
 * Gives a cell the text of its blocks, each a line, the cells of a table's row parted by tabs, and their findings; a
 * table is one of them. Among several paragraphs each has its automatic number.
 */
void
docx_cell_join(DocxCell *cell, Arena *arena);

#endif
