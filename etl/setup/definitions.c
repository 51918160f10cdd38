#include "setup/definitions.h"

#include <unistd.h>

#include "base/limits.h"
#include "db/sqltext.h"
#include "schema/cycle_folder.h"
#include "setup/rule_operands.h"
#include "setup/summary_needs.h"

/* A rule needs words, or a slip would have a hole, and a shape that finds it. */
static void
check_rule(Json rule, const Messages *messages, Arena *arena, Err *err)
{
    Json code = json_member(rule, "code");
    Json shape = json_member(rule, "shape");
    Text name = json_string(shape, err);

    if (!messages_known(messages, json_string(code, err)))
        json_refuse(code, "its code is not in messages.json", err);
    if (sqltext_find(arena_printf(arena, "rules/%" TEXT_FMT, TEXT_ARG(name)).ptr) == NULL)
        json_refuse(shape, "its shape is not in sql/rules", err);
}

static void
check_rules(Json rules, const UploadSet *uploads, const Messages *messages, Arena *arena, Err *err)
{
    for (size_t i = 0; i < json_count(rules); i++) {
        Json rule = json_at(rules, i);
        check_rule(rule, messages, arena, err);
        rule_operands_check(rule, uploads, arena, err);
    }
}

/* What no file says alone: its rules against its uploads and the catalogue, the summary against what rests on it. */
static void
check_whole(const char *folder, const UploadSet *uploads, const Messages *messages, Arena *arena, Err *err)
{
    JsonDoc *doc = json_read_file(arena_printf(arena, "%s/datapackage.json", folder).ptr, err);

    if (doc == NULL)
        return;
    check_rules(json_member(json_root(doc), "x:rules"), uploads, messages, arena, err);
    summary_needs_check(folder, json_member(json_root(doc), "resources"), uploads, arena, err);
    json_close(doc);
}

/* Goes on after a refusal: *err keeps the first, and has a list where all are asked for. */
static bool
read_definition(const char *schemas_dir, const char *name, const Messages *messages, Definition *out, Arena *arena,
                Err *err)
{
    out->uploads = arena_alloc(arena, sizeof(UploadSet));
    out->cycle = cycle_read(schemas_dir, name, arena, err);
    if (upload_read_known(schemas_dir, name, out->uploads, arena, err) || out->uploads->kind_count > 0)
        check_whole(arena_printf(arena, "%s/%s", schemas_dir, name).ptr, out->uploads, messages, arena, err);
    return err->code == ERR_NONE;
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
