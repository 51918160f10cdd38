#include "submission/uploadname.h"

#include "text/fold.h"
#include "text/words.h"

#include <string.h>

Text
uploadname_of(Text path)
{
    const char *slash = path.len > 0 ? memrchr(path.ptr, '/', path.len) : NULL;
    return slash == NULL ? path : text_sub(path, (size_t)(slash + 1 - path.ptr), path.len);
}

Text
uploadname_stem(Text name)
{
    const char *dot = name.len > 0 ? memrchr(name.ptr, '.', name.len) : NULL;
    return dot == NULL ? name : text_sub(name, 0, (size_t)(dot - name.ptr));
}

bool
uploadname_promises_table(Text name, Arena *arena)
{
    static const char *const words[] = {"汇总表", "清单", "一览表", "花名册", NULL};
    static const char *const suffixes[] = {".csv", ".et", ".ods", ".xls", ".xlsm", ".xlsx", NULL};
    Text suffix = text_sub(name, uploadname_stem(name).len, name.len);
    return words_inside(words, fold_key(name, arena)) || words_have(suffixes, fold_key(suffix, arena));
}
