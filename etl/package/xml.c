#include "package/xml.h"

#include <stdint.h>
#include <string.h>

#include <expat.h>

#include "base/arena.h"
#include "base/limits.h"

/* What expat puts before a local name: its namespace and this separator. */
#define SEPARATOR '|'

struct Xml {
    XML_Parser parser;
    const XmlHandlers *handlers;
    void *context;
    Err *err;          /* of the feed that is running */
    size_t *space_len; /* of the namespaces, in the handlers' order */
    int depth;
    int skipped; /* the depth of the <mc:Choice> that is passed over, or 0 */
    uint64_t fed;
    size_t local_at[LIMIT_XML_DEPTH +
                    1]; /* by depth: where the open element's local name begins; OTHER: in no such space */
    XmlState state;
};

#define OTHER SIZE_MAX

static void
stop(Xml *xml, XmlState state)
{
    if (xml->state == XML_GOOD)
        xml->state = state;
    XML_StopParser(xml->parser, XML_FALSE);
}

/* Where the local name begins, or OTHER. */
static size_t
find_local(const Xml *xml, const char *name)
{
    const char *const *spaces = xml->handlers->spaces;
    for (size_t i = 0; spaces[i] != NULL; i++)
        if (strncmp(name, spaces[i], xml->space_len[i]) == 0)
            return xml->space_len[i];
    return OTHER;
}

static const char *
local_name(const char *name, size_t at)
{
    return at == OTHER ? "?" : name + at;
}

/*
 * Of <mc:AlternateContent> the fallback is read, as by every reader that knows no extensions; the choice says the same
 * in other words.
 */
static bool
is_skipped(Xml *xml, const char *name, size_t at)
{
    static const char choice[] = "http://schemas.openxmlformats.org/markup-compatibility/2006|Choice";
    if (xml->skipped == 0 && at == OTHER && strcmp(name, choice) == 0)
        xml->skipped = xml->depth;
    return xml->skipped > 0;
}

/* expat may call on for a few events after it was told to stop; they are not handed on. */
static void
on_start(void *context, const char *name, const char **attributes)
{
    Xml *xml = context;
    if (xml->state != XML_GOOD)
        return;
    if (++xml->depth > LIMIT_XML_DEPTH) {
        stop(xml, XML_TOO_DEEP);
        return;
    }
    size_t at = xml->local_at[xml->depth] = find_local(xml, name);
    if (!is_skipped(xml, name, at) && xml->handlers->start != NULL &&
        !xml->handlers->start(xml->context, local_name(name, at), (const char *const *)attributes, xml->err))
        stop(xml, XML_STOPPED);
}

static void
on_end(void *context, const char *name)
{
    Xml *xml = context;
    if (xml->state != XML_GOOD)
        return;
    size_t at = xml->local_at[xml->depth--];
    bool skipped = xml->skipped > 0;
    if (xml->depth < xml->skipped)
        xml->skipped = 0;
    if (!skipped && xml->handlers->end != NULL && !xml->handlers->end(xml->context, local_name(name, at), xml->err))
        stop(xml, XML_STOPPED);
}

static void
on_text(void *context, const char *bytes, int len)
{
    Xml *xml = context;
    if (xml->state == XML_GOOD && xml->skipped == 0 && xml->handlers->text != NULL &&
        !xml->handlers->text(xml->context, (Text){bytes, (size_t)len}, xml->err))
        stop(xml, XML_STOPPED);
}

static void
on_doctype(void *context, const char *name, const char *system, const char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    stop(context, XML_DOCTYPE);
}

static void
measure_spaces(Xml *xml)
{
    size_t count = 0;
    while (xml->handlers->spaces[count] != NULL)
        count++;
    xml->space_len = mem_alloc((count + 1) * sizeof *xml->space_len);
    for (size_t i = 0; i < count; i++)
        xml->space_len[i] = strlen(xml->handlers->spaces[i]);
}

Xml *
xml_open(const XmlHandlers *handlers, void *context, const char *encoding)
{
    Xml *xml = mem_alloc(sizeof *xml);
    *xml = (Xml){.handlers = handlers, .context = context};
    static const XML_Memory_Handling_Suite memory = {mem_alloc, mem_grow, mem_free};
    static const XML_Char separator[] = {SEPARATOR, '\0'};
    xml->parser = XML_ParserCreate_MM(encoding, &memory, separator);
    if (xml->parser == NULL) {
        mem_free(xml);
        return NULL;
    }
    measure_spaces(xml);
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_start, on_end);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
    return xml;
}

void
xml_close(Xml *xml)
{
    if (xml == NULL)
        return;
    XML_ParserFree(xml->parser);
    mem_free(xml->space_len);
    mem_free(xml);
}

/* expat keeps a tag or a comment whole in memory, and reads it anew with every piece. */
static bool
waits_too_long(const Xml *xml)
{
    XML_Index at = XML_GetCurrentByteIndex(xml->parser);
    return at >= 0 && xml->fed - (uint64_t)at > LIMIT_XML_TOKEN;
}

XmlState
xml_feed(Xml *xml, Text piece, bool last, Err *err)
{
    xml->err = err;
    xml->fed += piece.len;
    if (XML_Parse(xml->parser, piece.ptr, (int)piece.len, last) != XML_STATUS_OK && xml->state == XML_GOOD)
        xml->state = XML_MALFORMED;
    if (xml->state == XML_GOOD && waits_too_long(xml))
        xml->state = XML_TOO_LONG;
    return xml->state;
}

unsigned long
xml_line(const Xml *xml)
{
    return XML_GetCurrentLineNumber(xml->parser);
}

const char *
xml_attribute(const char *const *attributes, const char *name)
{
    for (; attributes[0] != NULL; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

bool
xml_true(const char *value)
{
    return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}
