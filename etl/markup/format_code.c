#include "markup/format_code.h"

#include <strings.h>

Text
format_code(Text name)
{
    static const struct {
        Text name, code;
    } names[] = {
        {TEXT("General Number"), TEXT("General")},
        {TEXT("General Date"), TEXT("yyyy/m/d h:mm")},
        {TEXT("Long Date"), TEXT("yyyy/m/d")},
        {TEXT("Medium Date"), TEXT("yyyy/m/d")},
        {TEXT("Short Date"), TEXT("yyyy/m/d")},
        {TEXT("Long Time"), TEXT("h:mm:ss")},
        {TEXT("Medium Time"), TEXT("h:mm")},
        {TEXT("Short Time"), TEXT("h:mm")},
        {TEXT("Currency"), TEXT("\"¥\"0.00")},
        {TEXT("Euro Currency"), TEXT("[$€-2]0.00")},
        {TEXT("Fixed"), TEXT("0.00")},
        {TEXT("Standard"), TEXT("#,##0.00")},
        {TEXT("Percent"), TEXT("0.00%")},
        {TEXT("Scientific"), TEXT("0.00E+00")},
        {TEXT("Yes/No"), TEXT("General")},
        {TEXT("True/False"), TEXT("General")},
        {TEXT("On/Off"), TEXT("General")},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (name.len == names[i].name.len && strncasecmp(name.ptr, names[i].name.ptr, name.len) == 0)
            return names[i].code;
    return name;
}
