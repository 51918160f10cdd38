#include "ministry/difference.h"

enum {
    DIFFERENCE_MATTER,
    DIFFERENCE_UNIT,
    DIFFERENCE_PLATFORM,
    DIFFERENCE_ENTERPRISE,
    DIFFERENCE_FIELD,
    DIFFERENCE_BEFORE,
    DIFFERENCE_AFTER,
    DIFFERENCE_COLUMNS
};

static const Text labels[DIFFERENCE_COLUMNS] = {TEXT("材料"),     TEXT("推荐单位"), TEXT("工业互联网平台名称"),
                                                TEXT("依托企业"), TEXT("栏目"),     TEXT("变动前"),
                                                TEXT("变动后")};

/* Two versions of a table of data while they are compared. */
typedef struct Comparison {
    Text matter; /* what they are data of */
    const Grid *before;
    const Grid *after;
    size_t key_count; /* the columns, beside the number, that tell a row */
    const size_t *keys;
    size_t label;                   /* the column that names the cell; SIZE_MAX: its own label does */
    const struct Comparison *whole; /* where rows that come or go with their nomination are told; or NULL */
    Grid *out;
    Arena *arena;
} Comparison;

static void
say(const Comparison *pair, const Grid *of, size_t row, Text field, Text before, Text after)
{
    Text *line = grid_add(pair->out);
    line[DIFFERENCE_MATTER] = pair->matter;
    line[DIFFERENCE_UNIT] = grid_cell(of, row, CONTENT_UNIT);
    line[DIFFERENCE_PLATFORM] = grid_cell(of, row, CONTENT_PLATFORM);
    line[DIFFERENCE_ENTERPRISE] = grid_cell(of, row, CONTENT_ENTERPRISE);
    line[DIFFERENCE_FIELD] = field;
    line[DIFFERENCE_BEFORE] = before;
    line[DIFFERENCE_AFTER] = after;
}

static bool
is_same_row(const Comparison *pair, const Grid *left, size_t row, const Grid *right, size_t other)
{
    for (size_t i = 0; i < pair->key_count; i++)
        if (!text_equal(grid_cell(left, row, pair->keys[i]), grid_cell(right, other, pair->keys[i])))
            return false;
    return true;
}

/* Searched from `hint` on and round: both grids are mostly in the same order. */
static size_t
find_row(const Comparison *pair, const Grid *of, size_t row, const Grid *in, size_t hint)
{
    for (size_t i = 0; i < in->row_count; i++) {
        size_t at = (hint + i) % in->row_count;
        if (is_same_row(pair, of, row, in, at))
            return at;
    }
    return SIZE_MAX;
}

/* The number of a row is its place, which its nomination's row tells. */
static bool
is_compared(const Comparison *pair, size_t column)
{
    return pair->whole == NULL || column != CONTENT_NO;
}

static void
compare_cells(const Comparison *pair, size_t before, size_t after)
{
    for (size_t column = 0; column < pair->after->column_count; column++) {
        size_t older = grid_column(pair->before, pair->after->labels[column]);
        Text old = older == SIZE_MAX ? TEXT_NONE : grid_cell(pair->before, before, older);
        Text now = grid_cell(pair->after, after, column);
        if (!is_compared(pair, column) || text_equal(old, now))
            continue;
        Text field = pair->after->labels[column];
        if (pair->label != SIZE_MAX)
            field = arena_printf(pair->arena, "%" TEXT_FMT "：%" TEXT_FMT,
                                 TEXT_ARG(grid_cell(pair->after, after, pair->label)), TEXT_ARG(field));
        say(pair, pair->after, after, field, old, now);
    }
}

/* A row that is only in one of the two, unless its whole nomination is. */
static void
say_whole(const Comparison *pair, const Grid *of, size_t row, const Grid *whole_other, Text before, Text after)
{
    if (pair->whole != NULL && find_row(pair->whole, of, row, whole_other, 0) == SIZE_MAX)
        return;
    Text field = pair->label == SIZE_MAX ? TEXT("整行") : grid_cell(of, row, pair->label);
    say(pair, of, row, field, before, after);
}

/* Rows of both in the newer order, then those that are gone. */
static void
compare(const Comparison *pair)
{
    const Grid *older_whole = pair->whole == NULL ? pair->before : pair->whole->before;
    const Grid *newer_whole = pair->whole == NULL ? pair->after : pair->whole->after;
    size_t hint = 0;
    for (size_t row = 0; row < pair->after->row_count; row++) {
        size_t older = find_row(pair, pair->after, row, pair->before, hint);
        if (older == SIZE_MAX)
            say_whole(pair, pair->after, row, older_whole, TEXT_NONE, TEXT("增加"));
        else
            compare_cells(pair, older, row);
        hint = older == SIZE_MAX ? hint : older + 1;
    }
    hint = 0;
    for (size_t row = 0; row < pair->before->row_count; row++) {
        size_t newer = find_row(pair, pair->before, row, pair->after, hint);
        if (newer == SIZE_MAX)
            say_whole(pair, pair->before, row, newer_whole, TEXT("在列"), TEXT("删去"));
        hint = newer == SIZE_MAX ? hint : newer + 1;
    }
}

static void
compare_heads(const Grid *before, const Grid *after, Grid *out)
{
    for (size_t i = 0; i < after->row_count; i++) {
        Text old = TEXT_NONE;
        for (size_t j = 0; j < before->row_count; j++)
            if (text_equal(grid_cell(before, j, 0), grid_cell(after, i, 0)))
                old = grid_cell(before, j, 1);
        if (text_equal(old, grid_cell(after, i, 1)))
            continue;
        Text *line = grid_add(out);
        line[DIFFERENCE_MATTER] = TEXT("汇总表表头");
        line[DIFFERENCE_FIELD] = grid_cell(after, i, 0);
        line[DIFFERENCE_BEFORE] = old;
        line[DIFFERENCE_AFTER] = grid_cell(after, i, 1);
    }
}

static bool
is_list(const ParcelFile *file)
{
    return text_equal(file->kind, TEXT("list")) && file->twin_of.len == 0;
}

static Text
digest_of(const ParcelFile *files, size_t count, Text name)
{
    for (size_t i = 0; i < count; i++)
        if (is_list(&files[i]) && text_equal(files[i].name, name))
            return text_of(files[i].sha256);
    return TEXT_NONE;
}

static void
say_list(Grid *out, Text name, Text before, Text after)
{
    Text *line = grid_add(out);
    line[DIFFERENCE_MATTER] = TEXT("清单");
    line[DIFFERENCE_FIELD] = name;
    line[DIFFERENCE_BEFORE] = before;
    line[DIFFERENCE_AFTER] = after;
}

/* Of a list only that its file is another, by its digest. */
static void
compare_lists(const Manifest *older, const Parcel *parcel, Grid *out)
{
    for (size_t i = 0; i < parcel->count; i++) {
        const ParcelFile *file = &parcel->files[i];
        Text old = digest_of(older->files, older->file_count, file->name);
        if (is_list(file) && !text_equal(old, text_of(file->sha256)))
            say_list(out, file->name, old, text_of(file->sha256));
    }
    for (size_t i = 0; i < older->file_count; i++) {
        const ParcelFile *file = &older->files[i];
        if (is_list(file) && digest_of(parcel->files, parcel->count, file->name).len == 0)
            say_list(out, file->name, text_of(file->sha256), TEXT_NONE);
    }
}

/* The data of a package as its file says; without one an empty grid. */
static bool
read_grid(const char *folder, const ParcelFile *file, Arena *arena, Grid *out, Err *err)
{
    *out = (Grid){.row_count = 0};
    return file == NULL ||
           grid_read(arena_printf(arena, "%s/%" TEXT_FMT, folder, TEXT_ARG(file->name)).ptr, arena, out, err);
}

static const ParcelFile *
parcel_file(const Parcel *parcel, const char *kind)
{
    for (size_t i = 0; i < parcel->count; i++)
        if (text_equal(parcel->files[i].kind, text_of(kind)) && parcel->files[i].twin_of.len == 0)
            return &parcel->files[i];
    return NULL;
}

/* Both versions' grids of one kind. */
typedef struct Versions {
    Grid before;
    Grid after;
} Versions;

static bool
read_versions(const Content *content, const char *older_folder, const Manifest *older, const Parcel *parcel,
              const char *kind, Versions *out, Err *err)
{
    Arena *arena = content->state->arena;
    return read_grid(older_folder, manifest_file(older, text_of(kind)), arena, &out->before, err) &&
           read_grid(parcel->folder, parcel_file(parcel, kind), arena, &out->after, err);
}

/* Each cell and each row of both, and what is said of files and head. */
static size_t
lines_at_most(const Versions *versions, size_t count, size_t others)
{
    for (size_t i = 0; i < count; i++)
        others += (versions[i].before.row_count + versions[i].after.row_count) *
                  (versions[i].before.column_count + versions[i].after.column_count + 1);
    return others;
}

bool
difference_of(const Content *content, const char *older_folder, const Manifest *older, const Parcel *parcel, Grid *out,
              Err *err)
{
    static const size_t keys[] = {CONTENT_UNIT, CONTENT_PLATFORM, CONTENT_ENTERPRISE, CONTENT_FIELD};
    Versions both[2];
    if (!read_versions(content, older_folder, older, parcel, "nominations", &both[0], err) ||
        !read_versions(content, older_folder, older, parcel, "indicators", &both[1], err))
        return false;
    size_t others = parcel->count + older->file_count + content->head.row_count;
    *out = grid_new(labels, DIFFERENCE_COLUMNS, lines_at_most(both, 2, others), content->state->arena);
    const Comparison nominations = {TEXT("推荐名单"),     &both[0].before, &both[0].after, 3, keys, SIZE_MAX, NULL, out,
                                    content->state->arena};
    const Comparison indicators = {
        TEXT("指标数据"),     &both[1].before, &both[1].after, 4, keys, CONTENT_LABEL, &nominations, out,
        content->state->arena};
    compare_heads(&older->head, &content->head, out);
    compare(&nominations);
    compare(&indicators);
    compare_lists(older, parcel, out);
    return true;
}
