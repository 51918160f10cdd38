#include "html/html_sheet.h"

#include <string.h>

#include "base/limits.h"
#include "rows/sheetfacts.h"

void
html_sheets_open(HtmlSheets *sheets, Sink *sink, Arena *arena)
{
    *sheets = (HtmlSheets){.book = {.sink = sink}, .tables = buf_new(LIMIT_MIB)};
    xlsx_styles_open(&sheets->book.styles, arena);
    html_cell_formats(&sheets->book.styles);
    html_grid_open(&sheets->grid, arena);
    sheets->hidden_columns = arena_array(arena, LIMIT_COLUMNS, sizeof *sheets->hidden_columns);
    rowbuild_open(&sheets->build);
}

void
html_sheets_close(HtmlSheets *sheets)
{
    rowbuild_close(&sheets->build);
    html_grid_close(&sheets->grid);
    buf_free(&sheets->tables);
}

bool
html_sheets_refuse(HtmlSheets *sheets, bool in_cell, const char *code, Text raw, Err *err)
{
    uint64_t row_no = sheets->grid.row_no > 0 ? sheets->grid.row_no : 1;
    Place place = {sheets->name, row_no, in_cell ? sheets->grid.column : -1};
    return sink_refuse(sheets->book.sink, code, (Remark){.place = place, .raw = raw}, err);
}

static bool
refuse_row(HtmlSheets *sheets, const char *code, Text raw, Err *err)
{
    return html_sheets_refuse(sheets, false, code, raw, err);
}

/* What the grid could not do. */
static bool
check_place(HtmlSheets *sheets, HtmlPlace place, Err *err)
{
    switch (place) {
    case HTML_PLACED:
        return true;
    case HTML_OVERLAPS:
        return html_sheets_refuse(sheets, true, "html_not_plain", TEXT("合并的单元格互相重叠"), err);
    case HTML_HIDES_PARTS:
        return html_sheets_refuse(sheets, true, "html_not_plain", TEXT("部分单元格不显示（display:none）"), err);
    case HTML_TOO_WIDE:
        return refuse_row(sheets, "too_many_columns", TEXT_NONE, err);
    case HTML_TOO_LONG:
        return refuse_row(sheets, "too_many_rows", TEXT_NONE, err);
    case HTML_TOO_MANY:
        break;
    }
    return refuse_row(sheets, "package_too_large", TEXT("合并的单元格过多"), err);
}

/* The 0-based sheet: its name, whose table is `seen` or not. */
static bool
begin_sheet(HtmlSheets *sheets, bool unseen, Err *err)
{
    const HtmlIsland *island = &sheets->island;
    bool single = sheets->filled_count == 1, named = single && island->sheet_count == 1;
    const char *visibility = unseen ? "hidden" : named ? island->visibility : "visible";
    sheets->sheet_count++;
    memset(sheets->hidden_columns, 0, LIMIT_COLUMNS * sizeof *sheets->hidden_columns);
    html_grid_begin_sheet(&sheets->grid);
    if (!sheets->writing)
        return true;
    sheets->name = named ? island->name : TEXT("");
    if (!single)
        sheets->name = arena_printf(sheets->book.sink->run, "表%zu", sheets->sheet_count);
    return sink_sheet(sheets->book.sink, sheets->name, visibility, err);
}

static bool
end_sheet(HtmlSheets *sheets, Err *err)
{
    Sink *sink = sheets->book.sink;
    return !sheets->writing || (merges_write(&sheets->grid.merges, sink, sheets->name, err) &&
                                sheetfacts_hidden_columns(sink, sheets->name, sheets->hidden_columns, err));
}

/* The next table from number `from` on that holds anything is not shown; false too where there is none. */
static bool
next_is_unseen(const HtmlSheets *sheets, size_t from)
{
    const char *next = from < sheets->tables.len ? sheets->tables.ptr + from : NULL;
    for (; next != NULL && next < sheets->tables.ptr + sheets->tables.len; next++)
        if ((*next & HTML_FILLED) != 0)
            return (*next & HTML_UNSEEN) != 0;
    return false;
}

bool
html_sheets_begin(HtmlSheets *sheets, bool writing, Err *err)
{
    sheets->writing = writing;
    sheets->table_count = sheets->sheet_count = 0;
    sheets->grid.places = 0;
    if (!writing) {
        buf_clear(&sheets->tables);
        sheets->filled_count = 0;
    }
    sheets->name = TEXT("");
    return begin_sheet(sheets, writing && next_is_unseen(sheets, 0), err);
}

bool
html_sheets_end(HtmlSheets *sheets, Err *err)
{
    return end_sheet(sheets, err);
}

static bool
hand_on(HtmlSheets *sheets, Err *err)
{
    return sink_row(sheets->book.sink, rowbuild_row(&sheets->build), err);
}

bool
html_sheets_line(HtmlSheets *sheets, Text line, bool struck, Err *err)
{
    XlsxCell cell = {.type = XLSX_INLINE, .stored = line, .runs.struck = struck};
    if (line.len == 0)
        return true;
    if (!check_place(sheets, html_grid_line(&sheets->grid), err))
        return false;
    rowbuild_begin(&sheets->build, sheets->name, sheets->grid.row_no);
    cell.place = (Place){sheets->name, sheets->grid.row_no, 0};
    return !sheets->writing || (xlsx_cell_put(&sheets->book, &cell, &sheets->build, err) && hand_on(sheets, err));
}

bool
html_sheets_begin_table(HtmlSheets *sheets, bool unseen, Err *err)
{
    size_t table = sheets->table_count++;
    html_grid_begin_table(&sheets->grid);
    sheets->table_filled = sheets->writing && (sheets->tables.ptr[table] & HTML_FILLED) != 0;
    sheets->table_unseen = unseen;
    return sheets->writing || buf_char(&sheets->tables, '\0') || refuse_row(sheets, "too_many_sheets", TEXT_NONE, err);
}

bool
html_sheets_end_table(HtmlSheets *sheets, Err *err)
{
    html_grid_end_group(&sheets->grid);
    if (!sheets->table_filled) {
        html_grid_forget_table(&sheets->grid);
        return true;
    }
    memcpy(sheets->hidden_columns, sheets->grid.hidden_columns, LIMIT_COLUMNS * sizeof *sheets->hidden_columns);
    if (!sheets->writing) {
        sheets->tables.ptr[sheets->table_count - 1] = (char)(HTML_FILLED | (sheets->table_unseen ? HTML_UNSEEN : 0));
        if (++sheets->filled_count > LIMIT_SHEETS)
            return refuse_row(sheets, "too_many_sheets", TEXT_NONE, err);
    }
    bool last = sheets->writing && sheets->sheet_count == sheets->filled_count;
    return last || (end_sheet(sheets, err) && begin_sheet(sheets, next_is_unseen(sheets, sheets->table_count), err));
}

bool
html_sheets_begin_row(HtmlSheets *sheets, bool hidden, Err *err)
{
    sheets->row_filled = false;
    if (!check_place(sheets, html_grid_begin_row(&sheets->grid, hidden), err))
        return false;
    rowbuild_begin(&sheets->build, sheets->name, sheets->grid.row_no);
    if (hidden)
        rowbuild_mark(&sheets->build, -1, "hidden", sheets->book.sink->row);
    return true;
}

bool
html_sheets_end_row(HtmlSheets *sheets, Err *err)
{
    bool write = sheets->writing && sheets->row_filled;
    sheets->table_filled = sheets->table_filled || sheets->row_filled;
    if (write)
        return hand_on(sheets, err);
    arena_reset(sheets->book.sink->row);
    return true;
}

bool
html_sheets_place_cell(HtmlSheets *sheets, const HtmlCell *cell, Err *err)
{
    return check_place(sheets, html_grid_place(&sheets->grid, &cell->span), err);
}

static bool
put_marked(HtmlSheets *sheets, const XlsxCell *cell, const char *mark, Err *err)
{
    if (!xlsx_cell_put(&sheets->book, cell, &sheets->build, err))
        return false;
    rowbuild_mark(&sheets->build, cell->place.column, mark, sheets->book.sink->row);
    return true;
}

/* Text behind a guard, which is no formula: only here is it known to have been one. */
static bool
put_guarded(HtmlSheets *sheets, XlsxCell cell, Text inner, Err *err)
{
    cell.stored = inner;
    cell.formula = false;
    return put_marked(sheets, &cell, "guard", err);
}

bool
html_sheets_put_cell(HtmlSheets *sheets, const HtmlCell *cell, Text shown, Err *err)
{
    HtmlGrid *grid = &sheets->grid;
    XlsxCell stored = {.place = {sheets->name, grid->row_no, grid->column}};
    Text inner;
    if (!html_cell_stored(cell, shown, &stored))
        return html_sheets_refuse(sheets, true, "html_not_plain", shown, err);
    sheets->row_filled = sheets->row_filled || stored.stored.len > 0;
    if (!sheets->writing)
        return true;
    stored.hidden = stored.hidden || grid->hidden_columns[grid->column];
    if (stored.stored.len > 0)
        stored.stored = arena_text(sheets->book.sink->row, stored.stored);
    if (stored.type == XLSX_INLINE && html_cell_guarded(stored.stored, &inner))
        return put_guarded(sheets, stored, inner, err);
    if (html_cell_scaled(cell, shown, sheets->book.sink->row))
        return put_marked(sheets, &stored, "scaled", err);
    return xlsx_cell_put(&sheets->book, &stored, &sheets->build, err);
}
