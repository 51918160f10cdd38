#include "schema/remark.h"

#include "schema/label.h"
#include "text/fold.h"
#include "text/words.h"

/* A longer remark explains, and who writes 预计 in it may mean anything; 2021年以来新增 is what is counted since 2021. */
enum { REMARK_SHORT = 12 };

static const char *const PLANS[] = {"计划", "目标", "预计", "预期", "预测", "预估", "估算", "预算", "规划", NULL};

static bool
is_printed(Text word, const Field *field, Arena *arena)
{
    if (field == NULL)
        return false;
    for (size_t i = 0; i < field->alias_count; i++) {
        if (text_find(field->aliases[i], word, 0) != SIZE_MAX)
            return true;
    }
    return text_find(fold_key(field->description, arena), word, 0) != SIZE_MAX ||
           text_find(fold_key(field->group, arena), word, 0) != SIZE_MAX;
}

/* One of the words that the form does not print itself. */
static bool
says(Text folded, const char *const *words, const Field *field, Arena *arena)
{
    for (; *words != NULL; words++) {
        Text word = text_of(*words);
        if (text_find(folded, word, 0) != SIZE_MAX && !is_printed(word, field, arena))
            return true;
    }
    return false;
}

/* What is counted since a year is a running total by itself, and so is the sum of three years. */
static bool
is_running(const Field *field)
{
    int64_t first;
    int64_t last;
    return field != NULL && field->years.len > 0 && (!upload_years(field->years, &first, &last) || first < last);
}

RemarkSense
remark_sense(Text written, const Field *field, Arena *arena)
{
    static const char *const others[] = {"拟建", "拟投", "拟增", "新增", "增量", "增长", "同比", NULL};
    static const char *const since[] = {"以来", "至今", "开始", "起", NULL};
    static const char *const without[] = {"不含", "不包括", "不包含", "不计", "剔除", "扣除", "除外", NULL};
    static const char *const partly[] = {"申请中", "在申",   "受理中", "在建", "在研", "意向", "月均",
                                         "日均",   "上半年", "下半年", "季度", "同期", NULL};
    static const char *const running[] = {"累计", NULL};
    Text folded = fold_key(written, arena);
    if (words_inside(without, folded))
        return REMARK_NONE;
    if (says(folded, PLANS, field, arena) || says(folded, others, field, arena))
        return fold_length(folded) > REMARK_SHORT || words_inside(since, folded) ? REMARK_DOUBTFUL : REMARK_OTHER;
    bool total = field != NULL && !is_running(field) && says(folded, running, field, arena);
    return total || says(folded, partly, field, arena) ? REMARK_DOUBTFUL : REMARK_NONE;
}

RemarkSense
remark_of_label(Text label, const Field *field, Arena *arena)
{
    RemarkSense worst = REMARK_NONE;
    size_t at = 0;
    for (Text note = label_note(label, &at); note.ptr != NULL; note = label_note(label, &at)) {
        RemarkSense sense = remark_sense(note, field, arena);
        worst = sense > worst ? sense : worst;
    }
    return worst;
}

bool
remark_is_plan(Text folded)
{
    static const char *const before[] = {"年度", "全年", "本年", "当年", "年", "", NULL};
    static const char *const behind[] = {"完成数", "完成", "数值", "数据", "数", "值", "", NULL};
    for (size_t i = 0; before[i] != NULL; i++) {
        for (size_t k = 0; behind[k] != NULL; k++) {
            size_t around = text_of(before[i]).len + text_of(behind[k]).len;
            bool fits = folded.len > around && text_starts_with(folded, text_of(before[i])) &&
                        text_ends_with(folded, text_of(behind[k]));
            if (fits && words_have(PLANS, text_sub(folded, text_of(before[i]).len, folded.len - around)))
                return true;
        }
    }
    return false;
}
