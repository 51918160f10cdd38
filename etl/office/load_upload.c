#include "office/load_upload.h"

#include "base/file.h"
#include "office/load_copy.h"
#include "office/load_list.h"
#include "rows/finding.h"
#include "rows/typedrow.h"

typedef struct Fact {
    Text name;
    Text value;
    struct Fact *next;
} Fact;

typedef struct Load {
    Db *db;
    Text arrival;
    Arena *arena; /* facts, and the result's text, until the end */
    Arena *line;  /* reset line by line */
    LoadCopy copy;
    LoadLists lists;
    Fact *facts;
    Fact **facts_end;
    ListPlace table; /* table_no: how many there have been */
    Text refused_code;
    Text as_of;
    LoadResult *result;
} Load;

/* The facts wait for the end: where the upload is refused they stay, its rows go. */
static void
keep_fact(Load *load, const TypedItem *item)
{
    Fact *fact = arena_alloc(load->arena, sizeof(*fact));
    fact->name = arena_text(load->arena, item->name);
    fact->value = arena_text(load->arena, item->value.ptr == NULL ? TEXT("") : item->value);
    *load->facts_end = fact;
    load->facts_end = &fact->next;
}

/* A table's row must be there before its cells: the COPY of the table before ends here. */
static bool
begin_table(Load *load, const TypedItem *item, Err *err)
{
    Text number = arena_printf(load->arena, "%llu", (unsigned long long)++load->table.table_no);
    load->table.kind = arena_text(load->arena, item->name);
    load->table.sheet = item->value.ptr == NULL ? TEXT("") : arena_text(load->arena, item->value);
    Text parameters[] = {load->arrival, number, load->table.kind, load->table.sheet, item->title};
    return load_copy_end(&load->copy, err) && db_do(load->db, "load/upload_table", parameters, 5, err) &&
           load_copy_begin(&load->copy, "load/figure_copy", err);
}

static bool
add_cell(Load *load, const TypedItem *item, Err *err)
{
    const TypedCell *cell = &item->cell;
    if (load->table.table_no == 0)
        return err_set(err, ERR_DATA, "typed rows: a cell before its table");
    arena_reset(load->line);
    Text lead = arena_printf(load->line, "%" TEXT_FMT "\t%llu\t%llu\t%llu", TEXT_ARG(load->arrival),
                             (unsigned long long)load->table.table_no, (unsigned long long)cell->item,
                             (unsigned long long)cell->place.row_no);
    Text cell_name = item->cell_name.ptr == NULL ? TEXT("") : item->cell_name;
    Text fields[] = {cell_name, cell->field,       cell->state,  cell->value, cell->text,
                     cell->raw, cell->unit_source, cell->factor, cell->folded};
    return load_copy_line(&load->copy, lead, fields, sizeof(fields) / sizeof(*fields), err);
}

/* The cells of its head block are all there. */
static bool
add_to_list(Load *load, const TypedItem *item, Err *err)
{
    if (load->table.table_no == 0)
        return err_set(err, ERR_DATA, "typed rows: a list before its table");
    return load_copy_end(&load->copy, err) && load_lists_take(&load->lists, item, &load->table, err);
}

static bool
take_item(Load *load, const TypedItem *item, Err *err)
{
    switch (item->kind) {
    case TYPED_FACT:
        keep_fact(load, item);
        return true;
    case TYPED_TABLE:
        return begin_table(load, item, err);
    case TYPED_CELL:
        return add_cell(load, item, err);
    case TYPED_LIST:
    case TYPED_LIST_LABELS:
    case TYPED_LIST_COLUMNS:
    case TYPED_LIST_EXTRAS:
    case TYPED_LIST_ROWS:
    case TYPED_LIST_REJECT:
    case TYPED_LIST_TAKEBACK:
    case TYPED_LIST_END:
        return add_to_list(load, item, err);
    case TYPED_END:
        load->result->refused = !item->complete;
        load->refused_code = item->complete ? TEXT_NONE : arena_text(load->arena, item->refused_code);
        return true;
    default:
        return err_set(err, ERR_BUG, "typed rows: a list is not loaded yet");
    }
}

/* After the end mark the reader has checked the count, so a stream that ends without a fault is whole. */
static bool
read_rows(Load *load, int fd, Err *err)
{
    TypedReader *reader = typedrow_reader_new(fd);
    TypedItem item;
    bool ok = true;
    while (ok && typedrow_next(reader, &item, err))
        ok = take_item(load, &item, err);
    ok = ok && err->code == ERR_NONE && load_copy_end(&load->copy, err);
    typedrow_reader_free(reader);
    return ok;
}

/* Refused: whatever rows came before are taken back, the verdict is kept. */
static bool
keep_verdict(Load *load, Err *err)
{
    if (!load->result->refused)
        return true;
    Text parameters[] = {load->arrival, load->refused_code, load->as_of};
    return db_do(load->db, "load/rows_back", NULL, 0, err) && db_do(load->db, "load/upload", parameters, 3, err) &&
           load_lists_refuse(&load->lists, err);
}

static bool
keep_facts(Load *load, Err *err)
{
    bool ok = true;
    int ordinal = 0;
    for (const Fact *fact = load->facts; ok && fact != NULL; fact = fact->next) {
        Text number = arena_printf(load->arena, "%d", ++ordinal);
        Text parameters[] = {load->arrival, number, fact->name, fact->value};
        ok = db_do(load->db, "load/upload_fact", parameters, 4, err);
    }
    return ok;
}

static bool
copy_findings(Load *load, const char *path, Err *err)
{
    FindingReader *reader = finding_reader_open(path, err);
    if (reader == NULL)
        return false;
    Text *fields;
    bool ok = true;
    while (ok && finding_next(reader, &fields, err)) {
        arena_reset(load->line);
        Text lead = arena_printf(load->line, "%" TEXT_FMT "\t%llu", TEXT_ARG(load->arrival),
                                 (unsigned long long)++load->result->findings);
        ok = load_copy_line(&load->copy, lead, fields, 10, err);
    }
    finding_reader_close(reader);
    return ok && err->code == ERR_NONE;
}

static bool
keep_findings(Load *load, const char *const *paths, Err *err)
{
    if (!load_copy_begin(&load->copy, "load/finding_copy", err))
        return false;
    for (; *paths != NULL; paths++)
        if (!copy_findings(load, *paths, err))
            return false;
    return load_copy_end(&load->copy, err);
}

/* True with *already where there is nothing to do. */
static bool
claim_arrival(Load *load, Text cycle, Err *err)
{
    Text parameters[] = {load->arrival, cycle};
    if (!db_do(load->db, "load/arrival_lock", parameters, 1, err))
        return false;
    DbResult *state = db_query(load->db, "load/arrival_state", parameters, 2, err);
    if (state == NULL)
        return false;
    bool known = db_rows(state) == 1;
    load->result->already = known && text_equal(db_cell(state, 0, 0), TEXT("t"));
    db_result_free(state);
    return known || err_set(err, ERR_USAGE, "no arrival to read in cycle \"%" TEXT_FMT "\": \"%" TEXT_FMT "\"",
                            TEXT_ARG(cycle), TEXT_ARG(load->arrival));
}

static bool
fill(Load *load, int fd, const char *const *findings, Err *err)
{
    Text parameters[] = {load->arrival, TEXT_NONE, load->as_of};
    return db_do(load->db, "load/savepoint", NULL, 0, err) && db_do(load->db, "load/upload", parameters, 3, err) &&
           read_rows(load, fd, err) && keep_verdict(load, err) && keep_facts(load, err) &&
           keep_findings(load, findings, err) && (load->result->refused || load_lists_finish(&load->lists, err)) &&
           db_do(load->db, "load/rows_booked", parameters, 1, err);
}

/* The writer at the other end of the pipe must be able to finish, else the night takes its death for a fault. */
static bool
drain(int fd, Err *err)
{
    TypedReader *reader = typedrow_reader_new(fd);
    TypedItem item;
    while (typedrow_next(reader, &item, err))
        ;
    typedrow_reader_free(reader);
    return err->code == ERR_NONE;
}

bool
load_upload(Db *db, Text cycle, Text arrival, Text as_of, int fd, const char *const *findings, LoadResult *result,
            Err *err)
{
    *result = (LoadResult){0};
    Load load = {
        .db = db, .arrival = arrival, .as_of = as_of, .arena = arena_new(), .line = arena_new(), .result = result};
    load.facts_end = &load.facts;
    load_copy_init(&load.copy, db);
    load_lists_init(&load.lists, db, arrival, load.arena);
    file_widen_pipe(fd);
    bool ok = db_begin(db, err) && claim_arrival(&load, cycle, err) &&
              (result->already ? drain(fd, err) : fill(&load, fd, findings, err));
    load_copy_close(&load.copy);
    load_lists_free(&load.lists);
    ok = ok && db_commit(db, err);
    if (!ok) {
        Err ignored;
        db_rollback(db, &ignored);
    }
    arena_free(load.line);
    arena_free(load.arena);
    return ok;
}
