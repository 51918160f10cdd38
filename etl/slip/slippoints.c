#include "slip/slippoints.h"

#include "slip/quotaline.h"

/* Decisions by which a nomination does not stand, and its unit can do something about it. */
static const char *const held[] = {"late", "duplicate", "needs_review", "over_quota", "ineligible"};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static Text
upload(const SlipData *data, size_t row, const char *column)
{
    return slipdata_cell(data, SLIP_UPLOADS, row, column);
}

static Text
nomination(const SlipData *data, size_t row, const char *column)
{
    return slipdata_cell(data, SLIP_NOMINATIONS, row, column);
}

static Text
said(const State *state, const char *code, Text raw, Arena *arena)
{
    MessageValues values = {.raw = raw};
    return messages_problem(state->messages, text_of(code), &values, arena);
}

static Text
asked(const State *state, const char *code, Arena *arena)
{
    MessageValues values = {.raw = TEXT_NONE};
    return messages_todo(state->messages, text_of(code), &values, arena);
}

static CorrectionPoint *
add_point(Slip *slip, int weight, Text matter, Text about)
{
    CorrectionPoint *point = &slip->points[slip->point_count++];
    *point = (CorrectionPoint){.matter = matter, .about = about};
    point->weight = weight;
    return point;
}

/* The finding that says why, or NULL. */
static Correction *
why_file(const Slip *slip, size_t file, Text reasons)
{
    Correction *any = NULL;
    for (size_t i = 0; i < slip->count; i++) {
        Correction *correction = &slip->list[i];
        if (correction->file != file || correction->fixed || !correction->error)
            continue;
        if (state_codes_hold(reasons, slip->codes[i]))
            return correction;
        if (any == NULL)
            any = correction;
    }
    return any;
}

static void
explain(CorrectionPoint *point, Correction *why)
{
    if (why == NULL)
        return;
    why->blocks = true;
    point->problem = why->problem;
    point->todo = why->todo;
    point->clause = why->clause;
}

/* Files come in the order of the uploads. */
static void
add_blocked_files(const State *state, const SlipData *data, SlipRange range, Arena *arena, Slip *slip)
{
    for (size_t row = range.first; row < range.end; row++) {
        if (!text_equal(upload(data, row, "blocks"), TEXT("true")))
            continue;
        size_t file = row - range.first;
        Correction *why = why_file(slip, file, upload(data, row, "reasons"));
        CorrectionPoint *point = add_point(
            slip, POINT_BLOCKS, messages_title(state->messages, TEXT("slip_file_blocked")), slip->files[file].name);
        point->problem = slip->files[file].outcome;
        point->todo = asked(state, "slip_file_blocked", arena);
        explain(point, why);
    }
}

static bool
is_held(Text decision)
{
    for (size_t i = 0; i < COUNT_OF(held); i++)
        if (text_equal(decision, text_of(held[i])))
            return true;
    return false;
}

/* A file that is told of as a whole need not be told of row by row. */
static bool
is_told(const SlipData *data, SlipRange uploads, size_t row)
{
    if (!text_equal(nomination(data, row, "decision"), TEXT("late")))
        return false;
    for (size_t i = uploads.first; i < uploads.end; i++)
        if (text_equal(upload(data, i, "file"), nomination(data, row, "file")) &&
            state_codes_hold(upload(data, i, "reasons"), TEXT("late")))
            return true;
    return false;
}

static Correction *
why_nomination(const SlipData *data, SlipRange findings, const Slip *slip, size_t row)
{
    Text reasons = nomination(data, row, "reasons");
    for (size_t i = 0; i < slip->count; i++)
        if (!slip->list[i].fixed && state_codes_hold(reasons, slip->codes[i]) &&
            text_equal(slipdata_cell(data, SLIP_FINDINGS, findings.first + i, "platform"),
                       nomination(data, row, "platform")))
            return &slip->list[i];
    return NULL;
}

static void
add_held(const State *state, const SlipData *data, size_t row, SlipRange findings, Arena *arena, Slip *slip)
{
    Text decision = nomination(data, row, "decision");
    Text code = arena_printf(arena, "decision_%" TEXT_FMT, TEXT_ARG(decision));
    Correction *why = why_nomination(data, findings, slip, row);
    CorrectionPoint *point =
        add_point(slip, POINT_BLOCKS, messages_title(state->messages, code), nomination(data, row, "platform"));
    point->problem = said(state, code.ptr, TEXT_NONE, arena);
    point->todo = asked(state, code.ptr, arena);
    explain(point, why);
}

static void
add_held_nominations(const State *state, const SlipData *data, SlipRange range, Arena *arena, Slip *slip)
{
    SlipRange uploads = slipdata_range(data, SLIP_UPLOADS, slip->unit_code, slip->applicant);
    SlipRange findings = slipdata_range(data, SLIP_FINDINGS, slip->unit_code, slip->applicant);
    for (size_t row = range.first; row < range.end; row++)
        if (is_held(nomination(data, row, "decision")) && !is_told(data, uploads, row))
            add_held(state, data, row, findings, arena, slip);
}

static void
add_summary(const State *state, const char *code, Arena *arena, Slip *slip)
{
    bool missing = text_equal(slip->summary, TEXT("missing"));
    CorrectionPoint *point = add_point(slip, missing ? POINT_BLOCKS : POINT_TELLS,
                                       messages_title(state->messages, text_of(code)), TEXT_NONE);
    point->problem = said(state, code, TEXT_NONE, arena);
    point->todo = missing ? asked(state, code, arena) : TEXT_NONE;
}

static Text
clause_of_quota(const State *state)
{
    for (size_t i = 0; i < state->cycle->value_count; i++)
        if (text_equal(state->cycle->values[i].key, TEXT("quota")))
            return state->cycle->values[i].clause;
    return TEXT_NONE;
}

static void
add_quota(const State *state, const SlipData *data, SlipRange range, Arena *arena, Slip *slip)
{
    QuotaTally tally = quotaline_count(data, range);
    if (tally.rows == 0)
        return;
    CorrectionPoint *point = add_point(slip, tally.over_quota > 0 ? POINT_BLOCKS : POINT_TELLS,
                                       messages_title(state->messages, TEXT("slip_quota")), TEXT_NONE);
    point->problem = quotaline_text(state, data, range, slip->direct, arena);
    point->todo = tally.over_quota > 0 ? asked(state, "slip_quota", arena) : TEXT_NONE;
    point->clause = clause_of_quota(state);
}

static void
add_application(const State *state, const SlipData *data, size_t row, Arena *arena, Slip *slip)
{
    Text worth = nomination(data, row, "state");
    bool whole = text_equal(worth, TEXT("齐全"));
    bool lacks = text_equal(worth, TEXT("未交"));
    const char *code = whole ? "slip_application_whole" : lacks ? "slip_application_lacks" : "slip_application_wrong";
    Text which = lacks ? nomination(data, row, "missing") : state_titles(state, nomination(data, row, "errors"), arena);
    CorrectionPoint *point =
        add_point(slip, whole ? POINT_TELLS : POINT_LACKS, messages_title(state->messages, text_of(code)),
                  nomination(data, row, "platform"));
    point->problem = said(state, code, which, arena);
    point->todo = whole ? TEXT_NONE : asked(state, code, arena);
    slip->lacking += !whole;
}

static void
add_applications(const State *state, const SlipData *data, SlipRange range, Arena *arena, Slip *slip)
{
    for (size_t row = range.first; row < range.end; row++)
        if (nomination(data, row, "state").len > 0)
            add_application(state, data, row, arena, slip);
}

void
slippoints_add(const State *state, const SlipData *data, Arena *arena, Slip *slip)
{
    SlipRange uploads = slipdata_range(data, SLIP_UPLOADS, slip->unit_code, slip->applicant);
    SlipRange nominations = slipdata_range(data, SLIP_NOMINATIONS, slip->unit_code, slip->applicant);
    size_t most = uploads.end - uploads.first + 2 * (nominations.end - nominations.first) + 2;
    slip->points = arena_array(arena, most, sizeof *slip->points);
    if (text_equal(slip->summary, TEXT("missing")))
        add_summary(state, "slip_summary_missing", arena, slip);
    add_blocked_files(state, data, uploads, arena, slip);
    add_held_nominations(state, data, nominations, arena, slip);
    slip->blocks = slip->point_count;
    if (text_equal(slip->summary, TEXT("zero")))
        add_summary(state, "slip_summary_zero", arena, slip);
    add_quota(state, data, nominations, arena, slip);
    add_applications(state, data, nominations, arena, slip);
}
