#include "ministry/listfiles.h"

#include "base/buf.h"
#include "db/arraytext.h"
#include "text/mask.h"

enum { COLUMN_MAX = 64, KEYS_MAX = 1 << 14 };

/* One file while it is written. */
typedef struct ListFile {
    const Content *content;
    Db *db;
    const UploadKind *kind;
    Text labels[COLUMN_MAX];
    bool masked[COLUMN_MAX];
    size_t column_count;
    bool people; /* some column has their data, and is not masked */
    Text keys;   /* of its columns, as an array */
    ParcelCsv *csv;
    Arena *row;
} ListFile;

static Text
list_cell(const Content *content, size_t list, const char *column)
{
    return state_cell(content->state, STATE_ONWARD_LISTS, list, column);
}

static const UploadKind *
kind_of(const Content *content, size_t list)
{
    return upload_kind(content->state->definitions, list_cell(content, list, "kind"));
}

/* The columns of the list's table, as the definition prints them. */
static bool
set_columns(ListFile *file, Arena *arena, Err *err)
{
    Text keys[COLUMN_MAX];
    file->column_count = 0;
    for (size_t i = 0; i < file->kind->field_count && file->column_count < COLUMN_MAX; i++) {
        const Field *field = &file->kind->fields[i];
        if (field->in_head)
            continue;
        keys[file->column_count] = field->key;
        file->labels[file->column_count] = field->title;
        file->masked[file->column_count++] = field->personal && !file->content->personal;
        file->people = file->people || (field->personal && file->content->personal);
    }
    Buf array = buf_new(KEYS_MAX);
    bool ok = arraytext_append(&array, keys, file->column_count) || err_set(err, ERR_BUG, "too many columns in a list");
    file->keys = arena_text(arena, buf_view(&array));
    buf_free(&array);
    return ok;
}

static bool
write_page(ListFile *file, const DbResult *page, Err *err)
{
    Text cells[COLUMN_MAX];
    bool ok = true;
    for (size_t row = 0; ok && row < db_rows(page); row++) {
        arena_reset(file->row);
        for (size_t i = 0; i < file->column_count; i++) {
            Text cell = db_cell(page, row, (int)i);
            cells[i] = file->masked[i] ? mask_person(cell, file->row) : cell;
        }
        ok = parcel_csv_row(file->csv, cells, err);
    }
    return ok;
}

static bool
write_pages(ListFile *file, Err *err)
{
    for (;;) {
        DbResult *page = db_query(file->db, "report/list_fetch", NULL, 0, err);
        if (page == NULL)
            return false;
        bool more = db_rows(page) > 0;
        bool ok = write_page(file, page, err);
        db_result_free(page);
        if (!ok || !more)
            return ok;
    }
}

static bool
write_list(ListFile *file, size_t list, Err *err)
{
    Text parameters[] = {list_cell(file->content, list, "list_id"), file->keys};
    return db_do(file->db, "report/list_cursor", parameters, 2, err) && write_pages(file, err) &&
           db_do(file->db, "report/list_close", NULL, 0, err);
}

static bool
is_same_file(const Content *content, size_t list, size_t other)
{
    return content_list_no(content, list) == content_list_no(content, other) &&
           text_equal(list_cell(content, list, "kind"), list_cell(content, other, "kind"));
}

/* From list `*list` on those of one platform and kind; *list stands behind them afterwards. */
static bool
write_file(const Content *content, Db *db, Parcel *parcel, size_t *list, Err *err)
{
    size_t first = *list;
    Arena *arena = content->state->arena;
    ListFile *file = arena_alloc(arena, sizeof *file);
    *file = (ListFile){.content = content, .db = db, .kind = kind_of(content, first)};
    if (file->kind == NULL)
        return err_set(err, ERR_CONFIG, "no definition of lists \"%" TEXT_FMT "\"",
                       TEXT_ARG(list_cell(content, first, "kind")));
    Text stem = arena_printf(arena, "清单-%02zu-%" TEXT_FMT, content_list_no(content, first),
                             TEXT_ARG(state_word(content->state, "kind", file->kind->kind)));
    if (!set_columns(file, arena, err))
        return false;
    file->row = arena_new();
    file->csv = parcel_csv_open(parcel, "list", stem, file->labels, file->column_count, err);
    bool ok = file->csv != NULL;
    if (ok && file->people)
        parcel_csv_of_people(file->csv);
    for (; ok && *list < state_rows(content->state, STATE_ONWARD_LISTS) && is_same_file(content, first, *list);
         (*list)++)
        ok = write_list(file, *list, err);
    ok = ok && parcel_csv_commit(file->csv, err);
    parcel_csv_free(file->csv);
    arena_free(file->row);
    return ok;
}

bool
listfiles_write(const Content *content, Db *db, Parcel *parcel, Err *err)
{
    size_t lists = state_rows(content->state, STATE_ONWARD_LISTS);
    bool ok = db_begin(db, err);
    for (size_t list = 0; ok && list < lists;) {
        if (content_list_no(content, list) > 0)
            ok = write_file(content, db, parcel, &list, err);
        else
            list++;
    }
    return ok && db_commit(db, err);
}
