#include "ods/ods.h"

#include <string.h>

#include "ods/ods_content.h"
#include "package/part.h"

/* Looks for a word in bytes that come in pieces. */
typedef struct Search {
    Text word;
    size_t matched; /* so many bytes of the word stand at the end of the last piece */
    bool found;
} Search;

/* The word's first letter does not come again in it, so that a search may begin anew where it failed. */
static bool
on_bytes(void *context, Text bytes, Err *err)
{
    Search *search = context;
    (void)err;
    for (size_t i = 0; i < bytes.len && !search->found; i++) {
        bool goes_on = bytes.ptr[i] == search->word.ptr[search->matched];
        search->matched = goes_on ? search->matched + 1 : bytes.ptr[i] == search->word.ptr[0];
        search->found = search->matched == search->word.len;
    }
    return true;
}

/*
 * The manifest is searched and not parsed: those of old programs bear a DOCTYPE. A package without one may be good all
 * the same.
 */
static bool
refuse_encrypted(ZipFile *zip, Sink *sink, Err *err)
{
    const Text manifest = TEXT("META-INF/manifest.xml");
    Search search = {.word = TEXT(":encryption-data")};
    if (!zipfile_has(zip, manifest))
        return true;
    if (!zipfile_read(zip, manifest, on_bytes, &search, err))
        return false;
    return !search.found || sink_refuse(sink, "spreadsheet_encrypted", (Remark){.place = sink_place(TEXT(""))}, err);
}

bool
ods_read(ZipFile *zip, Sink *sink, Err *err)
{
    OdsContent content;
    if (!refuse_encrypted(zip, sink, err))
        return false;
    ods_content_open(&content, sink);
    bool ok = ods_styles_read(zip, sink, &content.styles, err) &&
              part_read(zip, sink, TEXT("content.xml"), &ods_content_handlers, &content, err) &&
              ods_content_end(&content, err);
    ods_content_close(&content);
    return ok;
}

bool
ods_read_flat(int fd, Sink *sink, Err *err)
{
    OdsContent content;
    ods_content_open(&content, sink);
    bool ok = part_read_file(fd, sink, TEXT("office:document"), &ods_content_handlers, &content, err) &&
              ods_content_end(&content, err);
    ods_content_close(&content);
    return ok;
}
