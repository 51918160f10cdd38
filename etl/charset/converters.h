/* iconv's converters, which it loads from files when they are first asked for: held open, they are there when the process may open no file any more. */
#ifndef HUIZONG_CHARSET_CONVERTERS_H
#define HUIZONG_CHARSET_CONVERTERS_H

#include "base/arena.h"
#include "base/err.h"

typedef struct Converters Converters;

/* Those of every encoding that a text may be in; with `code_pages` those of old workbooks too. NULL with *err where this machine lacks one. */
Converters *
converters_hold(bool code_pages, Err *err);

/* NULL is allowed. */
void
converters_release(Converters *converters);

#endif
