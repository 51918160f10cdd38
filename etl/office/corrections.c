#include "office/corrections.h"

#include <stdlib.h>

#include "office/correctioncopy.h"
#include "out/annotated.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

enum { COLUMN_SEVERITY = 1, COLUMN_CELL = 4 };

static const WorkbookColumn columns[] = {
    {TEXT("序号"), 5, WORKBOOK_COUNT},      {TEXT("程度"), 8, WORKBOOK_CODE},     {TEXT("文件"), 20, WORKBOOK_WORDS},
    {TEXT("工作表"), 12, WORKBOOK_WORDS},   {TEXT("单元格"), 8, WORKBOOK_CODE},   {TEXT("栏目"), 16, WORKBOOK_WORDS},
    {TEXT("所填内容"), 18, WORKBOOK_WORDS}, {TEXT("读作"), 14, WORKBOOK_WORDS},   {TEXT("应为"), 18, WORKBOOK_WORDS},
    {TEXT("问题"), 38, WORKBOOK_WORDS},     {TEXT("怎样改"), 38, WORKBOOK_WORDS},
};

static const WorkbookColumn file_columns[] = {
    {TEXT("序号"), 6, WORKBOOK_COUNT},  {TEXT("文件"), 50, WORKBOOK_WORDS}, {TEXT("结果"), 30, WORKBOOK_WORDS},
    {TEXT("错误"), 10, WORKBOOK_COUNT}, {TEXT("提示"), 10, WORKBOOK_COUNT},
};

/* What stops a whole file, then errors, then warnings. */
static int
urgency(const Correction *correction)
{
    if (!correction->error)
        return 2;
    return correction->row > 0 ? 1 : 0;
}

static int
compare(uint64_t left, uint64_t right)
{
    return (left > right) - (left < right);
}

static int
by_urgency(const void *left, const void *right)
{
    const Correction *one = left;
    const Correction *other = right;
    int order = compare((uint64_t)urgency(one), (uint64_t)urgency(other));
    if (order == 0)
        order = compare(one->file, other->file);
    if (order == 0)
        order = text_compare(one->sheet, other->sheet);
    if (order == 0)
        order = compare(one->row, other->row);
    if (order == 0)
        order = compare(one->cell.len, other->cell.len);
    if (order == 0)
        order = text_compare(one->cell, other->cell);
    return order != 0 ? order : text_compare(one->problem, other->problem);
}

/* A list that is cut says so. */
static bool
tell_of_more(Workbook *book, const Corrections *corrections, Arena *arena, Err *err)
{
    MessageValues values = {
        .raw = arena_printf(arena, "%zu", corrections->count),
        .read_as = arena_printf(arena, "%d", CORRECTION_MAX),
    };
    return corrections->count <= CORRECTION_MAX ||
           workbook_line(book, WORKBOOK_NOTE,
                         messages_render(corrections->messages, TEXT("corrections_cut"), &values, arena), err);
}

static bool
begin_ledger(Workbook *book, const Corrections *corrections, Text name, const WorkbookColumn *labels, size_t count,
             Arena *arena, Err *err)
{
    WorkbookSheet sheet = {name, WORKBOOK_LEDGER, labels, count};
    return workbook_sheet(book, &sheet, err) && workbook_line(book, WORKBOOK_TITLE, corrections->title, err) &&
           workbook_line(book, WORKBOOK_NOTE, corrections->note, err) && tell_of_more(book, corrections, arena, err) &&
           workbook_labels(book, err);
}

/* The cell, else the row; both lead into the copy, where there is one. */
static bool
write_links(Workbook *book, const Corrections *corrections, const Correction *correction, Arena *arena, Err *err)
{
    AnnotatedGround ground = correction->error ? ANNOTATED_ERROR : ANNOTATED_WARNING;
    Text severity =
        messages_title(corrections->messages, correction->error ? TEXT("severity_error") : TEXT("severity_warning"));
    Text target = correctioncopy_sheet(corrections, correction, arena);
    Text cell = correction->cell;
    if (cell.len == 0)
        cell = arena_printf(arena, "A%llu", (unsigned long long)correction->row);
    Text shown = correction->cell;
    if (shown.len == 0 && correction->row > 0)
        shown = arena_printf(arena, "第%llu行", (unsigned long long)correction->row);
    return annotated_link(book, COLUMN_SEVERITY, severity, ground, TEXT_NONE, TEXT_NONE, err) &&
           (shown.len == 0 || annotated_link(book, COLUMN_CELL, shown, ground, target, cell, err));
}

/* Of a file as a whole nobody has written anything. */
static bool
write_correction(Workbook *book, const Corrections *corrections, size_t index, Arena *arena, Err *err)
{
    const Correction *correction = &corrections->list[index];
    const Text cells[COUNT_OF(columns)] = {
        arena_printf(arena, "%zu", index + 1),
        TEXT_NONE,
        corrections->files[correction->file].name,
        correction->sheet,
        TEXT_NONE,
        correction->field,
        correction->row > 0 ? correction->raw : TEXT_NONE,
        correction->row > 0 ? correction->read_as : TEXT_NONE,
        correction->expected,
        correction->problem,
        correction->todo,
    };
    return workbook_row(book, cells, err) && write_links(book, corrections, correction, arena, err);
}

static bool
write_list(Workbook *book, const Corrections *corrections, Arena *arena, Err *err)
{
    size_t count = corrections->count < CORRECTION_MAX ? corrections->count : CORRECTION_MAX;
    if (!begin_ledger(book, corrections, TEXT("问题清单"), columns, COUNT_OF(columns), arena, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!write_correction(book, corrections, i, arena, err))
            return false;
    return true;
}

static bool
write_files(Workbook *book, const Corrections *corrections, Arena *arena, Err *err)
{
    if (!begin_ledger(book, corrections, TEXT("文件"), file_columns, COUNT_OF(file_columns), arena, err))
        return false;
    for (size_t i = 0; i < corrections->file_count; i++) {
        const CorrectedFile *file = &corrections->files[i];
        const Text cells[COUNT_OF(file_columns)] = {
            arena_printf(arena, "%zu", i + 1),
            file->name,
            file->outcome,
            arena_printf(arena, "%zu", file->errors),
            arena_printf(arena, "%zu", file->warnings),
        };
        if (!workbook_row(book, cells, err))
            return false;
    }
    return true;
}

bool
corrections_write(const char *path, const Corrections *corrections, Arena *arena, Err *err)
{
    if (corrections->count > 0)
        qsort(corrections->list, corrections->count, sizeof *corrections->list, by_urgency);
    Workbook *book = workbook_open(path, err);
    bool ok = book != NULL && write_list(book, corrections, arena, err) && write_files(book, corrections, arena, err) &&
              correctioncopy_write(book, corrections, arena, err) && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}
