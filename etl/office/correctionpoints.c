#include "office/correctionpoints.h"

#include "out/annotated.h"

enum { COLUMN_MATTER = 1 };

static const WorkbookColumn columns[] = {
    {TEXT("序号"), 6, WORKBOOK_COUNT},  {TEXT("事项"), 14, WORKBOOK_CODE},    {TEXT("文件或平台"), 30, WORKBOOK_WORDS},
    {TEXT("情况"), 46, WORKBOOK_WORDS}, {TEXT("怎么办"), 46, WORKBOOK_WORDS}, {TEXT("依据"), 22, WORKBOOK_WORDS},
};

static const AnnotatedGround grounds[] = {
    [POINT_BLOCKS] = ANNOTATED_ERROR, [POINT_LACKS] = ANNOTATED_WARNING, [POINT_TELLS] = ANNOTATED_GOOD};

/* Each line of the head by itself. */
static bool
write_head(Workbook *book, Text head, Err *err)
{
    for (size_t at = 0; at < head.len;) {
        size_t end = text_find(head, TEXT("\n"), at);
        end = end < head.len ? end : head.len;
        if (!workbook_line(book, WORKBOOK_NOTE, text_sub(head, at, end - at), err))
            return false;
        at = end + 1;
    }
    return true;
}

static bool
write_point(Workbook *book, const CorrectionPoint *point, size_t number, Arena *arena, Err *err)
{
    const Text cells[] = {
        arena_printf(arena, "%zu", number), TEXT_NONE, point->about, point->problem, point->todo, point->clause,
    };
    return workbook_row(book, cells, err) &&
           annotated_link(book, COLUMN_MATTER, point->matter, grounds[point->weight], TEXT_NONE, TEXT_NONE, err);
}

bool
correctionpoints_write(Workbook *book, const Corrections *corrections, Arena *arena, Err *err)
{
    WorkbookSheet sheet = {TEXT("退回意见"), WORKBOOK_LEDGER, columns, sizeof columns / sizeof *columns};
    if (!corrections->compared)
        return true;
    if (!workbook_sheet(book, &sheet, err) || !workbook_line(book, WORKBOOK_TITLE, corrections->title, err) ||
        !workbook_line(book, WORKBOOK_HEAD, corrections->note, err) || !write_head(book, corrections->head, err) ||
        !workbook_labels(book, err))
        return false;
    for (size_t i = 0; i < corrections->point_count; i++)
        if (!write_point(book, &corrections->points[i], i + 1, arena, err))
            return false;
    return true;
}
