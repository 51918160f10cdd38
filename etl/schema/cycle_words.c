#include "schema/cycle_words.h"

#include <inttypes.h>

#include "text/calendar.h"

typedef struct Word {
    const char *key;
    const char *chinese;
} Word;

static const Word KEYS[] = {
    {"office", "汇总单位"},
    {"form_year", "申报年度"},
    {"notice_no", "通知文号"},
    {"notice_date", "通知印发日期"},
    {"deadline", "受理截止时间"},
    {"deadline_inclusive", "截止时刻送达是否算按时"},
    {"zone", "时区"},
    {"late", "逾期如何处理"},
    {"quota", "每个推荐单位名额"},
    {"quota_advise", "建议数（超过只提示）"},
    {"surplus", "超额时如何取舍"},
    {"onward_limit", "上报名额"},
    {"onward_office", "上报对象"},
    {"onward_deadline", "上报截止时间"},
    {"award_year", "往年入选年份（须重新申报、不占名额）"},
    {"base_year", "指标数据年度"},
    {"since_year", "累计指标起算年"},
    {"direct_route", "是否受理企业直报"},
    {"attachment_no", "汇总表附件号"},
    {"copies", "报送份数"},
    {"region_prefix", "信用代码登记机关前缀"},
    {"reject_limit_percent", "清单不合格行退回界限（%）"},
    {"reminders", "催报时点（截止前天数，h为小时）"},
    {"keep_days", "被替换的清单在数据库中保留天数"},
    {"retain_until", "个人信息保存至"},
    {"units", "推荐单位"},
    {NULL, NULL},
};

static const Word VALUES[] = {
    {"refuse", "不予受理"},
    {"decide", "先登记不计，由本单位决定"},
    {"keep-first", "序号在前者暂计，其余待定"},
    {"hold-all", "该单位各项均待核"},
    {"true", "是"},
    {"false", "否"},
    {"null", "无"},
    {NULL, NULL},
};

static const Word UNIT_TYPES[] = {
    {"city", "设区市"},     {"district", "县区"},    {"zone", "功能区"},
    {"direct", "企业直报"}, {"related", "相关单位"}, {NULL, NULL},
};

static const char *const FIELD_TYPES[] = {[FIELD_TEXT] = "文字",       [FIELD_NAME] = "名称",
                                          [FIELD_PERSON] = "姓名",     [FIELD_UNIT] = "推荐单位",
                                          [FIELD_INTEGER] = "整数",    [FIELD_DECIMAL] = "数字",
                                          [FIELD_PHONE] = "电话",      [FIELD_MOBILE] = "手机",
                                          [FIELD_DATE] = "日期",       [FIELD_TIME] = "日期和时间",
                                          [FIELD_USCC] = "信用代码",   [FIELD_ENUM] = "选项",
                                          [FIELD_YEAR] = "年份",       [FIELD_SEQUENCE] = "序号",
                                          [FIELD_LONGTEXT] = "长文字", [FIELD_BOOLEAN] = "是/否",
                                          [FIELD_TICK] = "勾选",       [FIELD_EMAIL] = "电子邮箱",
                                          [FIELD_PERCENT] = "百分数",  [FIELD_PERIOD] = "时间或起止时间"};

static const char *const COMPARABLE[] = {
    [COMPARABLE_SAME] = "可比", [COMPARABLE_VARIANT] = "不可直接比", [COMPARABLE_NEW] = "另一年没有"};

static Text
look_up(const Word *words, Text key)
{
    for (; words->key != NULL; words++) {
        if (text_equal(key, text_of(words->key)))
            return text_of(words->chinese);
    }
    return key;
}

Text
cycle_word_key(Text key)
{
    return look_up(KEYS, key);
}

static bool
is_time(Text key)
{
    return text_equal(key, TEXT("notice_date")) || text_equal(key, TEXT("deadline")) ||
           text_equal(key, TEXT("onward_deadline"));
}

static Text
chinese_time(const CalendarTime *time, Arena *arena)
{
    Text date = arena_printf(arena, "%d年%d月%d日", time->year, time->month, time->day);

    if (time->precision <= CALENDAR_DAY)
        return date;
    return arena_printf(arena, "%" TEXT_FMT " %02d:%02d", TEXT_ARG(date), time->hour, time->minute);
}

Text
cycle_word_value(const Setting *setting, Arena *arena)
{
    CalendarTime time;

    if (is_time(setting->key) && setting->type == JSON_STRING && calendar_read(setting->value, &time))
        return chinese_time(&time, arena);
    return look_up(VALUES, setting->value);
}

Text
cycle_word_unit_type(Text type)
{
    return look_up(UNIT_TYPES, type);
}

Text
cycle_word_field_type(FieldType type)
{
    return text_of(FIELD_TYPES[type]);
}

Text
cycle_word_comparable(Comparable comparable, Text why, Arena *arena)
{
    Text word = text_of(COMPARABLE[comparable]);

    return why.len == 0 ? word : arena_printf(arena, "%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(word), TEXT_ARG(why));
}

Text
cycle_word_years(Text years, const Cycle *cycle, Arena *arena)
{
    return upload_years_text(years, cycle->base_year, cycle->since_year, arena);
}

Text
cycle_word_copies(const CycleCopies *copies, Arena *arena)
{
    return arena_printf(arena, "申报书%" PRId64 "份，汇总表%" PRId64 "份，光盘%" PRId64 "份", copies->application,
                        copies->summary, copies->disc);
}
