#include "trace/target.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/json.h"
#include "rows/row.h"

enum { FOLDERS_UP = 4 };

static bool
is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* "C5" or "5". */
static bool
read_place(Text written, Target *target, Arena *arena)
{
    uint64_t number;
    int column;
    if (row_read_cell(written, &number, &column)) {
        const Place place = {.row_no = number, .column = column};
        target->cell = row_cell_name(place, arena);
        target->row = arena_printf(arena, "%llu", (unsigned long long)number);
        target->column = column;
        return true;
    }
    if (!text_read_count(written, &number) || number == 0)
        return false;
    target->row = arena_text(arena, written);
    return true;
}

static Text
without_quotes(Text sheet)
{
    bool quoted = sheet.len >= 2 && sheet.ptr[0] == '\'' && sheet.ptr[sheet.len - 1] == '\'';
    return quoted ? text_sub(sheet, 1, sheet.len - 2) : sheet;
}

/* The last "!" before `end`; SIZE_MAX where there is none. */
static size_t
last_mark(Text text, size_t end)
{
    while (end > 0)
        if (text.ptr[--end] == '!')
            return end;
    return SIZE_MAX;
}

/* Before the sheet: in quotes it may have a "!" of its own. */
static size_t
sheet_mark(Text text)
{
    if (text_ends_with(text, TEXT("'"))) {
        for (size_t mark = last_mark(text, text.len); mark != SIZE_MAX; mark = last_mark(text, mark))
            if (mark + 2 < text.len && text.ptr[mark + 1] == '\'')
                return mark;
    }
    return last_mark(text, text.len);
}

/* The folder above `path` that a night has written, and what stands below it. */
static void
find_root(Target *target, Arena *arena)
{
    char real[PATH_MAX];
    if (realpath(target->path, real) == NULL)
        return;
    const char *whole = arena_string(arena, text_of(real));
    char *folder = arena_string(arena, text_of(real));
    for (int up = 0; up < FOLDERS_UP && target->root == NULL; up++) {
        char *slash = strrchr(folder, '/');
        if (slash == NULL || slash == folder)
            return;
        *slash = '\0';
        if (is_file(arena_printf(arena, "%s/run.json", folder).ptr)) {
            target->root = folder;
            target->name = whole + strlen(folder) + 1;
        }
    }
}

/* A final package lies beside the nights: OUTBOX/ministry/CYCLE-vN. */
static void
find_package(Target *target, Arena *arena)
{
    char real[PATH_MAX];
    if (realpath(target->path, real) == NULL)
        return;
    char *folder = arena_string(arena, text_of(real));
    char *slash = strrchr(folder, '/');
    *slash = '\0';
    const char *version = strrchr(folder, '/');
    bool shelved = version != NULL && strstr(version, "-v") != NULL &&
                   text_ends_with(text_sub(text_of(folder), 0, (size_t)(version - folder)), TEXT("/ministry"));
    if (!shelved || !is_file(arena_printf(arena, "%s/manifest.json", folder).ptr))
        return;
    target->root = folder;
    target->name = arena_printf(arena, "ministry/%s", slash + 1).ptr;
    target->package = true;
}

/* True where there is a file of that name, as it is written (unless only those `below` count) or in the folder. */
static bool
find_file(Text name, const char *folder, bool below, Target *target, Arena *arena)
{
    const char *written = arena_string(arena, name);
    const char *inside = folder == NULL ? written : arena_printf(arena, "%s/%s", folder, written).ptr;
    target->path = !below && is_file(written) ? written : is_file(inside) ? inside : NULL;
    if (target->path != NULL)
        find_root(target, arena);
    if (target->path != NULL && target->root == NULL)
        find_package(target, arena);
    return target->path != NULL;
}

static void
read_operand(const char *operand, const char *folder, bool below, Arena *arena, Target *target)
{
    Text whole = text_of(operand);
    *target = (Target){.file = whole, .sheet = TEXT(""), .column = -1};
    size_t mark = last_mark(whole, whole.len);
    if (find_file(whole, folder, below, target, arena) || mark == SIZE_MAX ||
        !read_place(text_sub(whole, mark + 1, SIZE_MAX), target, arena))
        return;
    Text rest = text_sub(whole, 0, mark);
    size_t before = sheet_mark(rest);
    target->file = rest;
    /* with a sheet, unless the file itself has such a name */
    if (!find_file(rest, folder, below, target, arena) && before != SIZE_MAX) {
        target->file = text_sub(rest, 0, before);
        target->sheet = without_quotes(text_sub(rest, before + 1, SIZE_MAX));
        find_file(target->file, folder, below, target, arena);
    }
}

void
target_read(const char *operand, const char *folder, Arena *arena, Target *target)
{
    read_operand(operand, folder, false, arena, target);
}

void
target_read_below(const char *operand, const char *folder, Arena *arena, Target *target)
{
    read_operand(operand, folder, true, arena, target);
}

Text
target_clock(Target *target, const char *cycle, Arena *arena, Err *err)
{
    JsonDoc *doc = json_read_file(arena_printf(arena, "%s/run.json", target->root).ptr, err);
    if (doc == NULL)
        return TEXT_NONE;
    Json root = json_root(doc);
    Text as_of = arena_text(arena, json_string(json_member(root, "as_of"), err));
    target->schemas_sha256 = arena_text(arena, json_string(json_member(root, "schemas_sha256"), err));
    bool same = text_equal(json_string(json_member(root, "cycle"), err), text_of(cycle));
    json_close(doc);
    if (err->code == ERR_NONE && !same)
        err_set(err, ERR_DATA, "\"%s\" is the outbox of another cycle", target->root);
    return err->code == ERR_NONE ? as_of : TEXT_NONE;
}
