#include "charset/encoder.h"

#include <errno.h>
#include <iconv.h>

#include "base/arena.h"

enum { PIECE = 4096, CHARACTER_MOST = 8 };

struct Encoder {
    iconv_t converter;
};

Encoder *
encoder_open(Err *err)
{
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    if (converter == (iconv_t)-1) {
        err_set(err, ERR_CONFIG, "could not open the converter from UTF-8 to GB18030: %m");
        return NULL;
    }
    Encoder *encoder = mem_alloc(sizeof *encoder);
    encoder->converter = converter;
    return encoder;
}

void
encoder_close(Encoder *encoder)
{
    if (encoder == NULL)
        return;
    iconv_close(encoder->converter);
    mem_free(encoder);
}

bool
encoder_text(Encoder *encoder, Text text, Buf *out, size_t *bad)
{
    char piece[PIECE];
    char *in = (char *)text.ptr;
    size_t in_left = text.len;
    iconv(encoder->converter, NULL, NULL, NULL, NULL);
    while (in_left > 0) {
        char *end = piece;
        size_t room = sizeof piece;
        size_t done = iconv(encoder->converter, &in, &in_left, &end, &room);
        int fault = done == (size_t)-1 ? errno : 0;
        if (!buf_append(out, piece, sizeof piece - room) || (fault != 0 && fault != E2BIG)) {
            *bad = text.len - in_left;
            return false;
        }
    }
    return true;
}

size_t
encoder_character(Encoder *encoder, Text character)
{
    char bytes[CHARACTER_MOST];
    char *in = (char *)character.ptr;
    char *out = bytes;
    size_t in_left = character.len;
    size_t out_left = sizeof bytes;
    iconv(encoder->converter, NULL, NULL, NULL, NULL);
    if (iconv(encoder->converter, &in, &in_left, &out, &out_left) == (size_t)-1)
        return SIZE_MAX;
    return sizeof bytes - out_left;
}
