/* UTF-8 to GB18030: the same bytes as iconv's, which lead back to the same text; GBK holds just what it writes in one or two bytes. */
#include "texts.h"

#include <iconv.h>

#include "charset/encoder.h"
#include "charset/gbk.h"
#include "text/character.h"

/* What iconv makes of `text` whole; false where it makes nothing of it. */
static bool
converted(const char *to, const char *from, Text text, Buf *out)
{
    char *in = (char *)text.ptr, *end = out->ptr;
    size_t in_left = text.len, room = out->room;
    iconv_t converter = iconv_open(to, from);
    PROMISE(converter != (iconv_t)-1);
    bool ok = iconv(converter, &in, &in_left, &end, &room) != (size_t)-1 && in_left == 0;
    iconv_close(converter);
    out->len = (size_t)(end - out->ptr);
    return ok;
}

static Buf
room_for(size_t len)
{
    Buf buf = {.ptr = malloc(len), .room = len, .ceiling = len};
    return buf;
}

static void
whole_text(Encoder *encoder, Text text)
{
    size_t bad = SIZE_MAX, most = ENCODER_GROWTH * text.len + 8;
    Buf ours = buf_new(most), theirs = room_for(most), back = room_for(2 * most);
    bool ok = encoder_text(encoder, text, &ours, &bad);
    Text front = ok ? text : text_sub(text, 0, bad);
    PROMISE(ok || bad < text.len);
    PROMISE(converted("GB18030", "UTF-8", front, &theirs) && text_equal(buf_view(&ours), buf_view(&theirs)));
    PROMISE(converted("UTF-8", "GB18030", buf_view(&ours), &back) && text_equal(buf_view(&back), front));
    PROMISE(ok || !converted("GB18030", "UTF-8", character_at(text, bad), &theirs));
    PROMISE(!ok || converted("GB18030", "UTF-8", text, &theirs));
    buf_free(&ours);
    free(theirs.ptr);
    free(back.ptr);
}

static void
each_character(Encoder *encoder, Gbk *gbk, Text text, Arena *arena)
{
    size_t lacking = 0;
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        size_t len = encoder_character(encoder, character);
        PROMISE(len == 1 || len == 2 || len == 4 || len == SIZE_MAX);
        PROMISE(gbk_holds(gbk, character) == (len <= 2));
        lacking += len > 2;
        at += character.len;
    }
    PROMISE((gbk_missing(gbk, text, arena).ptr != NULL) == (lacking > 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static Encoder *encoder;
    static Gbk *gbk;
    Err err = {0};
    if (encoder == NULL)
        encoder = encoder_open(&err);
    if (gbk == NULL)
        gbk = gbk_open(&err);
    PROMISE(encoder != NULL && gbk != NULL);
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    if (len > 0) {
        whole_text(encoder, (Text){block, len});
        each_character(encoder, gbk, (Text){block, len}, arena);
    }
    free(block);
    arena_free(arena);
    return 0;
}
