#include "package/part.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"

typedef struct PartReading {
    Xml *xml;
    Sink *sink;
    Text name;
    bool *good; /* where what is wrong with it is only told there; NULL: refused */
} PartReading;

static bool
report(const PartReading *reading, XmlState state, Err *err)
{
    if (state == XML_GOOD)
        return true;
    if (state == XML_STOPPED)
        return false;
    if (reading->good != NULL)
        return *reading->good = false;
    Text where =
        arena_printf(reading->sink->run, "%" TEXT_FMT ", line %lu", TEXT_ARG(reading->name), xml_line(reading->xml));
    const char *code = state == XML_DOCTYPE ? "xml_doctype" : "workbook_damaged";
    return sink_refuse(reading->sink, code, (Remark){sink_place(TEXT("")), where, TEXT_NONE, TEXT_NONE}, err);
}

static bool
on_bytes(void *context, Text bytes, Err *err)
{
    PartReading *reading = context;
    return report(reading, xml_feed(reading->xml, bytes, false, err), err);
}

static bool
read_part(ZipFile *zip, PartReading reading, Err *err)
{
    if (reading.xml == NULL)
        return err_set(err, ERR_IO, "could not make an XML parser");
    bool ok = zipfile_read(zip, reading.name, on_bytes, &reading, err) &&
              report(&reading, xml_feed(reading.xml, TEXT(""), true, err), err);
    xml_close(reading.xml);
    return ok;
}

bool
part_read(ZipFile *zip, Sink *sink, Text name, const XmlHandlers *handlers, void *context, Err *err)
{
    return read_part(zip, (PartReading){xml_open(handlers, context, NULL), sink, name, NULL}, err);
}

/* A part that no XML can be made of has stopped its own reading, and nothing else. */
bool
part_glance(ZipFile *zip, Sink *sink, Text name, const XmlHandlers *handlers, void *context, bool *good, Err *err)
{
    *good = zipfile_has(zip, name);
    return !*good || read_part(zip, (PartReading){xml_open(handlers, context, NULL), sink, name, good}, err) || !*good;
}

static bool
feed_file(PartReading *reading, int fd, Err *err)
{
    enum { PIECE = 65536 };
    char piece[PIECE];
    for (bool last = false; !last;) {
        ssize_t got = file_read_some(fd, piece, sizeof piece);
        last = got == 0;
        if (got < 0)
            return err_set(err, ERR_IO, "could not read the file: %m");
        if (!sink_in_time(reading->sink, err) ||
            !report(reading, xml_feed(reading->xml, (Text){piece, (size_t)got}, last, err), err))
            return false;
    }
    return true;
}

bool
part_read_file(int fd, Sink *sink, Text name, const XmlHandlers *handlers, void *context, Err *err)
{
    PartReading reading = {xml_open(handlers, context, NULL), sink, name, NULL};
    if (reading.xml == NULL)
        return err_set(err, ERR_IO, "could not make an XML parser");
    bool ok = false;
    if (lseek(fd, 0, SEEK_SET) == 0)
        ok = feed_file(&reading, fd, err);
    else
        err_set(err, ERR_IO, "could not read the file: %m");
    xml_close(reading.xml);
    return ok;
}

static size_t
folder_len(Text path)
{
    size_t len = path.len;
    while (len > 0 && path.ptr[len - 1] != '/')
        len--;
    return len;
}

/* The offset of the next slash, or of the backslash that some programs write for one; the end where there is none. */
static size_t
step_end(Text target, size_t at)
{
    while (at < target.len && target.ptr[at] != '/' && target.ptr[at] != '\\')
        at++;
    return at;
}

/* Takes the steps of `target` from the folder at the front of `path`, which has room for both; gives the new length. */
static size_t
walk(char *path, size_t len, Text target)
{
    for (size_t at = 0; at < target.len;) {
        size_t end = step_end(target, at);
        Text step = text_sub(target, at, end - at);
        if (text_equal(step, TEXT(".."))) {
            len = len > 0 ? folder_len((Text){path, len - 1}) : 0;
        } else if (step.len > 0 && !text_equal(step, TEXT("."))) {
            memcpy(path + len, step.ptr, step.len);
            len += step.len;
            if (end < target.len)
                path[len++] = '/';
        }
        at = end + 1;
    }
    return len;
}

Text
part_resolve(Text source, Text target, Arena *arena)
{
    size_t folder = step_end(target, 0) == 0 ? 0 : folder_len(source);
    char *path = arena_alloc(arena, folder + target.len + 1);
    if (folder > 0)
        memcpy(path, source.ptr, folder);
    return (Text){path, walk(path, folder, target)};
}

Text
part_relations(Text source, Arena *arena)
{
    size_t folder = folder_len(source);
    return arena_printf(arena, "%" TEXT_FMT "_rels/%" TEXT_FMT ".rels", TEXT_ARG(text_sub(source, 0, folder)),
                        TEXT_ARG(text_sub(source, folder, source.len)));
}
