#include "office/load_rebuild.h"

#include "base/file.h"
#include "office/load_list.h"
#include "rows/typedrow.h"

static bool
take_item(LoadLists *lists, const TypedItem *item, ListPlace *table, Err *err)
{
    switch (item->kind) {
    case TYPED_FACT:
    case TYPED_CELL:
        return true;
    case TYPED_TABLE:
        table->table_no++;
        table->kind = arena_text(lists->arena, item->name);
        table->sheet = TEXT("");
        return true;
    case TYPED_END:
        return item->complete || err_set(err, ERR_DATA, "the file is refused now: %" TEXT_FMT " (another release?)",
                                         TEXT_ARG(item->refused_code));
    default:
        return load_lists_take(lists, item, table, err);
    }
}

static bool
read_rows(LoadLists *lists, int fd, Err *err)
{
    file_widen_pipe(fd);
    TypedReader *reader = typedrow_reader_new(fd);
    ListPlace table = {0};
    TypedItem item;
    bool ok = true;

    while (ok && typedrow_next(reader, &item, err))
        ok = take_item(lists, &item, &table, err);
    typedrow_reader_free(reader);
    return ok && err->code == ERR_NONE;
}

static bool
check_loaded(Db *db, Text cycle, Text arrival, Err *err)
{
    if (!db_do(db, "load/arrival_lock", &arrival, 1, err))
        return false;
    DbResult *state = db_query(db, "load/arrival_state", (Text[]){arrival, cycle}, 2, err);
    if (state == NULL)
        return false;
    bool loaded = db_rows(state) == 1 && text_equal(db_cell(state, 0, 0), TEXT("t"));
    db_result_free(state);
    return loaded || err_set(err, ERR_USAGE, "no arrival of cycle \"%" TEXT_FMT "\" that was loaded: \"%" TEXT_FMT "\"",
                             TEXT_ARG(cycle), TEXT_ARG(arrival));
}

bool
load_rebuild(Db *db, Text cycle, Text arrival, int fd, uint64_t *lists, Err *err)
{
    LoadLists load;
    Arena *arena = arena_new();
    Err ignored = {0};

    load_lists_init(&load, db, arrival, arena);
    load.rebuild = true;
    bool ok = db_begin(db, err) && check_loaded(db, cycle, arrival, err) && read_rows(&load, fd, err) &&
              load_lists_rebuilt(&load, lists, err);
    load_lists_free(&load);
    ok = ok && db_commit(db, err);
    if (!ok)
        db_rollback(db, &ignored);
    arena_free(arena);
    return ok;
}
