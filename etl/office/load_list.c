#include "office/load_list.h"

#include "db/arraytext.h"
#include "rows/stream.h"

/* Small pieces let client and server work at the same time. */
enum { PIECE = 64 * 1024 };

#define TAKEBACKS_MAX ((size_t)64 * 1024 * 1024)

/* What COPY BINARY begins and ends with; the stream has only the tuples between. */
static const char signature[] = "PGCOPY\n\377\r\n\0"
                                "\0\0\0\0"
                                "\0\0\0\0";
static const char trailer[] = "\377\377";

struct LoadedList {
    ListPlace place;
    Text part_no;
    Text part_of;
    Text labels; /* arrays in text */
    Text columns;
    Text id; /* on the server; in a rebuild TEXT_NONE where its rows are there */
    uint64_t taken_back;
    uint64_t read;
    uint64_t loaded;
    uint64_t rejected;
    LoadedList *next;
};

void
load_lists_init(LoadLists *lists, Db *db, Text arrival, Arena *arena)
{
    *lists = (LoadLists){.db = db,
                         .arrival = arrival,
                         .arena = arena,
                         .scratch = buf_new(2 * STREAM_LINE_MAX),
                         .takebacks = buf_new(TAKEBACKS_MAX)};
    load_rejects_init(&lists->rejects, arrival);
}

void
load_lists_free(LoadLists *lists)
{
    Err ignored;

    if (lists->open)
        db_copy_end(lists->db, "the upload is not whole", &ignored);
    load_rejects_free(&lists->rejects);
    buf_free(&lists->scratch);
    buf_free(&lists->takebacks);
}

static Text
number_text(LoadLists *lists, uint64_t number)
{
    return arena_printf(lists->arena, "%llu", (unsigned long long)number);
}

static void
add_list(LoadLists *lists, const TypedItem *item, const ListPlace *place)
{
    LoadedList *list = arena_alloc(lists->arena, sizeof *list);

    *list = (LoadedList){.place = {.table_no = place->table_no,
                                   .kind = arena_text(lists->arena, place->kind),
                                   .sheet = arena_text(lists->arena, place->sheet)},
                         .part_no = number_text(lists, item->part_no),
                         .part_of = number_text(lists, item->part_of)};
    *(lists->last == NULL ? &lists->first : &lists->last->next) = list;
    lists->last = list;
}

static bool
array_of(LoadLists *lists, const TypedItem *item, Text *array, Err *err)
{
    buf_clear(&lists->scratch);
    if (!arraytext_append(&lists->scratch, item->fields, item->field_count))
        return err_set(err, ERR_DATA, "typed rows: a list's line too long");
    *array = arena_text(lists->arena, buf_view(&lists->scratch));
    return true;
}

static DbResult *
make_list(LoadLists *lists, Text extras, Err *err)
{
    LoadedList *list = lists->last;
    Text table = number_text(lists, list->place.table_no);

    if (lists->rebuild)
        return db_query(lists->db, "load/list_rebuild_begin", (Text[]){lists->arrival, table, list->columns}, 3, err);
    Text parameters[] = {lists->arrival, table, list->part_no, list->part_of, list->labels, extras, list->columns};
    return db_query(lists->db, "load/list_begin", parameters, 7, err);
}

static bool
begin_rows(LoadLists *lists, Text extras, Err *err)
{
    DbResult *made = make_list(lists, extras, err);
    if (made == NULL)
        return false;
    if (db_rows(made) == 0) {
        db_result_free(made);
        return true;
    }
    lists->last->id = arena_text(lists->arena, db_cell(made, 0, 0));
    lists->open = db_copy_begin_made(lists->db, "load/list_begin", db_cell(made, 0, 1), err);
    db_result_free(made);
    return lists->open && db_copy_send(lists->db, (Text){signature, sizeof signature - 1}, err);
}

static bool
send_rows(LoadLists *lists, Text tuples, Err *err)
{
    for (size_t sent = 0; sent < tuples.len; sent += PIECE)
        if (!db_copy_send(lists->db, text_sub(tuples, sent, PIECE), err))
            return false;
    return true;
}

static bool
note_takeback(LoadLists *lists, uint64_t row_no, Err *err)
{
    const char *comma = lists->takebacks.len > 0 ? "," : "";

    lists->last->taken_back++;
    return buf_printf(&lists->takebacks, "%s%llu", comma, (unsigned long long)row_no) ||
           err_set(err, ERR_DATA, "typed rows: too many rows taken back");
}

static bool
take_back(LoadLists *lists, Err *err)
{
    LoadedList *list = lists->last;

    if (list->taken_back == 0)
        return true;
    Text rows = arena_printf(lists->arena, "{%" TEXT_FMT "}", TEXT_ARG(buf_view(&lists->takebacks)));
    buf_clear(&lists->takebacks);
    DbResult *result = db_query(lists->db, "load/list_takeback", (Text[]){list->id, rows}, 2, err);
    if (result == NULL)
        return false;
    bool all = text_equal(db_cell(result, 0, 0), number_text(lists, list->taken_back));
    db_result_free(result);
    return all || err_set(err, ERR_DATA, "typed rows: rows taken back that were not sent: table %llu",
                          (unsigned long long)list->place.table_no);
}

static bool
end_rows(LoadLists *lists, const TypedItem *item, Err *err)
{
    LoadedList *list = lists->last;

    list->read = item->lines;
    list->loaded = item->loaded;
    list->rejected = item->rejected;
    if (!db_copy_send(lists->db, (Text){trailer, sizeof trailer - 1}, err))
        return false;
    lists->open = false;
    if (!db_copy_end(lists->db, NULL, err) || !take_back(lists, err))
        return false;
    uint64_t kept = db_copied(lists->db) - list->taken_back;
    return kept == list->loaded ||
           err_set(err, ERR_DATA, "typed rows: the server took %llu rows of table %llu, not %llu",
                   (unsigned long long)kept, (unsigned long long)list->place.table_no,
                   (unsigned long long)list->loaded);
}

/* Rows that are there, and rejects, which never went. */
static bool
is_known(const LoadLists *lists, TypedKind kind)
{
    if (!lists->rebuild)
        return false;
    if (kind == TYPED_LIST_REJECT)
        return true;
    bool of_rows = kind == TYPED_LIST_ROWS || kind == TYPED_LIST_TAKEBACK || kind == TYPED_LIST_END;
    return of_rows && lists->last->id.ptr == NULL;
}

bool
load_lists_take(LoadLists *lists, const TypedItem *item, const ListPlace *place, Err *err)
{
    Text extras;

    if (is_known(lists, item->kind))
        return true;
    switch (item->kind) {
    case TYPED_LIST:
        add_list(lists, item, place);
        return true;
    case TYPED_LIST_LABELS:
        return array_of(lists, item, &lists->last->labels, err);
    case TYPED_LIST_COLUMNS:
        return array_of(lists, item, &lists->last->columns, err);
    case TYPED_LIST_EXTRAS:
        return array_of(lists, item, &extras, err) && begin_rows(lists, extras, err);
    case TYPED_LIST_ROWS:
        return send_rows(lists, item->value, err);
    case TYPED_LIST_REJECT:
        return load_rejects_add(&lists->rejects, lists->last->place.table_no, item->row_no, item->name, item->fields,
                                item->field_count, err);
    case TYPED_LIST_TAKEBACK:
        return note_takeback(lists, item->row_no, err);
    case TYPED_LIST_END:
        return end_rows(lists, item, err);
    default:
        return err_set(err, ERR_BUG, "typed rows: no item of a list");
    }
}

bool
load_lists_finish(LoadLists *lists, Err *err)
{
    bool ok = load_rejects_send(&lists->rejects, lists->db, err);

    for (const LoadedList *list = lists->first; ok && list != NULL; list = list->next) {
        Text parameters[] = {list->id, number_text(lists, list->read), number_text(lists, list->loaded),
                             number_text(lists, list->rejected)};
        ok = db_do(lists->db, "load/list_end", parameters, 4, err);
    }
    return ok;
}

bool
load_lists_rebuilt(LoadLists *lists, uint64_t *count, Err *err)
{
    bool ok = true;

    *count = 0;
    for (const LoadedList *list = lists->first; ok && list != NULL; list = list->next) {
        if (list->id.ptr == NULL)
            continue;
        ok = db_do(lists->db, "load/list_rebuild_end", &list->id, 1, err);
        (*count)++;
    }
    return ok;
}

bool
load_lists_refuse(LoadLists *lists, Err *err)
{
    bool ok = true;

    for (const LoadedList *list = lists->first; ok && list != NULL; list = list->next) {
        Text parameters[] = {lists->arrival,   number_text(lists, list->place.table_no),
                             list->place.kind, list->place.sheet,
                             list->part_no,    list->part_of,
                             list->labels};
        ok = db_do(lists->db, "load/list_refused", parameters, 7, err);
    }
    return ok && load_rejects_send(&lists->rejects, lists->db, err);
}
