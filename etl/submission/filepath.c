#include "submission/filepath.h"

#include <string.h>

#include "text/fold.h"
#include "text/words.h"

Text
filepath_last(Text path)
{
    const char *slash = path.len > 0 ? memrchr(path.ptr, '/', path.len) : NULL;
    return slash == NULL ? path : text_sub(path, (size_t)(slash + 1 - path.ptr), path.len);
}

Text
filepath_stem(Text name)
{
    const char *dot = name.len > 0 ? memrchr(name.ptr, '.', name.len) : NULL;
    return dot == NULL ? name : text_sub(name, 0, (size_t)(dot - name.ptr));
}

static bool
named_like_table(Text name, Arena *arena)
{
    static const char *const words[] = {"汇总表", "清单", "一览表", "花名册", NULL};
    return words_inside(words, fold_key(name, arena));
}

/* By its suffix, whatever its bytes are: a scan that was given the name of a workbook. */
static bool
has_table_suffix(Text name, Arena *arena)
{
    static const char *const suffixes[] = {".csv", ".et", ".ods", ".xls", ".xlsm", ".xlsx", NULL};
    Text suffix = text_sub(name, filepath_stem(name).len, name.len);
    return words_have(suffixes, fold_key(suffix, arena));
}

bool
filepath_like_table(Text name, Arena *arena)
{
    return named_like_table(name, arena) || has_table_suffix(name, arena);
}

bool
filepath_write(TypedWriter *rows, Text path, Arena *arena, Err *err)
{
    static const char *const folders[] = {"folder_folded", "platform_folder_folded"};
    bool ok = typedrow_fact(rows, TEXT("name"), filepath_last(path), err);
    size_t from = 0;
    for (size_t i = 0; ok && i < sizeof folders / sizeof *folders; i++) {
        size_t slash = text_find(path, TEXT("/"), from);
        if (slash == SIZE_MAX)
            return true;
        Text folder = fold_key(text_sub(path, from, slash - from), arena);
        ok = typedrow_fact(rows, text_of(folders[i]), folder, err);
        from = slash + 1;
    }
    return ok;
}
