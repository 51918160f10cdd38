/* A text table without quotes gives as many rows as it has lines that are not blank; with quotes never more. */
#include "bytes.h"

#include <string.h>
#include <strings.h>

static uint64_t
filled_lines(const uint8_t *bytes, size_t len)
{
    uint64_t count = 0;
    for (size_t at = 0; at < len; at++) {
        bool filled = bytes[at] != '\n' && bytes[at] != '\r';
        bool first = at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
        count += filled && first;
    }
    return count;
}

/* A NUL may be half a character of UTF-16. */
static bool
is_ascii(const uint8_t *bytes, size_t len)
{
    for (size_t at = 0; at < len; at++)
        if (bytes[at] >= 0x80 || bytes[at] == 0)
            return false;
    return true;
}

/* "sep=;" is a line and no row. */
static bool
names_separator(const uint8_t *bytes, size_t len)
{
    return len >= 4 && strncasecmp((const char *)bytes, "sep=", 4) == 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    const char *refused;
    uint64_t rows = bytes_read(bytes, len, &refused);
    if (refused != NULL || rows == 0 || !is_ascii(bytes, len) || names_separator(bytes, len))
        return 0;
    PROMISE(rows <= filled_lines(bytes, len));
    PROMISE(memchr(bytes, '"', len) != NULL || rows == filled_lines(bytes, len));
    return 0;
}
