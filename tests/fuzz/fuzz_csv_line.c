/* A line that needs no parser: what csv_line takes, libcsv takes as well and gives the same cells and marks. The first byte chooses the separator. */
#include "texts.h"

#include "csv/csv_line.h"
#include "csv/csv_record.h"

static const Text delimiters[] = {TEXT(","), TEXT("\t"), TEXT(";"), TEXT("，"), TEXT("|")};

static void
compare(Text line, Text delimiter, Arena *arena)
{
    RowBuild fast, slow;
    CsvRecord record;
    rowbuild_open(&fast);
    rowbuild_open(&slow);
    rowbuild_begin(&fast, TEXT(""), 1);
    rowbuild_begin(&slow, TEXT(""), 1);
    CsvLine taken = csv_line_split(line, delimiter, &fast, arena);
    if (taken == CSV_LINE_TAKEN) {
        CsvSplitter *splitter = csv_splitter_new(delimiter);
        PROMISE(csv_split(splitter, line, true, &slow, arena, &record) == CSV_STATE_RECORD);
        PROMISE(record.used == line.len && record.stray_column == -1);
        const Row *left = rowbuild_row(&fast), *right = rowbuild_row(&slow);
        PROMISE(left->cell_count == right->cell_count && text_equal(left->marks, right->marks));
        for (size_t i = 0; i < left->cell_count; i++)
            PROMISE(text_equal(left->cells[i], right->cells[i]));
        csv_splitter_free(splitter);
    }
    rowbuild_close(&fast);
    rowbuild_close(&slow);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (len < 2)
        return 0;
    Arena *arena = arena_new();
    char *block = texts_block(bytes + 1, len - 1);
    Text line = {block, len - 1};
    for (size_t i = 0; i < line.len; i++)
        if (block[i] == '\n' || block[i] == '\r')
            line.len = i;
    if (line.len > 0)
        compare(line, delimiters[bytes[0] % (sizeof delimiters / sizeof delimiters[0])], arena);
    free(block);
    arena_free(arena);
    return 0;
}
