/* Texts that a spreadsheet would calculate, and those that it shows where it cannot. Source: OWASP, "CSV Injection". */
#ifndef HUIZONG_TEXT_FORMULA_H
#define HUIZONG_TEXT_FORMULA_H

#include "base/text.h"

/* True where it begins with = + - @, narrow or wide, a tab or a line end; but for a plain number and a lone wide sign. */
bool
formula_begins(Text field);

/* #N/A, #DIV/0!, #VALUE! and the like, blanks around it or not: what stands in a file of text for a value that could not be calculated. */
bool
formula_is_error(Text cell);

#endif
