#include "slip/quotaline.h"

#include "base/buf.h"

enum { LINE_MAX = 4096 };

/* How else a row may stand, in the order of the line. */
static const char *const others[] = {"over_quota", "duplicate", "needs_review", "late", "ineligible", "withdrawn"};

typedef struct Line {
    const State *state;
    const SlipData *data;
    SlipRange range;
    Arena *arena;
    size_t pieces;
    Buf text;
} Line;

static Text
cell(const SlipData *data, size_t row, const char *column)
{
    return slipdata_cell(data, SLIP_NOMINATIONS, row, column);
}

static size_t
count_decision(const SlipData *data, SlipRange range, const char *decision)
{
    size_t count = 0;
    for (size_t row = range.first; row < range.end; row++)
        count += text_equal(cell(data, row, "decision"), text_of(decision));
    return count;
}

QuotaTally
quotaline_count(const SlipData *data, SlipRange nominations)
{
    QuotaTally tally = {
        .rows = nominations.end - nominations.first - count_decision(data, nominations, "withdrawn"),
        .exempt = count_decision(data, nominations, "exempt"),
        .over_quota = count_decision(data, nominations, "over_quota"),
    };
    for (size_t row = nominations.first; row < nominations.end; row++)
        tally.waived += cell(data, row, "waiver").len > 0;
    tally.counted = count_decision(data, nominations, "recommended") - tally.waived;
    return tally;
}

/* A piece of the line by its code; what has no room is left out. */
static void
add(Line *line, const char *code, Text raw, Text read_as)
{
    MessageValues values = {.raw = raw, .read_as = read_as};
    Text piece = messages_piece(line->state->messages, text_of(code), &values, line->arena);
    Text mark = line->pieces == 0 ? TEXT("") : line->pieces == 1 ? TEXT("：") : TEXT("，");
    if (buf_text(&line->text, mark) && buf_text(&line->text, piece))
        line->pieces++;
}

static Text
number(const Line *line, size_t count)
{
    return arena_printf(line->arena, "%zu", count);
}

/* "2022年名单第7号、第9号". */
static Text
winners(const Line *line)
{
    Text told = TEXT_NONE;
    for (size_t row = line->range.first; row < line->range.end; row++) {
        MessageValues values = {.raw = cell(line->data, row, "winner_no"),
                                .read_as = cell(line->data, row, "award_year")};
        if (values.raw.len == 0)
            continue;
        if (told.len == 0)
            told = messages_piece(line->state->messages, TEXT("slip_quota_winner"), &values, line->arena);
        else
            told = arena_printf(line->arena, "%" TEXT_FMT "、第%" TEXT_FMT "号", TEXT_ARG(told), TEXT_ARG(values.raw));
    }
    return told;
}

static Text
waivers(const Line *line)
{
    Text told = TEXT_NONE;
    for (size_t row = line->range.first; row < line->range.end; row++) {
        Text waiver = cell(line->data, row, "waiver");
        if (waiver.len > 0)
            told = told.len == 0
                       ? waiver
                       : arena_printf(line->arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(told), TEXT_ARG(waiver));
    }
    return told;
}

static void
add_exempt(Line *line, size_t count)
{
    Text list = winners(line);
    if (count > 0)
        add(line, list.len > 0 ? "slip_quota_exempt_listed" : "slip_quota_exempt", number(line, count), list);
}

static void
add_others(Line *line)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t count = count_decision(line->data, line->range, others[i]);
        if (count > 0)
            add(line, "slip_quota_other", number(line, count), state_word(line->state, "decision", text_of(others[i])));
    }
}

static void
add_limit(Line *line, bool direct)
{
    const Cycle *cycle = line->state->cycle;
    if (direct)
        add(line, "slip_quota_direct", TEXT_NONE, TEXT_NONE);
    else if (cycle->quota >= 0)
        add(line, "slip_quota_limit", number(line, (size_t)cycle->quota), TEXT_NONE);
    else if (cycle->quota_advise >= 0)
        add(line, "slip_quota_advise", number(line, (size_t)cycle->quota_advise), TEXT_NONE);
    else
        add(line, "slip_quota_none", TEXT_NONE, TEXT_NONE);
}

Text
quotaline_text(const State *state, const SlipData *data, SlipRange nominations, bool direct, Arena *arena)
{
    QuotaTally tally = quotaline_count(data, nominations);
    Line line = {.state = state, .data = data, .range = nominations, .arena = arena, .text = buf_new(LINE_MAX)};
    add(&line, "slip_quota_rows", number(&line, nominations.end - nominations.first), TEXT_NONE);
    add_exempt(&line, tally.exempt);
    if (tally.waived > 0)
        add(&line, "slip_quota_waived", number(&line, tally.waived), waivers(&line));
    if (tally.counted > 0 && !direct)
        add(&line, "slip_quota_counted", number(&line, tally.counted), TEXT_NONE);
    add_others(&line);
    add_limit(&line, direct);
    Text told = arena_text(arena, buf_view(&line.text));
    buf_free(&line.text);
    return told;
}
