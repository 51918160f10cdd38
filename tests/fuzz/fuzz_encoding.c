/*
 * What fits an encoding decodes to strict UTF-8 without NUL, the same as iconv makes of it; what does not has its place
 * within the file.
 */
#include "bytes.h"

#include <iconv.h>
#include <string.h>

#include "charset/decoder.h"
#include "charset/encoding.h"

enum { INPUT_MAX = 4096 };

static void
decode(int fd, const EncodingVerdict *verdict, Buf *text)
{
    Err err = {0};
    DecodeState state;
    Decoder *decoder = decoder_open(verdict->encoding, &err);
    PROMISE(decoder != NULL && decoder_rewind(decoder, fd, verdict->bom_len, &err));
    do
        state = decoder_read(decoder, fd, text, &err);
    while (state == DECODE_MORE);
    PROMISE(state == DECODE_END);
    decoder_close(decoder);
}

static void
compare_with_iconv(const uint8_t *bytes, size_t len, const EncodingVerdict *verdict, const Buf *text)
{
    char expected[4 * INPUT_MAX];
    char *from = (char *)bytes + verdict->bom_len, *to = expected;
    size_t from_left = len - verdict->bom_len, to_left = sizeof expected;
    iconv_t converter = iconv_open("UTF-8", encoding_name(verdict->encoding));
    PROMISE(converter != (iconv_t)-1);
    PROMISE(iconv(converter, &from, &from_left, &to, &to_left) == 0 && from_left == 0);
    iconv_close(converter);
    PROMISE(text->len == (size_t)(to - expected));
    PROMISE(text->len == 0 || memcmp(text->ptr, expected, text->len) == 0);
    PROMISE(text->len == 0 || memchr(text->ptr, '\0', text->len) == NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Err err = {0};
    EncodingVerdict verdict;
    if (len > INPUT_MAX)
        return 0;
    int fd = bytes_file(bytes, len);
    PROMISE(encoding_probe(fd, &verdict, &err));
    if (verdict.fits) {
        Buf text = buf_new((size_t)2 * DECODER_OUT);
        decode(fd, &verdict, &text);
        compare_with_iconv(bytes, len, &verdict, &text);
        buf_free(&text);
    } else {
        PROMISE(verdict.bad_offset < len && verdict.bad_line >= 1 && verdict.bad_hex[0] != '\0');
    }
    close(fd);
    return 0;
}
