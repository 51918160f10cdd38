#include "text/filename.h"

#include <string.h>

enum { NAME_BYTES_MAX = 240 };

Text
filename_safe(Text name, Arena *arena)
{
    Text trimmed = text_trim(name);
    size_t len = trimmed.len;
    if (len > NAME_BYTES_MAX)
        for (len = NAME_BYTES_MAX; len > 0 && ((unsigned char)trimmed.ptr[len] & 0xC0) == 0x80;)
            len--;
    trimmed = text_trim(text_sub(trimmed, 0, len)); /* the cut may have left a blank at the end, */
    len = trimmed.len;
    char *safe = arena_string(arena, trimmed);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)safe[i] < ' ' || strchr("/\\:*?\"<>|", safe[i]) != NULL)
            safe[i] = '_';
    if (len > 0 && safe[0] == '.')
        safe[0] = '_';
    if (len > 0 && safe[len - 1] == '.') /* which Windows leaves out, as it does a point */
        safe[len - 1] = '_';
    return len > 0 ? (Text){safe, len} : TEXT("_");
}
