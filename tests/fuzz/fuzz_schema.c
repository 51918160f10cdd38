/*
 * Cycles and upload definitions: any JSON as a cycle's datapackage (where it has "resources") or as a table schema. It is accepted, and then of use, or
 * refused with the file and the path of what is wrong; the same text gives the same.
 */
#include "bytes.h"

#include <string.h>

#include "base/tree.h"
#include "rows/findinglist.h"
#include "schema/convert.h"
#include "schema/cycle.h"
#include "schema/field_words.h"
#include "schema/label.h"
#include "trees.h"

static char folder[] = "/tmp/huizong-fuzz-XXXXXX";
static const char package[] = "{\"name\": \"try\", \"resources\": [{\"name\": \"summary\", \"title\": \"表\", "
                              "\"data\": [], \"schema\": \"summary.json\"}]}";
static const char schema[] =
    "{\"fields\": [{\"name\": \"a\", \"title\": \"甲\", \"type\": \"string\", \"x:place\": \"row\", "
    "\"x:clause\": \"一\"}]}";

static void
remove_folder(void)
{
    Err err = {0};
    tree_remove(folder, &err);
}

static void
make_folder(Arena *arena)
{
    static bool made;
    Err err = {0};
    if (made)
        return;
    PROMISE(mkdtemp(folder) != NULL && tree_make(arena_printf(arena, "%s/try", folder).ptr, 0755, &err));
    atexit(remove_folder);
    made = true;
}

static void
put(const char *name, Text text, Arena *arena)
{
    FILE *file = fopen(arena_printf(arena, "%s/try/%s.json", folder, name).ptr, "w");
    PROMISE(file != NULL && fwrite(text.ptr, 1, text.len, file) == text.len && fclose(file) == 0);
}

/* A refusal names a file of the cycle. */
static void
refusal_has_place(const Err *err)
{
    PROMISE(err->code == ERR_CONFIG && strstr(err->message, "try") != NULL && strstr(err->message, ": ") != NULL);
}

static void
field_is_of_use(const Field *field, const Converter *converter, Arena *arena)
{
    static const char *const CELLS[] = {"",       "12万",   "2023年6月12日", "无",
                                        "甲公司", "☑是□否", "1.5E+10",       "13800000000"};
    size_t alias;
    for (size_t i = 0; i < sizeof CELLS / sizeof CELLS[0]; i++) {
        CellInput input = {.place = {TEXT("S"), 1, 0}, .raw = text_of(CELLS[i]), .marks = TEXT("")};
        TypedCell cell = convert_cell(converter, field, &input);
        PROMISE(cell.state.len > 0 && text_equal(cell.raw, input.raw));
    }
    Label label = label_new(field->title, arena);
    PROMISE(label.whole.len == 0 || label_match(&label, field, &alias) != LABEL_NONE);
    PROMISE(field->key.len > 0 && field_words_place(field, arena).ptr != NULL);
    field_words_range(field, arena);
    field_words_unit(field, arena);
}

static void
set_is_of_use(const UploadSet *set, Arena *arena)
{
    static Gbk *gbk;
    Err err = {0};
    FindingList findings = findinglist_new(arena);
    if (gbk == NULL)
        gbk = gbk_open(&err);
    Converter converter = {gbk, arena, &findings, TEXT_NONE};
    for (size_t i = 0; i < set->kind_count; i++)
        for (size_t k = 0; k < set->kinds[i].field_count; k++)
            field_is_of_use(&set->kinds[i].fields[k], &converter, arena);
}

static void
read_uploads(Arena *arena)
{
    Err err = {0}, again = {0};
    UploadSet *set = upload_read(folder, "try", arena, &err), *same = upload_read(folder, "try", arena, &again);
    PROMISE((set == NULL) == (same == NULL) && strcmp(err.message, again.message) == 0);
    if (set == NULL)
        refusal_has_place(&err);
    else
        set_is_of_use(set, arena);
}

static void
read_cycle(Arena *arena)
{
    Err err = {0};
    Cycle *cycle = cycle_read(folder, "try", arena, &err);
    if (cycle == NULL) {
        refusal_has_place(&err);
        return;
    }
    PROMISE(cycle->notice_at < cycle->deadline && cycle->form_year > 0);
    for (size_t i = 0; i < cycle->alias_count; i++) {
        PROMISE(cycle->aliases[i].unit < cycle->unit_count);
        PROMISE(i == 0 || text_compare(cycle->aliases[i - 1].folded, cycle->aliases[i].folded) < 0);
    }
    for (size_t i = 1; i < cycle->reminder_count; i++)
        PROMISE(cycle->reminders[i - 1].at < cycle->reminders[i].at);
}

size_t
LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t max);

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed);

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
    enum { RAW_ONE_IN = 8 };
    size_t changed = seed % RAW_ONE_IN != 0 ? tree_mutate(bytes, len, max, seed / RAW_ONE_IN) : 0;
    return changed > 0 ? changed : LLVMFuzzerMutate(bytes, len, max);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    Text text = {(const char *)bytes, len};
    bool is_package = text_find(text, TEXT("\"resources\""), 0) != SIZE_MAX;
    make_folder(arena);
    put("datapackage", is_package ? text : text_of(package), arena);
    put("summary", is_package ? text_of(schema) : text, arena);
    read_uploads(arena);
    if (is_package)
        read_cycle(arena);
    arena_free(arena);
    return 0;
}
