#include "results/reviewbook.h"

#include "out/workbook.h"
#include "results/datafiles.h"
#include "schema/cycle_words.h"

/* How a cell of the ledger is made from the query's column. */
typedef enum Show {
    SHOW_PLAIN,
    SHOW_NUMBER,   /* the line's own number */
    SHOW_YES,      /* 是, else nothing */
    SHOW_REASONS,  /* codes parted by ";" as short names */
    SHOW_DECISION, /* words of a closed list */
    SHOW_OUTCOME,
    SHOW_SEVERITY,
    SHOW_UPLOAD_KIND,
    SHOW_MESSAGE /* the finding's message */
} Show;

typedef struct LedgerColumn {
    WorkbookColumn column;
    const char *source;
    Show show;
} LedgerColumn;

typedef struct LedgerSheet {
    Text name;
    StateTable table;
    const LedgerColumn *columns;
    size_t count;
} LedgerSheet;

static const LedgerColumn nomination_columns[] = {
    {{TEXT("行号"), 5, WORKBOOK_COUNT}, NULL, SHOW_NUMBER},
    {{TEXT("推荐单位"), 18, WORKBOOK_WORDS}, "unit_name", SHOW_PLAIN},
    {{TEXT("序号"), 5, WORKBOOK_COUNT}, "seq", SHOW_PLAIN},
    {{TEXT("工业互联网平台名称"), 22, WORKBOOK_WORDS}, "platform", SHOW_PLAIN},
    {{TEXT("依托企业"), 24, WORKBOOK_WORDS}, "enterprise", SHOW_PLAIN},
    {{TEXT("结论"), 14, WORKBOOK_CODE}, "decision", SHOW_DECISION},
    {{TEXT("占名额"), 7, WORKBOOK_CODE}, "counts_against_quota", SHOW_YES},
    {{TEXT("原因"), 22, WORKBOOK_WORDS}, "reasons", SHOW_REASONS},
    {{TEXT("来源文件"), 22, WORKBOOK_WORDS}, "file", SHOW_PLAIN},
    {{TEXT("工作表"), 9, WORKBOOK_WORDS}, "sheet", SHOW_PLAIN},
    {{TEXT("原表行"), 7, WORKBOOK_COUNT}, "row", SHOW_PLAIN},
};

static const LedgerColumn quota_columns[] = {
    {{TEXT("推荐单位"), 32, WORKBOOK_WORDS}, "unit_name", SHOW_PLAIN},
    {{TEXT("名额"), 10, WORKBOOK_COUNT}, "quota", SHOW_PLAIN},
    {{TEXT("报送条数"), 10, WORKBOOK_COUNT}, "rows", SHOW_PLAIN},
    {{TEXT("占名额"), 10, WORKBOOK_COUNT}, "counted", SHOW_PLAIN},
    {{TEXT("不占名额"), 10, WORKBOOK_COUNT}, "exempt", SHOW_PLAIN},
    {{TEXT("超额批准"), 10, WORKBOOK_COUNT}, "waived", SHOW_PLAIN},
    {{TEXT("超额待定"), 10, WORKBOOK_COUNT}, "over_quota", SHOW_PLAIN},
    {{TEXT("其他待定"), 10, WORKBOOK_COUNT}, "held", SHOW_PLAIN},
    {{TEXT("取舍未定"), 10, WORKBOOK_CODE}, "surplus_unsettled", SHOW_YES},
};

static const LedgerColumn application_columns[] = {
    {{TEXT("推荐单位"), 18, WORKBOOK_WORDS}, "unit_name", SHOW_PLAIN},
    {{TEXT("序号"), 5, WORKBOOK_COUNT}, "seq", SHOW_PLAIN},
    {{TEXT("工业互联网平台名称"), 22, WORKBOOK_WORDS}, "platform", SHOW_PLAIN},
    {{TEXT("依托企业"), 24, WORKBOOK_WORDS}, "enterprise", SHOW_PLAIN},
    {{TEXT("申报材料"), 9, WORKBOOK_CODE}, "state", SHOW_PLAIN},
    {{TEXT("缺少"), 24, WORKBOOK_WORDS}, "missing", SHOW_PLAIN},
    {{TEXT("有误"), 30, WORKBOOK_WORDS}, "errors", SHOW_REASONS},
    {{TEXT("清单行数"), 10, WORKBOOK_COUNT}, "rows", SHOW_PLAIN},
    {{TEXT("退回行数"), 9, WORKBOOK_COUNT}, "rejected", SHOW_PLAIN},
    {{TEXT("来源文件"), 34, WORKBOOK_WORDS}, "files", SHOW_PLAIN},
};

static const LedgerColumn upload_columns[] = {
    {{TEXT("推荐单位"), 18, WORKBOOK_WORDS}, "unit_name", SHOW_PLAIN},
    {{TEXT("文件"), 36, WORKBOOK_WORDS}, "file", SHOW_PLAIN},
    {{TEXT("类型"), 8, WORKBOOK_CODE}, "kind", SHOW_UPLOAD_KIND},
    {{TEXT("平台"), 18, WORKBOOK_WORDS}, "platform", SHOW_PLAIN},
    {{TEXT("送达时间"), 26, WORKBOOK_CODE}, "received_at", SHOW_PLAIN},
    {{TEXT("结果"), 12, WORKBOOK_CODE}, "outcome", SHOW_OUTCOME},
    {{TEXT("原因"), 24, WORKBOOK_WORDS}, "reason", SHOW_REASONS},
    {{TEXT("SHA-256"), 34, WORKBOOK_WORDS}, "sha256", SHOW_PLAIN},
};

static const LedgerColumn finding_columns[] = {
    {{TEXT("推荐单位"), 18, WORKBOOK_WORDS}, "unit_name", SHOW_PLAIN},
    {{TEXT("文件"), 22, WORKBOOK_WORDS}, "file", SHOW_PLAIN},
    {{TEXT("工作表"), 9, WORKBOOK_WORDS}, "sheet", SHOW_PLAIN},
    {{TEXT("单元格"), 7, WORKBOOK_CODE}, "cell", SHOW_PLAIN},
    {{TEXT("栏目"), 12, WORKBOOK_WORDS}, "field", SHOW_PLAIN},
    {{TEXT("程度"), 6, WORKBOOK_CODE}, "severity", SHOW_SEVERITY},
    {{TEXT("问题及办理"), 44, WORKBOOK_WORDS}, "code", SHOW_MESSAGE},
    {{TEXT("原文"), 16, WORKBOOK_WORDS}, "raw", SHOW_PLAIN},
    {{TEXT("依据"), 16, WORKBOOK_WORDS}, "clause", SHOW_PLAIN},
    {{TEXT("代码"), 16, WORKBOOK_WORDS}, "code", SHOW_PLAIN},
};

static const WorkbookColumn assumption_columns[] = {
    {TEXT("项目"), 26, WORKBOOK_WORDS},
    {TEXT("取值"), 30, WORKBOOK_WORDS},
    {TEXT("为何如此取值"), 50, WORKBOOK_WORDS},
    {TEXT("相关条款"), 36, WORKBOOK_WORDS},
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const LedgerSheet sheets[] = {
    {TEXT("审核结果"), STATE_DECISIONS, nomination_columns, COUNT_OF(nomination_columns)},
    {TEXT("名额"), STATE_QUOTA, quota_columns, COUNT_OF(quota_columns)},
    {TEXT("申报材料"), STATE_APPLICATIONS, application_columns, COUNT_OF(application_columns)},
    {TEXT("上传文件"), STATE_UPLOADS, upload_columns, COUNT_OF(upload_columns)},
    {TEXT("问题清单"), STATE_FINDINGS, finding_columns, COUNT_OF(finding_columns)},
};

static Text
cell_of(const State *state, StateTable table, const LedgerColumn *column, size_t row)
{
    Text value = column->source != NULL ? state_cell(state, table, row, column->source) : TEXT_NONE;
    switch (column->show) {
    case SHOW_NUMBER:
        return arena_printf(state->arena, "%zu", row + 1);
    case SHOW_YES:
        return text_equal(value, TEXT("true")) ? TEXT("是") : TEXT_NONE;
    case SHOW_REASONS:
        return state_titles(state, value, state->arena);
    case SHOW_DECISION:
        return state_word(state, "decision", value);
    case SHOW_OUTCOME:
        return state_word(state, "outcome", value);
    case SHOW_SEVERITY:
        return state_word(state, "severity", value);
    case SHOW_UPLOAD_KIND:
        return state_word(state, "kind", value);
    case SHOW_MESSAGE:
        return datafiles_message(state, row);
    default:
        return value;
    }
}

static bool
write_rows(const State *state, Workbook *book, const LedgerSheet *sheet, Err *err)
{
    Text cells[WORKBOOK_COLUMN_MAX];
    for (size_t row = 0; row < state_rows(state, sheet->table); row++) {
        for (size_t i = 0; i < sheet->count; i++)
            cells[i] = cell_of(state, sheet->table, &sheet->columns[i], row);
        if (!workbook_row(book, cells, err))
            return false;
    }
    return true;
}

static bool
begin_sheet(const State *state, Workbook *book, const WorkbookSheet *sheet, Err *err)
{
    Text title =
        arena_printf(state->arena, "%" TEXT_FMT "：%" TEXT_FMT, TEXT_ARG(state->cycle->title), TEXT_ARG(sheet->name));
    Text note = arena_printf(state->arena, "截至 %" TEXT_FMT, TEXT_ARG(state->as_of));
    return workbook_sheet(book, sheet, err) && workbook_line(book, WORKBOOK_TITLE, title, err) &&
           workbook_line(book, WORKBOOK_NOTE, note, err) && workbook_labels(book, err);
}

static bool
write_sheet(const State *state, Workbook *book, const LedgerSheet *sheet, Err *err)
{
    WorkbookColumn columns[WORKBOOK_COLUMN_MAX];
    for (size_t i = 0; i < sheet->count; i++)
        columns[i] = sheet->columns[i].column;
    WorkbookSheet head = {sheet->name, WORKBOOK_LEDGER, columns, sheet->count};
    return begin_sheet(state, book, &head, err) && write_rows(state, book, sheet, err);
}

static bool
write_assumed_values(const State *state, Workbook *book, Err *err)
{
    const Cycle *cycle = state->cycle;
    for (size_t i = 0; i < cycle->value_count; i++) {
        const Setting *setting = &cycle->values[i];
        bool copies = text_equal(setting->key, TEXT("copies"));
        bool units = text_equal(setting->key, TEXT("units"));
        Text value = copies  ? cycle_word_copies(&cycle->copies, state->arena)
                     : units ? arena_printf(state->arena, "%zu个", cycle->unit_count)
                             : cycle_word_value(setting, state->arena);
        const Text cells[] = {cycle_word_key(setting->key), value, setting->assumed, setting->clause};
        if (setting->assumed.len > 0 && !workbook_row(book, cells, err))
            return false;
    }
    return true;
}

static bool
write_assumed_rules(const State *state, Workbook *book, Err *err)
{
    const Cycle *cycle = state->cycle;
    for (size_t i = 0; i < cycle->rule_count; i++) {
        const CycleRule *rule = &cycle->rules[i];
        Text severity = state_word(state, "severity", rule->error ? TEXT("error") : TEXT("warning"));
        const Text cells[] = {messages_title(state->messages, rule->code), severity, rule->assumed, rule->clause};
        if (rule->assumed.len > 0 && !workbook_row(book, cells, err))
            return false;
    }
    return true;
}

static bool
write_assumptions(const State *state, Workbook *book, Err *err)
{
    WorkbookSheet sheet = {TEXT("假设"), WORKBOOK_LEDGER, assumption_columns, COUNT_OF(assumption_columns)};
    return begin_sheet(state, book, &sheet, err) && write_assumed_values(state, book, err) &&
           write_assumed_rules(state, book, err);
}

bool
reviewbook_write(const State *state, const Outbox *outbox, Err *err)
{
    Workbook *book = workbook_open(outbox_path(outbox, TEXT("审核台账.xlsx")), err);
    bool ok = book != NULL;
    for (size_t i = 0; ok && i < COUNT_OF(sheets); i++)
        ok = write_sheet(state, book, &sheets[i], err);
    ok = ok && write_assumptions(state, book, err) && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}
