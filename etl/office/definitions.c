#include "office/definitions.h"

#include "rows/messages.h"
#include "schema/cycle_folder.h"

/* A rule without words would leave a hole in a slip. */
static bool
check_messages(const char *schemas_dir, const Cycle *cycle, const Messages *messages, Err *err)
{
    for (size_t i = 0; i < cycle->rule_count; i++) {
        if (!messages_known(messages, cycle->rules[i].code))
            return err_set(err, ERR_CONFIG,
                           "%s/%" TEXT_FMT "/datapackage.json: x:rules[%zu].code: \"%" TEXT_FMT
                           "\" is not in messages.json",
                           schemas_dir, TEXT_ARG(cycle->name), i, TEXT_ARG(cycle->rules[i].code));
    }
    return true;
}

static bool
read_definition(const char *schemas_dir, const char *name, const Messages *messages, Definition *out, Arena *arena,
                Err *err)
{
    out->cycle = cycle_read(schemas_dir, name, arena, err);
    if (out->cycle == NULL || !check_messages(schemas_dir, out->cycle, messages, err))
        return false;
    out->uploads = upload_read(schemas_dir, name, arena, err);
    return out->uploads != NULL;
}

static size_t
count_names(const char *const *names)
{
    size_t count = 0;

    while (names[count] != NULL)
        count++;
    return count;
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
    Messages *messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    bool ok = messages != NULL;
    out->count = count_names(names);
    out->items = arena_array(arena, out->count, sizeof(Definition));
    for (size_t i = 0; ok && i < out->count; i++)
        ok = read_definition(schemas_dir, names[i], messages, &out->items[i], arena, err);
    messages_close(messages);
    return ok;
}
