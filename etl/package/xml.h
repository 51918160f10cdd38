/*
 * XML by expat, as a stream. A DOCTYPE is refused, depth is limited, and so is what stands in one tag or comment. Elements come by their local names where they are
 * in one of the namespaces that the handlers name, and as "?" from any other. Attributes of a namespace come as the
 * namespace, a bar and the local name. Of mc:AlternateContent only the fallback comes.
 */
#ifndef HUIZONG_PACKAGE_XML_H
#define HUIZONG_PACKAGE_XML_H

#include "base/err.h"
#include "base/text.h"

/*
 * Each function may be NULL; false stops the reading. `attributes` are name, value, name, value …, NULL; borrowed for
 * the call.
 */
typedef struct XmlHandlers {
    const char *const *spaces; /* namespaces, NULL behind the last, each with a bar at its end */
    bool (*start)(void *context, const char *element, const char *const *attributes, Err *err);
    bool (*end)(void *context, const char *element, Err *err);
    bool (*text)(void *context, Text text, Err *err);
} XmlHandlers;

typedef enum XmlState { XML_GOOD, XML_MALFORMED, XML_DOCTYPE, XML_TOO_DEEP, XML_TOO_LONG, XML_STOPPED } XmlState;

typedef struct Xml Xml;

/*
 * `handlers` and `context` are borrowed. `encoding`: what the bytes are in, whatever the document declares; NULL where
 * it is to be believed.
 */
Xml *
xml_open(const XmlHandlers *handlers, void *context, const char *encoding);

/* NULL is allowed. */
void
xml_close(Xml *xml);

/*
 * The next piece; `last` with the final one (which may be empty). After anything but XML_GOOD there is no more to feed.
 */
XmlState
xml_feed(Xml *xml, Text piece, bool last, Err *err);

/* The line that the parser has reached. */
unsigned long
xml_line(const Xml *xml);

/* An attribute without a namespace; NULL where the element has none of that name. */
const char *
xml_attribute(const char *const *attributes, const char *name);

/* xs:boolean: "1", "true" (and "on", which old writers use). */
bool
xml_true(const char *value);

#endif
