#include "base/err.h"

#include "base/text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Writes the message and keeps it whole characters where it had to be cut. */
static void
format_message(char out[ERR_MESSAGE_MAX], const char *format, va_list arguments)
{
    int wanted = vsnprintf(out, ERR_MESSAGE_MAX, format, arguments);

    if (wanted >= ERR_MESSAGE_MAX) {
        size_t len = ERR_MESSAGE_MAX - 1;

        while (len > 0 && ((unsigned char)out[len - 1] & 0xC0) == 0x80)
            len--;
        if (len > 0 && ((unsigned char)out[len - 1] & 0x80) != 0)
            len--;
        out[len] = '\0';
    }
}

bool
err_set(Err *err, ErrCode code, const char *format, ...)
{
    va_list arguments;

    err->code = code;
    va_start(arguments, format);
    format_message(err->message, format, arguments);
    va_end(arguments);
    return false;
}

bool
err_prefix(Err *err, const char *format, ...)
{
    char prefix[ERR_MESSAGE_MAX];
    char message[ERR_MESSAGE_MAX];
    va_list arguments;

    va_start(arguments, format);
    format_message(prefix, format, arguments);
    va_end(arguments);
    memcpy(message, err->message, sizeof message);
    return err_set(err, err->code, "%s: %s", prefix, message);
}
