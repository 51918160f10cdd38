#include "out/wholebook.h"

#include <stdint.h>

#include "package/part.h"

/* The parts that hold what cells and comments say; numbered ones from 1 on, as many as there are. */
static const char *const single_parts[] = {"xl/workbook.xml", "xl/styles.xml", "xl/sharedstrings.xml"};
static const char *const numbered_parts[] = {"xl/worksheets/sheet%zu.xml", "xl/comments%zu.xml",
                                             "xl/charts/chart%zu.xml"};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool
part_is_whole(ZipFile *zip, Sink *sink, Text name, Err *err)
{
    static const char *const no_spaces[] = {NULL};
    static const XmlHandlers nothing = {.spaces = no_spaces};
    return part_read(zip, sink, name, &nothing, NULL, err);
}

static bool
parts_are_whole(ZipFile *zip, Sink *sink, Err *err)
{
    for (size_t i = 0; i < COUNT_OF(single_parts); i++) {
        Text name = text_of(single_parts[i]);
        if (zipfile_has(zip, name) && !part_is_whole(zip, sink, name, err))
            return false;
    }
    for (size_t i = 0; i < COUNT_OF(numbered_parts); i++) {
        for (size_t no = 1;; no++) {
            Text name = arena_printf(sink->run, numbered_parts[i], no);
            if (!zipfile_has(zip, name))
                break;
            if (!part_is_whole(zip, sink, name, err))
                return false;
        }
    }
    return true;
}

bool
wholebook_check(int fd, const char *path, Err *err)
{
    /* Our own tables repeat themselves more than an honest upload does. */
    Limits limits = limits_default;
    limits.ratio = UINT64_MAX;
    Arena *arena = arena_new();
    Sink sink = {.findings = finding_open(NULL, err), .run = arena, .row = arena, .limits = &limits};
    ZipFile *zip = sink.findings == NULL ? NULL : zipfile_open(fd, &sink, err);
    bool whole = zip != NULL && parts_are_whole(zip, &sink, err);
    if (sink.refused != NULL)
        err_set(err, ERR_IO, "workbook \"%s\" was written incompletely", path);
    zipfile_close(zip);
    finding_abandon(sink.findings);
    arena_free(arena);
    return whole;
}
