#include "ods/ods_name.h"

#include <string.h>

#include "package/xml.h"

/* More than any sheet has; sums of such counts stay within 64 bits. */
static const uint64_t count_most = UINT32_MAX;

const char *const ods_spaces[] = {ODS_TABLE(""), ODS_TEXT(""), ODS_OFFICE(""), ODS_STYLE(""), ODS_FORM(""), NULL};

bool
ods_name_holds(const char *element)
{
    static const char *const names[] = {"table-row", "table-cell", "covered-table-cell", "table", "p", "h"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(element, names[i]) == 0)
            return true;
    return false;
}

bool
ods_name_count(const char *const *attributes, const char *name, uint64_t *count)
{
    const char *value = xml_attribute(attributes, name);
    *count = 1;
    if (value == NULL)
        return true;
    bool read = text_read_count(text_of(value), count) && *count > 0;
    *count = *count < count_most ? *count : count_most;
    return read;
}

bool
ods_name_is(const char *const *attributes, const char *name, const char *value)
{
    const char *got = xml_attribute(attributes, name);
    return got != NULL && strcmp(got, value) == 0;
}

bool
ods_name_hidden(const char *const *attributes)
{
    return ods_name_is(attributes, ODS_TABLE("visibility"), "collapse") ||
           ods_name_is(attributes, ODS_TABLE("visibility"), "filter");
}
