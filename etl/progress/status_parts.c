#include "progress/status_parts.h"

#include "out/grid.h"

StatusTable
status_table(const Progress *progress, const char *const *labels, size_t columns, size_t most)
{
    StatusTable table = {arena_array(progress->arena, (most + 1) * columns, sizeof(Text)), 1, columns};
    for (size_t i = 0; i < columns; i++)
        table.cells[i] = progress_word(progress, labels[i]);
    return table;
}

Text *
status_row(StatusTable *table)
{
    return &table->cells[table->rows++ * table->columns];
}

void
status_print(const StatusTable *table, FILE *stream)
{
    grid_print(stream, table->cells, table->rows, table->columns);
}

void
status_say(FILE *stream, Text line)
{
    if (line.len == 0)
        return;
    grid_put(stream, line);
    putc('\n', stream);
}

Text
status_cell(const Progress *progress, size_t unit, const char *column)
{
    return progress_cell(progress, PROGRESS_UNITS, unit, column);
}

Text
status_of(const Progress *progress, Text part, Text whole)
{
    const Text parts[] = {part, whole};
    return progress_say(progress, whole.len > 0 ? "chart_seats" : "chart_units_free", parts, 2);
}
