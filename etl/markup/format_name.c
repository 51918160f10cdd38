#include "markup/format_name.h"

#include <strings.h>

#include "xlsx/xlsx_format.h"

XlsxFormat
format_name(Text code)
{
    static const struct {
        Text name;
        XlsxFormat format;
    } names[] = {
        {TEXT("General"), XLSX_PLAIN},  {TEXT("General Number"), XLSX_PLAIN}, {TEXT("General Date"), XLSX_DATE_TIME},
        {TEXT("Long Date"), XLSX_DATE}, {TEXT("Medium Date"), XLSX_DATE},     {TEXT("Short Date"), XLSX_DATE},
        {TEXT("Long Time"), XLSX_TIME}, {TEXT("Medium Time"), XLSX_TIME},     {TEXT("Short Time"), XLSX_TIME},
        {TEXT("Currency"), XLSX_PLAIN}, {TEXT("Euro Currency"), XLSX_PLAIN},  {TEXT("Fixed"), XLSX_PLAIN},
        {TEXT("Standard"), XLSX_PLAIN}, {TEXT("Percent"), XLSX_PERCENT},      {TEXT("Scientific"), XLSX_PLAIN},
        {TEXT("Yes/No"), XLSX_PLAIN},   {TEXT("True/False"), XLSX_PLAIN},     {TEXT("On/Off"), XLSX_PLAIN},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (code.len == names[i].name.len && strncasecmp(code.ptr, names[i].name.ptr, code.len) == 0)
            return names[i].format;
    return xlsx_format_code(code);
}
