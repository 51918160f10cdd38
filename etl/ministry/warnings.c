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

/* Whom a finding speaks of, or a nomination is. One that names no platform is about all of the unit's. */
typedef struct Subject {
    Text unit;
    Text platform;
    Text enterprise;
} Subject;

static Subject
subject_of(const State *state, StateTable table, size_t row)
{
    return (Subject){state_cell(state, table, row, "unit_code"), state_cell(state, table, row, "platform"),
                     state_cell(state, table, row, "enterprise")};
}

static bool
speaks_of(const Subject *finding, const Subject *nomination)
{
    return text_equal(finding->unit, nomination->unit) &&
           ((finding->platform.len == 0 && finding->enterprise.len == 0) ||
            text_equal(finding->platform, nomination->platform) ||
            text_equal(finding->enterprise, nomination->enterprise));
}

/* Of what counts: uploads in force, the registers, the cycle. */
static bool
belongs(const Content *content, const Subject *nominations, size_t finding)
{
    Text outcome = finding_cell(content, finding, "outcome");
    const Subject subject = subject_of(content->state, STATE_FINDINGS, finding);
    if (outcome.len == 0 && subject.unit.len == 0)
        return true;
    if (outcome.len > 0 && !text_equal(outcome, TEXT("accepted")))
        return false;
    for (size_t no = 0; no < content->row_count; no++)
        if (speaks_of(&subject, &nominations[no]))
            return true;
    return false;
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
    size_t line = content_onward(content, no);
    Text why = line == SIZE_MAX ? TEXT_NONE : state_cell(content->state, STATE_ONWARD, line, column);
    if (why.len == 0)
        return;
    Text *row = add(content, grid, "warning", code);
    row[WARNING_UNIT] = nomination_cell(content, no, "unit_name");
    row[WARNING_PLATFORM] = nomination_cell(content, no, "platform");
    row[WARNING_WHY] = why;
}

/* An empty head block, to be filled in by hand; an empty list, by whose decision. */
static void
add_office(const Content *content, Grid *grid)
{
    Text zero_by = state_cell(content->state, STATE_OFFICE, 0, "zero_by");
    if (zero_by.len > 0 && state_standing(content->state) == 0)
        add(content, grid, "warning", TEXT("nothing_standing_passed"))[WARNING_WHY] = zero_by;
    if (!state_office_registered(content->state))
        add(content, grid, "warning", TEXT("office_register_missing"));
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
    size_t most = state_rows(state, STATE_FINDINGS) + 2 * content->row_count + state->cycle->value_count + 2;
    Grid grid = grid_new(labels, WARNING_COLUMNS, most, state->arena);
    Subject *nominations = arena_array(state->arena, content->row_count, sizeof *nominations);
    for (size_t no = 0; no < content->row_count; no++)
        nominations[no] = subject_of(state, STATE_NOMINATIONS, content->rows[no]);
    for (size_t finding = 0; finding < state_rows(state, STATE_FINDINGS); finding++)
        if (belongs(content, nominations, finding))
            add_finding(content, &grid, finding);
    for (size_t no = 0; no < content->row_count; no++) {
        add_decided(content, &grid, no, "passed", TEXT("application_passed"));
        add_decided(content, &grid, no, "waiver", TEXT("onward_waived"));
    }
    add_office(content, &grid);
    add_assumptions(content, &grid);
    return grid;
}
