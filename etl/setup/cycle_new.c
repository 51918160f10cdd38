#include "setup/cycle_new.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/json.h"
#include "base/tree.h"
#include "schema/cycle.h"
#include "schema/cycle_folder.h"

enum { FILE_CEILING = 64 * 1024 * 1024, LINE_MAX = 160, INDENT = 2 };

/* One file on its way from the old cycle to the new one. */
typedef struct Copy {
    const char *old;
    const char *name;
    Text notice; /* the file's x:notice, which its fields' clauses begin with; or TEXT_NONE */
    Arena *arena;
    Buf out;
} Copy;

static bool
write_value(Copy *copy, Json json, int depth);

static bool
put(Copy *copy, const char *literal)
{
    return buf_append(&copy->out, literal, strlen(literal));
}

/* Between two members or elements: on one line, or each on its own. */
static bool
put_break(Copy *copy, bool broken, bool first, int depth)
{
    if (!broken)
        return first || put(copy, ", ");
    return (first || put(copy, ",")) && buf_printf(&copy->out, "\n%*s", depth * INDENT, "");
}

static bool
put_member(Copy *copy, const char *key, Text value)
{
    return json_quote(&copy->out, text_of(key)) && put(copy, ": ") && json_quote(&copy->out, value);
}

static bool
is_key(Text key, const char *one, const char *other)
{
    return text_equal(key, text_of(one)) || text_equal(key, text_of(other));
}

/* What a value, a rule or a field says of where it comes from. */
static bool
is_provenance(Text key)
{
    return is_key(key, "clause", "why") || is_key(key, "x:clause", "x:assumed") || is_key(key, "assumed", "x:notice");
}

static Text
member_text(Json object, const char *key)
{
    Err ignored = {0};
    Json member = json_member(object, key);

    return json_type(member) == JSON_STRING ? json_string(member, &ignored) : TEXT_NONE;
}

/* Why the new cycle's value is assumed: where the old one had it from. */
static Text
reason(const Copy *copy, Text clause, Text why)
{
    if (why.len > 0)
        return arena_printf(copy->arena, "沿用%s，待核对；原为假定：%" TEXT_FMT, copy->old, TEXT_ARG(why));
    return arena_printf(copy->arena, "沿用%s，待核对；原依据：%" TEXT_FMT, copy->old, TEXT_ARG(clause));
}

static Text
whole_clause(const Copy *copy, Text clause)
{
    if (clause.len == 0 || copy->notice.len == 0)
        return clause;
    return arena_printf(copy->arena, "%" TEXT_FMT " %" TEXT_FMT, TEXT_ARG(copy->notice), TEXT_ARG(clause));
}

static bool
put_provenance(Copy *copy, Json object, bool broken, bool first, int depth)
{
    Text clause = member_text(object, "clause");
    Text why = member_text(object, "why");
    Text field_clause = whole_clause(copy, member_text(object, "x:clause"));
    Text field_why = member_text(object, "x:assumed");

    if (clause.len + why.len > 0)
        return put_break(copy, broken, first, depth) && put(copy, "\"assumed\": true") &&
               put_break(copy, broken, false, depth) && put_member(copy, "why", reason(copy, clause, why));
    if (field_clause.len + field_why.len > 0)
        return put_break(copy, broken, first, depth) &&
               put_member(copy, "x:assumed", reason(copy, field_clause, field_why));
    return true;
}

static bool
write_member(Copy *copy, Json object, size_t index, int depth)
{
    Text key = json_key(object, index);

    if (depth == 1 && text_equal(key, TEXT("name")))
        return put_member(copy, "name", text_of(copy->name));
    return json_quote(&copy->out, key) && put(copy, ": ") && write_value(copy, json_value(object, index), depth);
}

static bool
write_object(Copy *copy, Json object, bool broken, int depth)
{
    bool first = true;
    bool ok = put(copy, "{");

    for (size_t i = 0; ok && i < json_count(object); i++) {
        if (is_provenance(json_key(object, i)))
            continue;
        ok = put_break(copy, broken, first, depth + 1) && write_member(copy, object, i, depth + 1);
        first = false;
    }
    return ok && put_provenance(copy, object, broken, first, depth + 1) && put_break(copy, broken, true, depth) &&
           put(copy, "}");
}

static bool
write_array(Copy *copy, Json array, bool broken, int depth)
{
    bool ok = put(copy, "[");

    for (size_t i = 0; ok && i < json_count(array); i++)
        ok = put_break(copy, broken, i == 0, depth + 1) && write_value(copy, json_at(array, i), depth + 1);
    return ok && put_break(copy, broken, true, depth) && put(copy, "]");
}

/* What is short stands on one line. */
static bool
write_value(Copy *copy, Json json, int depth)
{
    Text compact = json_dump(json, copy->arena);
    bool broken = compact.len > LINE_MAX;

    switch (json_type(json)) {
    case JSON_OBJECT:
        return write_object(copy, json, broken, depth);
    case JSON_ARRAY:
        return write_array(copy, json, broken, depth);
    default:
        return buf_text(&copy->out, compact);
    }
}

static bool
copy_file(const char *from, const char *to, Copy *copy, Err *err)
{
    JsonDoc *doc = json_read_file(from, err);

    if (doc == NULL)
        return false;
    copy->out = buf_new(FILE_CEILING);
    copy->notice = member_text(json_root(doc), "x:notice");
    bool ok = write_value(copy, json_root(doc), 0) && put(copy, "\n")
                  ? file_write(to, buf_view(&copy->out), 0644, err)
                  : err_set(err, ERR_CONFIG, "file \"%s\" is too large to copy", from);
    buf_free(&copy->out);
    json_close(doc);
    return ok;
}

static bool
copy_files(const char *from, const char *to, Copy *copy, Err *err)
{
    const char **names = cycle_folder_files(from, copy->arena, err);

    for (; names != NULL && *names != NULL; names++) {
        const char *source = arena_printf(copy->arena, "%s/%s", from, *names).ptr;
        if (!copy_file(source, arena_printf(copy->arena, "%s/%s", to, *names).ptr, copy, err))
            return false;
    }
    return names != NULL;
}

bool
cycle_new(const char *schemas_dir, const char *old, const char *name, Arena *arena, Err *err)
{
    Copy copy = {.old = old, .name = name, .arena = arena};
    const char *from = arena_printf(arena, "%s/%s", schemas_dir, old).ptr;
    const char *to = arena_printf(arena, "%s/%s", schemas_dir, name).ptr;
    Err ignored = {0};

    if (!cycle_name_ok(text_of(name)))
        return err_set(err, ERR_USAGE, "a cycle's name has only a-z, 0-9 and -: \"%s\"", name);
    if (cycle_read(schemas_dir, old, arena, err) == NULL)
        return false;
    if (mkdir(to, 0755) != 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not create folder \"%s\": %m", to);
    bool ok = copy_files(from, to, &copy, err);
    if (!ok)
        tree_remove(to, &ignored);
    return ok;
}
