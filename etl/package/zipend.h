/*
 * Where the directory of a zip file begins. The record at the end of the file names it, and programs look for that record each in its own way: in a file
 * that holds two of them, one reads what another never shows.
 */
#ifndef HUIZONG_PACKAGE_ZIPEND_H
#define HUIZONG_PACKAGE_ZIPEND_H

#include "base/err.h"

#include <stdio.h>

/*
 * *plain: one record of `file` names a directory, no record follows it, and what it says in 32 bits and in 64 is the same; or none names one, and it is
 * no zip file. False on a fault.
 * Source: APPNOTE.TXT 6.3.10, 4.3.14 to 4.3.16.
 */
bool
zipend_look(FILE *file, bool *plain, Err *err);

#endif
