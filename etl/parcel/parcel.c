#include "parcel/parcel.h"

#include <inttypes.h>
#include <sys/stat.h>

#include "out/csvout.h"
#include "parcel/twin.h"
#include "text/filename.h"

struct ParcelCsv {
    Parcel *parcel;
    size_t file; /* of parcel->files */
    const char *path;
    const Text *labels;
    size_t column_count;
    bool looked_through;
    CsvOut *out;
};

static const Text character_labels[] = {TEXT("字符"),   TEXT("码位"), TEXT("类别"), TEXT("文件"),
                                        TEXT("首见行"), TEXT("栏目"), TEXT("格数")};

enum { CHARACTER_COLUMNS = sizeof character_labels / sizeof *character_labels };

bool
parcel_open(Parcel *parcel, const char *folder, Text mark, bool no_twin, Arena *arena, Err *err)
{
    *parcel = (Parcel){.folder = folder, .mark = mark, .no_twin = no_twin, .arena = arena};
    parcel->files = arena_array(arena, PARCEL_FILE_MAX, sizeof *parcel->files);
    parcel->rare = rare_open(arena, err);
    return parcel->rare != NULL;
}

void
parcel_close(Parcel *parcel)
{
    rare_close(parcel->rare);
    parcel->rare = NULL;
}

static const char *
path_of(const Parcel *parcel, Text name)
{
    return arena_printf(parcel->arena, "%s/%" TEXT_FMT, parcel->folder, TEXT_ARG(name)).ptr;
}

/* "<stem>-送审稿.csv" */
static Text
marked(const Parcel *parcel, Text stem, const char *suffix)
{
    return arena_printf(parcel->arena, "%" TEXT_FMT "%s%" TEXT_FMT "%s", TEXT_ARG(stem),
                        parcel->mark.len > 0 ? "-" : "", TEXT_ARG(parcel->mark), suffix);
}

static ParcelFile *
add_file(Parcel *parcel, Text kind, Text name, Err *err)
{
    if (parcel->count == PARCEL_FILE_MAX) {
        err_set(err, ERR_DATA, "more than %d files in package \"%s\"", PARCEL_FILE_MAX, parcel->folder);
        return NULL;
    }
    ParcelFile *file = &parcel->files[parcel->count++];
    *file = (ParcelFile){.name = filename_safe(name, parcel->arena), .kind = kind};
    return file;
}

const char *
parcel_add(Parcel *parcel, const char *kind, Text stem, Err *err)
{
    const ParcelFile *file = add_file(parcel, text_of(kind), marked(parcel, stem, ".xlsx"), err);
    return file == NULL ? NULL : path_of(parcel, file->name);
}

ParcelCsv *
parcel_csv_open(Parcel *parcel, const char *kind, Text stem, const Text *labels, size_t count, Err *err)
{
    size_t index = parcel->count;
    ParcelFile *file = add_file(parcel, text_of(kind), marked(parcel, stem, ".csv"), err);
    if (file == NULL)
        return NULL;
    file->has_rows = true;
    ParcelCsv *csv = mem_alloc(sizeof *csv);
    *csv = (ParcelCsv){parcel, index, path_of(parcel, file->name), labels, count, true, NULL};
    csv->out = csvout_open(csv->path, err);
    if (csv->out != NULL && csvout_row(csv->out, labels, count, err))
        return csv;
    parcel_csv_free(csv);
    return NULL;
}

void
parcel_csv_of_people(ParcelCsv *csv)
{
    csv->parcel->files[csv->file].people = true;
}

bool
parcel_csv_row(ParcelCsv *csv, const Text *cells, Err *err)
{
    ParcelFile *file = &csv->parcel->files[csv->file];
    file->rows++;
    if (csv->looked_through)
        rare_look(csv->parcel->rare, file->name, csv->labels, cells, csv->column_count, file->rows + 1);
    return csvout_row(csv->out, cells, csv->column_count, err);
}

static bool
add_twin(ParcelCsv *csv, Err *err)
{
    Parcel *parcel = csv->parcel;
    if (parcel->no_twin)
        return true;
    const ParcelFile *file = &parcel->files[csv->file];
    Text stem = text_sub(file->name, 0, file->name.len - (sizeof ".csv" - 1));
    Text name = arena_printf(parcel->arena, "%" TEXT_FMT ".GB18030.csv", TEXT_ARG(stem));
    ParcelFile *twin = add_file(parcel, file->kind, name, err);
    if (twin == NULL)
        return false;
    twin->twin_of = file->name;
    twin->people = file->people;
    twin->has_rows = true;
    twin->rows = file->rows;
    return twin_write(csv->path, path_of(parcel, twin->name), err);
}

bool
parcel_csv_commit(ParcelCsv *csv, Err *err)
{
    return csvout_commit(csv->out, err) && add_twin(csv, err);
}

void
parcel_csv_free(ParcelCsv *csv)
{
    if (csv == NULL)
        return;
    csvout_free(csv->out);
    mem_free(csv);
}

bool
parcel_grid(Parcel *parcel, const char *kind, Text stem, const Grid *grid, Err *err)
{
    ParcelCsv *csv = parcel_csv_open(parcel, kind, stem, grid->labels, grid->column_count, err);
    bool ok = csv != NULL;
    for (size_t row = 0; ok && row < grid->row_count; row++)
        ok = parcel_csv_row(csv, &grid->cells[row * grid->column_count], err);
    ok = ok && parcel_csv_commit(csv, err);
    parcel_csv_free(csv);
    return ok;
}

static bool
write_character(ParcelCsv *csv, const RareCharacter *rare, Err *err)
{
    Arena *arena = csv->parcel->arena;
    const Text cells[CHARACTER_COLUMNS] = {rare->character,
                                           arena_printf(arena, "U+%04" PRIX32, rare->code_point),
                                           rare->is_private ? TEXT("私用区字符") : TEXT("GBK未收"),
                                           rare->file,
                                           arena_printf(arena, "%" PRIu64, rare->row),
                                           rare->column,
                                           arena_printf(arena, "%" PRIu64, rare->cells)};
    return parcel_csv_row(csv, cells, err);
}

bool
parcel_characters(Parcel *parcel, Text stem, Err *err)
{
    static const Text further[CHARACTER_COLUMNS] = {TEXT("…"), TEXT_NONE, TEXT("其余未列")};
    ParcelCsv *csv = parcel_csv_open(parcel, "characters", stem, character_labels, CHARACTER_COLUMNS, err);
    bool ok = csv != NULL;
    if (ok)
        csv->looked_through = false;
    for (size_t i = 0; ok && i < parcel->rare->count; i++)
        ok = write_character(csv, &parcel->rare->found[i], err);
    if (ok && parcel->rare->more)
        ok = parcel_csv_row(csv, further, err);
    ok = ok && parcel_csv_commit(csv, err);
    parcel_csv_free(csv);
    return ok;
}

bool
parcel_weigh(Parcel *parcel, Err *err)
{
    for (size_t i = 0; i < parcel->count; i++) {
        ParcelFile *file = &parcel->files[i];
        const char *path = path_of(parcel, file->name);
        struct stat status;
        if (!hash_file(path, file->sha256, err))
            return false;
        if (stat(path, &status) != 0)
            return err_set(err, ERR_IO, "could not look at \"%s\": %m", path);
        file->bytes = (uint64_t)status.st_size;
    }
    return true;
}
