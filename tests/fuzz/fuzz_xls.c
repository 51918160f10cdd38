/*
 * Old workbooks. An input that begins like an OLE file is one; any other is the records of a workbook without their
 * container, and is given the record that begins it, so that the fuzzer gets past it.
 */
#include "bytes.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const uint8_t begin[][8] = {{9, 8, 8, 0, 0, 6, 5, 0}, {9, 8, 8, 0, 0, 5, 5, 0}};
    static const size_t begin_len = 12;
    const char *refused;
    if (len >= 4 && (memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0 || memcmp(bytes, "\x09\x08", 2) == 0)) {
        bytes_read(bytes, len, &refused);
        return 0;
    }
    char *book = calloc(1, begin_len + len);
    memcpy(book, begin[len % 2], sizeof begin[0]);
    if (len > 0)
        memcpy(book + begin_len, bytes, len);
    bytes_read(book, begin_len + len, &refused);
    free(book);
    return 0;
}
