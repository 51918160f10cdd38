#include "rows/messages.h"

#include "base/buf.h"
#include "base/json.h"

#include <stdlib.h>

enum { VALUE_CHARACTERS = 200, PARAGRAPH_MAX = 1024 * 1024 };

typedef struct Message {
    Text code, title, text, todo, english;
    bool in_words;
} Message;

/* Messages in byte order of their codes; their texts are borrowed from `catalogue`. */
struct Messages {
    Arena *arena;
    JsonDoc *catalogue;
    Message *list;
    size_t count;
};

static const struct Placeholder {
    Text name;
    size_t offset;
    Text blank; /* what stands for an empty value */
} placeholders[] = {
    {TEXT("file"), offsetof(MessageValues, file), TEXT("（空）")},
    {TEXT("sheet"), offsetof(MessageValues, sheet), TEXT("本文件")},
    {TEXT("cell"), offsetof(MessageValues, cell), TEXT("（空）")},
    {TEXT("row"), offsetof(MessageValues, row), TEXT("（空）")},
    {TEXT("field"), offsetof(MessageValues, field), TEXT("（空）")},
    {TEXT("raw"), offsetof(MessageValues, raw), TEXT("（空）")},
    {TEXT("read_as"), offsetof(MessageValues, read_as), TEXT("（空）")},
    {TEXT("expected"), offsetof(MessageValues, expected), TEXT("（空）")},
    {TEXT("unit"), offsetof(MessageValues, unit), TEXT("（空）")},
    {TEXT("platform"), offsetof(MessageValues, platform), TEXT("（空）")},
    {TEXT("enterprise"), offsetof(MessageValues, enterprise), TEXT("（空）")},
};

static const struct Placeholder *
find_placeholder(Text name)
{
    for (size_t i = 0; i < sizeof placeholders / sizeof placeholders[0]; i++) {
        if (text_equal(placeholders[i].name, name))
            return &placeholders[i];
    }
    return NULL;
}

/* The next {name} at or after `from`: where it begins and what stands between the braces; SIZE_MAX where there is none. */
static size_t
next_brace(Text template, size_t from, Text *name)
{
    size_t open = text_find(template, TEXT("{"), from);
    size_t close = open == SIZE_MAX ? SIZE_MAX : text_find(template, TEXT("}"), open);

    if (open != SIZE_MAX)
        *name = text_sub(template, open + 1, close == SIZE_MAX ? SIZE_MAX : close - open - 1);
    return open;
}

static bool
check_placeholders(Json json, Text template, const char *path, Err *err)
{
    Text name;
    size_t at = 0;

    while ((at = next_brace(template, at, &name)) != SIZE_MAX) {
        if (find_placeholder(name) == NULL)
            return err_set(err, ERR_CONFIG, "%s: %s: unknown placeholder \"{%" TEXT_FMT "}\"", path, json.path,
                           TEXT_ARG(name));
        at += name.len + 2;
    }
    return true;
}

static bool
read_text(Json entry, const char *key, const char *path, Text *out, Err *err)
{
    Json json = json_member(entry, key);

    *out = json_string(json, err);
    return err->code == ERR_NONE && check_placeholders(json, *out, path, err);
}

static bool
read_message(Json catalogue, size_t index, const char *path, Message *message, Err *err)
{
    static const char *const keys[] = {"title", "text", "todo", "en", "in_words", NULL};
    Json entry = json_value(catalogue, index);

    message->code = json_key(catalogue, index);
    if (!json_only(entry, keys, err) || !read_text(entry, "title", path, &message->title, err) ||
        !read_text(entry, "text", path, &message->text, err) || !read_text(entry, "todo", path, &message->todo, err) ||
        !read_text(entry, "en", path, &message->english, err))
        return false;
    Json in_words = json_member(entry, "in_words");
    message->in_words = json_has(in_words) && json_bool(in_words, err);
    if (err->code != ERR_NONE)
        return false;
    if (message->title.len == 0 || message->text.len == 0 || message->english.len == 0)
        return err_set(err, ERR_CONFIG, "%s: %s: title, text or en is empty", path, entry.path);
    return true;
}

static int
compare_codes(const void *left, const void *right)
{
    return text_compare(((const Message *)left)->code, ((const Message *)right)->code);
}

static bool
read_all(Messages *messages, const char *path, Err *err)
{
    Json root = json_root(messages->catalogue);

    if (json_type(root) != JSON_OBJECT)
        return err_set(err, ERR_CONFIG, "%s: an object of codes is expected", path);
    messages->count = json_count(root);
    messages->list = arena_array(messages->arena, messages->count, sizeof *messages->list);
    for (size_t i = 0; i < messages->count; i++) {
        if (!read_message(root, i, path, &messages->list[i], err))
            return false;
    }
    qsort(messages->list, messages->count, sizeof *messages->list, compare_codes);
    return true;
}

Messages *
messages_open(const char *path, Err *err)
{
    Arena *arena = arena_new();
    Messages *messages = arena_alloc(arena, sizeof *messages);

    err->code = ERR_NONE;
    messages->arena = arena;
    messages->catalogue = json_read_file(path, err);
    if (messages->catalogue != NULL && read_all(messages, path, err))
        return messages;
    messages_close(messages);
    return NULL;
}

void
messages_close(Messages *messages)
{
    if (messages == NULL)
        return;
    json_close(messages->catalogue);
    arena_free(messages->arena);
}

static const Message *
find(const Messages *messages, Text code)
{
    Message wanted = {.code = code};

    return bsearch(&wanted, messages->list, messages->count, sizeof *messages->list, compare_codes);
}

bool
messages_known(const Messages *messages, Text code)
{
    return find(messages, code) != NULL;
}

Text
messages_title(const Messages *messages, Text code)
{
    const Message *message = find(messages, code);

    return message == NULL ? code : message->title;
}

Text
messages_english(const Messages *messages, Text code)
{
    const Message *message = find(messages, code);

    return message == NULL ? code : message->english;
}

size_t
messages_count(const Messages *messages)
{
    return messages->count;
}

Text
messages_code(const Messages *messages, size_t index)
{
    return messages->list[index].code;
}

/* The bytes of the first `characters` characters. */
static size_t
bytes_of(Text text, size_t characters)
{
    size_t at = 0;

    while (at < text.len) {
        if (((unsigned char)text.ptr[at] & 0xC0) != 0x80 && characters-- == 0)
            break;
        at++;
    }
    return at;
}

/* A value may hold line ends; the paragraph must not. */
static bool
append_value(Buf *out, Text value)
{
    size_t shown = bytes_of(value, VALUE_CHARACTERS);
    bool fits = true;

    for (size_t i = 0; i < shown && fits; i++)
        fits = buf_char(out, (unsigned char)value.ptr[i] < ' ' ? ' ' : value.ptr[i]);
    return fits && (shown == value.len || buf_text(out, TEXT("…")));
}

static bool
append_filled(Buf *out, Text template, const MessageValues *values)
{
    Text name;
    size_t at = 0;
    size_t open;

    while ((open = next_brace(template, at, &name)) != SIZE_MAX) {
        const struct Placeholder *placeholder = find_placeholder(name);
        Text value = *(const Text *)((const char *)values + placeholder->offset);

        if (!buf_text(out, text_sub(template, at, open - at)) ||
            !append_value(out, value.len > 0 ? value : placeholder->blank))
            return false;
        at = open + name.len + 2;
    }
    return buf_text(out, text_sub(template, at, template.len));
}

/* The catalogue's sentences may stand without their full stop. */
static bool
append_sentence(Buf *out, Text template, const MessageValues *values)
{
    if (template.len == 0)
        return true;
    if (!append_filled(out, template, values))
        return false;
    if (text_ends_with(template, TEXT("。")) || text_ends_with(template, TEXT("！")) ||
        text_ends_with(template, TEXT("？")))
        return true;
    return buf_text(out, TEXT("。"));
}

/* A template as a paragraph, behind what `before` says. */
static Text
paragraph(Text before, Text template, const MessageValues *values, Arena *arena)
{
    Buf out = buf_new(PARAGRAPH_MAX);

    if (append_sentence(&out, before, values))
        append_sentence(&out, template, values);
    Text text = arena_text(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

Text
messages_render(const Messages *messages, Text code, const MessageValues *values, Arena *arena)
{
    const Message *message = find(messages, code);

    return message == NULL ? arena_text(arena, code) : paragraph(message->text, message->todo, values, arena);
}

Text
messages_problem(const Messages *messages, Text code, const MessageValues *values, Arena *arena)
{
    const Message *message = find(messages, code);

    return message == NULL ? arena_text(arena, code) : paragraph(TEXT_NONE, message->text, values, arena);
}

Text
messages_piece(const Messages *messages, Text code, const MessageValues *values, Arena *arena)
{
    const Message *message = find(messages, code);
    Buf out = buf_new(PARAGRAPH_MAX);

    if (message != NULL)
        append_filled(&out, message->text, values);
    Text text = message != NULL ? arena_text(arena, buf_view(&out)) : arena_text(arena, code);
    buf_free(&out);
    return text;
}

Text
messages_todo(const Messages *messages, Text code, const MessageValues *values, Arena *arena)
{
    const Message *message = find(messages, code);

    return message == NULL ? TEXT_NONE : paragraph(TEXT_NONE, message->todo, values, arena);
}

bool
messages_in_words(const Messages *messages, Text code)
{
    const Message *message = find(messages, code);
    return message != NULL && message->in_words;
}
