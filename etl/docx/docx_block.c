#include "docx/docx_block.h"

#include <string.h>

void
docx_issue_add(DocxIssue **issues, const char *code, Text raw, Arena *arena)
{
    while (*issues != NULL && strcmp((*issues)->code, code) != 0)
        issues = &(*issues)->next;
    if (*issues != NULL)
        return;
    *issues = arena_alloc(arena, sizeof **issues);
    **issues = (DocxIssue){code, arena_text(arena, raw), NULL};
}

DocxBlock *
docx_block_paragraph(Text text, DocxIssue *issues, Arena *arena)
{
    DocxBlock *block = arena_alloc(arena, sizeof *block);
    DocxCell *cell = arena_alloc(arena, sizeof *cell);
    *cell = (DocxCell){.text = arena_text(arena, text), .span = 1, .issues = issues};
    *block = (DocxBlock){.cells = cell, .count = 1};
    return block;
}

void
docx_blocks_add(DocxBlocks *blocks, DocxBlock *block)
{
    block->next = NULL;
    if (blocks->first == NULL)
        blocks->first = block;
    else
        blocks->last->next = block;
    blocks->last = block;
}

bool
docx_blocks_hold_table(const DocxBlocks *blocks)
{
    const DocxBlock *block = blocks->first;
    while (block != NULL && block->table == 0)
        block = block->next;
    return block != NULL;
}

/* The texts of all cells, each with what parts it from the next; `out` NULL: only their length. */
static size_t
write_texts(const DocxBlocks *blocks, char *out)
{
    size_t len = 0;
    for (const DocxBlock *block = blocks->first; block != NULL; block = block->next)
        for (const DocxCell *cell = block->cells; cell != NULL; cell = cell->next) {
            if (out != NULL && cell->text.len > 0)
                memcpy(out + len, cell->text.ptr, cell->text.len);
            len += cell->text.len;
            if (out != NULL)
                out[len] = cell->next != NULL ? '\t' : '\n';
            len++;
        }
    return len;
}

static void
take_issues(DocxCell *cell, Arena *arena)
{
    for (const DocxBlock *block = cell->blocks.first; block != NULL; block = block->next)
        for (const DocxCell *inner = block->cells; inner != NULL; inner = inner->next)
            for (const DocxIssue *issue = inner->issues; issue != NULL; issue = issue->next)
                docx_issue_add(&cell->issues, issue->code, issue->raw, arena);
}

void
docx_cell_join(DocxCell *cell, Arena *arena)
{
    const DocxBlock *first = cell->blocks.first;
    bool one = first != NULL && first->next == NULL && first->cells != NULL && first->cells->next == NULL;
    if (one) {
        cell->text = first->cells->text;
    } else {
        size_t len = write_texts(&cell->blocks, NULL);
        char *out = arena_alloc(arena, len + 1);
        (void)write_texts(&cell->blocks, out);
        cell->text = (Text){out, len > 0 ? len - 1 : 0};
    }
    take_issues(cell, arena);
    if (docx_blocks_hold_table(&cell->blocks))
        docx_issue_add(&cell->issues, "document_nested_table", cell->text, arena);
}
