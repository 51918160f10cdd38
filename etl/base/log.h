/* Talk on stderr: one line a message, "program: message"; control characters are shown escaped. The level is the only
 * global. */
#ifndef HUIZONG_BASE_LOG_H
#define HUIZONG_BASE_LOG_H

typedef enum LogLevel { LOG_LEVEL_ERROR, LOG_LEVEL_WARN, LOG_LEVEL_INFO, LOG_LEVEL_DEBUG } LogLevel;

/* `program` is borrowed for the life of the process. */
void
log_open(const char *program, LogLevel level);

void
log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

void
log_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

void
log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));

void
log_debug(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
