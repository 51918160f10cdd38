#include "out/wholebook.h"

#include <stdint.h>
#include <string.h>

#include "package/zip.h"

enum { END_BYTES = 512 };

/* The parts that libxlsxwriter writes; numbered ones from 1 on, as many as there are. */
static const char *const single_parts[] = {
    "[content_types].xml",        "_rels/.rels",         "docprops/app.xml", "docprops/core.xml",    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "xl/theme/theme1.xml", "xl/styles.xml",    "xl/sharedstrings.xml", "xl/metadata.xml"};
static const char *const numbered_parts[] = {"xl/worksheets/sheet%zu.xml",    "xl/comments%zu.xml",
                                             "xl/charts/chart%zu.xml",        "xl/drawings/drawing%zu.xml",
                                             "xl/drawings/vmldrawing%zu.vml", "xl/drawings/_rels/drawing%zu.xml.rels"};
static const char sheet_links[] = "xl/worksheets/_rels/sheet%zu.xml.rels";

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

/* The name of the first element, behind the declaration where there is one. */
static Text
root_name(Text first)
{
    size_t declared = text_find(first, TEXT("?>"), 0);
    size_t begin = text_find(first, TEXT("<"), declared == SIZE_MAX ? 0 : declared);
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
whole_or_absent(ZipFile *zip, Sink *sink, Text name, Err *err)
{
    return !zipfile_has(zip, name) || part_is_whole(zip, sink, name, err);
}

/* All of `pattern`, up to the first number that is not there. Not every sheet has links, so these go by their sheets. */
static bool
numbered_are_whole(ZipFile *zip, Sink *sink, const char *pattern, Err *err)
{
    for (size_t no = 1;; no++) {
        Text name = arena_printf(sink->run, pattern, no);
        if (!zipfile_has(zip, name))
            return true;
        if (!part_is_whole(zip, sink, name, err) ||
            (pattern == numbered_parts[0] &&
             !whole_or_absent(zip, sink, arena_printf(sink->run, sheet_links, no), err)))
            return false;
    }
}

static bool
parts_are_whole(ZipFile *zip, Sink *sink, Err *err)
{
    bool whole = true;
    for (size_t i = 0; whole && i < COUNT_OF(single_parts); i++)
        whole = whole_or_absent(zip, sink, text_of(single_parts[i]), err);
    for (size_t i = 0; whole && i < COUNT_OF(numbered_parts); i++)
        whole = numbered_are_whole(zip, sink, numbered_parts[i], err);
    return whole;
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
