#include "intake/pathname.h"

#include <sys/mman.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "charset/decoder.h"
#include "charset/encoding.h"

static bool
is_ascii(Text text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

/* With `all`, every byte above 7F is escaped; without, those of controls alone. */
static Text
escape(Text text, bool all, Arena *arena)
{
    static const char hex[] = "0123456789ABCDEF";
    char *out = arena_alloc(arena, 3 * text.len + 1);
    size_t len = 0, control_end = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (i >= control_end)
            control_end = i + text_control(text, i);
        if (byte != '%' && i >= control_end && (!all || byte < 0x80)) {
            out[len++] = (char)byte;
            continue;
        }
        out[len++] = '%';
        out[len++] = hex[byte >> 4];
        out[len++] = hex[byte & 15];
    }
    return (Text){out, len};
}

static bool
decode(int fd, Encoding encoding, Arena *arena, Text *out, Err *err)
{
    Decoder *decoder = decoder_open(encoding, err);
    if (decoder == NULL)
        return false;
    Buf buf = buf_new(DECODER_OUT);
    bool ok = decoder_rewind(decoder, fd, 0, err);
    DecodeState state = DECODE_MORE;
    while (ok && state == DECODE_MORE)
        state = decoder_read(decoder, fd, &buf, err);
    ok = ok && state == DECODE_END;
    if (ok)
        *out = arena_text(arena, buf_view(&buf));
    buf_free(&buf);
    decoder_close(decoder);
    return ok;
}

/* The decoders read descriptors, so the name becomes a file of a few bytes in memory. *fits false: in no encoding of ours. */
static bool
read_name(Text component, Arena *arena, Text *text, bool *fits, bool *guessed, Err *err)
{
    bool ok = false;
    EncodingVerdict verdict;
    int fd = memfd_create("name", MFD_CLOEXEC);
    if (fd < 0)
        return err_set(err, ERR_IO, "could not make room for a file name: %m");
    if (!file_write_all(fd, component.ptr, component.len)) {
        err_set(err, ERR_IO, "could not hold a file name: %m");
        goto done;
    }
    if (!encoding_probe(fd, &verdict, err))
        goto done;
    *fits = verdict.fits && verdict.bom_len == 0;
    *guessed = *fits && verdict.encoding != ENCODING_UTF8;
    *text = component;
    ok = !*guessed || decode(fd, verdict.encoding, arena, text, err);
done:
    close(fd);
    return ok;
}

static Text
join(Text folder, Text component, Arena *arena)
{
    if (folder.len == 0)
        return arena_text(arena, component);
    return arena_printf(arena, "%" TEXT_FMT "/%" TEXT_FMT, TEXT_ARG(folder), TEXT_ARG(component));
}

bool
pathname_join(const PathName *folder, Text component, Arena *arena, PathName *out, Err *err)
{
    bool fits = true;
    bool guessed = false;
    Text text = component;
    if (!is_ascii(component) && !read_name(component, arena, &text, &fits, &guessed, err))
        return false;
    out->bytes = join(folder->bytes, component, arena);
    out->shown = join(folder->shown, escape(text, !fits, arena), arena);
    out->escaped = join(folder->escaped, escape(component, !fits || guessed, arena), arena);
    out->guessed = folder->guessed || guessed;
    return true;
}
