/* Lists of words, NULL-terminated, and whether a text is one of them, begins or ends with one or holds one. Bytes are compared: fold first where writing may differ. */
#ifndef HUIZONG_TEXT_WORDS_H
#define HUIZONG_TEXT_WORDS_H

#include "base/text.h"

bool
words_have(const char *const *words, Text text);

bool
words_begin(const char *const *words, Text text);

bool
words_end(const char *const *words, Text text);

bool
words_inside(const char *const *words, Text text);

#endif
