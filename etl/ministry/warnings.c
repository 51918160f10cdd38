#include "ministry/warnings.h"

#include "schema/cycle_words.h"

static const Text labels[WARNING_COLUMNS] = {TEXT("级别"),     TEXT("代码"),     TEXT("提示"),
                                             TEXT("推荐单位"), TEXT("平台名称"), TEXT("文件"),
                                             TEXT("工作表"),   TEXT("位置"),     TEXT("说明")};

static Text
nomination_cell(const Content *content, size_t no, const char *column)
{
    return state_cell(content->state, STATE_NOMINATIONS, content->rows[no], column);
}

static Text *
add(const Content *content, Grid *grid, const char *severity, Text code)
{
    Text *row = grid_add(grid);
    row[WARNING_LEVEL] = state_word(content->state, "severity", text_of(severity));
    row[WARNING_CODE] = code;
    row[WARNING_TITLE] = messages_title(content->state->messages, code);
    return row;
}

static Text
finding_cell(const Content *content, size_t finding, const char *column)
{
    return state_cell(content->state, STATE_FINDINGS, finding, column);
}

/* A finding that names no platform is about all of the unit's. */
static bool
speaks_of(const Content *content, size_t finding, size_t no)
{
    Text platform = finding_cell(content, finding, "platform");
    Text enterprise = finding_cell(content, finding, "enterprise");
    return text_equal(finding_cell(content, finding, "unit_code"), nomination_cell(content, no, "unit_code")) &&
           ((platform.len == 0 && enterprise.len == 0) ||
            text_equal(platform, nomination_cell(content, no, "platform")) ||
            text_equal(enterprise, nomination_cell(content, no, "enterprise")));
}

/* Of what counts: uploads in force, the registers, the cycle. */
static bool
belongs(const Content *content, size_t finding)
{
    Text outcome = finding_cell(content, finding, "outcome");
    if (outcome.len == 0 && finding_cell(content, finding, "unit_code").len == 0)
        return true;
    bool found = false;
    for (size_t no = 0; !found && no < content->row_count; no++)
        found = speaks_of(content, finding, no);
    return found && (outcome.len == 0 || text_equal(outcome, TEXT("accepted")));
}

static void
add_finding(const Content *content, Grid *grid, size_t finding)
{
    Arena *arena = content->state->arena;
    Text cell = finding_cell(content, finding, "cell");
    Text line = finding_cell(content, finding, "row");
    const char *severity = arena_string(arena, finding_cell(content, finding, "severity"));
    Text *row = add(content, grid, severity, finding_cell(content, finding, "code"));
    row[WARNING_UNIT] = finding_cell(content, finding, "unit_name");
    row[WARNING_PLATFORM] = finding_cell(content, finding, "platform");
    row[WARNING_FILE] = finding_cell(content, finding, "file");
    row[WARNING_SHEET] = finding_cell(content, finding, "sheet");
    row[WARNING_PLACE] =
        cell.len > 0 || line.len == 0 ? cell : arena_printf(arena, "第%" TEXT_FMT "行", TEXT_ARG(line));
}

static void
add_decided(const Content *content, Grid *grid, size_t no, const char *column, Text code)
{
    size_t line = openmatters_onward(content->state, content->rows[no]);
    Text why = line == SIZE_MAX ? TEXT_NONE : state_cell(content->state, STATE_ONWARD, line, column);
    if (why.len == 0)
        return;
    Text *row = add(content, grid, "warning", code);
    row[WARNING_UNIT] = nomination_cell(content, no, "unit_name");
    row[WARNING_PLATFORM] = nomination_cell(content, no, "platform");
    row[WARNING_WHY] = why;
}

static void
add_assumptions(const Content *content, Grid *grid)
{
    const Cycle *cycle = content->state->cycle;
    for (size_t i = 0; i < cycle->value_count; i++)
        if (cycle->values[i].assumed.len > 0) {
            Text *row = add(content, grid, "warning", TEXT("setting_assumed"));
            row[WARNING_PLACE] = cycle_word_key(cycle->values[i].key);
            row[WARNING_WHY] = cycle->values[i].assumed;
        }
}

Grid
warnings_of(const Content *content)
{
    const State *state = content->state;
    size_t most = state_rows(state, STATE_FINDINGS) + 2 * content->row_count + state->cycle->value_count;
    Grid grid = grid_new(labels, WARNING_COLUMNS, most, state->arena);
    for (size_t finding = 0; finding < state_rows(state, STATE_FINDINGS); finding++)
        if (belongs(content, finding))
            add_finding(content, &grid, finding);
    for (size_t no = 0; no < content->row_count; no++) {
        add_decided(content, &grid, no, "passed", TEXT("application_passed"));
        add_decided(content, &grid, no, "waiver", TEXT("onward_waived"));
    }
    add_assumptions(content, &grid);
    return grid;
}
