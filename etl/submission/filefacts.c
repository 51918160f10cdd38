#include "submission/filefacts.h"

#include "submission/filepath.h"
#include "text/fold.h"

bool
filefacts_write(TypedWriter *writer, Text path, Arena *arena, Err *err)
{
    static const char *const folders[] = {"folder_folded", "platform_folder_folded"};
    bool ok = typedrow_fact(writer, TEXT("name"), filepath_last(path), err);
    size_t from = 0;
    for (size_t i = 0; ok && i < sizeof folders / sizeof *folders; i++) {
        size_t slash = text_find(path, TEXT("/"), from);
        if (slash == SIZE_MAX)
            return true;
        Text folder = fold_key(text_sub(path, from, slash - from), arena);
        ok = typedrow_fact(writer, text_of(folders[i]), folder, err);
        from = slash + 1;
    }
    return ok;
}
