/* A line that needs no parser: what csv_line takes, libcsv takes as well and gives the same cells. The first byte chooses the separator. */
#include "texts.h"

#include <csv.h>

#include "csv/csv_line.h"

static const Text delimiters[] = {TEXT(","), TEXT("\t"), TEXT(";"), TEXT("|"), TEXT("，")};

enum { DELIMITERS = sizeof delimiters / sizeof delimiters[0], STAND_IN = 0x1F };

/* libcsv's cells on their way into a row. */
typedef struct Parsing {
    RowBuild build;
    Arena *arena;
} Parsing;

static void
on_cell(void *bytes, size_t len, void *context)
{
    Parsing *parsing = context;
    csv_line_append(&parsing->build, arena_text(parsing->arena, (Text){bytes, len}), false, parsing->arena);
}

static int
no_space(unsigned char byte)
{
    (void)byte;
    return 0;
}

/* libcsv knows separators of one byte only. */
static Text
with_stand_in(Text line, Text delimiter, Arena *arena)
{
    char *bytes = arena_string(arena, line);
    size_t len = 0;
    for (size_t at = 0; at < line.len;) {
        bool found = text_starts_with(text_sub(line, at, SIZE_MAX), delimiter);
        bytes[len++] = found ? STAND_IN : line.ptr[at];
        at += found ? delimiter.len : 1;
    }
    return (Text){bytes, len};
}

static void
parse(Text line, char delimiter, Parsing *parsing)
{
    struct csv_parser parser;
    PROMISE(csv_init(&parser, CSV_STRICT) == 0);
    csv_set_space_func(&parser, no_space);
    csv_set_delim(&parser, (unsigned char)delimiter);
    PROMISE(csv_parse(&parser, line.ptr, line.len, on_cell, NULL, parsing) == line.len);
    PROMISE(csv_fini(&parser, on_cell, NULL, parsing) == 0);
    csv_free(&parser);
}

static void
compare(Text line, Text delimiter, Arena *arena)
{
    RowBuild fast;
    Parsing slow = {.arena = arena};
    rowbuild_open(&fast);
    rowbuild_open(&slow.build);
    rowbuild_begin(&fast, TEXT(""), 1);
    rowbuild_begin(&slow.build, TEXT(""), 1);
    if (csv_line_split(line, delimiter, &fast, arena) == CSV_LINE_TAKEN) {
        bool wide = delimiter.len > 1;
        parse(wide ? with_stand_in(line, delimiter, arena) : line, wide ? STAND_IN : delimiter.ptr[0], &slow);
        const Row *left = rowbuild_row(&fast), *right = rowbuild_row(&slow.build);
        PROMISE(left->cell_count == right->cell_count && text_equal(left->marks, right->marks));
        for (size_t i = 0; i < left->cell_count; i++)
            PROMISE(text_equal(left->cells[i], right->cells[i]));
    }
    rowbuild_close(&fast);
    rowbuild_close(&slow.build);
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
        if (block[i] == '\n' || block[i] == '\r' || block[i] == STAND_IN)
            line.len = i;
    if (line.len > 0)
        compare(line, delimiters[bytes[0] % DELIMITERS], arena);
    free(block);
    arena_free(arena);
    return 0;
}
