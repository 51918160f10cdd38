/* The findings of prechecked files as a workbook of corrections. */
#ifndef HUIZONG_OFFICE_PRECHECK_BOOK_H
#define HUIZONG_OFFICE_PRECHECK_BOOK_H

#include "office/precheck.h"
#include "rows/messages.h"

typedef struct PrecheckBook PrecheckBook;

/* In `arena`, for so many files; `messages`, `extract` and `limits` (or NULL) are borrowed until precheck_book_write. */
PrecheckBook *
precheck_book_new(const Messages *messages, const char *extract, const char *limits, size_t files, Arena *arena);

/* Reads the file once more, for the sheets of which something is said; the result is borrowed. */
bool
precheck_book_add(PrecheckBook *book, const char *path, const PrecheckResult *result, Err *err);

bool
precheck_book_write(PrecheckBook *book, const char *output, Err *err);

/* In a few words: nothing found, kept unread; TEXT_NONE where there are findings. */
Text
precheck_outcome(const Messages *messages, const PrecheckResult *result);

#endif
