#include "trace/bytes.h"

#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "charset/encoder.h"
#include "text/character.h"

enum { TEXT_BYTES_MAX = 120, FILE_BYTES_MAX = 64 << 20 };

/* Whether the reader has decoded the file from GB18030 or its older forms. */
static bool
is_gb(const Trace *trace, const Subject *subject, bool *yes, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, subject->arrival};
    DbResult *facts = db_query(trace->db, "trace/reading", parameters, 3, err);
    if (facts == NULL)
        return false;
    *yes = false;
    for (size_t row = 0; row < db_rows(facts); row++)
        if (text_equal(db_named(facts, row, "name"), TEXT("encoding")))
            *yes = text_equal(db_named(facts, row, "value"), TEXT("GB18030")) ||
                   text_equal(db_named(facts, row, "value"), TEXT("CP936"));
    db_result_free(facts);
    return true;
}

/* A group of hexadecimal digits for each character; false where one has no code. *whole gets the bytes. */
static bool
encode(Text text, Buf *groups, Buf *whole, Err *err)
{
    Encoder *encoder = encoder_open(err);
    bool ok = encoder != NULL;
    for (size_t at = 0; ok && at < text.len;) {
        Text character = character_at(text, at);
        size_t before = whole->len;
        size_t bad;
        ok = encoder_text(encoder, character, whole, &bad) && (at == 0 || buf_char(groups, ' '));
        for (size_t i = before; ok && i < whole->len; i++)
            ok = buf_printf(groups, "%02X", (unsigned char)whole->ptr[i]);
        at += character.len;
    }
    encoder_close(encoder);
    return ok;
}

static bool
stands_in(const char *path, Text bytes, Err *err)
{
    Text content;
    Arena *arena = arena_new();
    bool found = file_read(path, FILE_BYTES_MAX, arena, &content, err) && text_find(content, bytes, 0) != SIZE_MAX;
    arena_free(arena);
    return found;
}

bool
bytes_of(const Trace *trace, const Subject *subject, const char *path, Text text, Text *out, Err *err)
{
    struct stat status;
    bool gb;
    *out = TEXT_NONE;
    if (text.len == 0 || text.len > TEXT_BYTES_MAX || stat(path, &status) != 0 || status.st_size > FILE_BYTES_MAX)
        return true;
    if (!is_gb(trace, subject, &gb, err) || !gb)
        return err->code == ERR_NONE;
    Buf groups = buf_new((size_t)TEXT_BYTES_MAX * 8);
    Buf whole = buf_new((size_t)TEXT_BYTES_MAX * ENCODER_GROWTH);
    if (encode(text, &groups, &whole, err) && stands_in(path, buf_view(&whole), err))
        *out = arena_text(trace->state->arena, buf_view(&groups));
    buf_free(&groups);
    buf_free(&whole);
    return err->code == ERR_NONE;
}
