/* For targets of one kind of file, which leave the others to their own. */
#ifndef HUIZONG_TESTS_SNIFFED_H
#define HUIZONG_TESTS_SNIFFED_H

#include "bytes.h"
#include "read/sniff.h"

static inline bool
bytes_are(const void *bytes, size_t len, SniffKind kind)
{
    Err err = {0};
    Sniff sniff;
    int fd = bytes_file(bytes, len);
    PROMISE(sniff_file(fd, &sniff, &err));
    close(fd);
    return sniff.kind == kind;
}

#endif
