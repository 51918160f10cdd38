#include "base/archived.h"

const char *
archived_path(const char *archive, Text sha256, Arena *arena)
{
    return arena_printf(arena, "%s/%.2s/%" TEXT_FMT, archive, sha256.ptr, TEXT_ARG(sha256)).ptr;
}
