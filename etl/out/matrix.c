#include "out/matrix.h"

#include "out/pageflow.h"
#include "out/workbook_inside.h"

enum { PAPER_A3 = 8, PRINT_PERCENT = 75, NUMBER_WIDTH_MAX = 30, FIGURE_ROOM = 3, POINTS = 10, LEAST_HEIGHT = 18 };

static const XlsxPage page = {true, 0, 0.5, 0.5, 0.6, 0.6, "&C&\"宋体,Regular\"&10第 &P 页，共 &N 页", 0.3};

typedef enum Look {
    LOOK_TITLE,
    LOOK_NOTE,
    LOOK_HEAD_LABEL,
    LOOK_HEAD,
    LOOK_BAR,
    LOOK_PART,
    LOOK_WORDS,
    LOOK_WORD,
    LOOK_SOURCE,
    LOOK_BLANK,
    LOOK_BAD,
    LOOK_LONG_NUMBER,
    LOOK_NUMBER,
    LOOK_COUNT = LOOK_NUMBER + FIGURE_DIGITS_MAX + 1 /* a look per number of decimals */
} Look;

_Static_assert((int)LOOK_COUNT <= (int)MATRIX_LOOKS, "a workbook keeps a format for each look");

enum { NO_FILL = 0, TEXT_BLACK = 0x000000 };

static const struct LookStyle {
    XlsxStyle style;
    uint32_t fill;
    uint32_t colour;
    bool bold;
} look_styles[] = {
    [LOOK_TITLE] = {{"黑体", 16, false, false, 32}, NO_FILL, TEXT_BLACK, false},
    [LOOK_NOTE] = {{"宋体", 10, false, false, 16}, NO_FILL, TEXT_BLACK, false},
    [LOOK_HEAD_LABEL] = {{"黑体", POINTS, true, true, LEAST_HEIGHT}, 0xE7EEF7, TEXT_BLACK, false},
    [LOOK_HEAD] = {{"宋体", POINTS, true, true, LEAST_HEIGHT}, 0xE7EEF7, TEXT_BLACK, false},
    [LOOK_BAR] = {{"黑体", 11, false, true, 20}, 0xBDD0E9, TEXT_BLACK, false},
    [LOOK_PART] = {{"黑体", POINTS, false, true, LEAST_HEIGHT}, 0xE7EEF7, TEXT_BLACK, false},
    [LOOK_WORDS] = {{"宋体", POINTS, false, true, LEAST_HEIGHT}, NO_FILL, TEXT_BLACK, false},
    [LOOK_WORD] = {{"宋体", POINTS, true, true, LEAST_HEIGHT}, NO_FILL, TEXT_BLACK, false},
    [LOOK_SOURCE] = {{"宋体", 9, false, true, LEAST_HEIGHT}, NO_FILL, TEXT_BLACK, false},
    [LOOK_BLANK] = {{"宋体", POINTS, true, true, LEAST_HEIGHT}, 0xFFF7D6, TEXT_BLACK, false},
    [LOOK_BAD] = {{"宋体", POINTS, true, true, LEAST_HEIGHT}, 0xFBD9D5, 0xB00020, true},
    [LOOK_LONG_NUMBER] = {{"宋体", POINTS, true, true, LEAST_HEIGHT}, NO_FILL, TEXT_BLACK, false},
    [LOOK_NUMBER] = {{"宋体", POINTS, true, true, LEAST_HEIGHT}, NO_FILL, TEXT_BLACK, false},
};

struct Matrix {
    Workbook *book;
    MatrixSheet sheet;
    int side_pixels[MATRIX_SIDE_MAX];
    int *widths; /* of the columns, in half-width characters */
    lxw_row_t first_head;
    bool headed;
    bool labelled;
    int head_height;
    bool kept; /* the next row, by a bar */
    PageFlow flow;
    Arena *arena;
};

static const struct LookStyle *
style_of(int look)
{
    return &look_styles[look < LOOK_NUMBER ? look : LOOK_NUMBER];
}

/* Two formats that are alike cost a search for each cell: all matrices of a workbook share theirs. NULL without memory. */
static lxw_format *
format_of(Matrix *matrix, int look)
{
    lxw_format **format = &matrix->book->looks[look];
    const struct LookStyle *style = style_of(look);
    char code[FIGURE_FORMAT_MAX] = "@";
    if (*format != NULL)
        return *format;
    *format = xlsxfile_format(&matrix->book->file, &style->style, style->style.points);
    if (*format == NULL)
        return NULL;
    if (style->fill != NO_FILL)
        format_set_bg_color(*format, style->fill);
    if (style->colour != TEXT_BLACK)
        format_set_font_color(*format, style->colour);
    if (style->bold)
        format_set_bold(*format);
    if (look <= LOOK_NOTE)
        (*format)->text_wrap = LXW_FALSE;
    if (look >= LOOK_NUMBER)
        figure_format(look - LOOK_NUMBER, code);
    format_set_num_format(*format, code);
    if (look >= LOOK_LONG_NUMBER) {
        format_set_align(*format, LXW_ALIGN_RIGHT);
        format_set_indent(*format, 1);
    }
    return *format;
}

static bool
check(const Matrix *matrix, lxw_error error, Err *err)
{
    return xlsxfile_check(&matrix->book->file, error, err);
}

static bool
write_text(Matrix *matrix, size_t column, int look, const char *text, Err *err)
{
    Workbook *book = matrix->book;
    lxw_format *format = format_of(matrix, look);
    lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (format != NULL && text[0] == '\0')
        error = worksheet_write_blank(book->lxw_sheet, book->row, (lxw_col_t)column, format);
    else if (format != NULL)
        error = worksheet_write_string(book->lxw_sheet, book->row, (lxw_col_t)column, text, format);
    return check(matrix, error, err);
}

/* *height grows to what the text needs in that column. */
static bool
write_words(Matrix *matrix, size_t column, int look, Text words, int *height, Err *err)
{
    Workbook *book = matrix->book;
    const char *clean = xlsxfile_text(&book->file, words, book->row, err);
    if (clean == NULL)
        return false;
    bool side = column < matrix->sheet.side_count;
    int pixels = side ? matrix->side_pixels[column] : matrix->sheet.column_width * 7 + 5;
    int needed = xlsxfile_height(clean, pixels, &style_of(look)->style, style_of(look)->style.points);
    *height = needed > *height ? needed : *height;
    return write_text(matrix, column, look, clean, err);
}

static bool
next_row(Matrix *matrix, int height, Err *err)
{
    Workbook *book = matrix->book;
    bool ok = check(matrix, worksheet_set_row(book->lxw_sheet, book->row, height, NULL), err);
    pageflow_row(&matrix->flow, book->row, height, matrix->kept);
    matrix->kept = false;
    if (matrix->headed && !matrix->labelled)
        matrix->head_height += height;
    book->row++;
    arena_reset(book->file.cells);
    return ok;
}

static bool
set_sides(Matrix *matrix, Err *err)
{
    int widths[MATRIX_SIDE_MAX];
    for (size_t i = 0; i < matrix->sheet.side_count; i++)
        widths[i] = matrix->sheet.sides[i].width;
    return xlsxfile_columns(&matrix->book->file, matrix->book->lxw_sheet, &page, widths, matrix->sheet.side_count,
                            matrix->side_pixels, err);
}

static bool
set_page(Matrix *matrix, Err *err)
{
    lxw_worksheet *sheet = matrix->book->lxw_sheet;
    if (!xlsxfile_page(&matrix->book->file, sheet, &page, err))
        return false;
    worksheet_set_paper(sheet, PAPER_A3);
    worksheet_set_print_scale(sheet, PRINT_PERCENT);
    return true;
}

Matrix *
matrix_begin(Workbook *book, const MatrixSheet *sheet, Err *err)
{
    if (sheet->side_count == 0 || sheet->side_count > MATRIX_SIDE_MAX || sheet->column_count > MATRIX_COLUMN_MAX) {
        err_set(err, ERR_BUG, "a matrix cannot have %zu sides and %zu columns", sheet->side_count, sheet->column_count);
        return NULL;
    }
    if (!workbook_begin(book, sheet->name, err))
        return NULL;
    Arena *arena = arena_new();
    Matrix *matrix = arena_alloc(arena, sizeof *matrix);
    *matrix = (Matrix){.book = book, .sheet = *sheet, .arena = arena};
    matrix->widths = arena_array(arena, sheet->column_count, sizeof *matrix->widths);
    for (size_t i = 0; i < sheet->column_count; i++)
        matrix->widths[i] = sheet->column_width;
    pageflow_begin(&matrix->flow, xlsxfile_page_points(&page, XLSXFILE_A3) * 100 / PRINT_PERCENT);
    if (set_sides(matrix, err) && set_page(matrix, err))
        return matrix;
    matrix_free(matrix);
    return NULL;
}

bool
matrix_line(Matrix *matrix, WorkbookLine line, Text text, Err *err)
{
    int look = line == WORKBOOK_TITLE ? LOOK_TITLE : LOOK_NOTE;
    int ignored = 0;
    return write_words(matrix, 0, look, text, &ignored, err) &&
           next_row(matrix, style_of(look)->style.least_height, err);
}

/* The first of the rows that are repeated on each page. */
static void
note_head(Matrix *matrix)
{
    if (!matrix->headed)
        matrix->first_head = matrix->book->row;
    matrix->headed = true;
}

static bool
write_head_label(Matrix *matrix, Text label, Err *err)
{
    Workbook *book = matrix->book;
    lxw_col_t last = (lxw_col_t)(matrix->sheet.side_count - 1);
    const char *clean = xlsxfile_text(&book->file, label, book->row, err);
    lxw_format *format = format_of(matrix, LOOK_HEAD_LABEL);
    if (clean == NULL)
        return false;
    if (format == NULL || last == 0)
        return write_text(matrix, 0, LOOK_HEAD_LABEL, clean, err);
    return check(matrix, worksheet_merge_range(book->lxw_sheet, book->row, 0, book->row, last, clean, format), err);
}

bool
matrix_head(Matrix *matrix, Text label, const Text *values, Err *err)
{
    int height = LEAST_HEIGHT;
    note_head(matrix);
    bool ok = write_head_label(matrix, label, err);
    for (size_t i = 0; ok && i < matrix->sheet.column_count; i++)
        ok = write_words(matrix, matrix->sheet.side_count + i, LOOK_HEAD, values[i], &height, err);
    return ok && next_row(matrix, height, err);
}

static bool
write_number(Matrix *matrix, size_t column, double number, int decimals, Err *err)
{
    Workbook *book = matrix->book;
    lxw_format *format = format_of(matrix, LOOK_NUMBER + decimals);
    if (format == NULL)
        return check(matrix, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    return check(matrix, worksheet_write_number(book->lxw_sheet, book->row, (lxw_col_t)column, number, format), err);
}

static bool
keep_in_sight(Matrix *matrix, Err *err)
{
    Workbook *book = matrix->book;
    lxw_col_t sides = (lxw_col_t)matrix->sheet.side_count;
    matrix->labelled = true;
    pageflow_repeat(&matrix->flow, matrix->head_height);
    worksheet_freeze_panes(book->lxw_sheet, book->row, sides);
    return check(matrix, worksheet_repeat_rows(book->lxw_sheet, matrix->first_head, book->row - 1), err) &&
           check(matrix, worksheet_repeat_columns(book->lxw_sheet, 0, (lxw_col_t)(sides - 1)), err);
}

bool
matrix_labels(Matrix *matrix, Err *err)
{
    int height = LEAST_HEIGHT;
    bool ok = true;
    note_head(matrix);
    for (size_t i = 0; ok && i < matrix->sheet.side_count; i++)
        ok = write_words(matrix, i, LOOK_HEAD_LABEL, matrix->sheet.sides[i].label, &height, err);
    for (size_t i = 0; ok && i < matrix->sheet.column_count; i++) {
        Text number = arena_printf(matrix->book->file.cells, "%zu", i + 1);
        ok = write_words(matrix, matrix->sheet.side_count + i, LOOK_HEAD_LABEL, number, &height, err);
    }
    return ok && next_row(matrix, height, err) && keep_in_sight(matrix, err);
}

bool
matrix_bar(Matrix *matrix, int level, Text text, Err *err)
{
    int look = level == 1 ? LOOK_BAR : LOOK_PART;
    int height = style_of(look)->style.least_height;
    bool ok = write_words(matrix, 0, look, text, &height, err);
    for (size_t i = 1; ok && i < matrix->sheet.side_count + matrix->sheet.column_count; i++)
        ok = write_text(matrix, i, look, "", err);
    ok = ok && next_row(matrix, height, err);
    matrix->kept = true;
    return ok;
}

static bool
write_figure(Matrix *matrix, size_t column, Text text, int *height, Err *err)
{
    Figure figure;
    int *width = &matrix->widths[column - matrix->sheet.side_count];
    if (!figure_read(arena_string(matrix->book->file.cells, text), &figure))
        return write_words(matrix, column, LOOK_LONG_NUMBER, text, height, err);
    if (figure.width + FIGURE_ROOM > *width)
        *width = figure.width + FIGURE_ROOM < NUMBER_WIDTH_MAX ? figure.width + FIGURE_ROOM : NUMBER_WIDTH_MAX;
    return write_number(matrix, column, figure.value, figure.decimals, err);
}

static bool
write_cell(Matrix *matrix, size_t column, const MatrixCell *cell, int *height, Err *err)
{
    switch (cell->content) {
    case MATRIX_NUMBER:
        return write_figure(matrix, column, cell->text, height, err);
    case MATRIX_WORDS:
        return write_words(matrix, column, LOOK_WORDS, cell->text, height, err);
    case MATRIX_WORD:
        return write_words(matrix, column, LOOK_WORD, cell->text, height, err);
    case MATRIX_SOURCE:
        return write_words(matrix, column, LOOK_SOURCE, cell->text, height, err);
    case MATRIX_BAD:
        return write_words(matrix, column, LOOK_BAD, cell->text, height, err);
    case MATRIX_BLANK:
        return write_text(matrix, column, LOOK_BLANK, "", err);
    case MATRIX_NOTHING:
        break;
    }
    return true;
}

bool
matrix_row(Matrix *matrix, const Text *sides, const MatrixCell *cells, Err *err)
{
    int height = LEAST_HEIGHT;
    bool ok = true;
    for (size_t i = 0; ok && i < matrix->sheet.side_count; i++) {
        int look = matrix->sheet.sides[i].centred ? LOOK_WORD : LOOK_WORDS;
        ok = write_words(matrix, i, look, sides[i], &height, err);
    }
    for (size_t i = 0; ok && i < matrix->sheet.column_count; i++)
        ok = write_cell(matrix, matrix->sheet.side_count + i, &cells[i], &height, err);
    return ok && next_row(matrix, height, err);
}

bool
matrix_end(Matrix *matrix, Err *err)
{
    for (size_t i = 0; i < matrix->sheet.column_count; i++) {
        lxw_col_t column = (lxw_col_t)(matrix->sheet.side_count + i);
        uint32_t pixels = (uint32_t)matrix->widths[i] * 7 + 5;
        if (!check(matrix, worksheet_set_column_pixels(matrix->book->lxw_sheet, column, column, pixels, NULL), err))
            return false;
    }
    pageflow_end(&matrix->flow);
    return matrix->flow.break_count == 0 ||
           check(matrix, worksheet_set_h_pagebreaks(matrix->book->lxw_sheet, matrix->flow.breaks), err);
}

void
matrix_free(Matrix *matrix)
{
    if (matrix != NULL)
        arena_free(matrix->arena);
}
