#include "out/wholebook.h"

#include <stdint.h>
#include <string.h>

#include "package/zip.h"

enum { END_BYTES = 512 };

/* The parts that hold what cells and comments say; numbered ones from 1 on, as many as there are. */
static const char *const single_parts[] = {"xl/workbook.xml", "xl/styles.xml", "xl/sharedstrings.xml"};
static const char *const numbered_parts[] = {"xl/worksheets/sheet%zu.xml", "xl/comments%zu.xml",
                                             "xl/charts/chart%zu.xml"};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* The first bytes of a part and its last ones. */
typedef struct Ends {
    char first[END_BYTES];
    size_t first_len;
    char last[END_BYTES];
    size_t last_len;
} Ends;

static bool
keep_ends(void *context, Text bytes, Err *err)
{
    (void)err;
    Ends *ends = context;
    size_t room = sizeof ends->first - ends->first_len;
    size_t taken = bytes.len < room ? bytes.len : room;
    memcpy(ends->first + ends->first_len, bytes.ptr, taken);
    ends->first_len += taken;
    size_t fresh = bytes.len < sizeof ends->last ? bytes.len : sizeof ends->last;
    size_t kept = ends->last_len < sizeof ends->last - fresh ? ends->last_len : sizeof ends->last - fresh;
    memmove(ends->last, ends->last + ends->last_len - kept, kept);
    memcpy(ends->last + kept, bytes.ptr + bytes.len - fresh, fresh);
    ends->last_len = kept + fresh;
    return true;
}

/* The name of the first element behind the declaration. */
static Text
root_name(Text first)
{
    size_t begin = text_find(first, TEXT("?>"), 0);
    begin = begin == SIZE_MAX ? SIZE_MAX : text_find(first, TEXT("<"), begin);
    size_t end = begin == SIZE_MAX ? SIZE_MAX : begin + 1;
    while (end < first.len && memchr(" \r\n\t/>", first.ptr[end], 7) == NULL)
        end++;
    return end >= first.len ? TEXT_NONE : text_sub(first, begin + 1, end - begin - 1);
}

/* True where it ends by the end of what it began with; what was lost of it was lost at its end. */
static bool
part_is_whole(ZipFile *zip, Sink *sink, Text name, Err *err)
{
    Ends ends = {.first_len = 0};
    if (!zipfile_read(zip, name, keep_ends, &ends, err))
        return false;
    Text root = root_name((Text){ends.first, ends.first_len});
    Text closing = arena_printf(sink->run, "</%" TEXT_FMT ">", TEXT_ARG(root));
    return root.len > 0 && text_ends_with(text_trim((Text){ends.last, ends.last_len}), closing);
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
    if (!whole && err->code == ERR_NONE)
        err_set(err, ERR_IO, "workbook \"%s\" was written incompletely", path);
    zipfile_close(zip);
    finding_abandon(sink.findings);
    arena_free(arena);
    return whole;
}
