#include "charset/gbk.h"

#include "base/buf.h"
#include "charset/encoder.h"
#include "text/character.h"

enum { LISTED_MAX = 400 };

struct Gbk {
    Encoder *encoder;
};

Gbk *
gbk_open(Err *err)
{
    Encoder *encoder = encoder_open(err);
    if (encoder == NULL)
        return NULL;
    Gbk *gbk = mem_alloc(sizeof *gbk);
    gbk->encoder = encoder;
    return gbk;
}

void
gbk_close(Gbk *gbk)
{
    if (gbk == NULL)
        return;
    encoder_close(gbk->encoder);
    mem_free(gbk);
}

bool
gbk_holds(Gbk *gbk, Text character)
{
    return encoder_character(gbk->encoder, character) <= 2;
}

Text
gbk_missing(Gbk *gbk, Text text, Arena *arena)
{
    Buf listed = buf_new(LISTED_MAX);
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        at += character.len;
        if (character.len == 1 || gbk_holds(gbk, character))
            continue;
        if (text_find(buf_view(&listed), character, 0) != SIZE_MAX)
            continue;
        if (listed.len > 0 && !buf_text(&listed, TEXT("、")))
            break;
        if (!buf_text(&listed, character))
            break;
    }
    Text missing = listed.len > 0 ? arena_text(arena, buf_view(&listed)) : TEXT_NONE;
    buf_free(&listed);
    return missing;
}
