#include "docx/docx_block.h"

#include <string.h>

#include "text/character.h"

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
docx_block_paragraph(const DocxParagraph *paragraph, Arena *arena)
{
    DocxBlock *block = arena_alloc(arena, sizeof *block);
    DocxCell *cell = arena_alloc(arena, sizeof *cell);
    *cell = (DocxCell){
        .text = arena_text(arena, paragraph->text), .label = paragraph->label, .span = 1, .issues = paragraph->issues};
    cell->label.text = arena_text(arena, paragraph->label.text);
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

/* A figure with a number before it would be another one: 1. and 60 are no 1.60. */
static bool
begins_figure(Text text)
{
    static const char *const begins[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９", ".",
                                         "．", ",",  "，", "-",  "－", "−",  "–",  "+",  "＋", NULL};
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        at += character.len;
        if (character_is_blank(character))
            continue;
        for (size_t i = 0; begins[i] != NULL; i++)
            if (text_equal(character, text_of(begins[i])))
                return true;
        return character.len == 1 && *character.ptr >= '0' && *character.ptr <= '9';
    }
    return false;
}

/* What parts a number from its paragraph. */
static Text
gap_of(const DocxLabel *label)
{
    return label->adjoins ? TEXT("") : TEXT(" ");
}

/* The digits of 1, 2. or （3）, the number of a row and not of a heading; empty: it is none. */
static Text
row_digits(Text number)
{
    static const Text opens[] = {TEXT("("), TEXT("（"), TEXT("")};
    static const Text closes[] = {TEXT(""), TEXT("."), TEXT("、"), TEXT("．"), TEXT(")"), TEXT("）")};
    size_t from = 0;
    while (!text_starts_with(number, opens[from]))
        from++;
    from = opens[from].len;
    size_t at = from;
    while (at < number.len && number.ptr[at] >= '0' && number.ptr[at] <= '9')
        at++;
    for (size_t i = 0; i < sizeof closes / sizeof closes[0]; i++)
        if (text_equal(text_sub(number, at, number.len), closes[i]))
            return text_sub(number, from, at - from);
    return TEXT("");
}

static bool
is_blank(const DocxCell *cell)
{
    return character_all_blank(cell->text);
}

static size_t
count_filled(const DocxBlock *block)
{
    size_t filled = 0;
    for (const DocxCell *cell = block->cells; cell != NULL; cell = cell->next)
        filled += !is_blank(cell);
    return filled;
}

/* The number that the cell shows, as far as it is a part of its text. */
static Text
number_of(const DocxBlock *block, const DocxCell *cell, size_t filled)
{
    Text digits = row_digits(cell->label.text);
    if (cell != block->cells || (block->table == 0 && is_blank(cell)))
        return TEXT("");
    if (is_blank(cell))
        return cell->merge == DOCX_MERGE_COVERED ? TEXT("") : digits;
    return begins_figure(cell->text) || (filled > 1 && digits.len > 0) ? TEXT("") : cell->label.text;
}

void
docx_block_number(DocxBlock *block, Arena *arena)
{
    size_t filled = count_filled(block);
    for (DocxCell *cell = block->cells; cell != NULL; cell = cell->next) {
        Text number = number_of(block, cell, filled);
        if (number.len > 0 && is_blank(cell))
            cell->text = number;
        else if (number.len > 0)
            cell->text = arena_join(arena, number, gap_of(&cell->label), text_trim(cell->text));
    }
}

/* Adds a piece behind `len` bytes; `out` NULL: only its length. */
static size_t
write_piece(char *out, size_t len, Text piece)
{
    if (out != NULL && piece.len > 0)
        memcpy(out + len, piece.ptr, piece.len);
    return len + piece.len;
}

static size_t
write_number(char *out, size_t len, const DocxCell *cell)
{
    if (cell->label.text.len == 0 || is_blank(cell) || begins_figure(cell->text))
        return len;
    return write_piece(out, write_piece(out, len, cell->label.text), gap_of(&cell->label));
}

/* The texts of all cells, each with what parts it from the next, paragraphs with their numbers where `numbered`; `out` NULL: only their length. */
static size_t
write_texts(const DocxBlocks *blocks, bool numbered, char *out)
{
    size_t len = 0;
    for (const DocxBlock *block = blocks->first; block != NULL; block = block->next)
        for (const DocxCell *cell = block->cells; cell != NULL; cell = cell->next) {
            len = numbered && block->table == 0 ? write_number(out, len, cell) : len;
            len = write_piece(out, len, cell->text);
            len = write_piece(out, len, cell->next != NULL ? TEXT("\t") : TEXT("\n"));
        }
    return len;
}

/* The label of the cell's only paragraph that says something, or of its first where none does; false where several do. */
static bool
take_label(DocxCell *cell)
{
    size_t filled = 0;
    for (const DocxBlock *block = cell->blocks.first; block != NULL; block = block->next) {
        bool says = block->table > 0 || !is_blank(block->cells);
        filled += says;
        if (block->table == 0 && (block == cell->blocks.first || (says && filled == 1)))
            cell->label = block->cells->label;
    }
    return filled <= 1;
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
    bool numbered = !take_label(cell);
    if (one) {
        cell->text = first->cells->text;
    } else {
        size_t len = write_texts(&cell->blocks, numbered, NULL);
        char *out = arena_alloc(arena, len + 1);
        (void)write_texts(&cell->blocks, numbered, out);
        cell->text = (Text){out, len > 0 ? len - 1 : 0};
    }
    if (numbered)
        cell->label = (DocxLabel){.text = TEXT("")};
    take_issues(cell, arena);
    if (docx_blocks_hold_table(&cell->blocks))
        docx_issue_add(&cell->issues, "document_nested_table", cell->text, arena);
}
