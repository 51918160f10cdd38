#include "base/json.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/refusals.h"

#include <inttypes.h>
#include <string.h>

/* jansson uses some of the same names; its own are set aside while it is read. We call none of its functions so renamed. */
#define json_type jansson_type
#define json_string jansson_string
#define json_integer jansson_integer
#define JSON_OBJECT JANSSON_OBJECT
#define JSON_ARRAY JANSSON_ARRAY
#define JSON_STRING JANSSON_STRING
#define JSON_INTEGER JANSSON_INTEGER
#define JSON_REAL JANSSON_REAL
#define JSON_NULL JANSSON_NULL
#include <jansson.h>
#undef json_type
#undef json_string
#undef json_integer
#undef JSON_OBJECT
#undef JSON_ARRAY
#undef JSON_STRING
#undef JSON_INTEGER
#undef JSON_REAL
#undef JSON_NULL

enum { FILE_CEILING = 64 * 1024 * 1024 };

struct JsonDoc {
    Arena *arena;
    json_t *root;
    const char *name;
};

/* A file that cannot be read, or is no JSON. */
static void
refuse_whole(const char *name, const Err *fault, Err *err)
{
    const Refusal refusal = {.file = text_of(name), .message = text_of(fault->message), .hollow = true};

    if (err->all != NULL)
        refusals_tell(err, fault->code, &refusal);
    else
        err_set(err, fault->code, "%s", fault->message);
}

JsonDoc *
json_read_text(Text text, const char *name, Err *err)
{
    json_error_t why;
    /* without memory jansson calls the text malformed */
    json_set_alloc_funcs(mem_alloc, mem_free);
    json_t *root = json_loadb(text.ptr == NULL ? "" : text.ptr, text.len, JSON_REJECT_DUPLICATES, &why);
    JsonDoc *doc;

    if (err->all != NULL)
        refusals_open(err->all, text_of(name));
    if (root == NULL) {
        Err fault = {0};
        err_set(&fault, ERR_CONFIG, "%s:%d:%d: %s", name, why.line, why.column, why.text);
        refuse_whole(name, &fault, err);
        return NULL;
    }
    doc = mem_alloc(sizeof *doc);
    *doc = (JsonDoc){.arena = arena_new(), .root = root};
    doc->name = arena_string(doc->arena, text_of(name));
    return doc;
}

JsonDoc *
json_read_file(const char *path, Err *err)
{
    Arena *arena = arena_new();
    JsonDoc *doc = NULL;
    Text text;

    Err fault = {0};

    if (file_read(path, FILE_CEILING, arena, &text, &fault))
        doc = json_read_text(text, path, err);
    else
        refuse_whole(path, &fault, err);
    arena_free(arena);
    return doc;
}

void
json_close(JsonDoc *doc)
{
    if (doc == NULL)
        return;
    json_decref(doc->root);
    arena_free(doc->arena);
    mem_free(doc);
}

Json
json_root(JsonDoc *doc)
{
    return (Json){doc->root, "", doc};
}

JsonType
json_type(Json json)
{
    if (json.value == NULL)
        return JSON_ABSENT;
    switch (json_typeof((const json_t *)json.value)) {
    case JANSSON_OBJECT:
        return JSON_OBJECT;
    case JANSSON_ARRAY:
        return JSON_ARRAY;
    case JANSSON_STRING:
        return JSON_STRING;
    case JANSSON_INTEGER:
        return JSON_INTEGER;
    case JANSSON_REAL:
        return JSON_REAL;
    case JSON_TRUE:
    case JSON_FALSE:
        return JSON_BOOL;
    case JANSSON_NULL:
        return JSON_NULL;
    }
    return JSON_ABSENT;
}

bool
json_has(Json json)
{
    return json.value != NULL;
}

static Json
below(Json parent, const void *value, Text step)
{
    bool part = parent.path[0] != '\0' && !text_starts_with(step, TEXT("["));
    Text path = arena_join(parent.doc->arena, text_of(parent.path), part ? TEXT(".") : TEXT(""), step);

    return (Json){value, path.ptr, parent.doc};
}

Json
json_member(Json object, const char *key)
{
    return below(object, json_object_get(object.value, key), text_of(key));
}

size_t
json_count(Json array_or_object)
{
    if (json_type(array_or_object) == JSON_OBJECT)
        return json_object_size(array_or_object.value);
    return json_array_size(array_or_object.value);
}

/* What a rule, a unit or a field is called by, which tells more than its index. */
static Text
name_of(const json_t *item)
{
    const char *code = json_string_value(json_object_get(item, "code"));

    return text_of(code != NULL ? code : json_string_value(json_object_get(item, "name")));
}

Json
json_at(Json array, size_t index)
{
    const json_t *item = json_array_get(array.value, index);
    Text name = name_of(item);
    Text step = name.len == 0 ? arena_printf(array.doc->arena, "[%zu]", index)
                              : arena_printf(array.doc->arena, "[%zu](%" TEXT_FMT ")", index, TEXT_ARG(name));

    return below(array, item, step);
}

/* The index-th member in file order; NULL beyond the last. */
static void *
member_at(Json object, size_t index)
{
    json_t *value = (json_t *)object.value;
    void *member = json_object_iter(value);

    for (size_t i = 0; i < index && member != NULL; i++)
        member = json_object_iter_next(value, member);
    return member;
}

Text
json_key(Json object, size_t index)
{
    void *member = member_at(object, index);

    if (member == NULL)
        return TEXT_NONE;
    return (Text){json_object_iter_key(member), json_object_iter_key_len(member)};
}

Json
json_value(Json object, size_t index)
{
    void *member = member_at(object, index);

    if (member == NULL)
        return below(object, NULL, TEXT("?"));
    return below(object, json_object_iter_value(member), json_key(object, index));
}

/* One step down towards a path: which of the siblings it is. What is absent stands behind all that are there. */
static size_t
step_towards(Json *at, Text path)
{
    size_t count = json_count(*at);

    for (size_t i = 0; i < count; i++) {
        Json next = json_type(*at) == JSON_OBJECT ? json_value(*at, i) : json_at(*at, i);

        if (text_equal(path, text_of(next.path)) || refusals_is_below(path, text_of(next.path))) {
            *at = next;
            return i;
        }
    }
    at->value = NULL;
    return count;
}

/* Where in its document something stands, as text whose byte order is the document's. */
static Text
place_of(Json json)
{
    Json at = json_root(json.doc);
    Text place = TEXT("");

    while (at.value != NULL && strcmp(at.path, json.path) != 0) {
        size_t step = step_towards(&at, text_of(json.path));

        place = arena_printf(json.doc->arena, "%" TEXT_FMT "%08zx", TEXT_ARG(place), step);
    }
    return place;
}

static bool
refuse(Json json, const char *what, bool hollow, Err *err)
{
    if (err->code != ERR_NONE && err->all == NULL)
        return false;
    const char *path = json.path[0] == '\0' ? "(root)" : json.path;
    Refusal refusal = {.file = text_of(json.doc->name), .path = text_of(json.path), .hollow = hollow};

    refusal.place = err->all == NULL ? TEXT_NONE : place_of(json);
    refusal.message = arena_printf(json.doc->arena, "%s: %s: %s", json.doc->name, path, what);
    return refusals_tell(err, ERR_CONFIG, &refusal);
}

bool
json_refuse(Json json, const char *what, Err *err)
{
    return refuse(json, what, false, err);
}

static bool
expect(Json json, JsonType type, const char *what, Err *err)
{
    if (json_type(json) == type)
        return true;
    return refuse(json, what, type == JSON_OBJECT, err);
}

Text
json_string(Json json, Err *err)
{
    if (!expect(json, JSON_STRING, "a string is expected", err))
        return TEXT("");
    return (Text){json_string_value(json.value), json_string_length(json.value)};
}

int64_t
json_integer(Json json, Err *err)
{
    if (!expect(json, JSON_INTEGER, "an integer is expected", err))
        return 0;
    return json_integer_value(json.value);
}

bool
json_bool(Json json, Err *err)
{
    return expect(json, JSON_BOOL, "true or false is expected", err) && json_is_true((const json_t *)json.value);
}

static int
append_piece(const char *bytes, size_t len, void *out)
{
    return buf_append(out, bytes, len) ? 0 : -1;
}

Text
json_dump(Json json, Arena *arena)
{
    Buf out = buf_new(SIZE_MAX);
    Text text;

    if (json.value == NULL)
        return TEXT_NONE;
    json_dump_callback(json.value, append_piece, &out, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    text = arena_text(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

static bool
is_one_of(Text key, const char *const *allowed)
{
    for (; *allowed != NULL; allowed++) {
        if (text_equal(key, text_of(*allowed)))
            return true;
    }
    return false;
}

bool
json_only(Json object, const char *const *allowed, Err *err)
{
    bool ok = true;

    if (!expect(object, JSON_OBJECT, "an object is expected", err))
        return false;
    for (void *member = json_object_iter((json_t *)object.value); member != NULL;
         member = json_object_iter_next((json_t *)object.value, member)) {
        Text key = {json_object_iter_key(member), json_object_iter_key_len(member)};

        if (!is_one_of(key, allowed))
            ok = json_refuse(below(object, NULL, key), "unknown key", err);
    }
    return ok;
}

bool
json_quote(Buf *out, Text text)
{
    size_t before = out->len;
    bool fits = buf_char(out, '"');

    for (size_t i = 0; i < text.len && fits; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];

        if (byte < 0x20)
            fits = buf_printf(out, "\\u%04x", byte);
        else if (byte == '"' || byte == '\\')
            fits = buf_append(out, (char[]){'\\', (char)byte}, 2);
        else
            fits = buf_char(out, (char)byte);
    }
    fits = fits && buf_char(out, '"');
    if (!fits)
        out->len = before;
    return fits;
}

void
json_write_member(Buf *out, const char *key, Text text)
{
    buf_printf(out, "  \"%s\": ", key);
    json_quote(out, text);
    buf_text(out, TEXT(",\n"));
}
