#include "setup/definitions.h"

#include <unistd.h>

#include "base/limits.h"
#include "db/sqltext.h"
#include "schema/cycle_folder.h"
#include "setup/rule_operands.h"

/* A rule needs words, or a slip would have a hole, and a shape that finds it. */
static const char *
rule_lack(const CycleRule *rule, const Messages *messages, Arena *arena)
{
    if (!messages_known(messages, rule->code))
        return "its code is not in messages.json";
    if (sqltext_find(arena_printf(arena, "rules/%" TEXT_FMT, TEXT_ARG(rule->shape)).ptr) == NULL)
        return "its shape is not in sql/rules";
    return NULL;
}

static bool
check_rules(const char *schemas_dir, const Cycle *cycle, const Messages *messages, Arena *arena, Err *err)
{
    for (size_t i = 0; i < cycle->rule_count; i++) {
        const char *lack = rule_lack(&cycle->rules[i], messages, arena);
        if (lack != NULL)
            return err_set(err, ERR_CONFIG, "%s/%" TEXT_FMT "/datapackage.json: x:rules[%zu]: %s", schemas_dir,
                           TEXT_ARG(cycle->name), i, lack);
    }
    return true;
}

static bool
check_operands(const char *schemas_dir, const Definition *definition, Arena *arena, Err *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < definition->cycle->rule_count; i++) {
        Text path = arena_printf(arena, "%s/%" TEXT_FMT "/datapackage.json: x:rules[%zu]", schemas_dir,
                                 TEXT_ARG(definition->cycle->name), i);
        ok = rule_operands_check(&definition->cycle->rules[i], definition->uploads, path.ptr, arena, err);
    }
    return ok;
}

static bool
read_definition(const char *schemas_dir, const char *name, const Messages *messages, Definition *out, Arena *arena,
                Err *err)
{
    out->cycle = cycle_read(schemas_dir, name, arena, err);
    if (out->cycle == NULL || !check_rules(schemas_dir, out->cycle, messages, arena, err))
        return false;
    out->uploads = upload_read(schemas_dir, name, arena, err);
    return out->uploads != NULL && check_operands(schemas_dir, out, arena, err);
}

static size_t
count_names(const char *const *names)
{
    size_t count = 0;

    while (names[count] != NULL)
        count++;
    return count;
}

/* The readers' limits may be left out. Here they are only checked, so that a slip is told before the night. */
static bool
check_limits(const char *path, Err *err)
{
    Limits limits;
    return access(path, F_OK) != 0 || limits_read(path, &limits, err);
}

bool
definitions_read(const char *schemas_dir, const char *const *names, Definitions *out, Arena *arena, Err *err)
{
    if (names == NULL)
        names = cycle_folder_list(schemas_dir, arena, err);
    if (names == NULL)
        return false;
    out->registers = upload_read(schemas_dir, "registers", arena, err);
    if (out->registers == NULL)
        return false;
    out->messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    bool ok = out->messages != NULL && check_limits(arena_printf(arena, "%s/limits.json", schemas_dir).ptr, err);
    out->count = count_names(names);
    out->items = arena_array(arena, out->count, sizeof(Definition));
    for (size_t i = 0; ok && i < out->count; i++)
        ok = read_definition(schemas_dir, names[i], out->messages, &out->items[i], arena, err);
    if (!ok)
        definitions_close(out);
    return ok;
}

void
definitions_close(Definitions *definitions)
{
    messages_close(definitions->messages);
    definitions->messages = NULL;
}
