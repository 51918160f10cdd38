/* The XML of a spreadsheet of 2003, read through handlers, and its attributes. */
#ifndef HUIZONG_MARKUP_XML2003_XML_H
#define HUIZONG_MARKUP_XML2003_XML_H

#include "markup/source.h"
#include "package/xml.h"

/* The namespaces, for XmlHandlers. */
extern const char *const xml2003_spaces[];

/*
 * From the beginning to the end. False where a handler stopped it (the handler has said why), and refused with
 * workbook_damaged or xml_doctype where it is no good XML.
 */
bool
xml2003_xml_read(Source *source, Sink *sink, const XmlHandlers *handlers, void *context, Err *err);

/* The attribute ss:`name`; TEXT_NONE where there is none. Borrowed for the call. */
Text
xml2003_attribute(const char *const *attributes, const char *name);

/* True where an attribute stands outside of every namespace: what it means there is anybody's guess. */
bool
xml2003_bare_attribute(const char *const *attributes, Text *name);

/* The attribute ss:`name` as a count up to `most`, `missing` where there is none; false where it is none such. */
bool
xml2003_count(const char *const *attributes, const char *name, uint64_t missing, uint64_t most, uint64_t *out);

/* ss:Hidden, or a size (ss:Height, ss:Width) of nothing. */
bool
xml2003_hidden(const char *const *attributes, const char *size);

#endif
