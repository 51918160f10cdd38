#include "office/corrections.h"

#include <stdlib.h>

#include "office/correctioncopy.h"
#include "office/correctionpoints.h"
#include "out/annotated.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* In the order of the list. */
enum {
    LIST_NUMBER,
    LIST_SEVERITY,
    LIST_STATE,
    LIST_FILE,
    LIST_SHEET,
    LIST_CELL,
    LIST_FIELD,
    LIST_RAW,
    LIST_READ_AS,
    LIST_EXPECTED,
    LIST_PROBLEM,
    LIST_TODO,
    LIST_CLAUSE,
    LIST_COUNT
};

static const WorkbookColumn columns[LIST_COUNT] = {
    {TEXT("序号"), 5, WORKBOOK_COUNT},  {TEXT("程度"), 10, WORKBOOK_CODE},    {TEXT("状态"), 8, WORKBOOK_CODE},
    {TEXT("文件"), 18, WORKBOOK_WORDS}, {TEXT("工作表"), 10, WORKBOOK_WORDS}, {TEXT("单元格"), 8, WORKBOOK_CODE},
    {TEXT("栏目"), 13, WORKBOOK_WORDS}, {TEXT("原文"), 15, WORKBOOK_WORDS},   {TEXT("系统读作"), 12, WORKBOOK_WORDS},
    {TEXT("应为"), 14, WORKBOOK_WORDS}, {TEXT("问题"), 30, WORKBOOK_WORDS},   {TEXT("怎么改"), 30, WORKBOOK_WORDS},
    {TEXT("依据"), 13, WORKBOOK_WORDS},
};

static const WorkbookColumn file_columns[] = {
    {TEXT("序号"), 6, WORKBOOK_COUNT},  {TEXT("文件"), 50, WORKBOOK_WORDS}, {TEXT("结果"), 30, WORKBOOK_WORDS},
    {TEXT("错误"), 10, WORKBOOK_COUNT}, {TEXT("提示"), 10, WORKBOOK_COUNT},
};

/* What stops a whole file, then errors, then warnings; what is done comes last. */
static int
urgency(const Correction *correction)
{
    if (correction->fixed)
        return 3;
    if (correction->blocks)
        return 0;
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

/* Where nothing is compared, its columns are left out. */
static size_t
choose_columns(const Corrections *corrections, int chosen[LIST_COUNT])
{
    size_t count = 0;
    for (int i = 0; i < LIST_COUNT; i++)
        if (corrections->compared || (i != LIST_STATE && i != LIST_CLAUSE))
            chosen[count++] = i;
    return count;
}

static size_t
place_of(const Corrections *corrections, int column)
{
    return (size_t)column - (!corrections->compared && column > LIST_STATE);
}

/* A list that is cut says so. */
static bool
tell_of_more(Workbook *book, const Corrections *corrections, size_t count, Arena *arena, Err *err)
{
    MessageValues values = {
        .raw = arena_printf(arena, "%zu", count),
        .read_as = arena_printf(arena, "%d", CORRECTION_MAX),
    };
    return count <= CORRECTION_MAX ||
           workbook_line(book, WORKBOOK_NOTE,
                         messages_render(corrections->messages, TEXT("corrections_cut"), &values, arena), err);
}

static bool
begin_ledger(Workbook *book, const Corrections *corrections, const WorkbookSheet *sheet, size_t count, Arena *arena,
             Err *err)
{
    return workbook_sheet(book, sheet, err) && workbook_line(book, WORKBOOK_TITLE, corrections->title, err) &&
           workbook_line(book, WORKBOOK_NOTE, corrections->note, err) &&
           tell_of_more(book, corrections, count, arena, err) && workbook_labels(book, err);
}

/* The cell, else the row; both lead into the copy, where there is one. */
static bool
write_links(Workbook *book, const Corrections *corrections, const Correction *correction, Arena *arena, Err *err)
{
    bool bad = correction->error || correction->blocks;
    AnnotatedGround ground = correction->fixed ? ANNOTATED_GOOD : bad ? ANNOTATED_ERROR : ANNOTATED_WARNING;
    Text code = correction->blocks  ? TEXT("slip_count_blocks")
                : correction->error ? TEXT("severity_error")
                                    : TEXT("severity_warning");
    Text severity = messages_title(corrections->messages, code);
    Text target = correctioncopy_sheet(corrections, correction, arena);
    Text cell = correction->cell;
    if (cell.len == 0)
        cell = arena_printf(arena, "A%llu", (unsigned long long)correction->row);
    Text shown = correction->cell;
    if (shown.len == 0 && correction->row > 0)
        shown = arena_printf(arena, "第%llu行", (unsigned long long)correction->row);
    return annotated_link(book, LIST_SEVERITY, severity, ground, TEXT_NONE, TEXT_NONE, err) &&
           (shown.len == 0 || annotated_link(book, place_of(corrections, LIST_CELL), shown, ground, target, cell, err));
}

/* Of a file as a whole nobody has written anything, and a count is no text of a cell. */
static bool
write_correction(Workbook *book, const Corrections *corrections, const Correction *correction, size_t number,
                 Arena *arena, Err *err)
{
    bool of_cell = correction->row > 0 && !correction->in_words;
    const Text cells[LIST_COUNT] = {
        [LIST_NUMBER] = arena_printf(arena, "%zu", number),
        [LIST_STATE] = correction->state,
        [LIST_FILE] = corrections->files[correction->file].name,
        [LIST_SHEET] = correction->sheet,
        [LIST_FIELD] = correction->field,
        [LIST_RAW] = of_cell ? correction->raw : TEXT_NONE,
        [LIST_READ_AS] = of_cell ? correction->read_as : TEXT_NONE,
        [LIST_EXPECTED] = correction->in_words ? TEXT_NONE : correction->expected,
        [LIST_PROBLEM] = correction->problem,
        [LIST_TODO] = correction->fixed ? TEXT_NONE : correction->todo,
        [LIST_CLAUSE] = correction->clause,
    };
    int chosen[LIST_COUNT];
    Text shown[LIST_COUNT];
    size_t count = choose_columns(corrections, chosen);
    for (size_t i = 0; i < count; i++)
        shown[i] = cells[chosen[i]];
    return workbook_row(book, shown, err) && write_links(book, corrections, correction, arena, err);
}

/* One list of corrections, from `first` to before `end`. */
static bool
write_list(Workbook *book, const Corrections *corrections, Text name, size_t first, size_t end, Arena *arena, Err *err)
{
    int chosen[LIST_COUNT];
    WorkbookColumn *shown = arena_array(arena, LIST_COUNT, sizeof *shown);
    size_t count = choose_columns(corrections, chosen);
    for (size_t i = 0; i < count; i++)
        shown[i] = columns[chosen[i]];
    WorkbookSheet sheet = {name, WORKBOOK_LEDGER, shown, count};
    if (!begin_ledger(book, corrections, &sheet, end - first, arena, err))
        return false;
    for (size_t i = first; i < end && i - first < CORRECTION_MAX; i++)
        if (!write_correction(book, corrections, &corrections->list[i], i - first + 1, arena, err))
            return false;
    return true;
}

static bool
write_lists(Workbook *book, const Corrections *corrections, Arena *arena, Err *err)
{
    size_t open = corrections->count;
    while (open > 0 && corrections->list[open - 1].fixed)
        open--;
    return write_list(book, corrections, TEXT("问题清单"), 0, open, arena, err) &&
           (open == corrections->count ||
            write_list(book, corrections, TEXT("已改正"), open, corrections->count, arena, err));
}

static bool
write_files(Workbook *book, const Corrections *corrections, Arena *arena, Err *err)
{
    WorkbookSheet sheet = {TEXT("文件"), WORKBOOK_LEDGER, file_columns, COUNT_OF(file_columns)};
    size_t number = 0;
    if (!begin_ledger(book, corrections, &sheet, 0, arena, err))
        return false;
    for (size_t i = 0; i < corrections->file_count; i++) {
        const CorrectedFile *file = &corrections->files[i];
        const Text cells[COUNT_OF(file_columns)] = {
            arena_printf(arena, "%zu", number + 1),
            file->name,
            file->outcome,
            arena_printf(arena, "%zu", file->errors),
            arena_printf(arena, "%zu", file->warnings),
        };
        if (!file->past && !workbook_row(book, cells, err))
            return false;
        number += !file->past;
    }
    return true;
}

bool
corrections_write(const char *path, const Corrections *corrections, Arena *arena, Err *err)
{
    if (corrections->count > 0)
        qsort(corrections->list, corrections->count, sizeof *corrections->list, by_urgency);
    Workbook *book = workbook_open(path, err);
    bool ok = book != NULL && correctionpoints_write(book, corrections, arena, err) &&
              write_lists(book, corrections, arena, err) && write_files(book, corrections, arena, err) &&
              correctioncopy_write(book, corrections, arena, err) && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}
