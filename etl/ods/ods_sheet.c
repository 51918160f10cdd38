#include "ods/ods_sheet.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "ods/ods_name.h"
#include "package/xml.h"
#include "rows/sheetfacts.h"

typedef struct OdsMerge {
    uint32_t row_no, last_row_no;
    uint16_t column, last_column;
} OdsMerge;

void
ods_sheet_open(OdsSheet *sheet, const XlsxBook *book, const OdsStyles *styles)
{
    *sheet = (OdsSheet){.book = book, .styles = styles, .row = arena_new(), .merges = buf_new(LIMIT_ODS_MERGES)};
    sheet->cells = buf_new(LIMIT_COLUMNS * sizeof(OdsCell));
    sheet->hidden = arena_array(book->sink->run, LIMIT_COLUMNS, sizeof *sheet->hidden);
    sheet->looks = arena_array(book->sink->run, LIMIT_COLUMNS, sizeof *sheet->looks);
    rowbuild_open(&sheet->build);
}

void
ods_sheet_close(OdsSheet *sheet)
{
    rowbuild_close(&sheet->build);
    buf_free(&sheet->cells);
    buf_free(&sheet->merges);
    arena_free(sheet->row);
}

void
ods_sheet_begin(OdsSheet *sheet, Text name)
{
    sheet->name = name;
    sheet->row_no = 1;
    sheet->row_count = 0;
    sheet->column = sheet->described = 0;
    sheet->merges_above = 0;
    buf_clear(&sheet->merges);
    memset(sheet->hidden, 0, LIMIT_COLUMNS * sizeof *sheet->hidden);
    memset(sheet->looks, 0, LIMIT_COLUMNS * sizeof *sheet->looks);
}

bool
ods_sheet_refuse(OdsSheet *sheet, const char *code, Text raw, Err *err)
{
    bool in_cell = sheet->cell.count > 0 && sheet->column < LIMIT_COLUMNS;
    Place place = {sheet->name, sheet->row_count > 0 ? sheet->row_no : 0, in_cell ? (int)sheet->column : -1};
    return sink_refuse(sheet->book->sink, code, (Remark){.place = place, .raw = raw}, err);
}

/* A count among the attributes; refused where it is none. */
static bool
take_count(OdsSheet *sheet, const char *const *attributes, const char *name, uint64_t *count, Err *err)
{
    return ods_name_count(attributes, name, count) ||
           ods_sheet_refuse(sheet, "workbook_damaged", text_of(xml_attribute(attributes, name)), err);
}

static const char *
default_style(const char *const *attributes)
{
    return xml_attribute(attributes, ODS_TABLE("default-cell-style-name"));
}

/* Of the style of cells of that name; NULL says nothing. */
static OdsLook
look_of(const OdsSheet *sheet, const char *style)
{
    return ods_styles_look(sheet->styles, ODS_OF_CELLS, style);
}

bool
ods_sheet_column(OdsSheet *sheet, const char *const *attributes, bool hidden, Err *err)
{
    uint64_t count;
    if (!take_count(sheet, attributes, ODS_TABLE("number-columns-repeated"), &count, err))
        return false;
    sheet->described += count;
    bool unseen = hidden || ods_name_hidden(attributes);
    OdsLook look = look_of(sheet, default_style(attributes));
    for (uint64_t i = sheet->described - count; i < sheet->described && i < LIMIT_COLUMNS; i++) {
        sheet->hidden[i] = unseen;
        sheet->looks[i] = look;
    }
    return true;
}

bool
ods_sheet_row(OdsSheet *sheet, const char *const *attributes, bool hidden, Err *err)
{
    arena_reset(sheet->row);
    buf_clear(&sheet->cells);
    sheet->column = 0;
    sheet->row_hidden = hidden || ods_name_hidden(attributes);
    sheet->row_styled = default_style(attributes) != NULL;
    sheet->row_look = look_of(sheet, default_style(attributes));
    return take_count(sheet, attributes, ODS_TABLE("number-rows-repeated"), &sheet->row_count, err);
}

/* The range that a cell spans, of one row of those that are the same. */
static bool
note_merge(OdsSheet *sheet, uint64_t columns, uint64_t rows, Err *err)
{
    uint64_t last_column = sheet->column + columns - 1, last_row_no = sheet->row_no + rows - 1;
    if (last_column >= LIMIT_COLUMNS || last_row_no > LIMIT_ROWS)
        return ods_sheet_refuse(sheet, "workbook_damaged", TEXT("table:number-columns-spanned"), err);
    OdsMerge merge = {(uint32_t)sheet->row_no, (uint32_t)last_row_no, (uint16_t)sheet->column, (uint16_t)last_column};
    return buf_append(&sheet->merges, &merge, sizeof merge) ||
           ods_sheet_refuse(sheet, "package_too_large", sheet->name, err);
}

/* A cell's own style counts, else that of its row, else that of its column. */
static void
take_style(OdsSheet *sheet, const char *style)
{
    sheet->cell.by_column = style == NULL && !sheet->row_styled;
    sheet->cell.look = style != NULL ? look_of(sheet, style) : sheet->row_look;
}

bool
ods_sheet_cell(OdsSheet *sheet, const char *const *attributes, Err *err)
{
    uint64_t count, columns, rows;
    if (!take_count(sheet, attributes, ODS_TABLE("number-columns-repeated"), &count, err) ||
        !take_count(sheet, attributes, ODS_TABLE("number-columns-spanned"), &columns, err) ||
        !take_count(sheet, attributes, ODS_TABLE("number-rows-spanned"), &rows, err))
        return false;
    ods_cell_begin(&sheet->cell, attributes, sheet->row);
    take_style(sheet, xml_attribute(attributes, ODS_TABLE("style-name")));
    sheet->cell.column = (int)sheet->column;
    sheet->cell.count = count;
    return (columns == 1 && rows == 1) || note_merge(sheet, columns, rows, err);
}

static size_t
cell_count(const OdsSheet *sheet)
{
    return sheet->cells.len / sizeof(OdsCell);
}

static const OdsCell *
cell_at(const OdsSheet *sheet, size_t index)
{
    return (const OdsCell *)(const void *)sheet->cells.ptr + index;
}

static bool
keep_cell(OdsSheet *sheet, Err *err)
{
    if (sheet->column + sheet->cell.count > LIMIT_COLUMNS)
        return ods_sheet_refuse(sheet, "too_many_columns", TEXT_NONE, err);
    if (sheet->cell.cell.stored.len > sink_limits(sheet->book->sink)->string)
        return ods_sheet_refuse(sheet, "cell_too_long", TEXT_NONE, err);
    if (arena_used(sheet->row) > LIMIT_ODS_ROW)
        return ods_sheet_refuse(sheet, "package_too_large", sheet->name, err);
    return buf_append(&sheet->cells, &sheet->cell, sizeof sheet->cell) ||
           ods_sheet_refuse(sheet, "too_many_columns", TEXT_NONE, err);
}

bool
ods_sheet_end_cell(OdsSheet *sheet, const OdsText *text, Err *err)
{
    ods_cell_end(&sheet->cell, text, sheet->row);
    if (xlsx_cell_present(&sheet->cell.cell) && !keep_cell(sheet, err))
        return false;
    sheet->column += sheet->cell.count;
    sheet->cell.count = 0;
    return true;
}

static size_t
merge_count(const OdsSheet *sheet)
{
    return (sheet->merges.len - sheet->merges_above) / sizeof(OdsMerge);
}

/* The row or one of its cells stands for more than one. */
static bool
repeats(const OdsSheet *sheet)
{
    bool repeated = sheet->row_count > 1;
    for (size_t i = 0; !repeated && i < cell_count(sheet); i++)
        repeated = cell_at(sheet, i)->count > 1;
    return repeated;
}

static uint64_t
weight_of(const OdsCell *cell)
{
    return LIMIT_ODS_REPEAT + cell->cell.stored.len + (ods_cell_has_finding(cell) ? LIMIT_ODS_REPEAT_FINDING : 0);
}

/* Whether what repeats add, this row's included, is in proportion to what the file spells out. */
static bool
within_repeats(OdsSheet *sheet, Err *err)
{
    sheet->spelled_out += cell_count(sheet) * LIMIT_ODS_REPEAT;
    if (!repeats(sheet))
        return true;
    for (size_t i = 0; i < cell_count(sheet); i++)
        sheet->repeated += weight_of(cell_at(sheet, i)) * (cell_at(sheet, i)->count * sheet->row_count - 1);
    sheet->repeated += merge_count(sheet) * LIMIT_ODS_REPEAT * (sheet->row_count - 1);
    return sheet->repeated <= LIMIT_ODS_REPEATED + LIMIT_ODS_REPEATED_RATIO * sheet->spelled_out ||
           ods_sheet_refuse(sheet, "package_too_large", sheet->name, err);
}

static bool
put_cell(OdsSheet *sheet, OdsCell cell, Place place, Err *err)
{
    cell.cell.place = place;
    cell.cell.hidden = sheet->hidden[place.column];
    ods_cell_wear(&cell, cell.by_column ? sheet->looks[place.column] : cell.look);
    return ods_cell_put(sheet->book, &cell, &sheet->build, err);
}

static bool
put_row(OdsSheet *sheet, uint64_t row_no, Err *err)
{
    Sink *sink = sheet->book->sink;
    rowbuild_begin(&sheet->build, sheet->name, row_no);
    if (sheet->row_hidden)
        rowbuild_mark(&sheet->build, -1, "hidden", sink->row);
    for (size_t i = 0; i < cell_count(sheet); i++) {
        const OdsCell *cell = cell_at(sheet, i);
        for (int column = cell->column; column < cell->column + (int)cell->count; column++) {
            Place place = {sheet->name, row_no, column};
            if (!put_cell(sheet, *cell, place, err))
                return false;
        }
    }
    return sink_row(sink, rowbuild_row(&sheet->build), err);
}

/* A merged range of the first of rows that are the same, once more for each that it does not reach into. */
static bool
repeat_merge(OdsSheet *sheet, OdsMerge merge, Err *err)
{
    uint32_t rows = merge.last_row_no - merge.row_no + 1;
    for (uint64_t i = 1; i < sheet->row_count / rows; i++) {
        merge.row_no += rows;
        merge.last_row_no += rows;
        if (merge.last_row_no > LIMIT_ROWS)
            return ods_sheet_refuse(sheet, "workbook_damaged", TEXT("table:number-rows-repeated"), err);
        if (!buf_append(&sheet->merges, &merge, sizeof merge))
            return ods_sheet_refuse(sheet, "package_too_large", sheet->name, err);
    }
    return true;
}

static OdsMerge
merge_at(const OdsSheet *sheet, size_t offset)
{
    OdsMerge merge;
    memcpy(&merge, sheet->merges.ptr + offset, sizeof merge);
    return merge;
}

static bool
repeat_merges(OdsSheet *sheet, Err *err)
{
    for (size_t at = sheet->merges_above, end = sheet->merges.len; at < end; at += sizeof(OdsMerge))
        if (!repeat_merge(sheet, merge_at(sheet, at), err))
            return false;
    sheet->merges_above = sheet->merges.len;
    return true;
}

bool
ods_sheet_end_row(OdsSheet *sheet, Err *err)
{
    if (cell_count(sheet) > 0 && sheet->row_no + sheet->row_count - 1 > LIMIT_ROWS)
        return ods_sheet_refuse(sheet, "workbook_damaged", TEXT("table:number-rows-repeated"), err);
    if (!within_repeats(sheet, err))
        return false;
    for (uint64_t i = 0; cell_count(sheet) > 0 && i < sheet->row_count; i++)
        if (!put_row(sheet, sheet->row_no + i, err))
            return false;
    if (!repeat_merges(sheet, err))
        return false;
    sheet->row_no += sheet->row_count;
    sheet->row_count = 0;
    return true;
}

static bool
write_merges(OdsSheet *sheet, Err *err)
{
    char from[ROW_CELL_MAX], to[ROW_CELL_MAX], range[2 * ROW_CELL_MAX];
    for (size_t at = 0; at < sheet->merges.len; at += sizeof(OdsMerge)) {
        OdsMerge merge = merge_at(sheet, at);
        Place first = {sheet->name, merge.row_no, merge.column};
        Place last = {sheet->name, merge.last_row_no, merge.last_column};
        snprintf(range, sizeof range, "%" TEXT_FMT ":%" TEXT_FMT, TEXT_ARG(row_write_cell(first, from)),
                 TEXT_ARG(row_write_cell(last, to)));
        if (!rawrow_merge(sheet->book->sink->rows, sheet->name, text_of(range), err))
            return false;
    }
    return true;
}

bool
ods_sheet_end(OdsSheet *sheet, Err *err)
{
    return write_merges(sheet, err) && sheetfacts_hidden_columns(sheet->book->sink, sheet->name, sheet->hidden, err);
}
