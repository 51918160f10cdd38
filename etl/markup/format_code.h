/* Number formats of markup, which may be names where workbooks have codes: "Short Date", "Percent". */
#ifndef HUIZONG_MARKUP_FORMAT_CODE_H
#define HUIZONG_MARKUP_FORMAT_CODE_H

#include "base/text.h"

/* The format code of a name, as far as it tells dates, times, percents and money; what is no name is a code already. */
Text
format_code(Text name);

#endif
