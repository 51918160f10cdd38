#include "base/log.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 4096, ESCAPE_BYTES = 4, LONGEST_CONTROL = 3 };

static const char *log_program = "huizong";
static LogLevel log_level = LOG_LEVEL_INFO;

void
log_open(const char *program, LogLevel level)
{
    log_program = program;
    log_level = level;
}

/* U+2028 … U+202E and U+2066 … U+2069: they part lines and turn what follows, so that a line reads as another one. */
static bool
is_direction(const unsigned char *at, size_t left)
{
    if (left < 3 || at[0] != 0xE2)
        return false;
    return (at[1] == 0x80 && at[2] >= 0xA8 && at[2] <= 0xAE) || (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9);
}

/* ASCII controls, and the C1 controls that UTF-8 writes as C2 80 … C2 9F: a file name must not steer a terminal. */
static size_t
control_length(const char *at, size_t left)
{
    unsigned char byte = (unsigned char)at[0];

    if (byte < 0x20 || byte == 0x7F)
        return 1;
    if (byte == 0xC2 && left > 1 && (unsigned char)at[1] >= 0x80 && (unsigned char)at[1] < 0xA0)
        return 2;
    return is_direction((const unsigned char *)at, left) ? 3 : 0;
}

/* Copies with controls as \xNN; returns the bytes written, at most `room`. */
static size_t
escape(Text message, char *out, size_t room)
{
    size_t len = 0;

    for (size_t i = 0; i < message.len && len + LONGEST_CONTROL * ESCAPE_BYTES < room; i++) {
        size_t bytes = control_length(message.ptr + i, message.len - i);

        if (bytes == 0)
            out[len++] = message.ptr[i];
        for (size_t k = 0; k < bytes; k++)
            len += (size_t)snprintf(out + len, room - len, "\\x%02X", (unsigned char)message.ptr[i + k]);
        i += bytes > 1 ? bytes - 1 : 0;
    }
    return len;
}

/* One write for one line, so that the lines of a pipe's programs do not mix. */
static void
put_line(LogLevel level, const char *format, va_list arguments)
{
    char message[LINE_MAX_BYTES / 2];
    char line[LINE_MAX_BYTES];
    size_t len;
    ssize_t written;

    if (level > log_level)
        return;
    if (vsnprintf(message, sizeof message, format, arguments) < 0)
        return;
    len = (size_t)snprintf(line, sizeof line / 2, "%s: ", log_program);
    len += escape(text_of(message), line + len, sizeof line - len - 1);
    line[len++] = '\n';
    written = write(STDERR_FILENO, line, len);
    (void)written;
}

void
log_error(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put_line(LOG_LEVEL_ERROR, format, arguments);
    va_end(arguments);
}

void
log_warn(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put_line(LOG_LEVEL_WARN, format, arguments);
    va_end(arguments);
}

void
log_info(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put_line(LOG_LEVEL_INFO, format, arguments);
    va_end(arguments);
}

void
log_debug(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    put_line(LOG_LEVEL_DEBUG, format, arguments);
    va_end(arguments);
}
