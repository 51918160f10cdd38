#include "out/annotated.h"

#include <string.h>

#include "out/celltext.h"
#include "out/workbook_inside.h"
#include "rows/returned.h"

enum { NAME_CHARACTERS = 24, WIDTH_MIN = 6, WIDTH_MAX = 40, POINTS = 10, ROW_HEIGHT = 15 };

/* Of a comment, in pixels. */
enum { COMMENT_WIDTH = 320, COMMENT_LINE = 20, COMMENT_HALVES = 44 };

static const XlsxStyle plain = {"宋体", POINTS, false, false, 16};
static const XlsxStyle marked = {"宋体", POINTS, false, true, 16};
static const XlsxStyle word = {"宋体", POINTS, true, true, 16};
static const XlsxPage page = {true, 0, 0.6, 0.6, 0.7, 0.7, "&C&\"宋体,Regular\"&10第 &P 页，共 &N 页", 0.35};

static const struct Ground {
    uint32_t fill;
    uint32_t colour;
} grounds[GROUND_COUNT] = {[ANNOTATED_WARNING] = {0xFFF2CC, 0x7F6000},
                           [ANNOTATED_ERROR] = {0xFBD9D5, 0xB00020},
                           [ANNOTATED_GOOD] = {0xE2F0D9, 0x375623}};

/* What a sheet's name may not hold becomes "_". */
Text
annotated_name(size_t number, Text sheet, Arena *arena)
{
    char *clean = arena_string(arena, sheet);
    size_t characters = 0;
    size_t len = 0;
    for (; clean[len] != '\0'; len++) {
        characters += ((unsigned char)clean[len] & 0xC0) != 0x80;
        if (characters > NAME_CHARACTERS)
            break;
        if (strchr("[]:*?/\\'", clean[len]) != NULL || (unsigned char)clean[len] < ' ')
            clean[len] = '_';
    }
    return arena_printf(arena, "%zu%s%.*s", number, len > 0 ? " " : "", (int)len, clean);
}

bool
annotated_begin(Workbook *book, Text name, Err *err)
{
    if (!workbook_begin(book, name, err))
        return false;
    worksheet_gridlines(book->lxw_sheet, LXW_SHOW_ALL_GRIDLINES);
    return xlsxfile_page(&book->file, book->lxw_sheet, &page, err);
}

void
annotated_gaps(Workbook *book)
{
    worksheet_set_default_row(book->lxw_sheet, ROW_HEIGHT, LXW_TRUE);
}

/* A cell of a copy; a word of a ledger, and one that is a link. */
typedef enum Look { LOOK_COPY, LOOK_WORD, LOOK_LINK } Look;

/* NULL without memory. */
static lxw_format *
ground_format(Workbook *book, AnnotatedGround ground, Look look)
{
    lxw_format **format = &book->grounds[ground][look];
    if (*format != NULL)
        return *format;
    *format = xlsxfile_format(&book->file,
                              look != LOOK_COPY           ? &word
                              : ground == ANNOTATED_PLAIN ? &plain
                                                          : &marked,
                              POINTS);
    if (*format == NULL)
        return NULL;
    format_set_num_format(*format, "@");
    format_set_indent(*format, 0);
    if (look == LOOK_COPY)
        (*format)->text_wrap = LXW_FALSE; /* a title lies over the columns beside it, as it did */
    if (ground == ANNOTATED_PLAIN)
        return *format;
    format_set_bg_color(*format, grounds[ground].fill);
    format_set_font_color(*format, look == LOOK_LINK ? (lxw_color_t)LXW_COLOR_BLUE : grounds[ground].colour);
    format_set_underline(*format, look == LOOK_LINK ? LXW_UNDERLINE_SINGLE : LXW_UNDERLINE_NONE);
    return *format;
}

static bool
write_text(Workbook *book, size_t row, size_t column, Text text, AnnotatedGround ground, Look look, Err *err)
{
    const char *clean = xlsxfile_text(&book->file, text, (lxw_row_t)row, err);
    lxw_format *format = ground_format(book, ground, look);
    lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (clean == NULL)
        return false;
    if (format != NULL && clean[0] == '\0')
        error = worksheet_write_blank(book->lxw_sheet, (lxw_row_t)row, (lxw_col_t)column, format);
    else if (format != NULL)
        error = worksheet_write_string(book->lxw_sheet, (lxw_row_t)row, (lxw_col_t)column, clean, format);
    return xlsxfile_check(&book->file, error, err);
}

bool
annotated_row(Workbook *book, size_t row, const Text *cells, size_t count, Err *err)
{
    arena_reset(book->file.cells);
    for (size_t i = 0; i < count; i++)
        if (cells[i].ptr != NULL && !write_text(book, row, i, cells[i], ANNOTATED_PLAIN, LOOK_COPY, err))
            return false;
    return true;
}

bool
annotated_mark(Workbook *book, size_t row, size_t column, Text text, AnnotatedGround ground, Text comment, Err *err)
{
    arena_reset(book->file.cells);
    if (!write_text(book, row, column, text, ground, LOOK_COPY, err))
        return false;
    const char *clean = xlsxfile_text(&book->file, comment, (lxw_row_t)row, err);
    if (clean == NULL)
        return false;
    size_t lines = celltext_lines(text_of(clean), COMMENT_HALVES) + 1;
    lxw_comment_options options = {.width = COMMENT_WIDTH,
                                   .height = (uint16_t)(lines * COMMENT_LINE),
                                   .font_size = POINTS,
                                   .font_name = "宋体",
                                   .author = RETURNED_COMMENT_AUTHOR};
    return xlsxfile_check(
        &book->file, worksheet_write_comment_opt(book->lxw_sheet, (lxw_row_t)row, (lxw_col_t)column, clean, &options),
        err);
}

bool
annotated_widths(Workbook *book, const int *widths, size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        int width = widths[i] < WIDTH_MIN ? WIDTH_MIN : widths[i] > WIDTH_MAX ? WIDTH_MAX : widths[i];
        lxw_col_t column = (lxw_col_t)i;
        if (!xlsxfile_check(&book->file,
                            worksheet_set_column_pixels(book->lxw_sheet, column, column, (uint32_t)width * 7 + 5, NULL),
                            err))
            return false;
    }
    return true;
}

/* A place in the workbook as libxlsxwriter takes it. */
static const char *
link_target(const Workbook *book, Text sheet, Text cell)
{
    return arena_printf(book->file.cells, "internal:'%" TEXT_FMT "'!%" TEXT_FMT, TEXT_ARG(sheet), TEXT_ARG(cell)).ptr;
}

bool
annotated_link(Workbook *book, size_t column, Text text, AnnotatedGround ground, Text sheet, Text cell, Err *err)
{
    lxw_row_t row = book->row - 1;
    arena_reset(book->file.cells);
    if (sheet.len == 0 || book->links >= ANNOTATED_LINK_MAX)
        return write_text(book, row, column, text, ground, LOOK_WORD, err);
    const char *clean = xlsxfile_text(&book->file, text, row, err);
    lxw_format *format = ground_format(book, ground, LOOK_LINK);
    if (clean == NULL)
        return false;
    book->links++;
    lxw_error error = worksheet_write_url_opt(book->lxw_sheet, row, (lxw_col_t)column, link_target(book, sheet, cell),
                                              format, clean, NULL);
    return xlsxfile_check(&book->file, format == NULL ? LXW_ERROR_MEMORY_MALLOC_FAILED : error, err);
}
