#include "markup/source.h"

#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "charset/declared.h"
#include "charset/refusal.h"

struct Source {
    int fd;
    Sink *sink;
    Decoder *decoder;
    Text declared;
    EncodingVerdict verdict;
};

/* The offset of `word`, in any case, within the first `end` bytes; SIZE_MAX where there is none. */
static size_t
find_word(Text text, Text word, size_t from, size_t end)
{
    for (size_t at = from; at + word.len <= end; at++)
        if (strncasecmp(text.ptr + at, word.ptr, word.len) == 0)
            return at;
    return SIZE_MAX;
}

static bool
is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_' || byte == '.' || byte == ':';
}

/* What stands behind `key` and its equals sign, in quotes or without, within the first `end` bytes. */
static Text
value_of(Text text, Text key, size_t from, size_t end)
{
    size_t at = find_word(text, key, from, end);
    if (at == SIZE_MAX)
        return TEXT_NONE;
    at += key.len;
    while (at < end && (text.ptr[at] == ' ' || text.ptr[at] == '=' || text.ptr[at] == '"' || text.ptr[at] == '\''))
        at++;
    size_t len = 0;
    while (at + len < end && is_name_byte(text.ptr[at + len]))
        len++;
    return text_sub(text, at, len);
}

/* <?xml encoding="…"?>, or a <meta> with charset=…, which stands also in its content="text/html; charset=…". */
static Text
declared_in(Text front)
{
    Text name = TEXT_NONE;
    for (size_t at = 0; name.len == 0; at++) {
        at = find_word(front, TEXT("<meta"), at, front.len);
        size_t end = at == SIZE_MAX ? SIZE_MAX : text_find(front, TEXT(">"), at);
        if (end == SIZE_MAX)
            break;
        name = value_of(front, TEXT("charset"), at, end);
    }
    size_t xml = name.len == 0 ? find_word(front, TEXT("<?xml"), 0, front.len) : SIZE_MAX;
    size_t end = xml == SIZE_MAX ? SIZE_MAX : text_find(front, TEXT("?>"), xml);
    return end == SIZE_MAX ? name : value_of(front, TEXT("encoding"), xml, end);
}

/* The line is one of the file's own text, and no row that a clerk sees. */
static bool
refuse(Source *source, Err *err)
{
    Place place = {TEXT(""), source->verdict.bad_line, -1};
    if (text_equal(text_of(source->verdict.refusal), TEXT("encoding_invalid")))
        source->verdict.refusal = "markup_bytes_invalid";
    return refusal_of_encoding(source->sink, &source->verdict, place, err);
}

static bool
probe(Source *source, Err *err)
{
    char front[LIMIT_SNIFF];
    ssize_t got = lseek(source->fd, 0, SEEK_SET) < 0 ? -1 : file_read_some(source->fd, front, sizeof front);
    if (got < 0)
        return err_set(err, ERR_IO, "could not read the front of the file: %m");
    source->declared = arena_text(source->sink->run, declared_in((Text){front, (size_t)got}));
    if (!declared_probe(source->fd, source->declared, &source->verdict, err))
        return false;
    if (!source->verdict.fits)
        return refuse(source, err);
    source->decoder = decoder_open(source->verdict.encoding, err);
    return source->decoder != NULL;
}

Source *
source_open(int fd, Sink *sink, Err *err)
{
    Source *source = mem_alloc(sizeof *source);
    *source = (Source){.fd = fd, .sink = sink};
    if (probe(source, err))
        return source;
    source_close(source);
    return NULL;
}

void
source_close(Source *source)
{
    if (source == NULL)
        return;
    decoder_close(source->decoder);
    mem_free(source);
}

bool
source_rewind(Source *source, Err *err)
{
    return decoder_rewind(source->decoder, source->fd, source->verdict.bom_len, err);
}

bool
source_fill(Source *source, Buf *text, bool *ended, Err *err)
{
    if (!sink_in_time(source->sink, err))
        return false;
    DecodeState state = decoder_read(source->decoder, source->fd, text, err);
    *ended = state == DECODE_END;
    if (state == DECODE_BAD)
        return err_set(err, ERR_IO, "the file changed while it was read");
    return state != DECODE_FAULT;
}

bool
source_facts(const Source *source, Text format, Err *err)
{
    RawWriter *rows = source->sink->rows;
    return rawrow_fact(rows, TEXT("format"), format, err) &&
           rawrow_fact(rows, TEXT("encoding"), text_of(encoding_name(source->verdict.encoding)), err) &&
           rawrow_fact(rows, TEXT("encoding_why"), text_of(source->verdict.why), err) &&
           (source->declared.len == 0 || rawrow_fact(rows, TEXT("encoding_declared"), source->declared, err));
}
