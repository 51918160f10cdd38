/* huizong-template: the blank upload workbooks of a cycle, for the cities to fill in. */
#include <stdio.h>
#include <string.h>

#include "base/tree.h"
#include "stage/options.h"
#include "template/template.h"

static const char *cycle_name, *schemas, *out, *only_kind;

static const ProgOption options[] = {
    OPTION_CYCLE(&cycle_name),
    OPTION_SCHEMAS(&schemas),
    {.name = "out",
     .value_name = "DIR",
     .help = "the folder for the workbooks, made where it is missing",
     .value = &out,
     .required = true},
    {.name = "kind",
     .value_name = "KIND",
     .help = "only this kind: summary, application, equipment, …",
     .value = &only_kind},
};

static const Prog prog = {
    .name = "huizong-template",
    .summary = "write a cycle's blank upload workbooks",
    .operands = "",
    .notes = "Prints the path of each workbook on stdout. One that is there is replaced.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
is_wanted(const UploadKind *kind)
{
    return only_kind == NULL || text_equal(kind->kind, text_of(only_kind));
}

static size_t
count_wanted(const UploadSet *uploads)
{
    size_t count = 0;
    for (size_t i = 0; i < uploads->kind_count; i++)
        count += is_wanted(&uploads->kinds[i]);
    return count;
}

static bool
write_all(const Cycle *cycle, const UploadSet *uploads, const Phrases *phrases, Arena *arena, Err *err)
{
    for (size_t i = 0; i < uploads->kind_count; i++) {
        Template template = {cycle, &uploads->kinds[i], phrases};
        const char *path;
        if (!is_wanted(template.kind))
            continue;
        if (!template_write(&template, out, &path, arena, err))
            return false;
        printf("%s\n", path);
    }
    return true;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)status;
    if (operand_count > 0)
        return err_set(err, ERR_USAGE, "no operand is expected");
    const Cycle *cycle = cycle_read(schemas, cycle_name, arena, err);
    const UploadSet *uploads = cycle == NULL ? NULL : upload_read(schemas, cycle_name, arena, err);
    if (uploads == NULL)
        return false;
    if (count_wanted(uploads) == 0)
        return err_set(err, ERR_USAGE, "cycle \"%s\" has no kind \"%s\"", cycle_name, only_kind);
    const Phrases *phrases = phrases_read(arena_printf(arena, "%s/template.json", schemas).ptr, arena, err);
    return phrases != NULL && tree_make(out, 0755, err) && write_all(cycle, uploads, phrases, arena, err);
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
