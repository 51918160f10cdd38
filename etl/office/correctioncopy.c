#include "office/correctioncopy.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "out/annotated.h"
#include "out/celltext.h"

enum { COMMENT_MAX = 8 * 1024, TITLE_WIDTH = 200 };

/* What one correction says of a cell of the copy. */
typedef struct Mark {
    uint64_t row;
    int column;
    size_t order;
    const Correction *correction;
} Mark;

static SheetCopy *
copy_of(CorrectedFile *file, Text sheet)
{
    for (size_t i = 0; i < file->copy_count; i++)
        if (text_equal(file->copies[i].sheet, sheet))
            return &file->copies[i];
    file->copies[file->copy_count].sheet = sheet;
    return &file->copies[file->copy_count++];
}

static int
by_number(const void *left, const void *right)
{
    uint64_t one = *(const uint64_t *)left;
    uint64_t other = *(const uint64_t *)right;
    return (one > other) - (one < other);
}

/* A copy has its rows where the file has them: what stands below a worksheet's last row is told in the list alone. */
static bool
is_drawn(const Correction *correction, size_t file)
{
    return correction->file == file && correction->row > 0 && correction->row <= LIMIT_ROWS && !correction->fixed;
}

static void
want_rows(SheetCopy *copy, size_t file, const Correction *list, size_t count, Arena *arena)
{
    uint64_t *wanted = arena_array(arena, count, sizeof *wanted);
    for (size_t i = 0; i < count; i++)
        if (is_drawn(&list[i], file) && text_equal(list[i].sheet, copy->sheet))
            wanted[copy->wanted_count++] = list[i].row;
    qsort(wanted, copy->wanted_count, sizeof *wanted, by_number);
    copy->wanted = wanted;
}

void
correctioncopy_plan(CorrectedFile *files, size_t file, const Correction *list, size_t count, Arena *arena)
{
    size_t sheets = 0;
    for (size_t i = 0; i < count; i++)
        sheets += is_drawn(&list[i], file);
    files[file].copies = arena_array(arena, sheets, sizeof *files[file].copies);
    for (size_t i = 0; i < count; i++)
        if (is_drawn(&list[i], file))
            copy_of(&files[file], list[i].sheet);
    for (size_t i = 0; i < files[file].copy_count; i++)
        want_rows(&files[file].copies[i], file, list, count, arena);
}

/* The number of a copy among all that are drawn, from 1. */
static size_t
copy_number(const Corrections *corrections, size_t file, size_t copy)
{
    size_t number = 0;
    for (size_t i = 0; i <= file; i++) {
        size_t end = i < file ? corrections->files[i].copy_count : copy + 1;
        for (size_t j = 0; j < end; j++)
            number += corrections->files[i].copies[j].row_count > 0;
    }
    return number;
}

/* A file's name without its folders and its end. */
static Text
stem_of(Text path)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    size_t end = path.len;
    for (size_t i = from + 1; i < path.len; i++)
        if (path.ptr[i] == '.')
            end = i;
    return text_sub(path, from, end - from);
}

Text
correctioncopy_name(size_t number, Text file, Text sheet, Arena *arena)
{
    return annotated_name(number, sheet.len > 0 ? sheet : stem_of(file), arena);
}

static Text
copy_name(const Corrections *corrections, size_t file, size_t copy, Arena *arena)
{
    return correctioncopy_name(copy_number(corrections, file, copy), corrections->files[file].name,
                               corrections->files[file].copies[copy].sheet, arena);
}

Text
correctioncopy_sheet(const Corrections *corrections, const Correction *correction, Arena *arena)
{
    const CorrectedFile *file = &corrections->files[correction->file];
    for (size_t i = 0; i < file->copy_count && is_drawn(correction, correction->file); i++)
        if (text_equal(file->copies[i].sheet, correction->sheet) && file->copies[i].row_count > 0)
            return copy_name(corrections, correction->file, i, arena);
    return TEXT_NONE;
}

static Mark
mark_of(const Correction *correction, size_t order)
{
    Mark mark = {correction->row, 0, order, correction};
    uint64_t row;
    int column;
    if (correction->cell.len > 0 && row_read_cell(correction->cell, &row, &column))
        mark = (Mark){row, column, order, correction};
    return mark;
}

static int
by_place(const void *left, const void *right)
{
    const Mark *one = left;
    const Mark *other = right;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    if (one->column != other->column)
        return one->column < other->column ? -1 : 1;
    return (one->order > other->order) - (one->order < other->order);
}

/* The marks of a copy, by cell. */
static Mark *
marks_of(const Corrections *corrections, size_t file, Text sheet, Arena *arena, size_t *count)
{
    Mark *marks = arena_array(arena, corrections->count, sizeof *marks);
    *count = 0;
    for (size_t i = 0; i < corrections->count; i++) {
        const Correction *correction = &corrections->list[i];
        if (is_drawn(correction, file) && text_equal(correction->sheet, sheet))
            marks[(*count)++] = mark_of(correction, i);
    }
    if (*count > 0)
        qsort(marks, *count, sizeof *marks, by_place);
    return marks;
}

/* "错误：…", a paragraph for each; what has no room is in the list. */
static Text
comment_of(const Corrections *corrections, const Mark *marks, size_t count, Arena *arena)
{
    Buf comment = buf_new(COMMENT_MAX);
    for (size_t i = 0; i < count; i++) {
        const Correction *correction = marks[i].correction;
        Text severity = messages_title(corrections->messages,
                                       correction->error ? TEXT("severity_error") : TEXT("severity_warning"));
        if (!buf_printf(&comment, "%s%" TEXT_FMT "：%" TEXT_FMT "%" TEXT_FMT, i > 0 ? "\n" : "", TEXT_ARG(severity),
                        TEXT_ARG(correction->problem), TEXT_ARG(correction->todo)))
            break;
    }
    Text text = arena_text(arena, buf_view(&comment));
    buf_free(&comment);
    return text;
}

static bool
write_mark(Workbook *book, const Corrections *corrections, const SheetCopy *copy, const Mark *marks, size_t count,
           Arena *arena, Err *err)
{
    const Row *row = sheetcopy_row(copy, marks->row);
    size_t column = (size_t)marks->column;
    bool error = false;
    for (size_t i = 0; i < count; i++)
        error |= marks[i].correction->error || marks[i].correction->blocks;
    Text text = row != NULL && column < row->cell_count ? row->cells[column] : TEXT_NONE;
    return annotated_mark(book, marks->row - 1, column, text, error ? ANNOTATED_ERROR : ANNOTATED_WARNING,
                          comment_of(corrections, marks, count, arena), err);
}

static bool
write_marks(Workbook *book, const Corrections *corrections, size_t file, const SheetCopy *copy, Arena *arena, Err *err)
{
    size_t count;
    const Mark *marks = marks_of(corrections, file, copy->sheet, arena, &count);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && marks[end].row == marks[i].row && marks[end].column == marks[i].column)
            end++;
        if (!write_mark(book, corrections, copy, &marks[i], end - i, arena, err))
            return false;
        i = end;
    }
    return true;
}

static size_t
filled_cells(const Row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->cell_count; i++)
        count += row->cells[i].len > 0;
    return count;
}

/* A title over the table does not widen its column. */
static bool
write_widths(Workbook *book, const SheetCopy *copy, Arena *arena, Err *err)
{
    size_t count = 0;
    for (size_t i = 0; i < copy->row_count; i++)
        count = copy->rows[i].cell_count > count ? copy->rows[i].cell_count : count;
    int *widths = arena_array(arena, count, sizeof *widths);
    for (size_t i = 0; i < copy->row_count; i++) {
        const Row *row = &copy->rows[i];
        size_t filled = filled_cells(row);
        for (size_t column = 0; column < row->cell_count && filled > 1; column++) {
            int width = (int)(row->cells[column].len < TITLE_WIDTH ? row->cells[column].len * 2 / 3 + 2 : TITLE_WIDTH);
            widths[column] = width > widths[column] ? width : widths[column];
        }
    }
    return annotated_widths(book, widths, count, err);
}

static bool
write_copy(Workbook *book, const Corrections *corrections, size_t file, size_t index, Arena *arena, Err *err)
{
    const SheetCopy *copy = &corrections->files[file].copies[index];
    if (copy->row_count == 0)
        return true;
    if (!annotated_begin(book, copy_name(corrections, file, index, arena), err))
        return false;
    if (copy->thinned)
        annotated_gaps(book);
    for (size_t i = 0; i < copy->row_count; i++)
        if (!annotated_row(book, copy->rows[i].place.row_no - 1, copy->rows[i].cells, copy->rows[i].cell_count, err))
            return false;
    return write_marks(book, corrections, file, copy, arena, err) && write_widths(book, copy, arena, err);
}

bool
correctioncopy_write(Workbook *book, const Corrections *corrections, Arena *arena, Err *err)
{
    for (size_t file = 0; file < corrections->file_count; file++)
        for (size_t i = 0; i < corrections->files[file].copy_count; i++)
            if (!write_copy(book, corrections, file, i, arena, err))
                return false;
    return true;
}
