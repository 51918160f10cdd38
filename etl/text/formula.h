/* Texts that a spreadsheet would calculate. Source: OWASP, "CSV Injection". */
#ifndef HUIZONG_TEXT_FORMULA_H
#define HUIZONG_TEXT_FORMULA_H

#include "base/text.h"

/* True where it begins with = + - @, narrow or wide, a tab or a line end; but for a plain number and a lone wide sign. */
bool
formula_begins(Text field);

#endif
