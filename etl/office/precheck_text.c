#include "office/precheck_text.h"

#include <stdio.h>

#include "base/json.h"

/* The subject of a nomination is its platform and its enterprise, folded. */
MessageValues
precheck_values(const char *path, const PrecheckFinding *finding)
{
    size_t bar = text_find(finding->subject, TEXT("|"), 0);
    MessageValues values = {.file = text_of(path),
                            .sheet = finding->sheet,
                            .cell = finding->cell,
                            .row = finding->row,
                            .field = finding->field,
                            .raw = finding->raw,
                            .read_as = finding->read_as,
                            .expected = finding->expected};
    if (bar != SIZE_MAX) {
        values.platform = text_sub(finding->subject, 0, bar);
        values.enterprise = text_sub(finding->subject, bar + 1, finding->subject.len);
    }
    return values;
}

static Text
message_of(const Messages *messages, const char *path, const PrecheckFinding *finding, Arena *arena)
{
    MessageValues values = precheck_values(path, finding);
    return messages_render(messages, finding->code, &values, arena);
}

Text
precheck_shown(Text text, Arena *arena)
{
    enum { ESCAPE = 4 };
    char *shown = arena_alloc(arena, ESCAPE * text.len + 1);
    size_t len = 0, control_end = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (i >= control_end)
            control_end = i + text_control(text, i);
        if (i < control_end)
            len += (size_t)snprintf(shown + len, ESCAPE + 1, "\\x%02X", (unsigned char)text.ptr[i]);
        else
            shown[len++] = text.ptr[i];
    }
    return (Text){shown, len};
}

bool
precheck_text(const Messages *messages, const char *path, const PrecheckFinding *finding, Arena *arena, Buf *out)
{
    bool error = text_equal(finding->severity, TEXT("error"));
    bool ok = buf_text(out, error ? TEXT("  【错误】") : TEXT("  【提示】"));
    if (finding->sheet.len > 0)
        ok = ok && buf_printf(out, "工作表“%" TEXT_FMT "” ", TEXT_ARG(precheck_shown(finding->sheet, arena)));
    if (finding->cell.len > 0)
        ok = ok && buf_printf(out, "%" TEXT_FMT " ", TEXT_ARG(finding->cell));
    Text message = precheck_shown(message_of(messages, path, finding, arena), arena);
    return ok && buf_text(out, message) && buf_char(out, '\n');
}

bool
precheck_json(const Messages *messages, const char *path, const PrecheckFinding *finding, Arena *arena, Buf *out)
{
    const struct {
        const char *key;
        Text value;
    } members[] = {{"file", text_of(path)},
                   {"sheet", finding->sheet},
                   {"cell", finding->cell},
                   {"row", finding->row},
                   {"field", finding->field},
                   {"severity", finding->severity},
                   {"code", finding->code},
                   {"raw", finding->raw},
                   {"read_as", finding->read_as},
                   {"expected", finding->expected},
                   {"message_zh", message_of(messages, path, finding, arena)}};
    bool ok = buf_char(out, '{');
    for (size_t i = 0; i < sizeof members / sizeof members[0] && ok; i++) {
        ok = buf_printf(out, "%s\"%s\": ", i > 0 ? ", " : "", members[i].key) &&
             (members[i].value.ptr == NULL ? buf_text(out, TEXT("null")) : json_quote(out, members[i].value));
    }
    return ok && buf_text(out, TEXT("}\n"));
}

bool
precheck_limits(const Messages *messages, Arena *arena, Buf *out)
{
    const MessageValues values = {0};
    Text code = TEXT("check_limits");
    return buf_printf(out, "【%" TEXT_FMT "】", TEXT_ARG(messages_title(messages, code))) &&
           buf_text(out, messages_render(messages, code, &values, arena)) && buf_char(out, '\n');
}
