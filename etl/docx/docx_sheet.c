#include "docx/docx_sheet.h"

#include <string.h>

#include "base/limits.h"

static const Text sheet_name = {"正文", sizeof "正文" - 1};

void
docx_sheet_open(DocxSheet *sheet, Sink *sink)
{
    *sheet = (DocxSheet){.sink = sink, .merges = merges_new()};
    sheet->ranges = arena_array(sink->run, LIMIT_COLUMNS, sizeof *sheet->ranges);
    rowbuild_open(&sheet->build);
}

void
docx_sheet_close(DocxSheet *sheet)
{
    rowbuild_close(&sheet->build);
    merges_free(&sheet->merges);
}

bool
docx_sheet_begin(DocxSheet *sheet, Err *err)
{
    return sink_sheet(sheet->sink, sheet_name, "visible", err);
}

Place
docx_sheet_place(const DocxSheet *sheet, int column)
{
    return (Place){sheet_name, sheet->row_no + 1, column};
}

static bool
refuse(DocxSheet *sheet, const char *code, Text raw, Err *err)
{
    Place place = {sheet_name, sheet->row_no, -1};
    return sink_refuse(sheet->sink, code, (Remark){.place = place, .raw = raw}, err);
}

static bool
end_range(DocxSheet *sheet, size_t column, Err *err)
{
    DocxRange *range = &sheet->ranges[column];
    Merge merge = {range->first_row, range->last_row, (int)column, (int)column + range->span - 1};
    bool open = range->first_row > 0;
    range->first_row = 0;
    return !open || merges_add(&sheet->merges, &merge) || refuse(sheet, "package_too_large", sheet_name, err);
}

static bool
end_table(DocxSheet *sheet, Err *err)
{
    for (size_t column = 0; column < sheet->width; column++)
        if (!end_range(sheet, column, err))
            return false;
    sheet->width = 0;
    return true;
}

/* Whether the cell is covered by a range that the row above belongs to. */
static bool
goes_on(const DocxSheet *sheet, const DocxCell *cell)
{
    const DocxRange *range = &sheet->ranges[cell->column];
    return cell->merge == DOCX_MERGE_COVERED && range->first_row > 0 && range->last_row + 1 == sheet->row_no &&
           range->span == (int)cell->span;
}

/* A range begins with the cell, or goes on with it; *covered: its text is not the range's, and nobody sees it. */
static bool
put_range(DocxSheet *sheet, const DocxCell *cell, bool *covered, Err *err)
{
    DocxRange *range = &sheet->ranges[cell->column];
    *covered = cell->covered || goes_on(sheet, cell);
    if (cell->covered)
        return true;
    if (*covered) {
        range->last_row = (uint32_t)sheet->row_no;
        return true;
    }
    if (!end_range(sheet, cell->column, err))
        return false;
    if (cell->merge == DOCX_MERGE_TOP || cell->span > 1)
        *range = (DocxRange){(uint32_t)sheet->row_no, (uint32_t)sheet->row_no, (int)cell->span};
    sheet->width = sheet->width > cell->column ? sheet->width : cell->column + 1;
    return true;
}

static bool
tell_issue(Sink *sink, const DocxIssue *issue, Place place, Err *err)
{
    static const char *const many[][2] = {{"document_struck_text", "document_struck_text_more"},
                                          {"document_tiny_text", "document_tiny_text_more"},
                                          {"document_white_text", "document_white_text_more"}};
    Remark remark = {.place = place, .raw = issue->raw};
    for (size_t i = 0; i < sizeof many / sizeof many[0]; i++)
        if (strcmp(issue->code, many[i][0]) == 0)
            return sink_warn_many(sink, issue->code, many[i][1], remark, err);
    return sink_warn(sink, issue->code, remark, err);
}

static bool
tell(DocxSheet *sheet, const DocxCell *cell, bool covered, Err *err)
{
    Remark remark = {.place = {sheet_name, sheet->row_no, (int)cell->column}};
    for (const DocxIssue *issue = cell->issues; issue != NULL; issue = issue->next)
        if (!(cell->coloured && strcmp(issue->code, "document_white_text") == 0) &&
            !tell_issue(sheet->sink, issue, remark.place, err))
            return false;
    remark.raw = cell->text;
    return !covered || cell->text.len == 0 || sink_warn(sheet->sink, "document_covered_text", remark, err);
}

static bool
put_cell(DocxSheet *sheet, const DocxCell *cell, bool in_table, Err *err)
{
    bool covered = false;
    if (cell->column + cell->span > LIMIT_COLUMNS)
        return refuse(sheet, "too_many_columns", TEXT_NONE, err);
    if (in_table && !put_range(sheet, cell, &covered, err))
        return false;
    if (!covered)
        (void)rowbuild_set(&sheet->build, (int)cell->column, cell->text);
    return tell(sheet, cell, covered, err);
}

static bool
is_blank(const DocxBlock *block)
{
    const DocxCell *cell = block->cells;
    while (cell != NULL && cell->text.len == 0)
        cell = cell->next;
    return cell == NULL;
}

bool
docx_sheet_row(DocxSheet *sheet, const DocxBlock *block, Err *err)
{
    if (sheet->row_no == UINT32_MAX)
        return refuse(sheet, "package_too_large", sheet_name, err);
    sheet->row_no++;
    if (block->table != sheet->table && !end_table(sheet, err))
        return false;
    sheet->table = block->table;
    rowbuild_begin(&sheet->build, sheet_name, sheet->row_no);
    if (block->hidden)
        rowbuild_mark(&sheet->build, -1, "hidden", sheet->sink->row);
    for (const DocxCell *cell = block->cells; cell != NULL; cell = cell->next)
        if (!put_cell(sheet, cell, block->table > 0, err))
            return false;
    return is_blank(block) || sink_row(sheet->sink, rowbuild_row(&sheet->build), err);
}

bool
docx_sheet_end(DocxSheet *sheet, Err *err)
{
    return end_table(sheet, err) && merges_write(&sheet->merges, sheet->sink, sheet_name, err);
}
