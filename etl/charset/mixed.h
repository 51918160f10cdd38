/*
 * Files pasted together from two encodings: some lines are UTF-8, others GBK. GB18030 would often read the whole, and
 * read the lines of UTF-8 as nonsense.
 */
#ifndef HUIZONG_CHARSET_MIXED_H
#define HUIZONG_CHARSET_MIXED_H

#include "charset/decoder.h"

typedef struct Mixed {
    bool found;
    Encoding before; /* of the lines that come first: UTF-8 or GB18030 */
    uint64_t offset; /* of the first byte that is not ASCII in the first line of the other encoding */
    uint64_t line;   /* its number, 1-based */
} Mixed;

/*
 * Reads the file from byte `from`. A line is UTF-8 by at least 6 characters of three bytes and no byte that is not
 * UTF-8, GBK by at least 4 characters, all of GB 2312, where it is not UTF-8; other lines tell nothing, nor do those longer than a block. False
 * only where the file cannot be read.
 */
bool
mixed_find(int fd, uint64_t from, Mixed *mixed, Err *err);

#endif
