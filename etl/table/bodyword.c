#include "table/bodyword.h"

#include "text/calendar.h"
#include "text/character.h"
#include "text/words.h"

enum { LABEL_MAX_BYTES = 10 * 3, SUM_MAX_BYTES = 10 * 3 };

/* True where `folded` is `word` alone, or goes on with a digit or a sign as a heading does: "注1", "说明：", "示例(一)". */
static bool
is_heading(Text folded, Text word)
{
    if (!text_starts_with(folded, word))
        return false;
    if (folded.len == word.len)
        return true;
    char next = folded.ptr[word.len];
    return (next >= '0' && next <= '9') || next == ':' || next == '(' || next == '.' || next == '-' ||
           text_starts_with(text_sub(folded, word.len, folded.len), TEXT("、"));
}

static bool
is_any_heading(Text folded, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (is_heading(folded, text_of(*words)))
            return true;
    }
    return false;
}

bool
bodyword_is_note(Text folded)
{
    static const char *const notes[] = {"说明",     "注",       "备注",     "注意",     "注意事项", "填表说明",
                                        "填报说明", "填写说明", "填表须知", "填表要求", NULL};
    return is_any_heading(folded, notes);
}

/* True where a short label with a colon names who signs, when, or what they say. */
static bool
is_signature_label(Text folded)
{
    static const char *const ends[] = {"人",   "领导", "长",   "主任", "审核", "复核", "审批", "批准", "制表", "填表",
                                       "填报", "意见", "日期", "时间", "签名", "签字", "电话", "传真", "邮箱", NULL};
    size_t colon = text_find(folded, TEXT(":"), 0);
    return colon <= LABEL_MAX_BYTES && words_end(ends, text_sub(folded, 0, colon));
}

bool
bodyword_is_signature(Text folded)
{
    static const char *const stamps[] = {"(盖章)", "(公章)", "(签章)", "(签字)", "(加盖公章)",
                                         "盖章:",  "公章:",  "签章:",  "签字:",  NULL};
    return is_signature_label(folded) || words_inside(stamps, folded);
}

static bool
is_digit(Text character)
{
    static const char *const digits[] = {"〇", "○",  "零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九", "十", NULL};
    return (character.len == 1 && character.ptr[0] >= '0' && character.ptr[0] <= '9') || words_have(digits, character);
}

/* 年, 月 and 日 in this order with nothing but digits between. */
static bool
is_chinese_date(Text folded)
{
    static const char *const parts[] = {"年", "月", "日"};
    size_t seen = 0;
    for (size_t at = 0; at < folded.len;) {
        Text character = character_at(folded, at);
        at += character.len;
        if (is_digit(character))
            continue;
        if (seen == 3 || !text_equal(character, text_of(parts[seen])))
            return false;
        seen++;
    }
    return seen == 3;
}

bool
bodyword_is_date(Text folded)
{
    CalendarTime time;
    return is_chinese_date(folded) || (calendar_read(folded, &time) && time.precision >= CALENDAR_DAY);
}

/* Firms may be called 合计量仪有限公司. */
static bool
ends_as_firms_do(Text folded)
{
    static const char *const ends[] = {"公司", "集团", "厂", "院", "所", "社", "店", "中心", NULL};
    return words_end(ends, folded);
}

bool
bodyword_is_total(Text folded, bool alone)
{
    static const char *const totals[] = {"合计", "总计", "小计", "共计", "累计", "共", NULL};
    static const char *const openings[] = {"合计", "总计", "小计", "共计", "总共", "共推荐", NULL};
    return is_any_heading(folded, totals) || (alone && words_begin(openings, folded) && !ends_as_firms_do(folded));
}

/* Without the brackets around it, or the colon behind it. */
static Text
bare_label(Text folded)
{
    if (text_starts_with(folded, TEXT("(")) && text_ends_with(folded, TEXT(")")))
        folded = text_sub(folded, 1, folded.len - 2);
    return text_ends_with(folded, TEXT(":")) ? text_sub(folded, 0, folded.len - 1) : folded;
}

/* What stands before 合计 where it sums up rows: nothing, or which rows, or of what. */
static bool
says_of_what(Text before)
{
    static const char *const openings[] = {"本页", "本表", "本册", "本市", "本区", "本县", "本单位", "以上", "全部",
                                           "全市", "全省", "全区", "全县", "金额", "数量", "人数",   "台数", NULL};
    static const char *const ends[] = {"市", "区", "县", "省", "页", "表", "册", "类", NULL};
    return before.len == 0 || words_begin(openings, before) || words_end(ends, before);
}

bool
bodyword_sums_up(Text folded, bool among_figures)
{
    static const char *const sums[] = {"合计", "总计", "小计", "共计", "累计", NULL};
    static const char *const alone[] = {"汇总",  "总额",     "总数",       "总和", "平均",    "平均值", "均值",
                                        "total", "subtotal", "grandtotal", "sum",  "average", NULL};
    Text label = bare_label(folded);
    if (among_figures && words_have(alone, label))
        return true;
    for (const char *const *sum = sums; *sum != NULL; sum++) {
        size_t at = text_find(label, text_of(*sum), 0);
        if (at == SIZE_MAX || label.len > SUM_MAX_BYTES || ends_as_firms_do(label))
            continue;
        Text behind = text_sub(label, at, label.len);
        bool ends = text_equal(behind, text_of(*sum));
        if ((ends && among_figures) ||
            ((ends || is_heading(behind, text_of(*sum))) && says_of_what(text_sub(label, 0, at))))
            return true;
    }
    return false;
}

bool
bodyword_is_sample(Text folded, bool whole)
{
    static const char *const words[] = {"例", "例如", "示例", "样例", "范例", "填写示例", "填报示例", "填表示例", NULL};
    static const char *const bracketed[] = {"(例)", "(示例)", "(样例)", "(填写示例)", NULL};
    if (whole)
        return words_have(words, folded) || words_have(bracketed, folded);
    return is_any_heading(folded, words) || words_inside(bracketed, folded);
}

bool
bodyword_is_blank_name(Text folded)
{
    static const char *const blanks[] = {"xx", "××", "某某", "**", "○○", "...", NULL};
    return words_begin(blanks, folded);
}

bool
bodyword_states_nothing(Text folded)
{
    static const char *const words[] = {"无推荐", "零推荐", "无申报", "零申报", "零报告", "无符合", "没有推荐", NULL};
    return words_inside(words, folded);
}

bool
bodyword_refers_elsewhere(Text folded)
{
    static const char *const words[] = {"略", "(略)", "从略", "另附", NULL};
    static const char *const openings[] = {"详见附件", "详见附表", "见附件", "见附表", "另附件", "另附表", NULL};
    return words_have(words, folded) || words_begin(openings, folded);
}

static bool
is_page_mark(Text folded)
{
    static const char *const parts[] = {"第", "共", "页", "/", "-", ",", NULL};
    bool page = false;
    for (size_t at = 0; at < folded.len;) {
        Text character = character_at(folded, at);
        at += character.len;
        page |= text_equal(character, TEXT("页"));
        if (!is_digit(character) && !words_have(parts, character))
            return false;
    }
    return page;
}

bool
bodyword_is_furniture(Text folded)
{
    static const char *const words[] = {"以下空白", "以下无正文", "此页无正文", NULL};
    return is_page_mark(folded) || words_inside(words, folded);
}

bool
bodyword_is_hint(Text folded)
{
    static const char *const words[] = {"必填", "选填", "非必填", "必填项", "选填项", NULL};
    return words_have(words, folded) || (text_starts_with(folded, TEXT("(")) && text_ends_with(folded, TEXT(")")));
}
