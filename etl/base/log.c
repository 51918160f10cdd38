#include "base/log.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 4096, ESCAPE_BYTES = 4, CONTROL_BYTES = 3 };

static const char *log_program = "huizong";
static LogLevel log_level = LOG_LEVEL_INFO;

void
log_open(const char *program, LogLevel level)
{
    log_program = program;
    log_level = level;
}

/* Copies with controls as \xNN, since a file name must not steer a terminal; returns the bytes written, at most `room`. */
static size_t
escape(Text message, char *out, size_t room)
{
    size_t len = 0;

    for (size_t i = 0; i < message.len && len + CONTROL_BYTES * ESCAPE_BYTES < room; i++) {
        size_t bytes = text_control(message, i);

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
