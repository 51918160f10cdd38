/* Calls that do not know their target's size, or that hide a failure: refused by the compiler in every source (make
 * gives it as -include). */
#ifndef HUIZONG_BASE_POISON_H
#define HUIZONG_BASE_POISON_H

/* These declare the names, so they must come before the poison. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#pragma GCC poison strcpy strcat sprintf strtok atoi

#endif
