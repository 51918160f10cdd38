#include "db/arraytext.h"

static bool
append_item(Buf *out, Text item)
{
    if (item.ptr == NULL)
        return buf_text(out, TEXT("NULL"));
    bool ok = buf_char(out, '"');
    for (size_t i = 0; ok && i < item.len; i++) {
        char byte = item.ptr[i];
        ok = ((byte != '"' && byte != '\\') || buf_char(out, '\\')) && buf_char(out, byte);
    }
    return ok && buf_char(out, '"');
}

bool
arraytext_append(Buf *out, const Text *items, size_t count)
{
    bool ok = buf_char(out, '{');
    for (size_t i = 0; ok && i < count; i++)
        ok = (i == 0 || buf_char(out, ',')) && append_item(out, items[i]);
    return ok && buf_char(out, '}');
}
