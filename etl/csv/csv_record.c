#include "csv/csv_record.h"

#include <stdint.h>
#include <string.h>

#include <csv.h>

#include "base/limits.h"
#include "csv/csv_line.h"

/* libcsv takes one byte for a separator; this one is in no UTF-8 text. */
enum { STAND_IN = 0xFF };

struct CsvSplitter {
    Text delimiter;
    struct csv_parser parser;
};

/* What the callbacks of one strict reading see. */
typedef struct Strict {
    const CsvSplitter *splitter;
    RowBuild *build;
    Arena *arena;
    bool ended;
    bool too_wide;
} Strict;

static int
no_space(unsigned char byte)
{
    (void)byte;
    return 0;
}

CsvSplitter *
csv_splitter_new(Text delimiter)
{
    CsvSplitter *splitter = mem_alloc(sizeof *splitter);
    splitter->delimiter = delimiter;
    csv_init(&splitter->parser, CSV_STRICT);
    csv_set_realloc_func(&splitter->parser, mem_grow);
    csv_set_free_func(&splitter->parser, mem_free);
    csv_set_space_func(&splitter->parser, no_space);
    csv_set_delim(&splitter->parser, delimiter.len == 1 ? (unsigned char)delimiter.ptr[0] : STAND_IN);
    return splitter;
}

void
csv_splitter_free(CsvSplitter *splitter)
{
    if (splitter == NULL)
        return;
    csv_free(&splitter->parser);
    mem_free(splitter);
}

/* The offset of the first CR or LF at or after `from`, or the end. */
static size_t
line_end(Text window, size_t from)
{
    const char *start = window.ptr + from;
    const char *feed = memchr(start, '\n', window.len - from);
    size_t until = feed != NULL ? (size_t)(feed - start) : window.len - from;
    const char *carriage = memchr(start, '\r', until);
    return from + (carriage != NULL ? (size_t)(carriage - start) : until);
}

/*
 * The offset behind the line that begins at `from`; 0 where the window may not show its end yet (a CR at the very end
 * may be half a CRLF).
 */
static size_t
line_after(Text window, size_t from, bool last)
{
    size_t end = line_end(window, from);
    bool carriage = end < window.len && window.ptr[end] == '\r';
    if (end + carriage >= window.len && !last)
        return 0;
    return end + (carriage && end + 1 < window.len && window.ptr[end + 1] == '\n') + (end < window.len);
}

static Text
without_line_end(Text line)
{
    while (line.len > 0 && (line.ptr[line.len - 1] == '\n' || line.ptr[line.len - 1] == '\r'))
        line.len--;
    return line;
}

/* A copy in the arena with each `from` replaced by `to`. */
static Text
replace(Text text, Text from, Text to, Arena *arena)
{
    char *copy = arena_alloc(arena, text.len * to.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        bool found = text_starts_with(text_sub(text, at, from.len), from);
        Text piece = found ? to : text_sub(text, at, 1);
        memcpy(copy + len, piece.ptr, piece.len);
        len += piece.len;
        at += found ? from.len : 1;
    }
    return (Text){copy, len};
}

static const Text stand_in = {"\xFF", 1};

static void
on_cell(void *bytes, size_t len, void *context)
{
    Strict *strict = context;
    Text delimiter = strict->splitter->delimiter;
    Text cell = {len > 0 ? bytes : "", len};
    cell = delimiter.len > 1 ? replace(cell, stand_in, delimiter, strict->arena) : arena_text(strict->arena, cell);
    strict->too_wide = strict->too_wide || !csv_line_append(strict->build, cell, false, strict->arena);
}

static void
on_record(int terminator, void *context)
{
    (void)terminator;
    ((Strict *)context)->ended = true;
}

static bool
feed(Strict *strict, struct csv_parser *parser, Text line)
{
    Text delimiter = strict->splitter->delimiter;
    if (delimiter.len > 1)
        line = replace(line, delimiter, stand_in, strict->arena);
    return csv_parse(parser, line.ptr, line.len, on_cell, on_record, strict) == line.len;
}

typedef enum Reading { READING_WHOLE, READING_OPEN, READING_WRONG } Reading;

/*
 * Feeds line after line until the record ends, fails, or the window does; *used is the offset behind the last line that
 * was fed.
 */
static Reading
read_strict(CsvSplitter *splitter, Text window, bool last, Strict *strict, size_t *used)
{
    Reading reading = READING_OPEN;
    for (*used = 0; *used < window.len && reading == READING_OPEN;) {
        size_t after = line_after(window, *used, last);
        if (after == 0)
            break;
        Text line = text_sub(window, *used, after - *used);
        bool good = feed(strict, &splitter->parser, line);
        if (good && !strict->ended && after == window.len && without_line_end(line).len == line.len)
            good = feed(strict, &splitter->parser, TEXT("\n"));
        *used = after;
        if (!good || strict->ended)
            reading = good ? READING_WHOLE : READING_WRONG;
    }
    csv_fini(&splitter->parser, NULL, NULL, NULL);
    return reading;
}

/* The offset of the first byte from `at` on that is no blank and, where tabs do not separate, no tab. */
static size_t
after_blanks(Text text, size_t at, Text delimiter)
{
    while (at < text.len && (text.ptr[at] == ' ' || (text.ptr[at] == '\t' && delimiter.ptr[0] != '\t')))
        at++;
    return at;
}

static bool
at_cell_end(Text text, size_t at, Text delimiter)
{
    at = after_blanks(text, at, delimiter);
    return at == text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r' ||
           text_starts_with(text_sub(text, at, delimiter.len), delimiter);
}

static bool
has_blank(Text text)
{
    return memchr(text.ptr, ' ', text.len) != NULL;
}

static bool
has_line_end(Text text)
{
    return line_end(text, 0) < text.len;
}

/*
 * The closing quote of a cell whose content begins at `at`, or SIZE_MAX; *stray: quotes inside were not doubled. Beyond
 * a line end nothing is forgiven: there a stray quote is more likely the front of a later row's cell, and the rows
 * between would be swallowed. In a cell that does not double its quotes, two before its end are one of the text and the
 * closing one.
 */
static size_t
closing_quote(Text text, size_t at, Text delimiter, bool *stray)
{
    *stray = false;
    for (size_t i = at; i < text.len; i++) {
        if (text.ptr[i] != '"')
            continue;
        bool doubled = i + 1 < text.len && text.ptr[i + 1] == '"';
        bool both = doubled && *stray && at_cell_end(text, i + 2, delimiter);
        if (both || (!doubled && at_cell_end(text, i + 1, delimiter)))
            return *stray && has_line_end(text_sub(text, at, i - at)) ? SIZE_MAX : i + both;
        *stray = *stray || !doubled;
        i += doubled;
    }
    return SIZE_MAX;
}

/* Where a cell that opened no quote ends. */
static size_t
bare_end(Text text, size_t at, Text delimiter)
{
    size_t end = line_end(text, at);
    size_t next = text_find(text_sub(text, 0, end), delimiter, at);
    return next < end ? next : end;
}

/* One cell of the lenient reading; gives the offset behind it. */
static size_t
lenient_cell(Text text, size_t at, Text delimiter, Arena *arena, Text *cell, bool *stray)
{
    size_t open = after_blanks(text, at, delimiter);
    bool guard = text_starts_with(text_sub(text, open, 2), TEXT("=\""));
    bool quoted = guard || text_starts_with(text_sub(text, open, 1), TEXT("\""));
    size_t content = open + (guard ? 2 : 1);
    size_t close = quoted ? closing_quote(text, content, delimiter, stray) : SIZE_MAX;
    if (close == SIZE_MAX) {
        size_t end = bare_end(text, at, delimiter);
        *cell = text_sub(text, at, end - at);
        *stray = memchr(cell->ptr, '"', cell->len) != NULL;
        return end;
    }
    size_t end = after_blanks(text, close + 1, delimiter);
    *cell = guard ? text_sub(text, open, close + 1 - open)
                  : replace(text_sub(text, content, close - content), TEXT("\"\""), TEXT("\""), arena);
    *stray =
        *stray || has_blank(text_sub(text, at, open - at)) || has_blank(text_sub(text, close + 1, end - close - 1));
    return end;
}

/* Reads `text` up to the first line end outside quotes. */
static bool
read_lenient(Text text, Text delimiter, RowBuild *build, Arena *arena, CsvRecord *record)
{
    for (size_t at = 0;;) {
        Text cell;
        bool stray = false;
        at = lenient_cell(text, at, delimiter, arena, &cell, &stray);
        if (stray && record->stray_column < 0)
            record->stray_column = (int)build->row.cell_count;
        if (!csv_line_append(build, cell, stray, arena))
            return false;
        if (at >= text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r') {
            record->used = line_after(text, at, true);
            return true;
        }
        at += delimiter.len;
    }
}

/* Two quotes that are one too many, rows apart, make a cell of all between them, and the record is well formed. */
static int
broad_column(const Row *row, Text delimiter)
{
    enum { FEW = 2 };
    size_t least = row->cell_count > FEW ? row->cell_count - 1 : FEW;
    for (size_t i = 0; i < row->cell_count; i++) {
        size_t found = 0, at = 0;
        while (has_line_end(row->cells[i]) && (at = text_find(row->cells[i], delimiter, at)) != SIZE_MAX) {
            at += delimiter.len;
            if (++found == least)
                return (int)i;
        }
    }
    return -1;
}

/* A record with quotes. Where strict reading has appended cells before it failed, they are taken back. */
static CsvState
split_quoted(CsvSplitter *splitter, Text window, bool last, RowBuild *build, Arena *arena, CsvRecord *record)
{
    Strict strict = {splitter, build, arena, false, false};
    Place place = build->row.place;
    size_t used;
    Reading reading = read_strict(splitter, window, last, &strict, &used);
    if (reading == READING_WHOLE) {
        record->used = used;
        if (used > line_after(window, 0, last))
            record->broad_column = broad_column(rowbuild_row(build), splitter->delimiter);
        return strict.too_wide ? CSV_STATE_TOO_WIDE : CSV_STATE_RECORD;
    }
    rowbuild_begin(build, place.sheet, place.row_no);
    if (reading == READING_OPEN && !last && window.len < LIMIT_CSV_QUOTED)
        return CSV_STATE_MORE;
    Text lines = text_sub(window, 0, reading == READING_OPEN ? line_after(window, 0, true) : used);
    return read_lenient(lines, splitter->delimiter, build, arena, record) ? CSV_STATE_RECORD : CSV_STATE_TOO_WIDE;
}

CsvState
csv_split(CsvSplitter *splitter, Text window, bool last, RowBuild *build, Arena *arena, CsvRecord *record)
{
    size_t after = line_after(window, 0, last);
    *record = (CsvRecord){.used = after, .stray_column = -1, .broad_column = -1};
    if (after == 0)
        return CSV_STATE_MORE;
    Text line = without_line_end(text_sub(window, 0, after));
    record->blank = line.len == 0;
    if (record->blank)
        return CSV_STATE_RECORD;
    switch (csv_line_split(line, splitter->delimiter, build, arena)) {
    case CSV_LINE_TAKEN:
        return CSV_STATE_RECORD;
    case CSV_LINE_TOO_WIDE:
        return CSV_STATE_TOO_WIDE;
    case CSV_LINE_QUOTED:
        break;
    }
    rowbuild_begin(build, build->row.place.sheet, build->row.place.row_no);
    return split_quoted(splitter, window, last, build, arena, record);
}
