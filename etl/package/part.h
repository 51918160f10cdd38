/* An XML part of a package, read through handlers; what is wrong with it becomes a refusal. */
#ifndef HUIZONG_PACKAGE_PART_H
#define HUIZONG_PACKAGE_PART_H

#include "package/xml.h"
#include "package/zip.h"

/*
 * False where a handler stopped it (the handler has said why), and refused with workbook_damaged or xml_doctype where
 * it is no good XML.
 */
bool
part_read(ZipFile *zip, Sink *sink, Text name, const XmlHandlers *handlers, void *context, Err *err);

/* The same for a part that can be done without: *good is false where it is absent or no good XML, and that refuses nothing. */
bool
part_glance(ZipFile *zip, Sink *sink, Text name, const XmlHandlers *handlers, void *context, bool *good, Err *err);

/* The same for a file that is one XML document; `name` is what a refusal calls it. */
bool
part_read_file(int fd, Sink *sink, Text name, const XmlHandlers *handlers, void *context, Err *err);

/*
 * The member that `target` of a relationship means, seen from the part `source`: absolute, or relative with "." and
 * ".."; in `arena`.
 */
Text
part_resolve(Text source, Text target, Arena *arena);

/* Where the relationships of `source` stand: "xl/_rels/workbook.xml.rels"; in `arena`. */
Text
part_relations(Text source, Arena *arena);

#endif
