#include "list/platform.h"

#include "table/kindname.h"
#include "text/fold.h"
#include "text/words.h"

enum { LINE_CHARACTERS = 40 };

static Text
without_end(Text text, Text end)
{
    return text_ends_with(text, end) ? text_sub(text, 0, text.len - end.len) : text;
}

/* What tells one platform from others. */
static Text
core(Text name)
{
    return without_end(without_end(name, TEXT("平台")), TEXT("工业互联网"));
}

bool
platform_is_same(Text left, Text right, bool loose)
{
    Text one = core(left), other = core(right);
    if (text_equal(one, other))
        return true;
    return loose && (text_find(one, other, 0) != SIZE_MAX || text_find(other, one, 0) != SIZE_MAX);
}

/* Behind the signs that part a name from what stands before it: 二、 附件1: ( 《 */
static Text
behind_signs(Text text)
{
    static const char *const signs[] = {"、", "(", ")", ":", ",", "。", "\"", "《", "》", NULL};
    for (const char *const *sign = signs; *sign != NULL; sign++) {
        size_t at;
        while ((at = text_find(text, text_of(*sign), 0)) != SIZE_MAX)
            text = text_sub(text, at + text_of(*sign).len, text.len);
    }
    return text;
}

/* Any platform, 其他平台, and sentences: 以下设备均接入公共服务平台. */
static bool
is_no_name(Text name)
{
    static const char *const begins[] = {"本",   "该",     "各",   "其他", "所有", "相关", "同一", "自有",
                                         "自建", "第三方", "省级", "市级", "国家", "接入", "子",   NULL};
    static const char *const inside[] = {"接入", "以下", "以上", "来自", "通过", "部署", "基于", "属于", NULL};
    Text own = core(name);
    return own.len == 0 || text_equal(own, TEXT("云")) || words_begin(begins, name) || words_inside(inside, name);
}

/* A name ends the line, or its bracket, or stands before what the list is called. */
static bool
may_follow(Text rest, const UploadKind *kind, Arena *arena)
{
    static const char *const signs[] = {")", "\"", "》", NULL};
    return rest.len == 0 || words_begin(signs, rest) || kindname_find(rest, kind, arena).len > 0;
}

Text
platform_named(Text line, const UploadKind *kind, Arena *arena)
{
    const Text word = TEXT("平台");
    if (fold_length(line) > LINE_CHARACTERS)
        return TEXT_NONE;
    Text folded = fold_key(line, arena);
    for (size_t at = text_find(folded, word, 0); at != SIZE_MAX; at = text_find(folded, word, at + word.len)) {
        size_t end = at + word.len;
        Text name = behind_signs(text_sub(folded, 0, end));
        if (may_follow(text_sub(folded, end, folded.len), kind, arena) && !is_no_name(name))
            return name;
    }
    return TEXT_NONE;
}
