#include "text/words.h"

#include <stdint.h>

bool
words_have(const char *const *words, Text text)
{
    for (; *words != NULL; words++) {
        if (text_equal(text, text_of(*words)))
            return true;
    }
    return false;
}

bool
words_begin(const char *const *words, Text text)
{
    for (; *words != NULL; words++) {
        if (text_starts_with(text, text_of(*words)))
            return true;
    }
    return false;
}

bool
words_end(const char *const *words, Text text)
{
    for (; *words != NULL; words++) {
        if (text_ends_with(text, text_of(*words)))
            return true;
    }
    return false;
}

bool
words_inside(const char *const *words, Text text)
{
    for (; *words != NULL; words++) {
        if (text_find(text, text_of(*words), 0) != SIZE_MAX)
            return true;
    }
    return false;
}
