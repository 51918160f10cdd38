/*
 * Web pages. An input that begins with "<" is one; any other stands in a cell of a table, so that the fuzzer gets past
 * the beginning. Each row needs a tag of its own, but the first.
 */
#include "bytes.h"

#include <string.h>

#include "sniffed.h"

static uint64_t
count_tags(const char *bytes, size_t len)
{
    uint64_t count = 0;
    for (size_t at = 0; at < len; at++)
        count += bytes[at] == '<';
    return count;
}

static void
read_page(const char *bytes, size_t len)
{
    const char *refused;
    if (!bytes_are(bytes, len, SNIFF_HTML))
        return;
    uint64_t rows = bytes_read(bytes, len, &refused);
    PROMISE(rows <= count_tags(bytes, len) + 1);
    PROMISE(refused != NULL || rows > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char before[] = "<table><tr><td>x<td>", behind[] = "</table>";
    if (len > 0 && bytes[0] == '<') {
        read_page((const char *)bytes, len);
        return 0;
    }
    char *page = calloc(1, sizeof before + len + sizeof behind);
    memcpy(page, before, sizeof before - 1);
    if (len > 0)
        memcpy(page + sizeof before - 1, bytes, len);
    memcpy(page + sizeof before - 1 + len, behind, sizeof behind - 1);
    read_page(page, sizeof before - 1 + len + sizeof behind - 1);
    free(page);
    return 0;
}
