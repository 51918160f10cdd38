#include "replay/difference.h"

#include <string.h>

#include "base/file.h"
#include "replay/tables.h"

enum { TEXT_FILE_MAX = 64 << 20 };

static const char *
path_in(const char *folder, Text file, Arena *arena)
{
    return arena_printf(arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(file)).ptr;
}

/* The line from `from` on, without its end; *next is where the following one begins. */
static Text
line_at(Text text, size_t from, size_t *next)
{
    size_t end = text_find(text, TEXT("\n"), from);
    *next = end == SIZE_MAX ? text.len : end + 1;
    return text_sub(text, from, (end == SIZE_MAX ? text.len : end) - from);
}

/* Line for line: what programs and pages hold is told where it stands, not what it means. */
static bool
compare_lines(const DifferenceOrder *order, Text file, Arena *arena, Err *err)
{
    Text before, after;
    if (!file_read(path_in(order->before, file, arena), TEXT_FILE_MAX, arena, &before, err) ||
        !file_read(path_in(order->after, file, arena), TEXT_FILE_MAX, arena, &after, err))
        return false;
    size_t told = 0;
    size_t at = 0;
    size_t other = 0;
    for (size_t number = 1; at < before.len || other < after.len; number++) {
        Difference line = {.kind = DIFFERENCE_LINE, .file = file};
        line.before = line_at(before, at, &at);
        line.after = line_at(after, other, &other);
        if (text_equal(line.before, line.after))
            continue;
        line.kind = ++told > DIFFERENCES_PER_FILE ? DIFFERENCE_MORE : DIFFERENCE_LINE;
        line.place = arena_printf(arena, "%zu", number);
        if (!order->receive(order->context, &line, err) || line.kind == DIFFERENCE_MORE)
            return err->code == ERR_NONE;
    }
    return true;
}

static bool
compare_file(const DifferenceOrder *order, Text file, Err *err)
{
    bool is_table = text_ends_with(file, TEXT(".xlsx")) || text_ends_with(file, TEXT(".csv"));
    Arena *arena = arena_new();
    bool ok;
    if (is_table) {
        const TablePair pair = {file,
                                path_in(order->before, file, arena),
                                path_in(order->after, file, arena),
                                order->schemas,
                                order->receive,
                                order->context};
        ok = tables_compare(&pair, arena, err);
    } else {
        ok = compare_lines(order, file, arena, err);
    }
    arena_free(arena);
    return ok;
}

/* Both lists are by path. */
bool
difference_find(const DifferenceOrder *order, size_t *count, Err *err)
{
    const KeptFiles *before = order->before_files;
    const KeptFiles *after = order->after_files;
    size_t at = 0;
    size_t other = 0;
    bool ok = true;
    *count = 0;
    while (ok && (at < before->count || other < after->count)) {
        int side = at == before->count     ? 1
                   : other == after->count ? -1
                                           : kept_order(before->files[at].path, after->files[other].path);
        Difference whole = {.kind = side < 0 ? DIFFERENCE_MISSING : DIFFERENCE_ADDED,
                            .file = side <= 0 ? before->files[at].path : after->files[other].path};
        bool same = side == 0 && strcmp(before->files[at].sha256, after->files[other].sha256) == 0;
        *count += !same;
        if (!same)
            ok = side == 0 ? compare_file(order, whole.file, err) : order->receive(order->context, &whole, err);
        at += side <= 0;
        other += side >= 0;
    }
    return ok;
}
