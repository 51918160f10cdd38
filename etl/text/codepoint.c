#include "text/codepoint.h"

#include <stdlib.h>

enum { UTF8_MAX = 4 };

/* A combining character where it stood in its run. */
typedef struct Mark {
    CodePoint code;
    utf8proc_propval_t class;
    size_t place;
} Mark;

CodePoint
codepoint_next(Text text, size_t *at)
{
    CodePoint code;
    utf8proc_ssize_t len =
        utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + *at, (utf8proc_ssize_t)(text.len - *at), &code);

    if (len <= 0) {
        *at += 1;
        return 0xFFFD;
    }
    *at += (size_t)len;
    return code;
}

utf8proc_ssize_t
codepoints_apart(Text text, utf8proc_option_t options, CodePoint **codes, Arena *arena)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.ptr;
    utf8proc_ssize_t room = utf8proc_decompose(bytes, (utf8proc_ssize_t)text.len, NULL, 0, options), count = 0;

    if (room < 0)
        return -1;
    /* utf8proc_normalize_utf32 may write one element beyond. */
    *codes = arena_array(arena, (size_t)room + 1, sizeof **codes);
    for (size_t at = 0; at < text.len;)
        count += utf8proc_decompose_char(codepoint_next(text, &at), *codes + count, room - count, options, NULL);
    return count;
}

static Text
encode(const CodePoint *codes, size_t count, Arena *arena)
{
    utf8proc_uint8_t *out = arena_alloc(arena, count * UTF8_MAX + 1);
    size_t len = 0;

    for (size_t i = 0; i < count; i++)
        len += (size_t)utf8proc_encode_char(codes[i], out + len);
    return (Text){(const char *)out, len};
}

static utf8proc_propval_t
mark_class(CodePoint code)
{
    return utf8proc_get_property(code)->combining_class;
}

static int
by_class(const void *left, const void *right)
{
    const Mark *a = left, *b = right;
    return a->class != b->class ? a->class - b->class : a->place < b->place ? -1 : 1;
}

/* A run of marks in canonical order (Unicode 15, D108 and D109): by class, those of one class as they stood. */
static void
order_run(CodePoint *codes, size_t count, Arena *arena)
{
    Mark *marks = arena_array(arena, count, sizeof *marks);
    for (size_t i = 0; i < count; i++)
        marks[i] = (Mark){codes[i], mark_class(codes[i]), i};
    qsort(marks, count, sizeof *marks, by_class);
    for (size_t i = 0; i < count; i++)
        codes[i] = marks[i].code;
}

static void
order_marks(CodePoint *codes, size_t count, Arena *arena)
{
    for (size_t from = 0, end; from < count; from = end + 1) {
        end = from;
        while (end < count && mark_class(codes[end]) > 0)
            end++;
        if (end - from > 1)
            order_run(codes + from, end - from, arena);
    }
}

Text
codepoints_together(CodePoint *codes, size_t count, Arena *arena)
{
    order_marks(codes, count, arena);
    count = (size_t)utf8proc_normalize_utf32(codes, (utf8proc_ssize_t)count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    return encode(codes, count, arena);
}
