#include "audit/heads.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tree.h"

/* Of the file: a night an hour for a hundred years. */
enum { FILE_MAX = 64 << 20, FILE_RIGHTS = 0640, FOLDER_RIGHTS = 0750 };

/* "12 <64 hexadecimal digits>" */
static bool
read_head(Text line, AuditHead *head)
{
    size_t blank = text_find(line, TEXT(" "), 0);
    if (blank == SIZE_MAX || line.len != blank + 1 + HASH_HEX)
        return false;
    *head = (AuditHead){0};
    memcpy(head->sha256, line.ptr + blank + 1, HASH_HEX);
    return strspn(head->sha256, "0123456789abcdef") == HASH_HEX &&
           text_read_count(text_sub(line, 0, blank), &head->sequence) && head->sequence > 0;
}

static size_t
count_lines(Text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == '\n';
    return count;
}

static bool
split_heads(Text text, const char *path, Arena *arena, Heads *heads, Err *err)
{
    *heads = (Heads){.items = arena_array(arena, count_lines(text) + 1, sizeof(AuditHead))};
    for (size_t at = 0; at < text.len;) {
        size_t end = text_find(text, TEXT("\n"), at);
        if (end == SIZE_MAX || !read_head(text_sub(text, at, end - at), &heads->items[heads->count++]))
            return err_set(err, ERR_DATA, "%s: line %zu is no head of an audit", path,
                           heads->count + (end == SIZE_MAX));
        at = end + 1;
    }
    return true;
}

bool
heads_read(const char *path, Arena *arena, Heads *heads, Err *err)
{
    Text text;
    return file_read(path, FILE_MAX, arena, &text, err) && split_heads(text, path, arena, heads, err);
}

static bool
make_folder(const char *path, Arena *arena, Err *err)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL || slash == path)
        return true;
    return tree_make(arena_string(arena, (Text){path, (size_t)(slash - path)}), FOLDER_RIGHTS, err);
}

/* Those that are there, as they are written; nothing where there is no file. */
static bool
read_before(const char *path, Arena *arena, Text *text, Heads *heads, Err *err)
{
    *text = TEXT("");
    *heads = (Heads){0};
    if (access(path, F_OK) != 0)
        return true;
    return file_read(path, FILE_MAX, arena, text, err) && split_heads(*text, path, arena, heads, err);
}

bool
heads_add(const char *path, const AuditHead *head, Arena *arena, Err *err)
{
    Text before;
    Heads heads;
    if (!read_before(path, arena, &before, &heads, err))
        return false;
    const AuditHead *last = heads.count > 0 ? &heads.items[heads.count - 1] : NULL;
    if (last != NULL && last->sequence == head->sequence && strcmp(last->sha256, head->sha256) == 0)
        return true;
    Text after = arena_printf(arena, "%" TEXT_FMT "%" PRIu64 " %s\n", TEXT_ARG(before), head->sequence, head->sha256);
    return make_folder(path, arena, err) && file_write(path, after, FILE_RIGHTS, err);
}
