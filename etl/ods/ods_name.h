/*
 * The names of OpenDocument (version 1.3, part 3). Elements come by their local names where they are in one of
 * `ods_spaces`; attributes are asked for with their namespaces.
 */
#ifndef HUIZONG_ODS_ODS_NAME_H
#define HUIZONG_ODS_ODS_NAME_H

#include <stdbool.h>
#include <stdint.h>

#define ODS_FO(name) "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0|" name
#define ODS_FORM(name) "urn:oasis:names:tc:opendocument:xmlns:form:1.0|" name
#define ODS_OFFICE(name) "urn:oasis:names:tc:opendocument:xmlns:office:1.0|" name
#define ODS_STYLE(name) "urn:oasis:names:tc:opendocument:xmlns:style:1.0|" name
#define ODS_TABLE(name) "urn:oasis:names:tc:opendocument:xmlns:table:1.0|" name
#define ODS_TEXT(name) "urn:oasis:names:tc:opendocument:xmlns:text:1.0|" name
#define ODS_CALCEXT(name) "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0|" name

/* The namespaces, for XmlHandlers: form, office, style, table and text. */
extern const char *const ods_spaces[];

/* An element that holds rows, cells or their text. */
bool
ods_name_holds(const char *element);

/* A count such as ODS_TABLE("number-rows-repeated"): 1 where it is absent; false where it is no positive integer. */
bool
ods_name_count(const char *const *attributes, const char *name, uint64_t *count);

/* The attribute is there and has that value. */
bool
ods_name_is(const char *const *attributes, const char *name, const char *value);

/* ODS_TABLE("visibility") of a row or column: collapsed, or filtered away. */
bool
ods_name_hidden(const char *const *attributes);

#endif
