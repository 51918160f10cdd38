#include "out/fillbook.h"

#include "out/celltext.h"
#include "out/fill_look.h"
#include "out/pageflow.h"

enum { CONTENT_COUNT = FILL_DATE + 1 };

/* Lists stand below their sheet's mark and a line for reading. */
enum { LISTS_FIRST_ROW = 2 };

typedef struct ChoiceColumn {
    const Text *choices;
    size_t count;
} ChoiceColumn;

struct Fillbook {
    XlsxFile file;
    Text lists_name;
    ChoiceColumn lists[FILL_LIST_MAX];
    size_t list_count;
    lxw_worksheet *lxw_sheet;
    FillSheet sheet;
    const FillStyles *look;
    int pixels[FILL_COLUMN_MAX];
    lxw_format *labels[FILL_LOOK_COUNT][FILL_LABEL_COUNT];
    lxw_format *entries[FILL_LOOK_COUNT][CONTENT_COUNT];
    lxw_row_t row;
    int height; /* of this row, as far as it is written */
    bool kept;  /* this row, by the one before it */
    bool heads; /* this row, the next */
    PageFlow flow;
    size_t entry_count;
};

static bool
check(const Fillbook *book, lxw_error error, Err *err)
{
    return xlsxfile_check(&book->file, error, err);
}

static const char *
cell_text(const Fillbook *book, Text text, Err *err)
{
    return xlsxfile_text(&book->file, text, book->row, err);
}

Fillbook *
fillbook_open(const char *path, Text lists, Err *err)
{
    Fillbook *book = mem_alloc(sizeof *book);
    *book = (Fillbook){.lists_name = lists};
    if (xlsxfile_open(&book->file, path, false, err))
        return book;
    fillbook_free(book);
    return NULL;
}

static lxw_format *
entry_format(Fillbook *book, FillContent content)
{
    static const char *const numbers[] = {[FILL_WORDS] = "@",
                                          [FILL_CODE] = "@",
                                          [FILL_LONG] = "@",
                                          [FILL_NUMBER] = "General",
                                          [FILL_DATE] = "yyyy-mm-dd"};
    lxw_format **format = &book->entries[book->sheet.look][content];
    XlsxStyle style = book->look->entry;
    if (*format != NULL)
        return *format;
    style.centred = content != FILL_WORDS && content != FILL_LONG;
    *format = xlsxfile_format(&book->file, &style, style.points);
    if (*format == NULL)
        return NULL;
    format_set_num_format(*format, numbers[content]);
    format_set_unlocked(*format);
    if (content == FILL_LONG)
        format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
    return *format;
}

static void
protect(Fillbook *book)
{
    lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    if (book->look->open) {
        allowed.insert_rows = allowed.delete_rows = LXW_TRUE;
        allowed.sort = allowed.autofilter = LXW_TRUE;
    }
    worksheet_protect(book->lxw_sheet, NULL, &allowed);
}

/*
 * Columns behind the table may be added; what is typed there stays text. Without borders: those would be printed. To the sheet's edge, since a protected row can be deleted only
 * where no cell of it is locked.
 */
static bool
open_columns(Fillbook *book, Err *err)
{
    lxw_col_t first = (lxw_col_t)book->sheet.column_count;
    lxw_col_t last = LXW_COL_MAX - 1;
    XlsxStyle style = book->look->entry;
    style.boxed = false;
    lxw_format *format = book->look->open ? xlsxfile_format(&book->file, &style, style.points) : NULL;
    if (format == NULL)
        return !book->look->open || check(book, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    format_set_num_format(format, "@");
    format_set_unlocked(format);
    return check(book, worksheet_set_column(book->lxw_sheet, first, last, LXW_DEF_COL_WIDTH, format), err);
}

/* To the other sheets rows are added, which move what breaks stand above. */
static bool
finish_sheet(Fillbook *book, Err *err)
{
    if (book->lxw_sheet == NULL || book->sheet.look != FILL_FORM)
        return true;
    pageflow_end(&book->flow);
    return book->flow.break_count == 0 ||
           check(book, worksheet_set_h_pagebreaks(book->lxw_sheet, book->flow.breaks), err);
}

static bool
begin_sheet(Fillbook *book, const FillSheet *sheet, Err *err)
{
    if (!finish_sheet(book, err))
        return false;
    book->sheet = *sheet;
    book->look = &fill_styles[sheet->look];
    book->row = 0;
    book->height = 0;
    book->kept = book->heads = false;
    book->entry_count = 0;
    pageflow_begin(&book->flow, xlsxfile_page_points(&book->look->page, XLSXFILE_A4));
    arena_reset(book->file.cells);
    book->lxw_sheet = xlsxfile_sheet(&book->file, sheet->name, err);
    return book->lxw_sheet != NULL;
}

bool
fillbook_sheet(Fillbook *book, const FillSheet *sheet, Err *err)
{
    if (sheet->column_count == 0 || sheet->column_count > FILL_COLUMN_MAX)
        return err_set(err, ERR_BUG, "workbook \"%s\" cannot have %zu columns", book->file.file.path,
                       sheet->column_count);
    if (!begin_sheet(book, sheet, err))
        return false;
    protect(book);
    return xlsxfile_columns(&book->file, book->lxw_sheet, &book->look->page, sheet->widths, sheet->column_count,
                            book->pixels, err) &&
           xlsxfile_page(&book->file, book->lxw_sheet, &book->look->page, err) && open_columns(book, err);
}

static int
span_pixels(const Fillbook *book, int first, int last)
{
    int sum = 0;
    for (int i = first; i <= last; i++)
        sum += book->pixels[i];
    return sum;
}

/* A title that does not fit is set smaller, in a format of its own. */
static lxw_format *
label_format(Fillbook *book, FillLabel label, int points)
{
    const XlsxStyle *style = &book->look->labels[label];
    lxw_format **format = &book->labels[book->sheet.look][label];
    if (points != style->points)
        return xlsxfile_format(&book->file, style, points);
    if (*format == NULL)
        *format = xlsxfile_format(&book->file, style, points);
    return *format;
}

static bool
write_text(Fillbook *book, lxw_row_t first_row, int first, int last, const char *text, lxw_format *format, Err *err)
{
    lxw_col_t from = (lxw_col_t)first;
    if (format == NULL)
        return check(book, LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    if (first_row < book->row || first < last)
        return check(book,
                     worksheet_merge_range(book->lxw_sheet, first_row, from, book->row, (lxw_col_t)last, text, format),
                     err);
    if (text[0] == '\0')
        return check(book, worksheet_write_blank(book->lxw_sheet, book->row, from, format), err);
    return check(book, worksheet_write_string(book->lxw_sheet, book->row, from, text, format), err);
}

bool
fillbook_label(Fillbook *book, int first, int last, FillLabel label, Text text, Err *err)
{
    const XlsxStyle *style = &book->look->labels[label];
    int pixels = span_pixels(book, first, last);
    const char *clean = cell_text(book, text, err);
    if (clean == NULL)
        return false;
    int points = label == FILL_TITLE ? xlsxfile_title_points(clean, pixels, style) : style->points;
    int needed = xlsxfile_height(clean, pixels, style, points);
    if (needed < style->least_height)
        needed = style->least_height;
    if (needed > book->height)
        book->height = needed;
    book->heads = book->heads || label == FILL_SECTION;
    return write_text(book, book->row, first, last, clean, label_format(book, label, points), err);
}

static bool
same_choices(const ChoiceColumn *list, const FillEntry *entry)
{
    bool same = list->count == entry->choice_count;
    for (size_t i = 0; same && i < list->count; i++)
        same = text_equal(list->choices[i], entry->choices[i]);
    return same;
}

/* The column of these choices on the hidden sheet: a list of Chinese words inside the cell's own rule may be too long for it. */
static bool
find_list(Fillbook *book, const FillEntry *entry, size_t *column, Err *err)
{
    for (*column = 0; *column < book->list_count; (*column)++)
        if (same_choices(&book->lists[*column], entry))
            return true;
    if (book->list_count == FILL_LIST_MAX)
        return err_set(err, ERR_BUG, "workbook \"%s\" has more than %d drop-downs", book->file.file.path,
                       FILL_LIST_MAX);
    book->lists[book->list_count++] = (ChoiceColumn){entry->choices, entry->choice_count};
    return true;
}

/* ='下拉选项'!$B$3:$B$14, in the row's arena. */
static char *
list_range(const Fillbook *book, size_t column, size_t count)
{
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_col_t at = (lxw_col_t)column;
    lxw_rowcol_to_cell_abs(first, LISTS_FIRST_ROW, at, 1, 1);
    lxw_rowcol_to_cell_abs(last, (lxw_row_t)(LISTS_FIRST_ROW + count - 1), at, 1, 1);
    Text range = arena_printf(book->file.cells, "='%" TEXT_FMT "'!%s:%s", TEXT_ARG(book->lists_name), first, last);
    return arena_string(book->file.cells, range);
}

static bool
set_rule(Fillbook *book, lxw_row_t last_row, int first, int last, const FillEntry *entry, Err *err)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_ANY, .show_error = LXW_VALIDATION_ON};
    size_t list = 0;
    if (entry->choice_count == 0 && entry->prompt.len == 0)
        return true;
    if (++book->entry_count > FILL_ENTRY_MAX)
        return err_set(err, ERR_BUG, "workbook \"%s\" has more than %d entries in a sheet", book->file.file.path,
                       FILL_ENTRY_MAX);
    if (entry->choice_count > 0) {
        if (!find_list(book, entry, &list, err))
            return false;
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = list_range(book, list, entry->choice_count);
        rule.error_type = entry->open ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
    }
    if (entry->prompt.len > 0) {
        rule.input_title = celltext_shortened(entry->prompt_title, FILL_PROMPT_TITLE_MAX, book->file.cells);
        rule.input_message = celltext_shortened(entry->prompt, FILL_PROMPT_MAX, book->file.cells);
    }
    return check(
        book,
        worksheet_data_validation_range(book->lxw_sheet, book->row, (lxw_col_t)first, last_row, (lxw_col_t)last, &rule),
        err);
}

bool
fillbook_entry(Fillbook *book, int first, int last, const FillEntry *entry, Text initial, Err *err)
{
    lxw_format *format = entry_format(book, entry->content);
    const char *clean = cell_text(book, initial, err);
    uint64_t number = 0;
    lxw_row_t last_row = book->row + (lxw_row_t)(entry->rows > 0 ? entry->rows - 1 : 0);
    if (clean == NULL || (entry->rows != FILL_ROWS_NONE && !set_rule(book, last_row, first, last, entry, err)))
        return false;
    if (book->look->entry.least_height > book->height)
        book->height = book->look->entry.least_height;
    if (format != NULL && entry->content == FILL_NUMBER && first == last && text_read_count(initial, &number))
        return check(book, worksheet_write_number(book->lxw_sheet, book->row, (lxw_col_t)first, (double)number, format),
                     err);
    return write_text(book, book->row, first, last, clean, format, err);
}

void
fillbook_keep(Fillbook *book)
{
    book->kept = true;
}

bool
fillbook_next(Fillbook *book, int least, Err *err)
{
    int height = book->height > least ? book->height : least;
    pageflow_row(&book->flow, book->row, height, book->kept);
    book->kept = book->heads;
    book->heads = false;
    if (!check(book, worksheet_set_row(book->lxw_sheet, book->row, height, NULL), err))
        return false;
    book->row++;
    book->height = 0;
    arena_reset(book->file.cells);
    return true;
}

bool
fillbook_label_beside(Fillbook *book, int column, size_t rows, FillLabel label, Text text, Err *err)
{
    const char *clean = cell_text(book, text, err);
    if (clean == NULL)
        return false;
    book->row--;
    bool ok = write_text(book, book->row - (lxw_row_t)(rows - 1), column, column, clean,
                         label_format(book, label, book->look->labels[label].points), err);
    book->row++;
    return ok;
}

bool
fillbook_columns(Fillbook *book, const FillEntry *entries, Err *err)
{
    int count = (int)book->sheet.column_count;
    for (int i = 0; i < count; i++) {
        lxw_col_t column = (lxw_col_t)i;
        lxw_format *format = entry_format(book, entries[i].content);
        if (!check(book,
                   worksheet_set_column_pixels(book->lxw_sheet, column, column, (uint32_t)book->pixels[i], format),
                   err) ||
            !set_rule(book, LXW_ROW_MAX - 1, i, i, &entries[i], err))
            return false;
    }
    return true;
}

bool
fillbook_header(Fillbook *book, Err *err)
{
    pageflow_repeat(&book->flow, book->flow.height);
    if (book->look->labels_stay)
        worksheet_freeze_panes(book->lxw_sheet, book->row, 0);
    return check(book, worksheet_repeat_rows(book->lxw_sheet, book->row - 1, book->row - 1), err);
}

static bool
write_list(Fillbook *book, size_t column, Err *err)
{
    const ChoiceColumn *list = &book->lists[column];
    lxw_format *format = label_format(book, FILL_NAME, book->look->labels[FILL_NAME].points);
    for (size_t i = 0; i < list->count; i++) {
        const char *clean = cell_text(book, list->choices[i], err);
        lxw_row_t row = (lxw_row_t)(LISTS_FIRST_ROW + i);
        if (clean == NULL ||
            !check(book, worksheet_write_string(book->lxw_sheet, row, (lxw_col_t)column, clean, format), err))
            return false;
    }
    return true;
}

static bool
write_lists(Fillbook *book, Err *err)
{
    int widths[FILL_LIST_MAX];
    FillSheet sheet = {book->lists_name, FILL_NOTES, widths, book->list_count};
    for (size_t i = 0; i < book->list_count; i++)
        widths[i] = 30;
    if (book->list_count == 0)
        return true;
    if (!fillbook_sheet(book, &sheet, err) || !fillbook_label(book, 0, 0, FILL_HEAD, book->lists_name, err))
        return false;
    worksheet_hide(book->lxw_sheet);
    for (size_t i = 0; i < book->list_count; i++)
        if (!write_list(book, i, err))
            return false;
    return true;
}

bool
fillbook_commit(Fillbook *book, Err *err)
{
    return write_lists(book, err) && finish_sheet(book, err) && xlsxfile_commit(&book->file, err);
}

void
fillbook_free(Fillbook *book)
{
    if (book == NULL)
        return;
    xlsxfile_close(&book->file);
    mem_free(book);
}
