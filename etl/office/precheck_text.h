/* The findings of a precheck as a city reads them: a Chinese line each, or a JSON object each. */
#ifndef HUIZONG_OFFICE_PRECHECK_TEXT_H
#define HUIZONG_OFFICE_PRECHECK_TEXT_H

#include "base/buf.h"
#include "office/precheck.h"
#include "rows/messages.h"

/* What a message about the finding may name. */
MessageValues
precheck_values(const char *path, const PrecheckFinding *finding);

/* `text` without what steers a terminal, which stands as \xNN: a name of a file or sheet may hold it. In `arena`. */
Text
precheck_shown(Text text, Arena *arena);

/* Appends one line, with its line feed; false at the buffer's ceiling. `path` is the file as the user named it. */
bool
precheck_text(const Messages *messages, const char *path, const PrecheckFinding *finding, Arena *arena, Buf *out);

/* The same as one JSON object on a line: file, the finding's fields, message_zh. */
bool
precheck_json(const Messages *messages, const char *path, const PrecheckFinding *finding, Arena *arena, Buf *out);

/* The line that says what is not looked at; it ends every check. */
bool
precheck_limits(const Messages *messages, Arena *arena, Buf *out);

#endif
