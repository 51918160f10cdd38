#include "rows/rowbuild.h"

enum { NO_COLUMN = -2, MARK_LONGEST = 64 };

void
rowbuild_open(RowBuild *build)
{
    *build = (RowBuild){.marks = buf_new((size_t)LIMIT_COLUMNS * MARK_LONGEST)};
    build->row.cells = mem_alloc(LIMIT_COLUMNS * sizeof(Text));
}

void
rowbuild_close(RowBuild *build)
{
    mem_free(build->row.cells);
    buf_free(&build->marks);
}

void
rowbuild_begin(RowBuild *build, Text sheet, uint64_t row_no)
{
    build->row.place = (Place){sheet, row_no, -1};
    build->row.cell_count = 0;
    build->marked = NO_COLUMN;
    buf_clear(&build->marks);
}

bool
rowbuild_set(RowBuild *build, int column, Text value)
{
    if (column >= LIMIT_COLUMNS)
        return false;
    Row *row = &build->row;
    while (row->cell_count <= (size_t)column)
        row->cells[row->cell_count++] = TEXT_NONE;
    row->cells[column] = value;
    return true;
}

void
rowbuild_mark(RowBuild *build, int column, const char *word, Arena *arena)
{
    if (build->marked == column) {
        buf_printf(&build->marks, ",%s", word);
        return;
    }
    Text name = column < 0 ? TEXT("*") : row_column_name(column, arena);
    buf_printf(&build->marks, "%s%" TEXT_FMT ":%s", build->marks.len > 0 ? " " : "", TEXT_ARG(name), word);
    build->marked = column;
}

const Row *
rowbuild_row(RowBuild *build)
{
    build->row.marks = build->marks.len > 0 ? buf_view(&build->marks) : TEXT("");
    return &build->row;
}
