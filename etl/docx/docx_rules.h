/* Which elements of a document's main part mean something, and where. */
#ifndef HUIZONG_DOCX_DOCX_RULES_H
#define HUIZONG_DOCX_DOCX_RULES_H

#include "package/xml.h"

/* Their context is a DocxContent. */
extern const XmlHandlers docx_rules_handlers;

#endif
