/* The stream between extract and normalise: whatever the bytes are, it is read to its end mark or is torn. */
#include "bytes.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Err err = {0};
    RawItem item = {0};
    uint64_t rows = 0;
    bool ended = false;
    int fd = bytes_file(bytes, len);
    RawReader *reader = rawrow_reader_new(fd);
    while (rawrow_next(reader, &item, &err)) {
        PROMISE(!ended);
        ended = item.kind == RAW_END;
        rows += item.kind == RAW_ROW;
        PROMISE(!ended || item.rows == rows);
    }
    PROMISE(ended || err.code == ERR_DATA);
    rawrow_reader_free(reader);
    close(fd);
    return 0;
}
