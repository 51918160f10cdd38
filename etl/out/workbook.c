#include "out/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "out/formpage.h"
#include "out/workbook_inside.h"

/* A ledger that is wider would be too small to read on A4. */
enum { PAPER_A3 = 8, A4_PIXELS_MAX = 1400 };

/*
 * Source: GB/T 9704-2012, the page itself in out/formpage. 5.2.3: 22 lines of 29 points. 7.3.4: 附件 and its number in 3号黑体 on the first line, the title on the third. 7.3.1: the
 * title in 2号小标宋体, here smaller where it would break amid a word; 7.3.2: 3号仿宋. A seal of 42 mm over the unit's name covers neither title nor table: 119 points about the middle of its line.
 */
enum { LINE_PITCH = 29 };

static const XlsxPage ledger_page = {true, 0, 0.6, 0.6, 0.7, 0.7, "&C&\"宋体,Regular\"&10第 &P 页，共 &N 页", 0.35};

static const XlsxStyle styles[][ROLE_COUNT] = {
    [WORKBOOK_FORM] = {{"黑体", 16, false, false, LINE_PITCH},
                       {"方正小标宋简体", 22, true, false, 3 * LINE_PITCH},
                       {"仿宋_GB2312", 16, false, false, 2 * LINE_PITCH},
                       {"仿宋_GB2312", 16, false, false, LINE_PITCH},
                       {"仿宋_GB2312", 12, false, false, 20},
                       {"黑体", 14, true, true, LINE_PITCH},
                       {"仿宋_GB2312", 14, false, true, LINE_PITCH},
                       {"仿宋_GB2312", 14, true, true, LINE_PITCH},
                       {"仿宋_GB2312", 14, true, true, LINE_PITCH},
                       {"仿宋_GB2312", 14, true, true, LINE_PITCH}},
    [WORKBOOK_LEDGER] = {{"黑体", 12, false, false, 18},
                         {"黑体", 16, true, false, 32},
                         {"宋体", 11, false, false, 20},
                         {"宋体", 11, false, false, 20},
                         {"宋体", 10, false, false, 16},
                         {"黑体", 10, true, true, 24},
                         {"宋体", 10, false, true, 18},
                         {"宋体", 10, true, true, 18},
                         {"宋体", 10, true, true, 18},
                         {"宋体", 10, true, true, 18}},
};

/* Of the sheet that is being written. */
static XlsxStyle
style_of(const Workbook *book, int role)
{
    XlsxStyle style = styles[book->sheet.look][role];
    if (role >= ROLE_LABEL && book->points > 0) {
        style.least_height = style.least_height * book->points / style.points;
        style.points = book->points;
    }
    return style;
}

static lxw_format *
new_format(const Workbook *book, int role, int points)
{
    const XlsxStyle style = style_of(book, role);
    lxw_format *format = xlsxfile_format(&book->file, &style, points);
    if (format != NULL && role >= ROLE_CONTENT && role != ROLE_CONTENT + WORKBOOK_COUNT)
        format_set_num_format(format, "@");
    return format;
}

/* The role's own format is made once; one of another size is rare. */
static lxw_format *
role_format(Workbook *book, int role, int points)
{
    lxw_format **format = &book->formats[book->sheet.look][role];
    if (points != style_of(book, role).points)
        return new_format(book, role, points);
    if (*format == NULL)
        *format = new_format(book, role, points);
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

static Workbook *
open_book(const char *path, bool streamed, Err *err)
{
    Workbook *book = mem_alloc(sizeof *book);
    *book = (Workbook){.row = 0};
    if (xlsxfile_open(&book->file, path, streamed, err))
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

Workbook *
workbook_open(const char *path, Err *err)
{
    return open_book(path, false, err);
}

Workbook *
workbook_open_streamed(const char *path, Err *err)
{
    return open_book(path, true, err);
}

static void
use_points(Workbook *book, int points)
{
    bool kept = points == book->points;
    book->points = points;
    for (int role = ROLE_LABEL; !kept && role < ROLE_COUNT; role++)
        book->formats[WORKBOOK_FORM][role] = NULL;
    for (int decimals = 0; !kept && decimals <= FIGURE_DIGITS_MAX; decimals++)
        book->figures[WORKBOOK_FORM][decimals] = NULL;
}

/* Page and columns. */
static bool
lay_out(Workbook *book, Err *err)
{
    static const int nothing[WORKBOOK_COLUMN_MAX];
    const WorkbookSheet *sheet = &book->sheet;
    int widths[WORKBOOK_COLUMN_MAX];
    XlsxPage page = ledger_page;
    for (size_t i = 0; i < sheet->column_count; i++)
        widths[i] = sheet->columns[i].width;
    use_points(book, 0);
    if (sheet->look == WORKBOOK_FORM) {
        const int *unbroken = book->unbroken != NULL ? book->unbroken : nothing;
        FormPage form = formpage_choose(sheet->columns, sheet->column_count, unbroken, widths);
        page = form.page;
        use_points(book, form.points);
    }
    book->unbroken = NULL;
    return xlsxfile_columns(&book->file, book->lxw_sheet, &page, widths, sheet->column_count, book->pixels, err) &&
           xlsxfile_page(&book->file, book->lxw_sheet, &page, err);
}

static bool
finish_sheet(Workbook *book, Err *err)
{
    if (book->lxw_sheet == NULL || !book->labelled)
        return true;
    lxw_col_t last = (lxw_col_t)(book->sheet.column_count - 1);
    if (!xlsxfile_check(&book->file, worksheet_print_area(book->lxw_sheet, 0, 0, book->row - 1, last), err))
        return false;
    if (book->sheet.look != WORKBOOK_LEDGER)
        return true;
    worksheet_freeze_panes(book->lxw_sheet, book->label_row + 1, 0);
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

void
workbook_unbroken(Workbook *book, const int *halves)
{
    book->unbroken = halves;
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
    if (!lay_out(book, err))
        return false;
    if (sheet->look == WORKBOOK_LEDGER && table_pixels(book) > A4_PIXELS_MAX)
        worksheet_set_paper(book->lxw_sheet, PAPER_A3);
    return true;
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
    const XlsxStyle look = style_of(book, (int)line);
    const XlsxStyle *style = &look;
    const char *clean = xlsxfile_text(&book->file, text, book->row, err);
    if (clean == NULL)
        return false;
    int points = line == WORKBOOK_TITLE ? xlsxfile_title_points(clean, table_pixels(book), style) : style->points;
    lxw_format *format = role_format(book, line, points);
    if (format == NULL)
        return xlsxfile_check(&book->file, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    int height = xlsxfile_height(clean, table_pixels(book), style, points);
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
    return len > 0 && len <= FIGURE_DIGITS_MAX && !led_by_zero && strspn(digits, "0123456789") == len;
}

static lxw_format *
figure_format_of(Workbook *book, int decimals)
{
    lxw_format **format = &book->figures[book->sheet.look][decimals];
    char code[FIGURE_FORMAT_MAX];
    if (*format != NULL)
        return *format;
    *format = new_format(book, ROLE_CONTENT + WORKBOOK_FIGURE, style_of(book, ROLE_CONTENT + WORKBOOK_FIGURE).points);
    if (*format == NULL)
        return NULL;
    figure_format(decimals, code);
    format_set_num_format(*format, code);
    format_set_align(*format, LXW_ALIGN_RIGHT);
    format_set_indent(*format, 1);
    return *format;
}

static bool
write_figure(Workbook *book, lxw_col_t column, const Figure *figure, Err *err)
{
    lxw_format *format = figure_format_of(book, figure->decimals);
    lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (format != NULL)
        error = worksheet_write_number(book->lxw_sheet, book->row, column, figure->value, format);
    return xlsxfile_check(&book->file, error, err);
}

static bool
write_cell(Workbook *book, lxw_col_t column, int role, int points, const char *text, Err *err)
{
    Figure figure;
    if (role == ROLE_CONTENT + WORKBOOK_FIGURE && figure_read(text, &figure))
        return write_figure(book, column, &figure, err);
    lxw_format *format = role_format(book, role, points);
    lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (format != NULL && text[0] == '\0')
        error = worksheet_write_blank(book->lxw_sheet, book->row, column, format);
    else if (format != NULL && role == ROLE_CONTENT + WORKBOOK_COUNT && is_count(text))
        error = worksheet_write_number(book->lxw_sheet, book->row, column, (double)strtoll(text, NULL, 10), format);
    else if (format != NULL)
        error = worksheet_write_string(book->lxw_sheet, book->row, column, text, format);
    return xlsxfile_check(&book->file, error, err);
}

/* *height grows to what the cell needs. */
static bool
add_cell(Workbook *book, size_t column, int role, Text content, int *height, Err *err)
{
    const XlsxStyle look = style_of(book, role);
    const XlsxStyle *style = &look;
    const char *text = xlsxfile_text(&book->file, content, book->row, err);
    if (text == NULL)
        return false;
    int points = style->points;
    int needed = xlsxfile_height(text, book->pixels[column], style, points);
    if (needed == XLSXFILE_ROW_POINTS_MAX) {
        points = xlsxfile_fitting_points(text, book->pixels[column], style);
        needed = xlsxfile_height(text, book->pixels[column], style, points);
    }
    if (needed < style->least_height)
        needed = style->least_height;
    if (needed > *height)
        *height = needed;
    return write_cell(book, (lxw_col_t)column, role, points, text, err);
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
        if (!add_cell(book, i, role, labels ? column->label : cells[i], &height, err))
            return false;
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
