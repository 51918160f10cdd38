#include "docx/docx_name.h"

#include <string.h>

#include "package/xml.h"

#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main|"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main|"

const char *const docx_spaces[] = {
    TRANSITIONAL,
    STRICT,
    "http://schemas.openxmlformats.org/markup-compatibility/2006|",
    "urn:schemas-microsoft-com:office:",
    "http://schemas.microsoft.com/office/word/2010/",
    "http://schemas.openxmlformats.org/officeDocument/2006/",
    "http://purl.oclc.org/ooxml/officeDocument/",
    "http://schemas.openxmlformats.org/drawingml/2006/",
    "http://purl.oclc.org/ooxml/drawingml/",
    NULL,
};

static const char *
behind(const char *name, const char *space)
{
    size_t len = strlen(space);
    return strncmp(name, space, len) == 0 ? name + len : NULL;
}

const char *
docx_name_attribute(const char *const *attributes, const char *name)
{
    for (; attributes[0] != NULL; attributes += 2) {
        const char *local = behind(attributes[0], TRANSITIONAL);
        if (local == NULL)
            local = behind(attributes[0], STRICT);
        if (local != NULL && strcmp(local, name) == 0)
            return attributes[1];
    }
    return NULL;
}

bool
docx_name_on(const char *const *attributes)
{
    const char *value = docx_name_attribute(attributes, "val");
    return value == NULL || xml_true(value);
}

bool
docx_name_is_one_of(const char *name, const char *const *names)
{
    for (; *names != NULL; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}
