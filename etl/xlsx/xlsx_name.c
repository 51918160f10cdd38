#include "xlsx/xlsx_name.h"

#include "package/xml.h"

const char *const xlsx_spaces[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main|",
    "http://purl.oclc.org/ooxml/spreadsheetml/main|",
    "http://schemas.openxmlformats.org/package/2006/relationships|",
    NULL,
};

const char *
xlsx_name_relation(const char *const *attributes)
{
    const char *id =
        xml_attribute(attributes, "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id");
    return id != NULL ? id : xml_attribute(attributes, "http://purl.oclc.org/ooxml/officeDocument/relationships|id");
}
