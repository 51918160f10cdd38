/*
 * Cycles and upload definitions: any JSON as a cycle's datapackage (where it has "resources") or as a table schema. It is accepted, and then says what
 * its text says, keeps every law of such a text (laws.h) and is of use; or it is refused with the file and the path of what is wrong; the same text gives the same.
 */
#include "bytes.h"

#include <string.h>

#include "base/refusals.h"
#include "base/tree.h"
#include "laws.h"
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

/* The first texts that were accepted: the mutator begins with them again and again. */
enum { ACCEPTED_MOST = 32, ACCEPTED_LENGTH = 8192 };

typedef struct Accepted {
    size_t len;
    char bytes[ACCEPTED_LENGTH];
} Accepted;

static Accepted accepted[ACCEPTED_MOST];
static size_t accepted_count;

static void
remember(Text text)
{
    if (accepted_count == ACCEPTED_MOST || text.len > ACCEPTED_LENGTH)
        return;
    accepted[accepted_count].len = text.len;
    memcpy(accepted[accepted_count++].bytes, text.ptr, text.len);
}

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

/* One cell each: cells are what fuzz_convert is about. */
static void
field_is_of_use(const Field *field, size_t number, const Converter *converter, Arena *arena)
{
    static const char *const CELLS[] = {"",       "12万",   "2023年6月12日", "无",
                                        "甲公司", "☑是□否", "1.5E+10",       "13800000000"};
    CellInput input = {.place = {TEXT("S"), 1, 0},
                       .raw = text_of(CELLS[number % (sizeof CELLS / sizeof CELLS[0])]),
                       .marks = TEXT("")};
    TypedCell cell = convert_cell(converter, field, &input);
    PROMISE(cell.state.len > 0 && text_equal(cell.raw, input.raw));
    size_t alias;
    Label label = label_new(field->title, arena);
    PROMISE(label.whole.len == 0 || label_match(&label, field, &alias) != LABEL_NONE);
    PROMISE(field->key.len > 0 && field_words_place(field, arena).ptr != NULL);
    field_words_range(field, arena);
    field_words_unit(field, arena);
}

static void
set_is_of_use(const UploadSet *set, Text definition, Arena *arena)
{
    static Gbk *gbk;
    Err err = {0};
    FindingList findings = findinglist_new(arena);
    if (gbk == NULL)
        gbk = gbk_open(&err);
    Converter converter = {gbk, arena, &findings, TEXT_NONE};
    for (size_t i = 0; i < set->kind_count; i++) {
        laws_of_kind(&set->kinds[i], definition, arena);
        for (size_t k = 0; k < set->kinds[i].field_count; k++)
            field_is_of_use(&set->kinds[i].fields[k], k, &converter, arena);
    }
}

/* Whether it was accepted. Every now and then it is read again, and all asked for that is refused. */
static bool
read_uploads(Text definition, Arena *arena)
{
    enum { AGAIN_ONE_IN = 8 };
    Err err = {0};
    UploadSet *set = upload_read(folder, "try", arena, &err);
    if (definition.len % AGAIN_ONE_IN == 0) {
        Err again = {.all = refusals_new(arena)};
        UploadSet *same = upload_read(folder, "try", arena, &again);
        PROMISE((set == NULL) == (same == NULL) && strcmp(err.message, again.message) == 0);
        PROMISE((set == NULL) == (refusals_count(again.all) > 0));
    }
    if (set == NULL)
        refusal_has_place(&err);
    else
        set_is_of_use(set, definition, arena);
    return set != NULL;
}

static bool
read_cycle(Text text, Arena *arena)
{
    Err err = {0}, all = {.all = refusals_new(arena)};
    Cycle *cycle = cycle_read(folder, "try", arena, &err);
    bool same = cycle_read(folder, "try", arena, &all) == NULL;
    PROMISE((cycle == NULL) == same && strcmp(err.message, all.message) == 0);
    PROMISE((cycle == NULL) == (refusals_count(all.all) > 0));
    refusals_sort(all.all);
    if (cycle == NULL)
        refusal_has_place(&err);
    else
        laws_of_cycle(cycle, text);
    return cycle != NULL;
}

size_t
LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t max);

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed);

/* Most of a corpus is soon refused, each for something new; and of a text that is refused no law can be broken. */
size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
    enum { RAW_ONE_IN = 32 };
    if (seed % RAW_ONE_IN == 0)
        return LLVMFuzzerMutate(bytes, len, max);
    seed /= RAW_ONE_IN;
    if (accepted_count > 0 && seed % 4 != 0) {
        const Accepted *one = &accepted[seed / 4 % accepted_count];
        len = one->len < max ? one->len : max;
        memcpy(bytes, one->bytes, len);
    }
    size_t changed = tree_mutate(bytes, len, max, seed);
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
    bool good = read_uploads(is_package ? text_of(schema) : text, arena);
    if (is_package)
        good = read_cycle(text, arena) && good;
    if (good)
        remember(text);
    arena_free(arena);
    return 0;
}
