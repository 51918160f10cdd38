#include "rows/copytext.h"

#include "base/file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <string.h>

enum { FIRST_ROOM = 256 * 1024, FIRST_FIELDS = 32 };

/* The letter after the backslash for bytes that must be escaped, else 0. */
static const char escape_letter[256] = {
    ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't', ['\v'] = 'v',
};

static const char escaped_byte[256] = {
    ['\\'] = '\\', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t', ['v'] = '\v',
};

/* True where one of eight bytes may need an escape: a control character or a backslash. */
static bool
may_escape(const char *bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    uint64_t slash = word ^ (ones * '\\');
    return ((((word - ones * 0x10) & ~word) | ((slash - ones) & ~slash)) & (ones * 0x80)) != 0;
}

/* The length of the front of `field`, from `from` on, that surely needs no escape. */
static size_t
skip_plain(Text field, size_t from)
{
    while (from + sizeof(uint64_t) <= field.len && !may_escape(field.ptr + from))
        from += sizeof(uint64_t);
    return from;
}

/* In the highest bit of each byte: of eight, those that are control characters. */
static inline uint64_t
controls_of(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word - UINT64_C(0x1010101010101010)) & ~word;
}

/* True where nothing in `field` needs an escape, as in nearly all; the last word may overlap the one before. */
static bool
is_plain(Text field)
{
    const size_t word = sizeof(uint64_t);
    if (field.len < word) {
        unsigned char found = 0;
        for (size_t i = 0; i < field.len; i++)
            found |= (unsigned char)escape_letter[(unsigned char)field.ptr[i]];
        return found == 0;
    }
    uint64_t controls = controls_of(field.ptr + field.len - word);
    for (size_t at = 0; at + word <= field.len; at += word)
        controls |= controls_of(field.ptr + at);
    return (controls & UINT64_C(0x8080808080808080)) == 0 && memchr(field.ptr, '\\', field.len) == NULL;
}

static bool
append_escaped(Buf *out, Text field)
{
    size_t before = out->len;
    size_t plain = 0;

    for (size_t i = skip_plain(field, 0); i < field.len; i++) {
        char letter = escape_letter[(unsigned char)field.ptr[i]];

        if (letter == 0)
            continue;
        if (!buf_append(out, field.ptr + plain, i - plain) || !buf_append(out, (char[]){'\\', letter}, 2))
            goto full;
        plain = i + 1;
        i = skip_plain(field, plain) - 1;
    }
    if (buf_append(out, field.ptr + plain, field.len - plain))
        return true;
full:
    out->len = before;
    return false;
}

bool
copytext_field(Buf *out, Text field)
{
    if (field.ptr == NULL)
        return buf_append(out, "\\N", 2);
    return is_plain(field) ? buf_append(out, field.ptr, field.len) : append_escaped(out, field);
}

char *
copytext_put(char *at, Text field)
{
    if (field.ptr == NULL)
        field = TEXT("\\N");
    else if (!is_plain(field)) {
        for (size_t i = 0; i < field.len; i++) {
            char letter = escape_letter[(unsigned char)field.ptr[i]];
            if (letter != 0)
                *at++ = '\\';
            *at++ = letter != 0 ? letter : field.ptr[i];
        }
        return at;
    }
    memcpy(at, field.ptr, field.len);
    return at + field.len;
}

/* data[start..end) is read and not yet handed out. */
struct CopyReader {
    int fd;
    size_t line_ceiling;
    char *data;
    size_t room;
    size_t start;
    size_t end;
    bool at_end;
    uint64_t line_no;
    Text *fields;
    size_t field_room;
    char *unescaped;
    size_t unescaped_room;
};

CopyReader *
copytext_open(int fd, size_t line_ceiling)
{
    CopyReader *reader = mem_alloc(sizeof *reader);

    *reader = (CopyReader){.fd = fd, .line_ceiling = line_ceiling, .room = FIRST_ROOM, .field_room = FIRST_FIELDS};
    reader->data = mem_alloc(reader->room);
    reader->fields = mem_alloc(reader->field_room * sizeof *reader->fields);
    return reader;
}

void
copytext_close(CopyReader *reader)
{
    if (reader == NULL)
        return;
    mem_free(reader->data);
    mem_free(reader->fields);
    mem_free(reader->unescaped);
    mem_free(reader);
}

/* Reads more behind what is there, moving it down or taking more room first. */
static bool
fill(CopyReader *reader, Err *err)
{
    ssize_t got;

    if (reader->start > 0) {
        memmove(reader->data, reader->data + reader->start, reader->end - reader->start);
        reader->end -= reader->start;
        reader->start = 0;
    }
    if (reader->end == reader->room) {
        reader->room *= 2;
        reader->data = mem_grow(reader->data, reader->room);
    }
    got = file_read_some(reader->fd, reader->data + reader->end, reader->room - reader->end);
    if (got < 0)
        return err_set(err, ERR_IO, "could not read stream: %m");
    reader->at_end = got == 0;
    reader->end += (size_t)got;
    return true;
}

/* Finds the next line feed, reading as needed. False at the end (ERR_NONE) and on faults. */
static bool
next_line(CopyReader *reader, Text *line, Err *err)
{
    size_t searched = 0;

    for (;;) {
        const char *begin = reader->data + reader->start;
        size_t there = reader->end - reader->start;
        const char *feed = memchr(begin + searched, '\n', there - searched);

        if (feed != NULL)
            there = (size_t)(feed - begin);
        if (there > reader->line_ceiling)
            return err_set(err, ERR_DATA, "stream line %" PRIu64 " is longer than %zu bytes", reader->line_no + 1,
                           reader->line_ceiling);
        if (feed != NULL) {
            *line = (Text){begin, there};
            reader->start += there + 1;
            reader->line_no++;
            return true;
        }
        if (reader->at_end && there > 0)
            return err_set(err, ERR_DATA, "stream is torn: line %" PRIu64 " has no end", reader->line_no + 1);
        if (reader->at_end)
            return false;
        searched = there;
        if (!fill(reader, err))
            return false;
    }
}

static inline void
add_field(CopyReader *reader, size_t index, Text field)
{
    if (index == reader->field_room) {
        reader->field_room *= 2;
        reader->fields = mem_grow(reader->fields, reader->field_room * sizeof *reader->fields);
    }
    reader->fields[index] = field;
}

/* The bytes of a word that are tabs, their highest bit set: exact, whatever the other bytes are. */
static inline uint64_t
tabs_in(const char *bytes)
{
    const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    word ^= UINT64_C(0x0101010101010101) * '\t';
    return ~(((word & low) + low) | word | low);
}

/* Fields are short, so tabs are sought eight bytes at a time and not from one to the next. The first byte is the lowest of a word. */
static size_t
split(CopyReader *reader, Text line)
{
    const char *begin = line.ptr;
    size_t count = 0;
    size_t at = 0;

    for (; at + sizeof(uint64_t) <= line.len; at += sizeof(uint64_t)) {
        for (uint64_t tabs = tabs_in(line.ptr + at); tabs != 0; tabs &= tabs - 1) {
            const char *tab = line.ptr + at + __builtin_ctzll(tabs) / 8;
            add_field(reader, count++, (Text){begin, (size_t)(tab - begin)});
            begin = tab + 1;
        }
    }
    for (; at < line.len; at++) {
        if (line.ptr[at] != '\t')
            continue;
        add_field(reader, count++, (Text){begin, (size_t)(line.ptr + at - begin)});
        begin = line.ptr + at + 1;
    }
    add_field(reader, count++, (Text){begin, (size_t)(line.ptr + line.len - begin)});
    return count;
}

/* Unescapes one field to *to, which has room for it; false on an escape that we never write. */
static bool
unescape(Text *field, char **to)
{
    char *out = *to;

    if (text_equal(*field, TEXT("\\N"))) {
        *field = TEXT_NONE;
        return true;
    }
    for (size_t i = 0; i < field->len; i++) {
        char byte = field->ptr[i];

        if (byte == '\\') {
            byte = ++i < field->len ? escaped_byte[(unsigned char)field->ptr[i]] : 0;
            if (byte == 0)
                return false;
        }
        *out++ = byte;
    }
    *field = (Text){*to, (size_t)(out - *to)};
    *to = out;
    return true;
}

bool
copytext_unescape(Text escaped, Arena *arena, Text *plain)
{
    char *to = arena_alloc(arena, escaped.len + 1);
    *plain = escaped;
    return unescape(plain, &to);
}

/* Most lines hold no backslash and are handed out as they lie in the read buffer. */
static bool
unescape_fields(CopyReader *reader, size_t count, Text line, Err *err)
{
    bool control;
    char *to;

    if (memchr(line.ptr, '\\', line.len) == NULL)
        return true;
    if (reader->unescaped_room < line.len) {
        reader->unescaped_room = line.len < FIRST_ROOM ? FIRST_ROOM : line.len;
        reader->unescaped = mem_grow(reader->unescaped, reader->unescaped_room);
    }
    control = text_starts_with(line, TEXT("\\#"));
    to = reader->unescaped;
    for (size_t i = control ? 1 : 0; i < count; i++) {
        Text *field = &reader->fields[i];

        if (memchr(field->ptr, '\\', field->len) != NULL && !unescape(field, &to))
            return err_set(err, ERR_DATA, "stream line %" PRIu64 " has a bad escape in field %zu", reader->line_no,
                           i + 1);
    }
    return true;
}

bool
copytext_next(CopyReader *reader, Text **fields, size_t *field_count, Text *raw, Err *err)
{
    err->code = ERR_NONE;
    if (!next_line(reader, raw, err))
        return false;
    *field_count = split(reader, *raw);
    *fields = reader->fields;
    return unescape_fields(reader, *field_count, *raw, err);
}

bool
copytext_bytes(CopyReader *reader, size_t len, Text *bytes, Err *err)
{
    err->code = ERR_NONE;
    while (reader->end - reader->start < len) {
        if (reader->at_end || !fill(reader, err))
            return false;
    }
    *bytes = (Text){reader->data + reader->start, len};
    reader->start += len;
    return true;
}
