#include "out/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "out/workbook_inside.h"

enum { EXACT_DIGITS = 15 };

/* Sides of 20 mm instead of the standard's 28 and 26: the title and an eleven-digit number stay on one line. */
static const XlsxPage pages[] = {
    [WORKBOOK_FORM] = {false, 632, 0.79, 0.79, 1.46, 1.38, "&C&\"宋体,Regular\"&14— &P —", 0.9},
    [WORKBOOK_LEDGER] = {true, 0, 0.6, 0.6, 0.7, 0.7, "&C&\"宋体,Regular\"&10第 &P 页，共 &N 页", 0.35},
};

static const XlsxStyle styles[][ROLE_COUNT] = {
    [WORKBOOK_FORM] = {{"黑体", 16, false, false, 28},
                       {"方正小标宋简体", 22, true, false, 56},
                       {"仿宋_GB2312", 16, false, false, 56},
                       {"仿宋_GB2312", 16, false, false, 32},
                       {"仿宋_GB2312", 12, false, false, 20},
                       {"黑体", 14, true, true, 36},
                       {"仿宋_GB2312", 14, false, true, 36},
                       {"仿宋_GB2312", 14, true, true, 36},
                       {"仿宋_GB2312", 14, true, true, 36}},
    [WORKBOOK_LEDGER] = {{"黑体", 12, false, false, 18},
                         {"黑体", 16, true, false, 32},
                         {"宋体", 11, false, false, 20},
                         {"宋体", 11, false, false, 20},
                         {"宋体", 10, false, false, 16},
                         {"黑体", 10, true, true, 24},
                         {"宋体", 10, false, true, 18},
                         {"宋体", 10, true, true, 18},
                         {"宋体", 10, true, true, 18}},
};

static lxw_format *
role_format(Workbook *book, int role)
{
    lxw_format **format = &book->formats[book->sheet.look][role];
    if (*format != NULL)
        return *format;
    *format = xlsxfile_format(&book->file, &styles[book->sheet.look][role], styles[book->sheet.look][role].points);
    if (*format != NULL && (role == ROLE_CONTENT + WORKBOOK_WORDS || role == ROLE_CONTENT + WORKBOOK_CODE))
        format_set_num_format(*format, "@");
    return *format;
}

static int
table_pixels(const Workbook *book)
{
    int sum = 0;
    for (size_t i = 0; i < book->sheet.column_count; i++)
        sum += book->pixels[i];
    return sum;
}

Workbook *
workbook_open(const char *path, Err *err)
{
    Workbook *book = mem_alloc(sizeof *book);
    *book = (Workbook){.row = 0};
    if (xlsxfile_open(&book->file, path, err))
        return book;
    workbook_free(book);
    return NULL;
}

void
workbook_mark(Workbook *book, Text mark)
{
    snprintf(book->file.header, sizeof book->file.header, "&C&\"黑体,Regular\"&16%" TEXT_FMT, TEXT_ARG(mark));
    if (mark.len == 0)
        book->file.header[0] = '\0';
}

static bool
set_columns(Workbook *book, Err *err)
{
    const WorkbookSheet *sheet = &book->sheet;
    int widths[WORKBOOK_COLUMN_MAX];
    for (size_t i = 0; i < sheet->column_count; i++)
        widths[i] = sheet->columns[i].width;
    return xlsxfile_columns(&book->file, book->lxw_sheet, &pages[sheet->look], widths, sheet->column_count,
                            book->pixels, err);
}

static bool
finish_sheet(Workbook *book, Err *err)
{
    if (book->lxw_sheet == NULL || !book->labelled || book->sheet.look != WORKBOOK_LEDGER)
        return true;
    worksheet_freeze_panes(book->lxw_sheet, book->label_row + 1, 0);
    lxw_col_t last = (lxw_col_t)(book->sheet.column_count - 1);
    return xlsxfile_check(&book->file, worksheet_autofilter(book->lxw_sheet, book->label_row, 0, book->row - 1, last),
                          err);
}

bool
workbook_begin(Workbook *book, Text name, Err *err)
{
    if (!finish_sheet(book, err))
        return false;
    book->row = 0;
    book->labelled = false;
    arena_reset(book->file.cells);
    book->lxw_sheet = xlsxfile_sheet(&book->file, name, err);
    return book->lxw_sheet != NULL;
}

bool
workbook_sheet(Workbook *book, const WorkbookSheet *sheet, Err *err)
{
    if (sheet->column_count == 0 || sheet->column_count > WORKBOOK_COLUMN_MAX)
        return err_set(err, ERR_BUG, "workbook \"%s\" cannot have %zu columns", book->file.file.path,
                       sheet->column_count);
    if (!workbook_begin(book, sheet->name, err))
        return false;
    book->sheet = *sheet;
    return set_columns(book, err) && xlsxfile_page(&book->file, book->lxw_sheet, &pages[sheet->look], err);
}

static bool
write_line(Workbook *book, const char *text, lxw_format *format, Err *err)
{
    lxw_col_t last = (lxw_col_t)(book->sheet.column_count - 1);
    if (last == 0)
        return xlsxfile_check(&book->file, worksheet_write_string(book->lxw_sheet, book->row, 0, text, format), err);
    return xlsxfile_check(&book->file,
                          worksheet_merge_range(book->lxw_sheet, book->row, 0, book->row, last, text, format), err);
}

bool
workbook_line(Workbook *book, WorkbookLine line, Text text, Err *err)
{
    arena_reset(book->file.cells);
    const XlsxStyle *style = &styles[book->sheet.look][line];
    const char *clean = xlsxfile_text(&book->file, text, book->row, err);
    if (clean == NULL)
        return false;
    int points =
        line == WORKBOOK_TITLE ? xlsxfile_title_points(clean, table_pixels(book), style->points) : style->points;
    lxw_format *format =
        points == style->points ? role_format(book, line) : xlsxfile_format(&book->file, style, points);
    if (format == NULL)
        return xlsxfile_check(&book->file, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    int height = xlsxfile_height(clean, table_pixels(book), points);
    if (height < style->least_height)
        height = style->least_height;
    if (!xlsxfile_check(&book->file, worksheet_set_row(book->lxw_sheet, book->row, height, NULL), err) ||
        !write_line(book, clean, format, err))
        return false;
    book->row++;
    return true;
}

static bool
is_count(const char *text)
{
    const char *digits = text[0] == '-' ? text + 1 : text;
    size_t len = strlen(digits);
    bool led_by_zero = digits[0] == '0' && len > 1;
    return len > 0 && len <= EXACT_DIGITS && !led_by_zero && strspn(digits, "0123456789") == len;
}

static bool
write_cell(Workbook *book, lxw_col_t column, int role, const char *text, Err *err)
{
    lxw_format *format = role_format(book, role);
    lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (format != NULL && text[0] == '\0')
        error = worksheet_write_blank(book->lxw_sheet, book->row, column, format);
    else if (format != NULL && role == ROLE_CONTENT + WORKBOOK_COUNT && is_count(text))
        error = worksheet_write_number(book->lxw_sheet, book->row, column, (double)strtoll(text, NULL, 10), format);
    else if (format != NULL)
        error = worksheet_write_string(book->lxw_sheet, book->row, column, text, format);
    return xlsxfile_check(&book->file, error, err);
}

/* Its height follows from the cell that needs the most lines. */
static bool
write_row(Workbook *book, const Text *cells, bool labels, Err *err)
{
    int height = 0;
    arena_reset(book->file.cells);
    for (size_t i = 0; i < book->sheet.column_count; i++) {
        const WorkbookColumn *column = &book->sheet.columns[i];
        int role = labels ? ROLE_LABEL : ROLE_CONTENT + (int)column->content;
        const XlsxStyle *style = &styles[book->sheet.look][role];
        const char *text = xlsxfile_text(&book->file, labels ? column->label : cells[i], book->row, err);
        if (text == NULL || !write_cell(book, (lxw_col_t)i, role, text, err))
            return false;
        int needed = xlsxfile_height(text, book->pixels[i], style->points);
        if (needed < style->least_height)
            needed = style->least_height;
        if (needed > height)
            height = needed;
    }
    if (!xlsxfile_check(&book->file, worksheet_set_row(book->lxw_sheet, book->row, height, NULL), err))
        return false;
    book->row++;
    return true;
}

bool
workbook_labels(Workbook *book, Err *err)
{
    book->label_row = book->row;
    book->labelled = true;
    return write_row(book, NULL, true, err) &&
           xlsxfile_check(&book->file, worksheet_repeat_rows(book->lxw_sheet, book->label_row, book->label_row), err);
}

bool
workbook_row(Workbook *book, const Text *cells, Err *err)
{
    return write_row(book, cells, false, err);
}

size_t
workbook_next_row(const Workbook *book)
{
    return book->row;
}

bool
workbook_commit(Workbook *book, Err *err)
{
    return finish_sheet(book, err) && xlsxfile_commit(&book->file, err);
}

void
workbook_free(Workbook *book)
{
    if (book == NULL)
        return;
    xlsxfile_close(&book->file);
    mem_free(book);
}
