#include "out/workbook.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/file.h"
#include "out/celltext.h"

/* Not the run's clock: a table that did not change keeps its bytes from night to night. 2000-01-01T00:00:00Z. */
enum { CREATED = 946684800 };

enum { ROW_POINTS_MAX = 409, EXACT_DIGITS = 15, CELL_PADDING_PIXELS = 16 };

/* The lines of WorkbookLine, then the cells of the table. */
enum { ROLE_LABEL = WORKBOOK_NOTE + 1, ROLE_CONTENT, ROLE_COUNT = ROLE_CONTENT + WORKBOOK_COUNT + 1 };

typedef struct Style {
    const char *font;
    int points;
    bool centred;
    bool boxed;
    int least_height; /* of the row, in points */
} Style;

typedef struct Page {
    bool landscape;
    int width_pixels; /* what the columns are stretched to; 0: they keep their own width */
    double left, right, top, bottom;
    const char *footer;
    double footer_margin;
} Page;

/* Inches. Sides of 20 mm instead of the standard's 28 and 26: the title and an eleven-digit number stay on one line. */
static const Page pages[] = {
    [WORKBOOK_FORM] = {false, 632, 0.79, 0.79, 1.46, 1.38, "&C&\"宋体,Regular\"&14— &P —", 0.9},
    [WORKBOOK_LEDGER] = {true, 0, 0.6, 0.6, 0.7, 0.7, "&C&\"宋体,Regular\"&10第 &P 页，共 &N 页", 0.35},
};

static const Style styles[][ROLE_COUNT] = {
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

struct Workbook {
    AtomicFile file;
    lxw_workbook *lxw;
    lxw_worksheet *lxw_sheet;
    lxw_format *formats[2][ROLE_COUNT];
    WorkbookSheet sheet;
    int pixels[WORKBOOK_COLUMN_MAX];
    lxw_row_t row;
    lxw_row_t label_row;
    bool labelled;
    Arena *cells; /* reset row by row */
};

static bool
check(const Workbook *book, lxw_error error, Err *err)
{
    if (error == LXW_NO_ERROR)
        return true;
    bool io = error >= LXW_ERROR_CREATING_XLSX_FILE && error <= LXW_ERROR_ZIP_CLOSE;
    return err_set(err, io ? ERR_IO : ERR_BUG, "could not write workbook \"%s\": %s", book->file.path,
                   lxw_strerror(error));
}

static const char *
cell_text(Workbook *book, Text text, Err *err)
{
    const char *clean = celltext_clean(text, book->cells);
    if (clean == NULL)
        err_set(err, ERR_BUG, "text for workbook \"%s\" is not UTF-8: row %u", book->file.path, book->row + 1);
    return clean;
}

static lxw_format *
new_format(Workbook *book, const Style *style, int points)
{
    lxw_format *format = workbook_add_format(book->lxw);
    if (format == NULL)
        return NULL;
    format_set_font_name(format, style->font);
    format_set_font_size(format, points);
    format_set_text_wrap(format);
    format_set_align(format, style->centred ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (style->boxed)
        format_set_border(format, LXW_BORDER_THIN);
    if (style->boxed && !style->centred)
        format_set_indent(format, 1);
    return format;
}

static lxw_format *
role_format(Workbook *book, int role)
{
    lxw_format **format = &book->formats[book->sheet.look][role];
    if (*format != NULL)
        return *format;
    *format = new_format(book, &styles[book->sheet.look][role], styles[book->sheet.look][role].points);
    if (*format != NULL && (role == ROLE_CONTENT + WORKBOOK_WORDS || role == ROLE_CONTENT + WORKBOOK_CODE))
        format_set_num_format(*format, "@");
    return *format;
}

/* How many half-width characters stand beside each other in so many pixels (96 to the inch). */
static size_t
halves(int pixels, int points)
{
    int room = pixels - CELL_PADDING_PIXELS;
    return room <= 0 ? 1 : (size_t)(room * 3 / (2 * points));
}

static int
text_height(const char *text, int pixels, int points)
{
    size_t lines = celltext_lines(text_of(text), halves(pixels, points));
    size_t height = lines * (size_t)(points * 4 / 3) + (size_t)points / 2;
    return height > ROW_POINTS_MAX ? ROW_POINTS_MAX : (int)height;
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
    *book = (Workbook){.file = {.fd = -1}};
    book->cells = arena_new();
    if (!file_begin(&book->file, path, 0644, err))
        goto failed;
    book->lxw = workbook_new(book->file.part);
    if (book->lxw == NULL) {
        err_set(err, ERR_IO, "could not begin workbook \"%s\"", path);
        goto failed;
    }
    lxw_doc_properties properties = {.created = CREATED};
    if (check(book, workbook_set_properties(book->lxw, &properties), err))
        return book;
failed:
    workbook_free(book);
    return NULL;
}

static bool
set_columns(Workbook *book, Err *err)
{
    const WorkbookSheet *sheet = &book->sheet;
    int weights = 0;
    for (size_t i = 0; i < sheet->column_count; i++)
        weights += sheet->columns[i].width;
    int page = pages[sheet->look].width_pixels;
    for (size_t i = 0; i < sheet->column_count; i++) {
        int width = sheet->columns[i].width;
        book->pixels[i] = page > 0 ? page * width / weights : width * 7 + 5;
        if (!check(book,
                   worksheet_set_column_pixels(book->lxw_sheet, (lxw_col_t)i, (lxw_col_t)i, (uint32_t)book->pixels[i],
                                               NULL),
                   err))
            return false;
    }
    return true;
}

static bool
set_page(Workbook *book, Err *err)
{
    const Page *page = &pages[book->sheet.look];
    lxw_worksheet *sheet = book->lxw_sheet;
    worksheet_set_paper(sheet, 9); /* A4 */
    if (page->landscape)
        worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, page->left, page->right, page->top, page->bottom);
    worksheet_center_horizontally(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    lxw_header_footer_options options = {.margin = page->footer_margin};
    return check(book, worksheet_set_footer_opt(sheet, page->footer, &options), err) &&
           check(book, worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"), err);
}

static bool
finish_sheet(Workbook *book, Err *err)
{
    if (book->lxw_sheet == NULL || !book->labelled || book->sheet.look != WORKBOOK_LEDGER)
        return true;
    worksheet_freeze_panes(book->lxw_sheet, book->label_row + 1, 0);
    lxw_col_t last = (lxw_col_t)(book->sheet.column_count - 1);
    return check(book, worksheet_autofilter(book->lxw_sheet, book->label_row, 0, book->row - 1, last), err);
}

bool
workbook_sheet(Workbook *book, const WorkbookSheet *sheet, Err *err)
{
    if (!finish_sheet(book, err))
        return false;
    if (sheet->column_count == 0 || sheet->column_count > WORKBOOK_COLUMN_MAX)
        return err_set(err, ERR_BUG, "workbook \"%s\" cannot have %zu columns", book->file.path, sheet->column_count);
    book->sheet = *sheet;
    book->row = 0;
    book->labelled = false;
    arena_reset(book->cells);
    const char *name = cell_text(book, sheet->name, err);
    if (name == NULL || !check(book, workbook_validate_sheet_name(book->lxw, name), err))
        return false;
    book->lxw_sheet = workbook_add_worksheet(book->lxw, name);
    if (book->lxw_sheet == NULL)
        return err_set(err, ERR_IO, "could not add sheet \"%s\" to workbook \"%s\"", name, book->file.path);
    return set_columns(book, err) && set_page(book, err);
}

/* A title that would wrap is set in the next smaller sizes of type, down to 小二 (18 points). */
static int
title_points(const Workbook *book, const char *title, int points)
{
    static const int smaller[] = {20, 18};
    for (size_t i = 0; i < 2 && celltext_lines(text_of(title), halves(table_pixels(book), points)) > 1; i++)
        points = smaller[i] < points ? smaller[i] : points;
    return points;
}

static bool
write_line(Workbook *book, const char *text, lxw_format *format, Err *err)
{
    lxw_col_t last = (lxw_col_t)(book->sheet.column_count - 1);
    if (last == 0)
        return check(book, worksheet_write_string(book->lxw_sheet, book->row, 0, text, format), err);
    return check(book, worksheet_merge_range(book->lxw_sheet, book->row, 0, book->row, last, text, format), err);
}

bool
workbook_line(Workbook *book, WorkbookLine line, Text text, Err *err)
{
    arena_reset(book->cells);
    const Style *style = &styles[book->sheet.look][line];
    const char *clean = cell_text(book, text, err);
    if (clean == NULL)
        return false;
    int points = line == WORKBOOK_TITLE ? title_points(book, clean, style->points) : style->points;
    lxw_format *format = points == style->points ? role_format(book, line) : new_format(book, style, points);
    if (format == NULL)
        return check(book, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    int height = text_height(clean, table_pixels(book), points);
    if (height < style->least_height)
        height = style->least_height;
    if (!check(book, worksheet_set_row(book->lxw_sheet, book->row, height, NULL), err) ||
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
    return check(book, error, err);
}

/* Its height follows from the cell that needs the most lines. */
static bool
write_row(Workbook *book, const Text *cells, bool labels, Err *err)
{
    int height = 0;
    arena_reset(book->cells);
    for (size_t i = 0; i < book->sheet.column_count; i++) {
        const WorkbookColumn *column = &book->sheet.columns[i];
        int role = labels ? ROLE_LABEL : ROLE_CONTENT + (int)column->content;
        const Style *style = &styles[book->sheet.look][role];
        const char *text = cell_text(book, labels ? column->label : cells[i], err);
        if (text == NULL || !write_cell(book, (lxw_col_t)i, role, text, err))
            return false;
        int needed = text_height(text, book->pixels[i], style->points);
        if (needed < style->least_height)
            needed = style->least_height;
        if (needed > height)
            height = needed;
    }
    if (!check(book, worksheet_set_row(book->lxw_sheet, book->row, height, NULL), err))
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
           check(book, worksheet_repeat_rows(book->lxw_sheet, book->label_row, book->label_row), err);
}

bool
workbook_row(Workbook *book, const Text *cells, Err *err)
{
    return write_row(book, cells, false, err);
}

static uint32_t
little_endian(const unsigned char *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* Source: PKWARE APPNOTE, 4.3.16: the end record says where the central directory lies, which is right before it. */
static bool
is_whole_archive(int fd)
{
    enum { END_LEN = 22 };
    unsigned char end[END_LEN];
    off_t size = lseek(fd, 0, SEEK_END);
    return size >= END_LEN && pread(fd, end, END_LEN, size - END_LEN) == END_LEN && memcmp(end, "PK\5\6", 4) == 0 &&
           (off_t)little_endian(end + 12) + (off_t)little_endian(end + 16) == size - END_LEN;
}

/* libxlsxwriter can report success on a full disk. */
static bool
verify(const Workbook *book, Err *err)
{
    int fd = open(book->file.part, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return err_set(err, ERR_IO, "could not open file \"%s\": %m", book->file.part);
    bool whole = is_whole_archive(fd);
    close(fd);
    return whole || err_set(err, ERR_IO, "workbook \"%s\" was written incompletely", book->file.path);
}

bool
workbook_commit(Workbook *book, Err *err)
{
    if (!finish_sheet(book, err))
        return false;
    lxw_error error = workbook_close(book->lxw);
    book->lxw = NULL; /* freed by workbook_close, whatever it returns */
    return check(book, error, err) && verify(book, err) && file_commit(&book->file, err);
}

void
workbook_free(Workbook *book)
{
    if (book == NULL)
        return;
    if (book->lxw != NULL)
        lxw_workbook_free(book->lxw);
    file_abandon(&book->file);
    arena_free(book->cells);
    mem_free(book);
}
