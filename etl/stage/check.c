/* huizong-check: what the night's readers would find in a file, for those who are about to upload it; not what its rules would. */
#include <stdio.h>

#include "intake/pathname.h"
#include "office/extraction.h"
#include "office/precheck_book.h"
#include "office/precheck_text.h"
#include "out/celltext.h"
#include "stage/options.h"

enum { OUTPUT_MAX_BYTES = 64 * 1024 * 1024 };

static const char *schemas_dir;
static const char *cycle;
static const char *as_json;
static const char *workbook;

static const ProgOption options[] = {
    OPTION_SCHEMAS(&schemas_dir),
    OPTION_CYCLE(&cycle),
    {.name = "json", .help = "one JSON object per finding, a line each", .value = &as_json},
    {.name = "workbook",
     .value_name = "FILE",
     .help = "also write the findings as a workbook (.xlsx), with marked copies of the sheets",
     .value = &workbook},
};

static const Prog prog = {
    .name = "huizong-check",
    .summary = "tell what the night's readers would find in files, before they are uploaded",
    .operands = "FILE...",
    .notes = "Needs no database. Looks at each file by itself: whether its figures agree with one another, the form "
             "with its lists and the table,\n"
             "and what depends on other uploads (quota, duplicates, deadline) is for the night; the last line says so.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

typedef struct Check {
    UploadSet *set;
    Messages *messages;
    const char *extract;
    const char *limits; /* of the schemas' folder, or NULL */
    Arena *arena;
    PrecheckBook *book; /* NULL where none is asked for */
    bool with_findings;
} Check;

static bool
print_findings(const Check *check, const char *path, const PrecheckResult *result, Err *err)
{
    Buf out = buf_new(OUTPUT_MAX_BYTES);
    bool ok = true;
    for (size_t i = 0; i < result->count && ok; i++) {
        buf_clear(&out);
        ok = (as_json == NULL ? precheck_text : precheck_json)(check->messages, path, &result->findings[i],
                                                               check->arena, &out);
        printf("%" TEXT_FMT, TEXT_ARG(buf_view(&out)));
    }
    buf_free(&out);
    return ok || err_set(err, ERR_DATA, "a finding in \"%s\" is too long", path);
}

static void
print_outcome(const Check *check, const char *path, const PrecheckResult *result)
{
    Text outcome = precheck_outcome(check->messages, result);
    Text shown = precheck_shown(text_of(path), check->arena);
    printf("%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(shown), TEXT_ARG(outcome));
    if (result->count > 0)
        printf("%s错误%zu处，提示%zu处", outcome.len > 0 ? "；" : "", result->errors, result->count - result->errors);
    printf("\n");
}

/* Nothing found here is not nothing found at night. */
static bool
print_limits(const Check *check, Err *err)
{
    const PrecheckFinding limits = {.severity = TEXT("note"), .code = TEXT("check_limits")};
    Buf out = buf_new(OUTPUT_MAX_BYTES);
    bool ok = as_json == NULL ? precheck_limits(check->messages, check->arena, &out)
                              : precheck_json(check->messages, "", &limits, check->arena, &out);
    printf("%" TEXT_FMT, TEXT_ARG(buf_view(&out)));
    buf_free(&out);
    return ok || err_set(err, ERR_DATA, "a message is too long");
}

/* A name in GBK, as archives of Chinese Windows leave it, stands as the night's ledger has it; in UTF-8 it stays. */
static bool
name_of(const char *path, Arena *arena, const char **name, Err *err)
{
    PathName known;
    *name = path;
    if (celltext_clean(text_of(path), arena) != NULL)
        return true;
    if (!pathname_join(&(PathName){.bytes = TEXT("")}, text_of(path), arena, &known, err))
        return false;
    *name = arena_string(arena, known.shown);
    return true;
}

static bool
check_file(Check *check, const char *path, Err *err)
{
    PrecheckResult result;
    const char *name;
    if (!name_of(path, check->arena, &name, err) ||
        !precheck_file(check->set, check->extract, check->limits, path, name, check->arena, &result, err))
        return false;
    check->with_findings |= result.count > 0;
    if (as_json == NULL)
        print_outcome(check, name, &result);
    return print_findings(check, name, &result, err) &&
           (check->book == NULL || precheck_book_add(check->book, path, &result, err));
}

static bool
check_files(Check *check, char **files, int count, Err *err)
{
    if (workbook != NULL)
        check->book = precheck_book_new(check->messages, check->extract, check->limits, (size_t)count, check->arena);
    for (int i = 0; i < count; i++)
        if (!check_file(check, files[i], err))
            return false;
    if (!print_limits(check, err))
        return false;
    return workbook == NULL || precheck_book_write(check->book, workbook, err);
}

static bool
run(Arena *arena, char **files, int count, int *status, Err *err)
{
    Check check = {.arena = arena, .set = upload_read(schemas_dir, cycle, arena, err)};
    check.extract = check.set == NULL ? NULL : extraction_program(arena, err);
    if (check.extract == NULL)
        return false;
    check.limits = extraction_limits(schemas_dir, arena);
    check.messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    bool ok = check.messages != NULL && check_files(&check, files, count, err);
    messages_close(check.messages);
    *status = check.with_findings ? 1 : 0;
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
