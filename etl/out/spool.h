/*
 * A temporary file for a writer that looks at no result: once one byte of it could not be written it stays lost, though later ones could be, and
 * reads as empty.
 */
#ifndef HUIZONG_OUT_SPOOL_H
#define HUIZONG_OUT_SPOOL_H

#include <stdio.h>

/* Empty, to be written, rewound and read, without a name; NULL where it cannot be made. */
FILE *
spool_open(void);

#endif
