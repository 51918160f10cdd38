/*
 * What a file says of its own encoding (charset=gb2312), weighed against its bytes. The bytes win where they are plain:
 * strict UTF-8 is UTF-8 whatever is declared, and bytes that are no UTF-8 but common Chinese in GBK are GBK. Where they
 * are not plain, the file is refused.
 */
#ifndef HUIZONG_CHARSET_DECLARED_H
#define HUIZONG_CHARSET_DECLARED_H

#include "charset/encoding.h"

/*
 * As encoding_probe, of a file that declares `name` (in any case; empty where it declares nothing). Refusals beyond
 * those of encoding_probe: encoding_declared, for an encoding that writes Chinese in ASCII bytes (HZ, UTF-7, ISO-2022).
 */
bool
declared_probe(int fd, Text name, EncodingVerdict *verdict, Err *err);

#endif
