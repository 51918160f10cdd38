/*
 * A temporary file for a writer that looks at no result: once one byte of one could not be written or read, all of this process stay lost, though
 * later bytes could be, and read as empty.
 */
#ifndef HUIZONG_OUT_SPOOL_H
#define HUIZONG_OUT_SPOOL_H

#include <stdio.h>

/* Empty, to be written, rewound and read, without a name; NULL where it cannot be made. */
FILE *
spool_open(void);

#endif
