/*
 * Names: cleaning twice is cleaning once, and so is folding; neither makes of UTF-8 anything else; a clean name matches as the written one does; counts are
 * those of the characters.
 */
#include "texts.h"

#include "text/character.h"
#include "text/filename.h"
#include "text/fold.h"
#include "text/halfwidth.h"

static void
folds_once(Text written, Text (*fold)(Text, Arena *), Arena *arena)
{
    Text once = fold(written, arena);
    PROMISE(texts_are_utf8(once) && text_equal(fold(once, arena), once));
}

static size_t
characters(Text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

/* A plain ideograph is not changed by what stands before or behind it. */
static void
plain_stays(Text written, Arena *arena)
{
    Text key = fold_key(written, arena);
    size_t from = 0;
    for (size_t at = 0; at < written.len;) {
        Text character = character_at(written, at);
        if (fold_is_plain(character)) {
            from = text_find(key, character, from);
            PROMISE(from != SIZE_MAX);
            from += character.len;
        }
        at += character.len;
    }
}

static void
name_is_safe(Text written, Arena *arena)
{
    Text name = filename_safe(written, arena);
    PROMISE(texts_are_utf8(name) && text_equal(filename_safe(name, arena), name));
    for (size_t i = 0; i < name.len; i++)
        PROMISE((unsigned char)name.ptr[i] >= 0x20 && strchr("/\\:*?\"<>|", name.ptr[i]) == NULL);
    PROMISE(name.len > 0 && name.ptr[0] != '.' && name.ptr[name.len - 1] != '.' && name.ptr[name.len - 1] != ' ');
}

static bool
copies_half(Text written, Text half)
{
    size_t len = 0;
    char *room = malloc(half.len);
    bool ok = halfwidth_copy(written, room, half.len, &len) && len == half.len &&
              (len == 0 || memcmp(room, half.ptr, len) == 0);
    ok = ok && (half.len == 0 || !halfwidth_copy(written, room, half.len - 1, &len));
    free(room);
    return ok;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    Text written = {block, len}, clean = fold_clean(written, arena);
    folds_once(written, fold_clean, arena);
    folds_once(written, fold_clean_name, arena);
    folds_once(written, fold_key, arena);
    folds_once(written, halfwidth_text, arena);
    PROMISE(text_equal(fold_key(clean, arena), fold_key(written, arena)));
    PROMISE(text_equal(fold_key(fold_clean_name(written, arena), arena), fold_key(written, arena)));
    PROMISE((fold_oddities(clean) & FOLD_INVISIBLE) == 0);
    PROMISE(fold_length(written) == characters(written) && fold_columns(written) <= 2 * characters(written));
    PROMISE(fold_word_count(written) <= characters(written));
    PROMISE(copies_half(written, halfwidth_text(written, arena)));
    plain_stays(written, arena);
    name_is_safe(written, arena);
    free(block);
    arena_free(arena);
    return 0;
}
