/* The system calls that are left to a process that reads strange bytes. */
#ifndef HUIZONG_CAGE_FILTER_H
#define HUIZONG_CAGE_FILTER_H

#include <stdbool.h>

/* For the rest of the process' life, without new privileges: any other call is a SIGSYS. False with errno where the kernel cannot. Needs no memory. */
bool
filter_load(void);

#endif
