#include "asked/form_said.h"

#include "schema/field.h"
#include "text/amount.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/unit.h"
#include "text/words.h"

enum { FIGURE_MOST = 16 };

/* As far as the part goes: 三万个 of 三万个；业务流程模型…; empty where that is too much for a figure. */
static Text
part_at(const FormText *text, size_t at)
{
    static const char *const ends[] = {";", ",", "。", "、", "(", NULL};
    size_t end = at;
    while (end < text->count && end - at <= FIGURE_MOST && form_text_match_any(text, end, ends) == 0 &&
           (end == at || !text->glyphs[end].after_line))
        end++;
    return end - at > FIGURE_MOST ? TEXT_NONE : form_text_between(text, at, end);
}

Text
form_said_stem(Text answer, const Field *field)
{
    bool behind = field->unit.len > 0 && answer.len > field->unit.len && text_ends_with(answer, field->unit);
    return behind ? text_trim(text_sub(answer, 0, answer.len - field->unit.len)) : answer;
}

static bool
is_ascii(Text text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.ptr[i] > '~')
            return false;
    }
    return true;
}

static bool
is_counted_in(Text unit, const Field *field)
{
    const char *factor;
    return unit.len == 0 || unit_factor(unit, field->unit, &factor);
}

/* 一万二, 几十, 百余: figures that nobody can tell, and no other words. */
static bool
is_numeral(Text stem)
{
    static const char *const characters[] = {"零", "〇", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九",
                                             "十", "百", "千", "万", "亿", "几", "数", "上", "余", "多", NULL};
    size_t at = 0;
    while (at < stem.len && words_have(characters, character_at(stem, at)))
        at += character_at(stem, at).len;
    return at == stem.len;
}

bool
form_said_figure(const FormText *text, size_t at, const Field *field, Arena *arena)
{
    static const char *const instead[] = {"若干", "少量", "不适用", "未统计", NULL};
    Text said = part_at(text, at);
    Amount amount;
    if (!field_is_number(field) || said.len == 0)
        return false;
    Text stem = form_said_stem(said, field);
    if (words_have(instead, stem) || filler_kind(stem) != FILLER_NOT)
        return true;
    if (stem.len < said.len && (is_ascii(stem) || is_numeral(stem)))
        return true;
    return amount_read(said, arena, &amount) != AMOUNT_NONE && is_counted_in(amount.unit, field);
}

/* Without the signs around it. */
static Text
bare_prompt(Text raw)
{
    static const char *const signs[] = {"。", ".",  "…",  "[", "]", "【", "】", "(",
                                        ")",  "（", "）", "<", ">", "-",  "—",  NULL};
    size_t from = 0;
    size_t to = 0;
    for (size_t at = 0; at < raw.len;) {
        Text character = character_at(raw, at);
        at += character.len;
        if (words_have(signs, character) || character_is_blank(character))
            from = to == 0 ? at : from;
        else
            to = at;
    }
    return to > from ? text_sub(raw, from, to - from) : TEXT_NONE;
}

bool
form_said_prompt(Text raw)
{
    static const char *const begin[] = {"单击此处输入", "单击或点击此处输入", "点击此处输入",
                                        "单击这里输入", "点击或单击此处输入", "单击此处添加",
                                        "单击以输入",   "点击以输入",         NULL};
    static const char *const whole[] = {"选择一项",
                                        "请选择",
                                        "请选择一项",
                                        "请选择日期",
                                        "选择日期",
                                        "请输入",
                                        "请填写",
                                        "点击输入",
                                        "点击选择",
                                        "单击选择日期",
                                        "Click here to enter text",
                                        "Click or tap here to enter text",
                                        "Click or tap to enter a date",
                                        "Click here to enter a date",
                                        "Choose an item",
                                        NULL};
    enum { PROMPT_BYTES = 48 };
    Text bare = raw.len <= PROMPT_BYTES ? bare_prompt(raw) : TEXT_NONE;
    return bare.len > 0 && (words_have(whole, bare) || words_begin(begin, bare));
}
