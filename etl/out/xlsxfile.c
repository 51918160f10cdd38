#include "out/xlsxfile.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/foreign.h"
#include "out/celltext.h"
#include "out/spool.h"
#include "out/wholebook.h"

/* Not the run's clock: a table that did not change keeps its bytes from night to night. 2000-01-01T00:00:00Z. */
enum { CREATED = 946684800 };

/* Inches: above what any page's top margin leaves. */
#define HEADER_MARGIN 0.25

enum { PAPER_A4 = 9, POINTS_MIN = 6, PADDING_PIXELS = 7, INDENT_PIXELS = 9 };

/* Source: ECMA-376 part 1, 18.18.94: a font whose characters are of one width, as Chinese ones are. */
enum { FAMILY_MODERN = 3 };

/*
 * Stands in for the library's own, by which it keeps each part until it packs them: it rewinds them without a look, which forgets a fault, and a
 * part would lack what one write lost. Lost ones are empty, which out/wholebook tells.
 */
FILE *
lxw_tmpfile(char *folder)
{
    (void)folder;
    return spool_open();
}

bool
xlsxfile_check(const XlsxFile *file, lxw_error error, Err *err)
{
    if (error == LXW_NO_ERROR)
        return true;
    bool io = error >= LXW_ERROR_CREATING_XLSX_FILE && error <= LXW_ERROR_ZIP_CLOSE;
    return err_set(err, io ? ERR_IO : ERR_BUG, "could not write workbook \"%s\": %s", file->file.path,
                   lxw_strerror(error));
}

const char *
xlsxfile_text(const XlsxFile *file, Text text, lxw_row_t row, Err *err)
{
    const char *clean = celltext_clean(text, file->cells);
    if (clean == NULL)
        err_set(err, ERR_BUG, "text for workbook \"%s\" is not UTF-8: row %u", file->file.path, row + 1);
    return clean;
}

bool
xlsxfile_open(XlsxFile *file, const char *path, bool streamed, Err *err)
{
    *file = (XlsxFile){.file = {.fd = -1}, .cells = arena_new()};
    if (!file_begin(&file->file, path, 0640, err))
        return false;
    foreign_needs_memory();
    lxw_workbook_options options = {.constant_memory = streamed};
    file->lxw = workbook_new_opt(file->file.part, &options);
    if (file->lxw == NULL)
        return err_set(err, ERR_IO, "could not begin workbook \"%s\"", path);
    lxw_doc_properties properties = {.created = CREATED};
    return xlsxfile_check(file, workbook_set_properties(file->lxw, &properties), err);
}

lxw_worksheet *
xlsxfile_sheet(const XlsxFile *file, Text name, Err *err)
{
    const char *clean = xlsxfile_text(file, name, 0, err);
    if (clean == NULL || !xlsxfile_check(file, workbook_validate_sheet_name(file->lxw, clean), err))
        return NULL;
    lxw_worksheet *sheet = workbook_add_worksheet(file->lxw, clean);
    if (sheet == NULL)
        err_set(err, ERR_IO, "could not add sheet \"%s\" to workbook \"%s\"", clean, file->file.path);
    return sheet;
}

bool
xlsxfile_columns(const XlsxFile *file, lxw_worksheet *sheet, const XlsxPage *page, const int *widths, size_t count,
                 int *pixels, Err *err)
{
    int weights = 0;
    for (size_t i = 0; i < count; i++)
        weights += widths[i];
    for (size_t i = 0; i < count; i++) {
        lxw_col_t column = (lxw_col_t)i;
        pixels[i] = page->width_pixels > 0 ? page->width_pixels * widths[i] / weights : widths[i] * 7 + 5;
        lxw_error error = worksheet_set_column_pixels(sheet, column, column, (uint32_t)pixels[i], NULL);
        if (!xlsxfile_check(file, error, err))
            return false;
    }
    return true;
}

int
xlsxfile_page_points(const XlsxPage *page, XlsxPaper paper)
{
    static const double long_side[] = {[XLSXFILE_A4] = 297 / 25.4, [XLSXFILE_A3] = 420 / 25.4};
    static const double short_side[] = {[XLSXFILE_A4] = 210 / 25.4, [XLSXFILE_A3] = 297 / 25.4};
    double height = page->landscape ? short_side[paper] : long_side[paper];
    return (int)((height - page->top - page->bottom) * 72);
}

bool
xlsxfile_page(const XlsxFile *file, lxw_worksheet *sheet, const XlsxPage *page, Err *err)
{
    worksheet_set_paper(sheet, PAPER_A4);
    if (page->landscape)
        worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, page->left, page->right, page->top, page->bottom);
    worksheet_center_horizontally(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    lxw_header_footer_options options = {.margin = page->footer_margin};
    lxw_header_footer_options top = {.margin = HEADER_MARGIN};
    if (file->header[0] != '\0' && !xlsxfile_check(file, worksheet_set_header_opt(sheet, file->header, &top), err))
        return false;
    return xlsxfile_check(file, worksheet_set_footer_opt(sheet, page->footer, &options), err) &&
           xlsxfile_check(file, worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"), err);
}

lxw_format *
xlsxfile_format(const XlsxFile *file, const XlsxStyle *style, int points)
{
    lxw_format *format = workbook_add_format(file->lxw);
    if (format == NULL)
        return NULL;
    format_set_font_name(format, style->font);
    format_set_font_family(format, FAMILY_MODERN);
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

static int
padding(const XlsxStyle *style)
{
    return PADDING_PIXELS + (style->boxed && !style->centred ? INDENT_PIXELS : 0);
}

int
xlsxfile_pixels(int halves, const XlsxStyle *style, int points)
{
    /* as height_of reckons, rounded up */
    int room = (halves * 7 + 5) / 6;
    return (room * 2 * points + 2) / 3 + padding(style);
}

/* How many half-width characters stand beside each other in so many pixels (96 to the inch). */
static size_t
halves_in(int pixels, const XlsxStyle *style, int points)
{
    int room = pixels - padding(style);
    return room <= 0 ? 1 : (size_t)(room * 3 / (2 * points));
}

static size_t
height_of(const char *text, int pixels, const XlsxStyle *style, int points)
{
    /* Where the font is missing, another one's letters and digits are wider: no line of text may be lost then. */
    size_t room = halves_in(pixels, style, points) * 6 / 7;
    size_t lines = celltext_lines(text_of(text), room > 0 ? room : 1);
    return lines * (size_t)(points * 4 / 3) + (size_t)points / 2;
}

int
xlsxfile_height(const char *text, int pixels, const XlsxStyle *style, int points)
{
    size_t height = height_of(text, pixels, style, points);
    return height > XLSXFILE_ROW_POINTS_MAX ? XLSXFILE_ROW_POINTS_MAX : (int)height;
}

int
xlsxfile_fitting_points(const char *text, int pixels, const XlsxStyle *style)
{
    int points = style->points;
    while (points > POINTS_MIN && height_of(text, pixels, style, points) > XLSXFILE_ROW_POINTS_MAX)
        points--;
    return points;
}

int
xlsxfile_title_points(const char *title, int pixels, const XlsxStyle *style)
{
    static const int smaller[] = {20, 18};
    int points = style->points;
    for (size_t i = 0; i < 2 && celltext_lines(text_of(title), halves_in(pixels, style, points)) > 1; i++)
        points = smaller[i] < points ? smaller[i] : points;
    return points;
}

/* libxlsxwriter can report success on a full disk. */
static bool
verify(const XlsxFile *file, Err *err)
{
    int fd = open(file->file.part, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return err_set(err, ERR_IO, "could not open file \"%s\": %m", file->file.part);
    bool whole = wholebook_check(fd, file->file.path, err);
    close(fd);
    return whole;
}

/* Rows that were written out as they came stand in files of the library's own, whose faults it does not tell. */
static bool
rows_are_whole(const XlsxFile *file, Err *err)
{
    lxw_worksheet *sheet;
    STAILQ_FOREACH(sheet, file->lxw->worksheets, list_pointers)
    {
        if (sheet->optimize_tmpfile == NULL)
            continue;
        lxw_worksheet_write_single_row(sheet);
        if (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile))
            return err_set(err, ERR_IO, "could not write the rows of workbook \"%s\": %m", file->file.path);
    }
    return true;
}

bool
xlsxfile_commit(XlsxFile *file, Err *err)
{
    if (!rows_are_whole(file, err))
        return false;
    lxw_error error = workbook_close(file->lxw);
    file->lxw = NULL; /* freed by workbook_close, whatever it returns */
    return xlsxfile_check(file, error, err) && verify(file, err) && file_commit(&file->file, err);
}

/* A workbook that is not written keeps the files of its rows open. */
static void
drop(lxw_workbook *workbook)
{
    lxw_worksheet *sheet;
    STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers)
    {
        if (sheet->optimize_tmpfile != NULL)
            fclose(sheet->optimize_tmpfile);
    }
    lxw_workbook_free(workbook);
}

void
xlsxfile_close(XlsxFile *file)
{
    if (file->lxw != NULL)
        drop(file->lxw);
    file_abandon(&file->file);
    arena_free(file->cells);
}
