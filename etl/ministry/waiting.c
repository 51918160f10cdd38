#include "ministry/waiting.h"

#include <inttypes.h>

#include "base/buf.h"

enum { TOLD_MAX = 1 << 16 };

static void
tell(DbResult *rows, int row, Buf *told)
{
    Text name = db_named(rows, row, "name");
    Text files = db_named(rows, row, "files");
    if (row > 0)
        buf_text(told, TEXT("、"));
    if (text_equal(db_named(rows, row, "source"), TEXT("register")))
        buf_printf(told, "登记簿“%" TEXT_FMT "”", TEXT_ARG(name));
    else
        buf_printf(told, "%" TEXT_FMT "%" TEXT_FMT "件", TEXT_ARG(name.len > 0 ? name : TEXT("不在单位文件夹里的")),
                   TEXT_ARG(files));
}

static bool
tell_all(DbResult *rows, Arena *arena, Waiting *waiting, Err *err)
{
    Buf told = buf_new(TOLD_MAX);
    bool ok = true;
    *waiting = (Waiting){0};
    for (int row = 0; ok && row < (int)db_rows(rows); row++) {
        uint64_t files;
        ok = text_read_count(db_named(rows, row, "files"), &files) || err_set(err, ERR_BUG, "no number: files waiting");
        waiting->files += ok ? (size_t)files : 0;
        tell(rows, row, &told);
    }
    waiting->told = arena_text(arena, buf_view(&told));
    buf_free(&told);
    return ok;
}

bool
waiting_read(const State *state, Db *db, Waiting *waiting, Err *err)
{
    const Text parameters[] = {state->cycle->name, state->as_of};
    DbResult *rows = db_query(db, "report/waiting", parameters, 2, err);
    if (rows == NULL)
        return false;
    bool ok = tell_all(rows, state->arena, waiting, err);
    db_result_free(rows);
    return ok;
}
