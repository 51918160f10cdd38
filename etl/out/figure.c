#include "out/figure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
figure_read(const char *text, Figure *figure)
{
    const char *digits = text[0] == '-' ? text + 1 : text;
    size_t whole = strspn(digits, "0123456789");
    size_t decimals = digits[whole] == '.' ? strspn(digits + whole + 1, "0123456789") : 0;
    size_t len = whole + (decimals > 0 ? decimals + 1 : 0);
    size_t significant = whole + decimals - (digits[0] == '0' ? 1 : 0);
    if (whole == 0 || digits[len] != '\0' || significant > FIGURE_DIGITS_MAX)
        return false;
    *figure = (Figure){strtod(text, NULL), (int)decimals, (int)(strlen(text) + (whole - 1) / 3)};
    return true;
}

void
figure_format(int decimals, char format[FIGURE_FORMAT_MAX])
{
    snprintf(format, FIGURE_FORMAT_MAX, "#,##0%s%.*s", decimals > 0 ? "." : "", decimals, "000000000000000");
}
