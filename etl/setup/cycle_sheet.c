#include "setup/cycle_sheet.h"

#include <inttypes.h>

#include "out/workbook.h"
#include "schema/cycle_words.h"
#include "schema/field_words.h"

/* The last columns of every sheet: where a thing comes from, and the checker's own mark. */
#define PROVENANCE_COLUMNS                                                                                             \
    {TEXT("依据"), 34, WORKBOOK_WORDS}, {TEXT("假定及理由"), 44, WORKBOOK_WORDS},                                      \
    {                                                                                                                  \
        TEXT("核对"), 8, WORKBOOK_CODE                                                                                 \
    }

static Text
yes_no(bool yes)
{
    return yes ? TEXT("是") : TEXT("否");
}

static Text
number(int64_t value, Arena *arena)
{
    return arena_printf(arena, "%" PRId64, value);
}

/* A sheet with its title, its note and its label row. */
static bool
begin(Workbook *book, const char *name, const WorkbookColumn *columns, size_t count, const Cycle *cycle, Arena *arena,
      Err *err)
{
    WorkbookSheet sheet = {.name = text_of(name), .look = WORKBOOK_LEDGER, .columns = columns, .column_count = count};
    Text title = arena_printf(arena, "%" TEXT_FMT "　%s", TEXT_ARG(cycle->title), name);

    return workbook_sheet(book, &sheet, err) && workbook_line(book, WORKBOOK_TITLE, title, err) &&
           workbook_line(
               book, WORKBOOK_NOTE,
               arena_printf(arena, "周期代码：%" TEXT_FMT "　文件摘要：%.12s", TEXT_ARG(cycle->name), cycle->sha256),
               err) &&
           workbook_labels(book, err);
}

static bool
sign(Workbook *book, const Cycle *cycle, Arena *arena, Err *err)
{
    Text office = arena_printf(arena, "%" TEXT_FMT "（盖章）", TEXT_ARG(cycle->office));

    return workbook_line(book, WORKBOOK_NOTE,
                         TEXT("凡有“假定及理由”的，均非通知所印，请逐项核对；不同意的，请在“核对”栏写明应取何值。"),
                         err) &&
           workbook_line(book, WORKBOOK_HEAD, TEXT("经办人（签字）：　　　　　　　　日期：　　　　年　　月　　日"),
                         err) &&
           workbook_line(book, WORKBOOK_HEAD, TEXT("主管处室负责人（签字）：　　　　日期：　　　　年　　月　　日"),
                         err) &&
           workbook_line(book, WORKBOOK_STAMP, office, err);
}

/* How a value is read out; the units have a sheet of their own. */
static Text
shown_value(const Cycle *cycle, const Setting *setting, Arena *arena)
{
    if (text_equal(setting->key, TEXT("units")))
        return arena_printf(arena, "%zu个，见“推荐单位”", cycle->unit_count);
    if (text_equal(setting->key, TEXT("copies")))
        return cycle_word_copies(&cycle->copies, arena);
    return cycle_word_value(setting, arena);
}

static bool
write_values(Workbook *book, const Cycle *cycle, Arena *arena, Err *err)
{
    static const WorkbookColumn COLUMNS[] = {
        {TEXT("事项"), 34, WORKBOOK_WORDS}, {TEXT("取值"), 34, WORKBOOK_WORDS}, PROVENANCE_COLUMNS};

    if (!begin(book, "周期核对表", COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), cycle, arena, err))
        return false;
    for (size_t i = 0; i < cycle->value_count; i++) {
        const Setting *setting = &cycle->values[i];
        Text cells[] = {cycle_word_key(setting->key), shown_value(cycle, setting, arena), setting->clause,
                        setting->assumed, TEXT_NONE};
        if (!workbook_row(book, cells, err))
            return false;
    }
    return sign(book, cycle, arena, err);
}

static bool
write_units(Workbook *book, const Cycle *cycle, Arena *arena, Err *err)
{
    static const WorkbookColumn COLUMNS[] = {
        {TEXT("序号"), 6, WORKBOOK_COUNT},          {TEXT("代码"), 10, WORKBOOK_CODE},
        {TEXT("推荐单位全称"), 36, WORKBOOK_WORDS}, {TEXT("简称"), 18, WORKBOOK_WORDS},
        {TEXT("类型"), 10, WORKBOOK_CODE},          {TEXT("可识别写法"), 70, WORKBOOK_WORDS},
        {TEXT("说明"), 34, WORKBOOK_WORDS},         {TEXT("核对"), 8, WORKBOOK_CODE}};

    if (!begin(book, "推荐单位", COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), cycle, arena, err))
        return false;
    for (size_t i = 0; i < cycle->unit_count; i++) {
        const CycleUnit *unit = &cycle->units[i];
        Text cells[] = {number((int64_t)i + 1, arena),
                        unit->code,
                        unit->name,
                        unit->short_name,
                        cycle_word_unit_type(unit->type),
                        field_words_join(unit->aliases, unit->alias_count, arena),
                        unit->note,
                        TEXT_NONE};
        if (!workbook_row(book, cells, err))
            return false;
    }
    return true;
}

static bool
write_kind(Workbook *book, const Cycle *cycle, const UploadKind *kind, Arena *arena, Err *err)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        Text cells[] = {kind->title,
                        field_words_place(field, arena),
                        field->title,
                        cycle_word_field_type(field->type),
                        yes_no(field->required),
                        yes_no(field->printed),
                        field_words_unit(field, arena),
                        yes_no(field->three_state),
                        field_words_range(field, arena),
                        cycle_word_years(field->years, cycle, arena),
                        cycle_word_comparable(field->comparable, field->comparable_why, arena),
                        field_words_join(field->aliases, field->alias_count, arena),
                        field->clause,
                        field->assumed,
                        TEXT_NONE};
        if (!workbook_row(book, cells, err))
            return false;
    }
    return true;
}

static bool
write_fields(Workbook *book, const Cycle *cycle, const UploadSet *uploads, Arena *arena, Err *err)
{
    static const WorkbookColumn COLUMNS[] = {{TEXT("表名"), 30, WORKBOOK_WORDS},
                                             {TEXT("位置"), 26, WORKBOOK_WORDS},
                                             {TEXT("栏目"), 24, WORKBOOK_WORDS},
                                             {TEXT("类型"), 10, WORKBOOK_CODE},
                                             {TEXT("必填"), 8, WORKBOOK_CODE},
                                             {TEXT("印在表上"), 10, WORKBOOK_CODE},
                                             {TEXT("单位"), 14, WORKBOOK_WORDS},
                                             {TEXT("可填“无”"), 10, WORKBOOK_CODE},
                                             {TEXT("取值"), 24, WORKBOOK_WORDS},
                                             {TEXT("数据年度"), 14, WORKBOOK_WORDS},
                                             {TEXT("跨年可比"), 24, WORKBOOK_WORDS},
                                             {TEXT("可识别写法"), 50, WORKBOOK_WORDS},
                                             PROVENANCE_COLUMNS};

    if (!begin(book, "表格栏目", COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), cycle, arena, err))
        return false;
    for (size_t i = 0; i < uploads->kind_count; i++) {
        if (!write_kind(book, cycle, &uploads->kinds[i], arena, err))
            return false;
    }
    return true;
}

static bool
write_rules(Workbook *book, const Cycle *cycle, const Messages *messages, Arena *arena, Err *err)
{
    static const WorkbookColumn COLUMNS[] = {{TEXT("规则"), 24, WORKBOOK_WORDS},
                                             {TEXT("代码"), 34, WORKBOOK_WORDS},
                                             {TEXT("级别"), 8, WORKBOOK_CODE},
                                             PROVENANCE_COLUMNS};

    if (!begin(book, "规则", COLUMNS, sizeof(COLUMNS) / sizeof(COLUMNS[0]), cycle, arena, err))
        return false;
    for (size_t i = 0; i < cycle->rule_count; i++) {
        const CycleRule *rule = &cycle->rules[i];
        Text cells[] = {messages_title(messages, rule->code),
                        rule->code,
                        rule->error ? TEXT("错误") : TEXT("提示"),
                        rule->clause,
                        rule->assumed,
                        TEXT_NONE};
        if (!workbook_row(book, cells, err))
            return false;
    }
    return true;
}

bool
cycle_sheet_write(const char *path, const Cycle *cycle, const UploadSet *uploads, const Messages *messages,
                  Arena *arena, Err *err)
{
    Workbook *book = workbook_open(path, err);
    bool ok = book != NULL && write_values(book, cycle, arena, err) && write_units(book, cycle, arena, err) &&
              write_fields(book, cycle, uploads, arena, err) && write_rules(book, cycle, messages, arena, err) &&
              workbook_commit(book, err);

    workbook_free(book);
    return ok;
}
