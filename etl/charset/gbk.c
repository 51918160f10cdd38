#include "charset/gbk.h"

#include "base/buf.h"
#include "text/character.h"

#include <iconv.h>

enum { LISTED_MAX = 400 };

struct Gbk {
    iconv_t converter;
};

Gbk *
gbk_open(Err *err)
{
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    if (converter == (iconv_t)-1) {
        err_set(err, ERR_CONFIG, "could not open the converter from UTF-8 to GB18030: %m");
        return NULL;
    }
    Gbk *gbk = mem_alloc(sizeof *gbk);
    gbk->converter = converter;
    return gbk;
}

void
gbk_close(Gbk *gbk)
{
    if (gbk == NULL)
        return;
    iconv_close(gbk->converter);
    mem_free(gbk);
}

bool
gbk_holds(Gbk *gbk, Text character)
{
    char bytes[8];
    char *in = (char *)character.ptr;
    char *out = bytes;
    size_t in_left = character.len;
    size_t out_left = sizeof bytes;
    iconv(gbk->converter, NULL, NULL, NULL, NULL);
    if (iconv(gbk->converter, &in, &in_left, &out, &out_left) == (size_t)-1)
        return false;
    return sizeof bytes - out_left <= 2;
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
